/** In which order sections are best built: programmes year by year, verdicts by year, and CSV. */
import { toAmountText } from '../answer/value-words.ts';
import type { BuildCondition, BuildOrder, BuildSection, BuildYear, Programme } from '../model/build-order.ts';
import { M_PER_KM } from '../units.ts';
import { heading, paragraph, type Block, type Column, type TableRow } from './block.ts';
import { toCsv, type CsvValue } from './csv.ts';
import { DASH, toKmText, toShareText } from './format.ts';
import { roundNumber } from './json.ts';
import { toMeasureTitle } from './section-values.ts';
import { toValueSetting } from './value-setting.ts';

const YEARS: readonly Column[] = [
  { title: 'year', align: 'left' },
  { title: 'best: opened', align: 'left', least: 16 },
  { title: 'gain', align: 'right' },
  { title: 'real: opened', align: 'left', least: 16 },
  { title: 'gain', align: 'right' },
];

function toYearCells({ measure }: BuildOrder, year: BuildYear | undefined): readonly string[] {
  if (year === undefined) return [DASH, DASH];
  return [year.opened.join(' '), toAmountText(measure, year.gain)];
}

/** Two programmes of the same years side by side. */
function toYearBlock(answer: BuildOrder, best: Programme, real: Programme | null): Block {
  const rows = best.years.map((year, i): TableRow => ({
    cells: [
      String(year.year),
      ...toYearCells(answer, year),
      ...(real === null ? [] : toYearCells(answer, real.years[i])),
    ],
  }));
  return { kind: 'table', columns: real === null ? YEARS.slice(0, 3) : YEARS, rows };
}

/** Value of an order and its part of the best. */
function toOrderRow(
  { measure, best }: BuildOrder,
  name: string,
  { order, value }: Pick<Programme, 'order' | 'value'>,
  most = best.value,
): readonly string[] {
  const part = most === 0 ? '' : toShareText(value / most);
  return [name, order.join(' '), toAmountText(measure, value), part];
}

function toOrdersBlock(answer: BuildOrder): Block {
  const { best, real, asBuilt, leastValue } = answer;
  const rows = [
    toOrderRow(answer, 'best', best),
    ...(real === null ? [] : [toOrderRow(answer, 'real', real)]),
    toOrderRow(answer, 'worst', { order: [DASH], value: leastValue }),
    ...(asBuilt === null
      ? []
      : [
          toOrderRow(answer, 'best in the real years', asBuilt.best, asBuilt.best.value),
          toOrderRow(answer, 'as it was', asBuilt.real, asBuilt.best.value),
        ]),
  ];
  const columns: readonly Column[] = [
    { title: 'programme', align: 'left' },
    { title: 'order', align: 'left', least: 20 },
    { title: 'discounted sum', align: 'right' },
    { title: 'of the best', align: 'right' },
  ];
  return { kind: 'table', columns, rows: rows.map((cells) => ({ cells })) };
}

function toAsBuiltBlocks(answer: BuildOrder): readonly Block[] {
  const { asBuilt } = answer;
  if (asBuilt === null) return [];
  const years = asBuilt.real.years.map(({ year }) => year);
  return [
    heading(`In the real years, ${years[0]} to ${years.at(-1)}`),
    paragraph('As many sections are open at the end of each year as there really were.'),
    toYearBlock(answer, asBuilt.best, asBuilt.real),
  ];
}

const toYearText = (year: number | null): string => {
  if (year === null) return 'never';
  return year === 0 ? 'without any' : String(year);
};

function toConditionRow({ id, earliest, sections, best, real }: BuildCondition): TableRow {
  const by = sections.join(' ');
  return { cells: [id, toYearText(earliest), by, toYearText(best), toYearText(real)] };
}

function toConditionBlocks({ conditions, real }: BuildOrder): readonly Block[] {
  if (conditions.length === 0) return [];
  const titles = ['earliest year', 'with', 'best order', 'real order'];
  const columns: readonly Column[] = [
    { title: 'verdict', align: 'left', least: 16 },
    ...titles.map((title): Column => ({ title, align: title === 'with' ? 'left' : 'right' })),
  ];
  const count = real === null ? 4 : 5;
  const rows = conditions.map((one) => ({ cells: toConditionRow(one).cells.slice(0, count) }));
  return [
    heading('First year at whose end a verdict holds'),
    { kind: 'table', columns: columns.slice(0, count), rows },
  ];
}

function toRateText({ discountRate, atRates, best }: BuildOrder): string {
  const { value, grade } = discountRate;
  const own = `Discount rate ${toShareText(value)} a year (${grade}).`;
  if (atRates.length === 0) return own;
  const others = atRates.map(({ rate, order }) => {
    const same = order.join() === best.order.join();
    return `at ${toShareText(rate)} ${same ? 'the same order is best' : `${order.join(', ')} is best`}`;
  });
  return `${own} Over its range: ${others.join('; ')}.`;
}

function toSectionText({ id, title, opened, km, kmBasis, cost }: BuildSection): string {
  const length = `${toKmText(km * M_PER_KM)} km${kmBasis === 'published' ? '' : ' of its links'}`;
  const money = cost === null ? '' : `, costs ${Number(cost.toPrecision(6))}`;
  return `${id} ${title}: opened ${opened ?? 'before 2000'}, ${length}${money}`;
}

function toPaceText({ pace }: BuildOrder): string {
  if (pace.kind === 'per-year')
    return `${pace.sections} ${pace.sections === 1 ? 'section is' : 'sections are'} finished a year.`;
  return `Sections are paid for one after the other out of ${pace.perYear} a year, what is left over included; costs are the caller's.`;
}

/** The best order, the real one beside it, and when verdicts first hold. */
export function toBuildOrderBlocks(answer: BuildOrder): readonly Block[] {
  const { sentence, caption, command, best, real, sections, ties, orders, leftOut } = answer;
  const missing =
    leftOut === 0 ? '' : ` ${leftOut} pairs have no way without the sections: their time is in no sum.`;
  const how = `${toPaceText(answer)} What is open at the end of a year counts in that year; gain: against none of the sections. ${ties} of ${orders} orders have the value of the best.${missing}`;
  return [
    { kind: 'title', text: 'In which order to build' },
    paragraph(toValueSetting(answer), 'quiet'),
    paragraph(sentence, 'strong'),
    heading(toMeasureTitle(answer, answer)),
    toOrdersBlock(answer),
    heading('Year by year'),
    toYearBlock(answer, best, real),
    ...toAsBuiltBlocks(answer),
    ...toConditionBlocks(answer),
    heading('Sections'),
    { kind: 'list', items: sections.map(toSectionText) },
    paragraph(`${how} ${toRateText(answer)}`, 'quiet'),
    paragraph(caption, 'quiet'),
    paragraph(`Again: ${command}`, 'quiet'),
  ];
}

/** Columns of a year of a programme. */
export const YEAR_TITLES = ['kind', 'id', 'year', 'opened', 'open', 'gain', 'discounted'];
const TITLES = [...YEAR_TITLES, 'earliest_year', 'best_year', 'real_year'];

/** A row a year, with empty cells for what is said of verdicts; names with so much between them. */
export function toYearRows(
  kind: string,
  programme: Programme | null,
  between = ' ',
): readonly (readonly CsvValue[])[] {
  return (programme?.years ?? []).map(({ year, opened, open, gain, discounted }) => [
    ...[kind, null, year, opened.join(between), open.join(between)],
    ...[roundNumber(gain), roundNumber(discounted), null, null, null],
  ]);
}

/** One line a year of each programme, then one a verdict, whose sections stand in `opened`. */
export function toBuildOrderCsv({ best, real, asBuilt, conditions }: BuildOrder): string {
  return toCsv(TITLES, [
    ...toYearRows('best', best),
    ...toYearRows('real', real),
    ...toYearRows('best-in-real-years', asBuilt?.best ?? null),
    ...toYearRows('as-built', asBuilt?.real ?? null),
    ...conditions.map((one) => [
      ...['condition', one.id, null, one.sections.join(' '), null, null, null],
      ...[one.earliest, one.best, one.real],
    ]),
  ]);
}
