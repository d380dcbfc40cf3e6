/**
 * At which value each parameter turns each verdict over. More of a parameter makes every trip longer or every trip
 * shorter, never some of each, so that a verdict turns once and halving finds where; both sides of the value are asked.
 */
import { isWithin } from '../access/origin-times.ts';
import type { Flip } from '../model/sensitivity.ts';
import type { Dimension } from '../uncertainty/dimensions.ts';
import { findFirst, toGridValue, toSearchRange, toStep } from '../uncertainty/flip.ts';
import type { Outcome } from '../uncertainty/outcome.ts';
import type { Sweep } from './sensitivity-sweep.ts';

/** Two values of the same step grid are equal from here on. */
const NOISE = 1e-9;

/** A verdict that is asked of every outcome. */
interface Verdict {
  readonly id: string;
  readonly read: (outcome: Outcome) => boolean;
}

/** Those of the flowchart and of pairs of plants, and of each trip to a group where its origin was named. */
function listVerdicts({ drawn: { asked }, middle }: Sweep, side: number): readonly Verdict[] {
  const { origins, sites, groups, isNamed, cutoffS } = asked;
  const charted = [...middle(side).verdicts.keys()].map((id): Verdict => ({
    id,
    read: ({ verdicts }) => verdicts.get(id) === true,
  }));
  if (!isNamed) return charted;
  const trips = origins.flatMap(({ id, site }) =>
    groups.map(({ group }, k): Verdict => {
      const at = sites.indexOf(site) * groups.length + k;
      return {
        id: `reach:${id}-${group}`,
        read: ({ timesMs }) => isWithin(timesMs[at] ?? Infinity, cutoffS),
      };
    }),
  );
  return [...charted, ...trips];
}

function toFlip(sweep: Sweep, side: number, { id: verdict, read }: Verdict, dimension: Dimension): Flip {
  const { id: parameter, label, unit, low, value, high } = dimension;
  const range = toSearchRange(dimension);
  const step = toStep(range);
  const holds = read(sweep.middle(side));
  const isOther = (k: number): boolean =>
    read(sweep.find(side, dimension, toGridValue(value, step, k))) !== holds;
  const [down, up] = [
    Math.floor((value - range[0]) / step + NOISE),
    Math.floor((range[1] - value) / step + NOISE),
  ];
  const below = findFirst(down, (k) => isOther(-k));
  const above = below === null ? findFirst(up, isOther) : null;
  const k = below === null ? above : -below;
  const flipAt = k === null ? null : toGridValue(value, step, k);
  const inRange = flipAt !== null && flipAt >= low - NOISE && flipAt <= high + NOISE;
  return {
    ...{
      verdict,
      scenario: sweep.drawn.sides[side]?.scenario.id ?? '',
      holds,
      parameter,
      label,
      unit,
      value,
    },
    ...{ searchedFrom: range[0], searchedTo: range[1], flipAt, step, inRange },
  };
}

/** Every verdict on every side by every parameter. */
export function listFlips(sweep: Sweep): readonly Flip[] {
  return sweep.drawn.sides.flatMap((_, side) =>
    listVerdicts(sweep, side).flatMap((verdict) =>
      sweep.dimensions.map((dimension) => toFlip(sweep, side, verdict, dimension)),
    ),
  );
}
