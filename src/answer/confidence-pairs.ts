/** What the draws say of each supplier and group, and of the difference that the road makes to them. */
import type { ConfidenceChange, ConfidencePair, Spread } from '../model/confidence.ts';
import { MS_PER_SECOND } from '../units.ts';
import type { Outcome } from '../uncertainty/outcome.ts';
import { toSpread } from '../uncertainty/statistics.ts';
import { toSeconds } from './cells.ts';
import { toDrawVerdict, type Drawings } from './confidence-draws.ts';

const NOTHING: Spread = { least: null, p5: null, p50: null, p95: null, greatest: null };

/** Times of a site and group over the draws, in ms. */
function listTimes(outcomes: readonly Outcome[], at: number): Float64Array {
  return Float64Array.from(outcomes, ({ timesMs }) => timesMs[at] as number);
}

const toSpreadS = (timesMs: Float64Array): Spread =>
  toSpread(timesMs.map((ms) => ms / MS_PER_SECOND)) ?? NOTHING;

/** Calls once a site and group with the place of its time; origins of one site share what is made. */
function mapPairs<T>(
  { drawn: { asked } }: Drawings,
  make: (at: number) => T,
): readonly (T & { origin: string; group: string })[] {
  const { origins, sites, groups } = asked;
  const made = sites.map((_, site) => groups.map((__, group) => make(site * groups.length + group)));
  return origins.flatMap(({ id: origin, site }) => {
    const row = made[sites.indexOf(site)] ?? [];
    return groups.map(({ group }, k) => ({ origin, group, ...(row[k] as T) }));
  });
}

/** One row a scenario, supplier and group. */
export function listPairs(drawings: Drawings): readonly ConfidencePair[] {
  const { drawn, middle, outcomes, uncertainty } = drawings;
  const limitMs = drawn.question.cutoffS * MS_PER_SECOND;
  return drawn.sides.flatMap(({ scenario }, side) => {
    const draws = outcomes[side] ?? [];
    return mapPairs(drawings, (at) => {
      const timesMs = listTimes(draws, at);
      const holds = timesMs.filter((ms) => ms <= limitMs).length;
      return {
        scenario: scenario.id,
        holds,
        verdict: toDrawVerdict(holds, draws.length, uncertainty),
        timeS: toSeconds(middle[side]?.timesMs[at] ?? Infinity),
        spreadS: toSpreadS(timesMs),
      };
    });
  });
}

/** One row a supplier and group: the same draw in base and build. */
export function listChanges(drawings: Drawings): readonly ConfidenceChange[] {
  const { drawn, outcomes } = drawings;
  const limitMs = drawn.question.cutoffS * MS_PER_SECOND;
  return mapPairs(drawings, (at) => {
    const [before, after] = [listTimes(outcomes[0] ?? [], at), listTimes(outcomes.at(-1) ?? [], at)];
    const count = (from: Float64Array, to: Float64Array): number =>
      from.filter((ms, draw) => ms > limitMs && (to[draw] as number) <= limitMs).length;
    const both = after.map((ms, draw) => ms - (before[draw] as number)).filter((ms) => Number.isFinite(ms));
    return {
      gains: count(before, after),
      loses: count(after, before),
      spreadS: both.length === 0 ? null : toSpreadS(both),
    };
  });
}
