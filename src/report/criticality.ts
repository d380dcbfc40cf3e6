/** What closing each road loses: tables to read, and CSV of every link and section. */
import { toMinutesWord } from '../answer/value-words.ts';
import type { ClosingLoss, CriticalityDocument, CriticalLink, CriticalSection } from '../model/value.ts';
import { toMinutesText } from '../units.ts';
import { heading, paragraph, type Block, type Column, type TableRow } from './block.ts';
import { toCsv, type CsvValue } from './csv.ts';
import { DASH, toCutoffText } from './format.ts';
import { roundNumber } from './json.ts';
import { toValueSetting } from './value-setting.ts';

/** Links in a table to read where the answer has them all; CSV has the rest. */
const SHOWN = 20;

function toColumns({ cutoffS, toleranceS }: CriticalityDocument, road: string): readonly Column[] {
  const numbers = ['min', 'by site', 'pairs', `≤${toCutoffText(cutoffS)}`];
  return [
    { title: road, align: 'left', least: 20 },
    { title: 'id', align: 'left', least: 18 },
    ...[...numbers, `≤${toCutoffText(cutoffS + toleranceS)}`, 'cut off'].map((title): Column => {
      return { title, align: 'right' };
    }),
  ];
}

const toCount = (count: number): string => (count === 0 ? DASH : String(count));

function toLossCells(loss: ClosingLoss): TableRow['cells'] {
  const { lostS, siteLostS, slowed, verdicts, tolerant, cutOffPairs } = loss;
  return [
    toMinutesText(lostS),
    toMinutesText(siteLostS),
    String(slowed),
    ...[verdicts, tolerant].map(toCount),
    cutOffPairs === 0 ? DASH : { text: String(cutOffPairs), tone: 'bad' },
  ];
}

function toLinkRow(link: CriticalLink): TableRow {
  const { nameEn, nameZh, feature, belt, estimated } = link;
  const name = nameZh === null ? nameEn : `${nameEn} ${nameZh}`;
  const signs = `${belt ? '◆ ' : ''}${estimated ? '≈ ' : ''}`;
  return { cells: [`${signs}${name}`, feature, ...toLossCells(link)] };
}

function toSectionRow(one: CriticalSection): TableRow {
  return { cells: [`${one.belt ? '◆ ' : ''}${one.title}`, one.section, ...toLossCells(one)] };
}

function toTable(answer: CriticalityDocument, road: string, rows: readonly TableRow[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns: toColumns(answer, road), rows }];
}

/** How many links are shown of how many, and how many change nothing. */
function toRestText({ links, closed, idle, sections }: CriticalityDocument, shown: number): string {
  const rest = `The first ${shown} of ${closed - idle} links whose closing changes a time; ${idle} of ${closed} change none.`;
  const idleSections = sections.filter(({ slowed }) => slowed === 0).length;
  return links.length > shown || shown < closed - idle
    ? `${rest} ${idleSections} of ${sections.length} sections change none.`
    : `${idle} of ${closed} links and ${idleSections} of ${sections.length} sections change no time.`;
}

/** What is lost link by link and section by section, most lost first. */
export function toCriticalityBlocks(answer: CriticalityDocument): readonly Block[] {
  const { sentence, caption, command, cutoffS, toleranceS } = answer;
  const links = answer.links.filter(({ slowed }) => slowed > 0).slice(0, SHOWN);
  const sections = answer.sections.filter(({ slowed }) => slowed > 0).slice(0, SHOWN);
  const word = toMinutesWord(answer);
  const lost = `min: ${word} longer, over the pairs that keep a way; by site: the same with every site counted once; pairs: longer or without a way`;
  const gone = `≤${toCutoffText(cutoffS)} and ≤${toCutoffText(cutoffS + toleranceS)}: pairs within that many minutes that are not any more; cut off: pairs without any way left`;
  return [
    { kind: 'title', text: 'What closing each road loses' },
    paragraph(toValueSetting(answer), 'quiet'),
    paragraph(sentence, 'strong'),
    heading('Links, both directions closed together'),
    ...toTable(answer, 'road', links.map(toLinkRow)),
    paragraph(toRestText(answer, links.length), 'quiet'),
    heading('Sections, all links closed together'),
    ...toTable(answer, 'section', sections.map(toSectionRow)),
    paragraph(`${lost}; ${gone}. ◆ marks the belt, ≈ a length that is estimated.`, 'quiet'),
    paragraph(caption, 'quiet'),
    paragraph(`Again: ${command}`, 'quiet'),
  ];
}

const TITLES = [
  ...['kind', 'id', 'name_en', 'name_zh', 'highway', 'section', 'facility', 'belt', 'length_m', 'estimated'],
  ...['lost_s', 'site_lost_s', 'slower_pairs', 'verdicts_lost', 'tolerant_lost', 'cut_off_pairs'],
  ...['cut_off_origins', 'i_out_lost', 'i2_lost', 'worst_site', 'worst_group', 'worst_lost_s'],
];

const round = (value: number | null): CsvValue => (value === null ? null : roundNumber(value));

function toLossValues({ worst, ...loss }: ClosingLoss): readonly CsvValue[] {
  return [
    ...[round(loss.lostS), round(loss.siteLostS), loss.slowed, loss.verdicts, loss.tolerant],
    ...[loss.cutOffPairs, loss.cutOffOrigins, round(loss.iOut), round(loss.i2)],
    ...(worst === null ? [null, null, null] : [worst.site, worst.group, round(worst.lostS)]),
  ];
}

/** One line a link, then one a section, each in the order of the answer; a worst trip cut off has no seconds. */
export function toCriticalityCsv({ links, sections }: CriticalityDocument): string {
  const linkRows = links.map((one) => {
    const { feature, nameEn, nameZh, highway, section, facility, belt, lengthM, estimated } = one;
    const names = ['link', feature, nameEn, nameZh, highway, section, facility, belt];
    return [...names, round(lengthM), estimated, ...toLossValues(one)];
  });
  const sectionRows = sections.map((one) => {
    const { section, title, titleZh, highway, belt } = one;
    const names = ['section', section, title, titleZh, highway, section, null, belt, null, null];
    return [...names, ...toLossValues(one)];
  });
  return toCsv(TITLES, [...linkRows, ...sectionRows]);
}
