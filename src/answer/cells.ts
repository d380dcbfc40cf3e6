/** Cells and group verdicts of the answer: the skim in seconds, and `null` wherever there is no way. */
import { toCorners, toVerdict } from '../condition/verdict.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import type { Cell } from '../matrix/cell.ts';
import type { AnswerCell, AnswerGroup, AnswerOrigin } from '../model/answer.ts';
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
  return Object.fromEntries(Object.entries(byFacilityMs).map(([key, ms]) => [key, ms / MS_PER_SECOND]));
}

/** Share of a time; of no time at all nothing is estimated. */
function toShare(partMs: number, timeMs: number): number {
  return timeMs === 0 ? 0 : partMs / timeMs;
}

/** A cell in the units of every answer: seconds, metres, CNY; all null where there is no way. */
export function toCellValues(cell: Cell): Omit<AnswerCell, 'scenario' | 'origin' | 'destination'> {
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

function makeCells(question: Question, times: Times): readonly AnswerCell[] {
  const scenario = times.scenario.id;
  return question.origins.flatMap((origin) =>
    question.destinations.map(({ id: destination }) => ({
      scenario,
      origin: origin.id,
      destination,
      ...toCellValues(times.skim.find(origin.site, destination)),
    })),
  );
}

function toGroup(question: Question, times: Times, origin: AnswerOrigin, one: GroupPlants): AnswerGroup {
  const { cutoffS, toleranceS } = question;
  const { timeMs, plant } = findGroupTime(times, origin.site, one);
  const low = findGroupTime(times, origin.site, one, 'lowMs').timeMs;
  const high = findGroupTime(times, origin.site, one, 'highMs').timeMs;
  return {
    ...{ scenario: times.scenario.id, origin: origin.id, group: one.group, plant, timeS: toSeconds(timeMs) },
    verdict: toVerdict(timeMs, cutoffS, toleranceS),
    corners: toCorners(low, high, cutoffS),
  };
}

/** One verdict an origin and group, in the order of the answer. */
export function listGroups(question: Question, times: Times): readonly AnswerGroup[] {
  return question.origins.flatMap((origin) =>
    question.groups.map((one) => toGroup(question, times, origin, one)),
  );
}
