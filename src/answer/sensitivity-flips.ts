/**
 * At which value each parameter turns each verdict over. More of a parameter makes every trip longer or every trip
 * shorter, never some of each, so that a verdict turns once and halving finds where; both sides of the value are asked.
 */
import type { Flip } from '../model/sensitivity.ts';
import type { Dimension } from '../uncertainty/dimensions.ts';
import { findFirst, toGridValue, toSearchRange, toStep } from '../uncertainty/flip.ts';
import type { Sweep } from './sensitivity-sweep.ts';

/** Two values of the same step grid are equal from here on. */
const NOISE = 1e-9;

function toFlip(sweep: Sweep, side: number, verdict: string, dimension: Dimension): Flip {
  const { id: parameter, label, unit, low, value, high } = dimension;
  const range = toSearchRange(dimension);
  const step = toStep(range);
  const holds = sweep.middle(side).verdicts.get(verdict) === true;
  const isOther = (k: number): boolean => {
    const outcome = sweep.find(side, dimension, toGridValue(value, step, k));
    return (outcome.verdicts.get(verdict) === true) !== holds;
  };
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
    [...sweep.middle(side).verdicts.keys()].flatMap((verdict) =>
      sweep.dimensions.map((dimension) => toFlip(sweep, side, verdict, dimension)),
    ),
  );
}
