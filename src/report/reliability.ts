/** How often the hour is kept, to read and as CSV. */
import type { Analysis } from '../model/answer.ts';
import type { ReliabilityDocument, ReliabilityRow } from '../model/reliability.ts';
import { toMinutesText } from '../units.ts';
import { heading, paragraph, table, type Block, type CellText, type Column, type TableRow } from './block.ts';
import { toCsv } from './csv.ts';
import { DASH, toClockText, toCutoffText, toShareText, toTitleText, toTrafficText } from './format.ts';
import { roundNumber } from './json.ts';
import { gatherSites } from './view.ts';

const VERDICTS = {
  holds: { text: 'holds ✓', tone: 'good' },
  depends: { text: 'depends ~', tone: 'open' },
  fails: { text: 'fails ✗', tone: 'bad' },
  unreachable: { text: 'no way ✗', tone: 'bad' },
} as const;

const LINKS = { independent: 'each alone', middle: 'half together', comonotone: 'all together' } as const;

const NOTE =
  "The mean is the modelled time, and no trip is faster than the signed limits allow. Late: minutes beyond the cutoff, trips in time counted as 0. How the delays of a trip's links go together is not known: each alone and all together are the two ends. It speaks of trips from one day to the next, not of how well the data are known.";

type Counts = Pick<Analysis, 'reliability' | 'scenarios'>;

/** The fourth reading of the one-hour condition, below the counts of the others; none without variability. */
export function toReliabilityCountBlocks(
  { reliability, scenarios }: Counts,
  cutoffS: number,
): readonly Block[] {
  const level = reliability[0]?.level;
  if (level === undefined) return [];
  const ids = [...new Set(scenarios.map(({ id }) => id))];
  const groups = [...new Set(reliability.map(({ group }) => group))];
  const rows = groups.map((group): readonly CellText[] => [
    toTitleText(group),
    ...ids.map((id) => {
      const one = reliability.find((row) => row.scenario === id && row.group === group);
      if (one === undefined) return DASH;
      return one.depends === 0 ? String(one.holds) : `${one.holds} (${one.holds + one.depends})`;
    }),
  ]);
  return [
    heading(`Suppliers within ${toCutoffText(cutoffS)} min in ${toShareText(level)} of trips`),
    table(['reach', ...ids], rows),
    paragraph(
      "Suppliers that keep it however the delays of a trip's links go together (and with those that keep it only if they even out). The spread of trip times is assumed; beltway reliability gives each trip.",
      'quiet',
    ),
  ];
}

/** Percent with one decimal where there is one: 12.5 %. */
const toExactShare = (share: number): string => `${Number((100 * share).toFixed(1))} %`;

function toSpreadText({ coefficientOfVariation: cv, rows }: ReliabilityDocument): string {
  if (cv !== null)
    return `Standard deviation ${toExactShare(cv.value)} of the mean (${toExactShare(cv.low)} to ${toExactShare(cv.high)}, ${cv.grade})`;
  const own = rows.flatMap(({ coefficientOfVariation }) => coefficientOfVariation ?? []);
  const range = own.length === 0 ? '' : `: ${toRange(own, toExactShare)} of the mean`;
  return `Standard deviation between those of the traffic states, as busy as each trip's roads are then${range} (assumed)`;
}

function toHead(answer: ReliabilityDocument): readonly Block[] {
  const { cutoffS, level, vehicleClass, traffic, clock, incidents } = answer;
  const more = incidents ? ', with incidents' : '';
  const when = clock === null ? toTrafficText(traffic) : toClockText(clock);
  return [
    {
      kind: 'title',
      text: `How often ${toCutoffText(cutoffS)} minutes are kept (${toShareText(level)} of trips asked)`,
    },
    paragraph(`${toTitleText(vehicleClass)}, ${when}${more}. ${toSpreadText(answer)}.`, 'quiet'),
    ...(answer.sentence === '' ? [] : [paragraph(answer.sentence, 'strong')]),
  ];
}

function toRange(values: readonly number[], show: (value: number) => string): string {
  const [least, most] = [show(Math.min(...values)), show(Math.max(...values))];
  return least === most ? least : `${least} – ${most}`;
}

/** Whether the modelled time of a trip is marked ≈: its ranges are in the main answer, where there is one beside. */
type IsRough = (row: ReliabilityRow) => boolean;

/** One trip of a site: suppliers that stand at one place share it. */
function toCells({ timeS, readings, verdict }: ReliabilityRow, about: string): readonly CellText[] {
  if (timeS === null) return [DASH, DASH, DASH, VERDICTS[verdict]];
  return [
    about + toMinutesText(timeS),
    toRange(
      readings.map(({ probability }) => probability),
      toShareText,
    ),
    about +
      toRange(
        readings.map(({ p95S }) => p95S),
        toMinutesText,
      ),
    VERDICTS[verdict],
  ];
}

function toSiteRows(
  { origins }: ReliabilityDocument,
  rows: readonly ReliabilityRow[],
  isRough: IsRough,
): readonly TableRow[] {
  return gatherSites(origins).flatMap((site) => {
    const [first] = site.origins;
    const own = rows.filter(({ origin }) => origin === first?.id);
    const names = site.origins.map(({ id, name }) => `${id} ${name}`).join(', ');
    return own.map((row, i) => {
      const cells = [
        `${site.site} → ${toTitleText(row.destination)}`,
        ...toCells(row, isRough(row) ? '≈' : ''),
      ];
      return i === own.length - 1 && first?.kind === 'supplier' ? { cells, under: names } : { cells };
    });
  });
}

const COLUMNS: readonly Column[] = [
  { title: 'trip', align: 'left', least: 12 },
  ...['mean min', 'in time', 'p95 min', 'verdict'].map((title) => ({ title, align: 'right' }) as const),
];

/** Whether the trip takes its time every time: the signed limits are its modelled time. */
function isSteady({ incidents }: ReliabilityDocument, { timeS, minS }: ReliabilityRow): boolean {
  return timeS === minS && !incidents;
}

function toPairBlocks(answer: ReliabilityDocument, row: ReliabilityRow, title: string): readonly Block[] {
  const { timeS, minS, readings, largestMeanS, p95LowS, p95HighS } = row;
  if (timeS === null) return [heading(title), paragraph('There is no way by road.')];
  const shown = readings.map(({ correlation, probability, lateS, p50S, p80S, p95S, bufferIndex }) => [
    LINKS[correlation],
    toShareText(probability),
    ...[lateS, p50S, p80S, p95S].map(toMinutesText),
    bufferIndex.toFixed(2),
  ]);
  const needed =
    largestMeanS === null
      ? ''
      : ` In time in ${toShareText(answer.level)} of trips, all delays together, up to a mean of ${toMinutesText(largestMeanS)} min.`;
  return [
    heading(title),
    paragraph(
      `Mean ${toMinutesText(timeS)} min${answer.incidents ? ' without an incident' : ''}, at the signed limits ${toMinutesText(minS)}.${needed}`,
    ),
    table(["links' delays", 'in time', 'late', 'p50', 'p80', 'p95', 'buffer'], shown),
    paragraph(
      isSteady(answer, row)
        ? 'The modelled time is that at the signed limits: nothing is left to vary.'
        : `All together, p95 is ${toMinutesText(p95LowS)} to ${toMinutesText(p95HighS)} min over the range of the standard deviation.`,
      'quiet',
    ),
  ];
}

function toScenarioBlocks(
  answer: ReliabilityDocument,
  id: string,
  title: string,
  isRough: IsRough,
): readonly Block[] {
  const rows = answer.rows.filter(({ scenario }) => scenario === id);
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return toPairBlocks(answer, only, title);
  return [heading(title), { kind: 'table', columns: COLUMNS, rows: toSiteRows(answer, rows, isRough) }];
}

/** One table a scenario; a single pair with its percentiles at each correlation. */
export function toReliabilityBlocks(
  answer: ReliabilityDocument,
  isRough: IsRough = () => false,
): readonly Block[] {
  const scenarios = [...new Map(answer.scenarios.map((one) => [one.id, one])).values()];
  return [
    ...toHead(answer),
    ...scenarios.flatMap(({ id, title }) => toScenarioBlocks(answer, id, title, isRough)),
    paragraph(NOTE, 'quiet'),
    paragraph(`Again: ${answer.command}`, 'quiet'),
  ];
}

/** One line a scenario, trip and correlation; a trip without a way has one line. */
export function toReliabilityCsv({ rows, cutoffS }: ReliabilityDocument): string {
  const titles = [
    'scenario',
    'origin',
    'destination',
    'plant',
    'cutoff_s',
    'mean_s',
    'least_s',
    'largest_mean_s',
    'correlation',
  ];
  const more = ['probability', 'late_s', 'p50_s', 'p80_s', 'p95_s', 'buffer_index', 'verdict'];
  const lines = rows.flatMap((row) => {
    const { scenario, origin, destination, plant, timeS, minS, largestMeanS, readings, verdict } = row;
    const head = [scenario, origin, destination, plant, cutoffS, timeS, minS, largestMeanS];
    if (readings.length === 0) return [[...head, null, null, null, null, null, null, null, verdict]];
    return readings.map(({ correlation, probability, lateS, p50S, p80S, p95S, bufferIndex }) => [
      ...head,
      correlation,
      ...[probability, lateS, p50S, p80S, p95S, bufferIndex].map(roundNumber),
      verdict,
    ]);
  });
  return toCsv([...titles, ...more], lines);
}
