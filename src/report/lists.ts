/** Short answers to read: a matrix of minutes, what a place reaches, the scenarios there are. */
import type { AnswerClock } from '../model/answer.ts';
import { toMinutesText } from '../units.ts';
import type { MatrixDocument } from './answers/matrix.ts';
import type { ReachDocument, ReachRow } from './answers/reach.ts';
import type { ScenarioListDocument } from './answers/scenarios.ts';
import { heading, paragraph, table, type Block, type CellText } from './block.ts';
import { toChangeText, toClockText, toCutoffText, toSign, toTrafficText } from './format.ts';

/** Destinations side by side before a further table is begun. */
const TABLE_COLUMNS = 5;

/** One table of minutes a scenario, or several where there are many destinations. */
export function toMatrixBlocks(matrix: MatrixDocument): readonly Block[] {
  const times = new Map(
    matrix.cells.map((cell) => [JSON.stringify([cell.scenario, cell.origin, cell.destination]), cell.timeS]),
  );
  const parts = Array.from({ length: Math.ceil(matrix.destinations.length / TABLE_COLUMNS) }, (_, i) =>
    matrix.destinations.slice(i * TABLE_COLUMNS, (i + 1) * TABLE_COLUMNS),
  );
  const blocks = matrix.scenarios.flatMap(({ id, title }) => [
    heading(`Minutes: ${title}`),
    ...parts.map((part) => {
      const rows = matrix.origins.map((origin) => [
        toName(origin),
        ...part.map(({ id: to }) => toMinutesText(times.get(JSON.stringify([id, origin.id, to])) ?? null)),
      ]);
      return table(['from', ...part.map((to) => to.id)], rows);
    }),
  ]);
  return [{ kind: 'title', text: matrix.data.title }, paragraph(toSetting(matrix), 'quiet'), ...blocks];
}

/** Places within the cutoff in either scenario, nearest first, and how many lie beyond. */
export function toReachBlocks(reach: ReachDocument): readonly Block[] {
  const near = reach.places.filter(({ within }) => within.base || within.build);
  const count = (role: 'base' | 'build'): number => near.filter(({ within }) => within[role]).length;
  const cutoff = toCutoffText(reach.cutoffS);
  const trips = reach.percentile === null ? '' : ` in ${reach.percentile} of 100 trips`;
  const sum = `${count('build')} of ${reach.places.length} places within ${cutoff} min${trips} in ${reach.build.id}, ${count('base')} in ${reach.base.id}.`;
  return [
    { kind: 'title', text: `What ${reach.from.name} reaches within ${cutoff} min${trips}` },
    paragraph(`${toSetting(reach)} One way, without loading.`, 'quiet'),
    paragraph(sum, 'strong'),
    ...(reach.percentile === null
      ? [table(['place', 'kind', reach.base.id, reach.build.id, 'change'], near.map(toReachRow))]
      : toPercentileBlocks(reach, reach.percentile)),
  ];
}

/** Places that at least the trips whose delays even out reach, nearest first. */
function toPercentileBlocks(reach: ReachDocument, percentile: number): readonly Block[] {
  const { base, build, cutoffS, places } = reach;
  const sides = ['base', 'build'] as const;
  const shown = places.filter(({ percentileS }) =>
    sides.some((side) => (percentileS?.[side]?.leastS ?? Infinity) <= cutoffS),
  );
  const titles = ['place', 'base mean', `p${percentile}`, 'build mean', `p${percentile}`];
  return [
    table(
      titles,
      shown.map((row) => [row.name, ...sides.flatMap((side) => toPercentileCells(row, side, cutoffS))]),
    ),
    paragraph(
      `base ${base.id}, build ${build.id}. p${percentile}: minutes that ${percentile} of 100 trips on the way of the mean do not exceed, from delays that even out to delays that come all together; ~ where it hangs on that.`,
      'quiet',
    ),
  ];
}

function toPercentileCells(
  { baseS, buildS, percentileS }: ReachRow,
  side: 'base' | 'build',
  cutoffS: number,
): readonly CellText[] {
  const range = percentileS?.[side] ?? null;
  const mean = toMinutesText(side === 'base' ? baseS : buildS);
  if (range === null) return [mean, toMinutesText(null)];
  const { leastS, mostS } = range;
  const { sign, tone } = toSign(mostS <= cutoffS ? 'strict' : leastS <= cutoffS ? 'tolerant' : 'no');
  const [least, most] = [toMinutesText(leastS), toMinutesText(mostS)];
  return [mean, { text: `${least === most ? least : `${least} – ${most}`} ${sign}`, tone }];
}

/** Every scenario with its day and belt sections, then the named contrasts. */
export function toScenarioBlocks(list: ScenarioListDocument): readonly Block[] {
  const columns = [
    { title: 'id', align: 'left' },
    { title: 'day', align: 'left' },
    { title: 'links', align: 'right' },
    { title: 'belt sections open', align: 'left' },
    { title: 'title', align: 'left', least: 20 },
  ] as const;
  const rows = list.scenarios.map(({ id, date, links, beltSections, title }) => ({
    cells: [id, date, String(links), beltSections.join(' ') || 'none', title],
  }));
  const contrasts = list.contrasts.map(({ id, base, build, note }) => `${id}: ${base} → ${build}. ${note}`);
  return [
    { kind: 'title', text: `Scenarios of ${list.data.title}` },
    { kind: 'table', columns, rows },
    paragraph('Any other date works too: YYYY-MM (its last day) or YYYY-MM-DD.'),
    heading('Contrasts'),
    { kind: 'list', items: contrasts },
  ];
}

function toReachRow(row: ReachRow): readonly CellText[] {
  const { kind, baseS, buildS, within } = row;
  const toTime = (timeS: number | null, passes: boolean): CellText => {
    const { sign, tone } = toSign(passes ? 'strict' : 'no');
    return { text: `${toMinutesText(timeS)} ${sign}`, tone };
  };
  return [
    toName(row),
    kind,
    toTime(baseS, within.base),
    toTime(buildS, within.build),
    toChangeText(baseS, buildS),
  ];
}

function toName({
  id,
  name,
  nameZh,
}: {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}): string {
  const names = nameZh === null || nameZh === name ? name : `${name} ${nameZh}`;
  return name === id ? id : `${id} ${names}`;
}

function toSetting({
  vehicleClass,
  traffic,
  clock = null,
}: {
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly clock?: AnswerClock | null;
}): string {
  return `${vehicleClass}, ${clock === null ? toTrafficText(traffic) : toClockText(clock)}.`;
}
