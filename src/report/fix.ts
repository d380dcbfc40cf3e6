/** What would fix it, to read and as CSV. */
import { toReadingText } from '../answer/fix-words.ts';
import type {
  FixDocument,
  FixLaw,
  FixLinks,
  FixNewLink,
  FixReading,
  FixRoads,
  FixSections,
  FixSpeed,
} from '../model/fix.ts';
import type { Parameter } from '../model/source.ts';
import { toMinutesText } from '../units.ts';
import { heading, paragraph, type Block, type CellText, type Column, type Tone } from './block.ts';
import { toCsv, type CsvValue } from './csv.ts';
import { DASH, toKmText, toTitleText, toTrafficText } from './format.ts';
import { roundNumber } from './json.ts';

const LAWS: Readonly<Record<FixLaw, { readonly text: string; readonly tone: Tone }>> = {
  'within-limits': { text: 'within limits', tone: 'good' },
  'above-limits': { text: 'above limits', tone: 'open' },
  unlawful: { text: 'unlawful', tone: 'bad' },
};

/** Rows of a table of links: the rest is in the other forms. */
const SHOWN = 10;
/** Decimals of minutes: 1 % of a speed may be a few seconds of a trip. */
const PLACES = 2;

const toReadingCell = (reading: FixReading): CellText => ({
  text: `${toReadingText(reading, PLACES)} ${reading.holds ? '✓' : '✗'}`,
  tone: reading.holds ? 'good' : 'bad',
});

function toHead({ question, scenario, vehicleClass, traffic, sentence, now }: FixDocument): readonly Block[] {
  return [
    { kind: 'title', text: `What would fix it: ${question}` },
    paragraph(
      `${scenario.title}. ${toTitleText(vehicleClass)}, ${toTrafficText(traffic)}; drive time one way, without loading.`,
      'quiet',
    ),
    paragraph(sentence, now.holds ? 'good' : 'strong'),
  ];
}

const toKmh = (kmh: number): string => String(Number(kmh.toFixed(2)));

function toSpeedCells(one: FixSpeed): readonly CellText[] {
  const { nameEn, nameZh, id, nowKmh, kmh, law, reading, less, sign } = one;
  return [
    nameZh === null ? nameEn : `${nameEn} ${nameZh}`,
    id,
    nowKmh.toFixed(1),
    toKmh(kmh),
    LAWS[law],
    toReadingCell(reading),
    toReadingCell(less),
    sign === null ? DASH : `${sign.postedKmh}: ${toReadingText(sign.reading, PLACES)}`,
  ];
}

function toSpeedTable(what: string, found: readonly FixSpeed[]): Block {
  const right = ['now', 'needed', 'law', 'then', '1 % less', 'sign'];
  const columns: readonly Column[] = [
    { title: what, align: 'left', least: 12 },
    { title: 'id', align: 'left', least: 8 },
    ...right.map((title): Column => ({ title, align: 'right' })),
  ];
  return { kind: 'table', columns, rows: found.map((one) => ({ cells: toSpeedCells(one) })) };
}

function toNeverText({ never }: FixRoads): string {
  if (never.length === 0) return '';
  const [only, ...more] = never;
  if (only !== undefined && more.length === 0) {
    const best =
      only.reading === null
        ? 'it is on no way that could do'
        : `without any running time on it ${toReadingText(only.reading)}`;
    return `${only.nameEn} does not do at any speed up to 1,000 km/h: ${best}.`;
  }
  return `${never.length} roads do not do at any speed up to 1,000 km/h.`;
}

function toRoadBlocks(roads: FixRoads | null): readonly Block[] {
  if (roads === null) return [];
  const never = toNeverText(roads);
  return [
    heading('One speed on the whole main line of a road, km/h'),
    ...(roads.found.length === 0 ? [] : [toSpeedTable('road', roads.found)]),
    ...(never === '' ? [] : [paragraph(never, 'quiet')]),
  ];
}

function toLinkBlocks(links: FixLinks | null): readonly Block[] {
  if (links === null) return [];
  const { asked, found } = links;
  const more = found.length - SHOWN;
  const rest = more > 0 ? ` ${more} more are in the JSON and CSV forms.` : '';
  return [
    heading('One speed on a single link, both directions, km/h'),
    ...(found.length === 0 ? [] : [toSpeedTable('link', found.slice(0, SHOWN))]),
    paragraph(`${found.length} of ${asked} links would do at a speed up to 1,000 km/h.${rest}`, 'quiet'),
  ];
}

function toSetTable({ candidates, found }: FixSections): readonly Block[] {
  if (found === null) return [];
  const columns: readonly Column[] = [
    { title: 'section', align: 'left', least: 12 },
    ...['id', 'km', 'opened', 'without it'].map((title): Column => ({ title, align: 'right' })),
  ];
  const rows = found.without.map(({ id, reading }) => {
    const candidate = candidates.find((one) => one.id === id);
    const opened = candidate?.kind === 'build' ? 'drawn' : (candidate?.opened ?? 'before 2000');
    const title = candidate?.title ?? id;
    return { cells: [title, id, toKmText(candidate?.lengthM ?? null), opened, toReadingCell(reading)] };
  });
  return [{ kind: 'table', columns, rows }];
}

const toSets = (count: number): string => `${count} set${count === 1 ? '' : 's'} tried`;

function toSetText({ candidates, found, all }: FixSections): string {
  if (candidates.length === 0) return 'There is no section on record that is not open.';
  if (found === null) return `All candidates together give ${toReadingText(all, PLACES)}.`;
  return `Together ${toKmText(found.lengthM)} km: ${toReadingText(found.reading, PLACES)}. No smaller set does, and none of this size with fewer kilometres.`;
}

function toSectionBlocks(sections: FixSections | null): readonly Block[] {
  if (sections === null) return [];
  const { candidates, useful, tried, leftOut } = sections;
  const left =
    leftOut.length === 0 ? '' : ` Left out: ${leftOut.map(({ id, why }) => `${id} (${why})`).join(', ')}.`;
  const bound =
    'A set is not looked into where everything still undecided beside it would not do, or its kilometres are more than those of the best of its size.';
  const count = `Of ${candidates.length} candidates ${useful} are on a way within the cutoff; ${toSets(tried)}. ${bound}`;
  return [
    heading('The smallest set of sections'),
    ...toSetTable(sections),
    paragraph(toSetText(sections)),
    ...(candidates.length === 0 ? [] : [paragraph(`${count}${left}`, 'quiet')]),
  ];
}

const toRange = ({ value, low, high, unit }: Parameter): string => `${value} ${unit} (${low}–${high})`;

function toNewLinkBlocks(answer: FixNewLink | null): readonly Block[] {
  if (answer === null) return [];
  const { inputs, drivenKmh, found, nodes, pairs, tried } = answer;
  const { speedKmh, detour, budgetKm } = inputs;
  const titles = ['from', 'to', 'km', 'min on it', 'then'];
  const columns = titles.map((title, i): Column => ({ title, align: i < 2 ? 'left' : 'right' }));
  const cells =
    found === null
      ? []
      : [
          `${found.from.nameEn} (${found.from.id})`,
          `${found.to.nameEn} (${found.to.id})`,
          toKmText(found.lengthM),
          toMinutesText(found.timeS),
          toReadingCell(found.reading),
        ];
  const none = `No new road of up to ${budgetKm.value} km between two nodes does.`;
  return [
    heading('The shortest new road between two nodes'),
    ...(found === null ? [paragraph(none)] : [{ kind: 'table' as const, columns, rows: [{ cells }] }]),
    paragraph(
      `An expressway without toll, both ways; sign ${toRange(speedKmh)}, driven ${toKmh(drivenKmh)} km/h; detour ${toRange(detour)}; up to ${budgetKm.value} km: all assumed. All ${pairs} pairs of ${nodes} nodes were looked at, ${tried} of them timed; none shorter does. Whether it could be built is not asked.`,
      'quiet',
    ),
  ];
}

const NOTE =
  'A speed is what is driven before the traffic state slows it; it replaces what is driven now, signals and plazas stay. Unlawful: above what the law allows such a vehicle there. Sign: the least whole km/h, up to 120, that makes it hold when drivers take their part of it, applied as a scenario and timed anew.';

/** The parts that were asked for, one below the other. */
export function toFixBlocks(answer: FixDocument): readonly Block[] {
  const { roads, links, sections, newLink, command } = answer;
  const speeds = roads !== null || links !== null;
  return [
    ...toHead(answer),
    ...toRoadBlocks(roads),
    ...toLinkBlocks(links),
    ...(speeds ? [paragraph(NOTE, 'quiet')] : []),
    ...toSectionBlocks(sections),
    ...toNewLinkBlocks(newLink),
    paragraph(`Again: ${command}`, 'quiet'),
  ];
}

const TITLES = [
  ...['fix', 'id', 'name', 'length_m', 'now_kmh', 'needed_kmh', 'limit_kmh', 'legal_kmh', 'law', 'sign_kmh'],
  ...['holds', 'time_s', 'share', 'less_time_s', 'less_share', 'scenario'],
] as const;
type Line = Partial<Record<(typeof TITLES)[number], CsvValue>>;

const toReadingLine = ({ holds, timeS, share }: FixReading): Line => ({
  holds: holds ? 'yes' : 'no',
  time_s: timeS,
  share,
});

function toSpeedLine(one: FixSpeed): Line {
  const { kind, id, nameEn, lengthM, nowKmh, kmh, limitKmh, legalKmh, law, reading, less, sign } = one;
  return {
    ...{ fix: kind, id, name: nameEn, length_m: lengthM, now_kmh: nowKmh, needed_kmh: kmh },
    ...{ limit_kmh: limitKmh, legal_kmh: legalKmh, law, sign_kmh: sign?.postedKmh ?? null },
    ...toReadingLine(reading),
    ...{ less_time_s: less.timeS, less_share: less.share, scenario: sign?.scenario.id ?? null },
  };
}

function toSetLines({ sections }: FixDocument): readonly Line[] {
  const found = sections?.found ?? null;
  if (found === null) return [];
  const { ids, lengthM, reading, scenario } = found;
  const whole = { fix: 'sections', id: ids.join(' '), name: ids.join(' '), length_m: lengthM };
  return [{ ...whole, ...toReadingLine(reading), scenario: scenario.id }];
}

function toNewLines({ newLink }: FixDocument): readonly Line[] {
  const found = newLink?.found ?? null;
  if (found === null) return [];
  const { from, to, lengthM, reading, scenario } = found;
  const name = `${from.nameEn} – ${to.nameEn}`;
  return [
    {
      fix: 'new-link',
      id: `${from.id} ${to.id}`,
      name,
      length_m: lengthM,
      ...toReadingLine(reading),
      scenario: scenario.id,
    },
  ];
}

/** The state of things first, then one line a road and link that would do, a set and a new road. */
export function toFixCsv(answer: FixDocument): string {
  const { question, now, roads, links } = answer;
  const lines: readonly Line[] = [
    { fix: 'now', name: question, ...toReadingLine(now) },
    ...[...(roads?.found ?? []), ...(links?.found ?? [])].map(toSpeedLine),
    ...toSetLines(answer),
    ...toNewLines(answer),
  ];
  const toValue = (value: CsvValue | undefined): CsvValue =>
    typeof value === 'number' ? roundNumber(value) : (value ?? null);
  return toCsv(
    TITLES,
    lines.map((line) => TITLES.map((title) => toValue(line[title]))),
  );
}
