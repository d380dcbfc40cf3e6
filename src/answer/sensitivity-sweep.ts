/** Outcomes with one parameter away from its middle value, each found once. */
import { listOrdered, type Dimension } from '../uncertainty/dimensions.ts';
import { createConnectorFinder, findOutcome, type Outcome } from '../uncertainty/outcome.ts';
import { readMiddle, toValues, type Values } from '../uncertainty/values.ts';
import type { DrawnQuestion } from './drawn-question.ts';

export interface Sweep {
  readonly drawn: DrawnQuestion;
  /** Those with an order, open or not: no places, no tags. */
  readonly dimensions: readonly Dimension[];
  readonly middle: (side: number) => Outcome;
  readonly middleValues: Values;
  /** Outcome on a side with one dimension at a value. */
  readonly find: (side: number, dimension: Dimension, value: number) => Outcome;
  readonly valuesAt: (dimension: Dimension, value: number) => Values;
}

/** A sweep of a question, nothing computed yet. */
export function createSweep(drawn: DrawnQuestion): Sweep {
  const { asked, sides } = drawn;
  const dimensions = listOrdered(asked.drawn);
  const valuesAt = (dimension: Dimension | null, at: number): Values =>
    toValues(asked.drawn, dimensions, (one) => (one === dimension ? at : readMiddle(one)));
  const middleValues = valuesAt(null, 0);
  const connectorsIn = createConnectorFinder(asked, middleValues);
  const known = new Map<string, Outcome>();
  const keep = (key: string, make: () => Outcome): Outcome => {
    const outcome = known.get(key) ?? make();
    known.set(key, outcome);
    return outcome;
  };
  const search = (side: number, values: Values): Outcome => {
    const roads = sides[side]?.roads;
    if (roads === undefined) throw new RangeError(`no side ${side}`);
    return findOutcome(asked, roads, values, connectorsIn(roads.state));
  };
  return {
    drawn,
    dimensions,
    middleValues,
    valuesAt,
    middle: (side) => keep(`${side}`, () => search(side, middleValues)),
    find: (side, dimension, value) =>
      keep(`${side} ${value} ${dimension.id}`, () => search(side, valuesAt(dimension, value))),
  };
}
