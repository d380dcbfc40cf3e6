/** What a closing takes away: times with the road open against times with it closed, pair by pair. */
import { toVerdict } from '../condition/verdict.ts';
import type { ClosingLoss } from '../model/value.ts';
import { MS_PER_SECOND } from '../units.ts';
import { countTravellers, measureReach, type GroupTimes, type Travel } from './measures.ts';

/** A site and a group with both times. */
interface Pair {
  readonly site: string;
  readonly group: string;
  /** Travellers at the site. */
  readonly count: number;
  readonly openMs: number;
  readonly closedMs: number;
}

/** Pairs that take longer; those without a way even with the road open are none. */
function listSlower(travel: Travel, open: GroupTimes, closed: GroupTimes): readonly Pair[] {
  const { sites, groups } = travel;
  const counts = countTravellers(travel);
  return sites.flatMap((site, i) =>
    groups.flatMap(({ group }, k) => {
      const pair = i * groups.length + k;
      const [openMs, closedMs] = [open[pair] as number, closed[pair] as number];
      return closedMs > openMs ? [{ site, group, count: counts[i] ?? 0, openMs, closedMs }] : [];
    }),
  );
}

const isCutOff = ({ closedMs }: Pair): boolean => closedMs === Infinity;

/** Who loses most: a pair without a way before any detour, the first of equals. */
function findWorst(pairs: readonly Pair[]): ClosingLoss['worst'] {
  const lostMs = (one: Pair): number => one.closedMs - one.openMs;
  const [worst] = pairs.toSorted((a, b) => {
    const [lostA, lostB] = [lostMs(a), lostMs(b)];
    return lostA === lostB ? 0 : lostB - lostA;
  });
  if (worst === undefined) return null;
  const lostS = isCutOff(worst) ? null : lostMs(worst) / MS_PER_SECOND;
  return { site: worst.site, group: worst.group, lostS };
}

const sumOf = (pairs: readonly Pair[], value: (pair: Pair) => number): number =>
  pairs.reduce((sum, pair) => sum + value(pair), 0);

/** Pairs that pass by a cutoff with the road open and not with it closed. */
function listLost(pairs: readonly Pair[], cutoffS: number): readonly Pair[] {
  const passes = (timeMs: number): boolean => toVerdict(timeMs, cutoffS, 0) === 'strict';
  return pairs.filter(({ openMs, closedMs }) => passes(openMs) && !passes(closedMs));
}

function countCutOff({ travellers }: Travel, pairs: readonly Pair[]): number {
  const sites = new Set(pairs.filter(isCutOff).map(({ site }) => site));
  return travellers.filter(({ site }) => sites.has(site)).length;
}

function toLostShare(
  travel: Travel,
  open: GroupTimes,
  closed: GroupTimes,
  measure: 'iOut' | 'i2',
): number | null {
  const [before, after] = [measureReach(travel, open, measure), measureReach(travel, closed, measure)];
  return before === null || after === null ? null : before - after;
}

/** The loss between two tables of times, the second with a road closed. */
export function toLoss(travel: Travel, open: GroupTimes, closed: GroupTimes): ClosingLoss {
  const pairs = listSlower(travel, open, closed);
  const detours = pairs.filter((pair) => !isCutOff(pair));
  const strict = listLost(pairs, travel.cutoffS);
  const count = (list: readonly Pair[]): number => sumOf(list, (pair) => pair.count);
  return {
    lostS: sumOf(detours, (pair) => pair.count * (pair.closedMs - pair.openMs)) / MS_PER_SECOND,
    siteLostS: sumOf(detours, (pair) => pair.closedMs - pair.openMs) / MS_PER_SECOND,
    slowed: count(pairs),
    verdicts: count(strict),
    tolerant: count(listLost(pairs, travel.cutoffS + travel.toleranceS)),
    cutOffPairs: count(pairs.filter(isCutOff)),
    cutOffOrigins: countCutOff(travel, pairs),
    iOut: toLostShare(travel, open, closed, 'iOut'),
    i2: toLostShare(travel, open, closed, 'i2'),
    worst: findWorst(pairs),
    flips: strict.map(({ site, group }) => ({ site, group })),
  };
}
