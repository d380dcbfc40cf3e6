/** Cells and group verdicts of the answer: the skim in seconds, and `null` wherever there is no way. */
import { toCorners, toVerdict } from '../condition/verdict.ts';
import type { GroupTime } from '../condition/groups.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import type { Cell } from '../matrix/cell.ts';
import type { AnswerCell, AnswerGroup } from '../model/answer.ts';
import { SURFACES } from '../network/setting.ts';
import { FEN_PER_CNY, MM_PER_M, MS_PER_SECOND } from '../units.ts';
import { keep } from './memory.ts';
import type { Question } from './question.ts';
import { findGroupTime, type Times } from './times.ts';

/** A time in seconds with whole milliseconds; null when unreachable. */
export function toSeconds(timeMs: number): number | null {
  return Number.isFinite(timeMs) ? timeMs / MS_PER_SECOND : null;
}

const NO_WAY = {
  ...{ timeS: null, lowS: null, highS: null, lengthM: null, tollCny: null },
  ...{ estimatedShare: null, townChainShare: null, viaBeltM: null, byFacilityS: null },
} as const;

function toByFacilityS({ byFacilityMs }: Cell): Readonly<Record<string, number>> {
  const seconds: Record<string, number> = {};
  for (const surface of SURFACES) seconds[surface] = byFacilityMs[surface] / MS_PER_SECOND;
  return seconds;
}

/** Share of a time; of no time at all nothing is estimated. */
function toShare(partMs: number, timeMs: number): number {
  return timeMs === 0 ? 0 : partMs / timeMs;
}

type CellValues = Omit<AnswerCell, 'scenario' | 'origin' | 'destination'>;

/** A cell in the units of every answer: seconds, metres, CNY; all null where there is no way. */
export function toCellValues(cell: Cell): CellValues {
  if (!Number.isFinite(cell.timeMs)) return NO_WAY;
  return {
    timeS: cell.timeMs / MS_PER_SECOND,
    lowS: toSeconds(cell.lowMs),
    highS: toSeconds(cell.highMs),
    lengthM: cell.lengthMm / MM_PER_M,
    tollCny: cell.tollFen / FEN_PER_CNY,
    estimatedShare: toShare(cell.estimatedMs, cell.timeMs),
    townChainShare: toShare(cell.townChainMs, cell.timeMs),
    viaBeltM: cell.viaBeltMm / MM_PER_M,
    byFacilityS: toByFacilityS(cell),
  };
}

/** One cell an origin and destination, in the order of the answer. */
export function listCells(question: Question, times: Times): readonly AnswerCell[] {
  const { store, origins, destinations } = question;
  return keep(store, 'cells', [times, origins, destinations], () => makeCells(question, times));
}

function makeCells({ origins, destinations }: Question, times: Times): readonly AnswerCell[] {
  const scenario = times.scenario.id;
  // Suppliers at one site share its values.
  const rows = new Map<string, readonly CellValues[]>();
  const rowOf = (site: string): readonly CellValues[] => {
    const row = rows.get(site) ?? destinations.map(({ id }) => toCellValues(times.skim.find(site, id)));
    rows.set(site, row);
    return row;
  };
  return origins.flatMap(({ site, id: origin }) =>
    rowOf(site).map((values, i) => ({ scenario, origin, destination: destinations[i]?.id ?? '', ...values })),
  );
}

interface GroupTimes {
  readonly service: GroupTime;
  readonly lowMs: number;
  readonly highMs: number;
}

/** Times of every site to every group with their corners, in the order of the groups: no cutoff in them. */
function listGroupTimes(question: Question, times: Times): ReadonlyMap<string, readonly GroupTimes[]> {
  const { store, origins, groups } = question;
  return keep(store, 'group-times', [times, origins, groups], () => {
    const sites = [...new Set(origins.map(({ site }) => site))];
    return new Map(sites.map((site) => [site, groups.map((one) => toGroupTimes(times, site, one))]));
  });
}

function toGroupTimes(times: Times, site: string, one: GroupPlants): GroupTimes {
  return {
    service: findGroupTime(times, site, one),
    lowMs: findGroupTime(times, site, one, 'lowMs').timeMs,
    highMs: findGroupTime(times, site, one, 'highMs').timeMs,
  };
}

function toGroup(
  { cutoffS, toleranceS }: Question,
  scenario: string,
  origin: string,
  group: string,
  { service: { timeMs, plant }, lowMs, highMs }: GroupTimes,
): AnswerGroup {
  return {
    ...{ scenario, origin, group, plant, timeS: toSeconds(timeMs) },
    verdict: toVerdict(timeMs, cutoffS, toleranceS),
    corners: toCorners(lowMs, highMs, cutoffS),
  };
}

/** One verdict an origin and group, in the order of the answer. */
export function listGroups(question: Question, times: Times): readonly AnswerGroup[] {
  const timesOf = listGroupTimes(question, times);
  const { id } = times.scenario;
  return question.origins.flatMap((origin) =>
    (timesOf.get(origin.site) ?? []).map((one, i) =>
      toGroup(question, id, origin.id, question.groups[i]?.group ?? '', one),
    ),
  );
}
