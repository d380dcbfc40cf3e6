/** In which order the roads of a scenario over a city are best built, to read and as CSV. */
import { toAmountText, toCountWords } from '../answer/value-words.ts';
import { toYearRows, YEAR_TITLES } from './build-order.ts';
import type { CityBuildOrder } from './answers/city-build-order.ts';
import { heading, paragraph, type Block, type Column } from './block.ts';
import { toSetting } from './city-parts.ts';
import { toCitySectionText, toRowsText } from './city-sections.ts';
import { toCsv } from './csv.ts';
import { toShareText } from './format.ts';
import { BETWEEN_NAMES, toMeasureTitle } from './section-values.ts';

const CAPTION =
  'Modelled minutes and counts of each year, discounted: not benefit, cost or traffic. All other roads are those of the scenario in every year.';

const COLUMNS: readonly Column[] = [
  { title: 'year', align: 'left' },
  { title: 'opened', align: 'left', least: 16 },
  { title: 'gain', align: 'right' },
  { title: 'discounted', align: 'right' },
];

function toHow({ perYear, discountRate, ties, orders, networks, given, leftOut }: CityBuildOrder): string {
  const pace = `${perYear} ${perYear === 1 ? 'section is' : 'sections are'} finished a year`;
  const always = given.length === 0 ? '' : ` There in every year: ${toRowsText(given)}.`;
  const left =
    leftOut === 0 ? '' : ` ${toCountWords(leftOut, 'pair')} without a way in one of them: in no sum of time.`;
  return `${pace}, at a rate of ${toShareText(discountRate)} a year. What is open at the end of a year counts in that year; gain: against none of the sections. ${ties} of ${orders} orders have the value of the best. ${toCountWords(networks, 'network')}, one a set.${left}${always}`;
}

/** The answer to read: headline first. */
export function toCityBuildOrderBlocks(answer: CityBuildOrder): readonly Block[] {
  const { data, sentence, sections, best, measure } = answer;
  const rows = best.years.map(({ year, opened, gain, discounted }) => ({
    cells: [
      String(year),
      opened.join(', '),
      ...[gain, discounted].map((amount) => toAmountText(measure, amount)),
    ],
  }));
  return [
    { kind: 'title', text: `${data.title}: in which order to build` },
    toSetting(answer),
    paragraph(sentence, 'strong'),
    heading(toMeasureTitle(answer, answer)),
    { kind: 'table', columns: COLUMNS, rows },
    heading('Sections'),
    { kind: 'list', items: sections.map(toCitySectionText) },
    paragraph(toHow(answer), 'quiet'),
    paragraph(CAPTION, 'quiet'),
  ];
}

/** One line a year of the best order. */
export function toCityBuildOrderCsv({ best }: CityBuildOrder): string {
  const width = YEAR_TITLES.length;
  return toCsv(
    YEAR_TITLES,
    toYearRows('best', best, BETWEEN_NAMES).map((row) => row.slice(0, width)),
  );
}
