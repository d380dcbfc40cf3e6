/** What each section is worth: a table a measure, what interacts, and CSV. */
import { joinWords, toAmountText, toCountWords, toMinutesWord } from '../answer/value-words.ts';
import type { Interaction, MeasureShares, SectionValues, ValuedSection } from '../model/value.ts';
import { heading, paragraph, type Block, type Column, type TableRow } from './block.ts';
import { toCsv, type CsvValue } from './csv.ts';
import { toCutoffText, toKmText, toShareText } from './format.ts';
import { roundNumber } from './json.ts';
import { M_PER_KM } from '../units.ts';
import { toValueSetting } from './value-setting.ts';

/** Sets in a list to read; JSON and CSV have them all. */
const SHOWN = 8;

const COLUMNS: readonly Column[] = [
  { title: 'section', align: 'left', least: 24 },
  { title: 'id', align: 'left' },
  { title: 'value', align: 'right' },
  { title: 'share', align: 'right' },
  { title: 'alone', align: 'right' },
  { title: 'last', align: 'right' },
];

/** What a table of a measure reads: a section may stand on others, and then comes after them. */
export interface Divided extends Pick<SectionValues, 'travellers' | 'cutoffS'> {
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly standsOn?: readonly string[];
  }[];
}

/** Last of the columns where something stands on something. */
const STANDS_ON: Column = { title: 'stands on', align: 'left' };

const isOrdered = ({ sections }: Divided): boolean =>
  sections.some(({ standsOn = [] }) => standsOn.length > 0);

/** What a measure counts, as a heading. */
export function toMeasureTitle(
  head: Pick<SectionValues, 'travellers' | 'cutoffS'>,
  { measure }: Pick<MeasureShares, 'measure'>,
): string {
  switch (measure) {
    case 'minutes':
      return `Time saved, in ${toMinutesWord(head)}`;
    case 'passes':
      return `Pairs within ${toCutoffText(head.cutoffS)} minutes`;
    case 'iOut':
      return 'iOut: suppliers that reach a maker not their own, in points of 100';
    case 'i2':
      return 'i2: suppliers that reach two makers, in points of 100';
  }
}

function toRows(answer: Divided, one: MeasureShares): readonly TableRow[] {
  const { measure, shares, all, none } = one;
  const whole = all - none;
  const amount = (value: number): string => toAmountText(measure, value);
  const known = new Map(answer.sections.map((section) => [section.id, section]));
  return shares.map(({ section, value, alone, last }) => ({
    cells: [
      known.get(section)?.title ?? section,
      section,
      amount(value),
      whole === 0 ? '' : toShareText(value / whole),
      amount(alone),
      amount(last),
      ...(isOrdered(answer) ? [known.get(section)?.standsOn?.join(', ') ?? ''] : []),
    ],
  }));
}

function toInteractionText({ measure }: MeasureShares, { sections, dividend }: Interaction): string {
  const kind = dividend < 0 ? 'replace one another' : 'add to one another';
  return `${sections.join(' + ')}: ${toAmountText(measure, dividend)} (they ${kind})`;
}

function toInteractionBlocks(one: MeasureShares): readonly Block[] {
  const { interactions } = one;
  if (interactions.length === 0)
    return [paragraph('No interaction: every section adds the same in every order of opening.')];
  const rest = interactions.length - SHOWN;
  return [
    paragraph('What sets of sections make together beyond their parts:'),
    { kind: 'list', items: interactions.slice(0, SHOWN).map((set) => toInteractionText(one, set)) },
    ...(rest > 0 ? [paragraph(`${toCountWords(rest, 'more set')}: JSON and CSV have all.`, 'quiet')] : []),
  ];
}

/** How a measure divides, as a table with what interacts below it. */
export function toMeasureBlocks(answer: Divided, one: MeasureShares): readonly Block[] {
  const { measure, none, all } = one;
  const title = heading(toMeasureTitle(answer, one));
  const [before, after] = [none, all].map((value) => toAmountText(measure, value));
  if (none === all && one.interactions.length === 0)
    return [title, paragraph(`${before} without the sections and with them: none of them adds anything.`)];
  return [
    title,
    paragraph(`${before} with none of the sections, ${after} with all.`),
    {
      kind: 'table',
      columns: isOrdered(answer) ? [...COLUMNS, STANDS_ON] : COLUMNS,
      rows: toRows(answer, one),
    },
    ...toInteractionBlocks(one),
  ];
}

function toSectionText({ id, opened, km, kmBasis, estimatedShare }: ValuedSection): string {
  const length = `${toKmText(km * M_PER_KM)} km${kmBasis === 'published' ? '' : ' of its links'}`;
  const estimated = estimatedShare === 0 ? '' : `, ≈ ${toShareText(estimatedShare)} of the length estimated`;
  return `${id}: opened ${opened ?? 'before 2000'}, ${length}${estimated}`;
}

/** The worth of each section by every measure asked for. */
export function toSectionValuesBlocks(answer: SectionValues): readonly Block[] {
  const { sentence, caption, command, networks, measures, sections } = answer;
  const how = `${networks} networks, one a set of sections. value: Shapley's, the mean of what a section adds over all orders of opening; share: of the whole effect; alone: opened first; last: opened when all others are.`;
  return [
    {
      kind: 'title',
      text: `What ${joinWords(sections.map(({ id }) => id))} ${sections.length === 1 ? 'is' : 'are'} worth`,
    },
    paragraph(toValueSetting(answer), 'quiet'),
    paragraph(sentence, 'strong'),
    ...measures.flatMap((one) => toMeasureBlocks(answer, one)),
    heading('Sections'),
    { kind: 'list', items: sections.map(toSectionText) },
    paragraph(how, 'quiet'),
    paragraph(caption, 'quiet'),
    paragraph(`Again: ${command}`, 'quiet'),
  ];
}

const TITLES = ['kind', 'measure', 'unit', 'sections', 'value', 'alone', 'last'];

const round = (value: number): CsvValue => roundNumber(value);

/** Lines of the measures: one a measure and section, then one a set that interacts, whose value is its dividend. */
function listLines(measures: readonly MeasureShares[], between: string): readonly (readonly CsvValue[])[] {
  return measures.flatMap(({ measure, unit, shares, interactions }) => [
    ...shares.map(({ section, value, alone, last }) => [
      ...['section', measure, unit, section],
      ...[value, alone, last].map(round),
    ]),
    ...interactions.map(({ sections, dividend }) => [
      ...['interaction', measure, unit, sections.join(between)],
      ...[round(dividend), null, null],
    ]),
  ]);
}

/** One line a measure and section, then one a set that interacts, whose value is its dividend. */
export function toSectionValuesCsv({ measures }: SectionValues): string {
  return toCsv(TITLES, listLines(measures, ' '));
}

/** Between names that may have blanks in them. */
export const BETWEEN_NAMES = '; ';

/** The same with what a section stands on in a column of its own. */
export function toOrderedValuesCsv({
  measures,
  sections,
}: Divided & Pick<SectionValues, 'measures'>): string {
  const below = new Map(sections.map(({ id, standsOn = [] }) => [id, standsOn.join(BETWEEN_NAMES)]));
  const lines = listLines(measures, BETWEEN_NAMES).map((line) => {
    const [kind, , , section] = line;
    return [...line, kind === 'section' ? (below.get(String(section)) ?? '') : null];
  });
  return toCsv([...TITLES, 'stands_on'], lines);
}
