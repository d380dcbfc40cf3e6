/**
 * The best order to build things in, one after the other, when what is finished at the end of a year counts in that
 * year. Exact by dynamic programming over sets: what is worth most from here on depends on what is finished, not on the
 * order it was finished in (Bellman; Held and Karp 1962).
 */
import { listPlayers, MOST_PLAYERS } from './game.ts';
import { closeNeeds, isFeasible, type Needs } from './precedence.ts';

/** A set is a whole number whose bit i is thing i. */
export interface OrderProblem {
  /** Number of things. */
  readonly count: number;
  /** What a year is worth at whose end a set is finished. */
  readonly worth: (set: number) => number;
  /** Year in which the last of a set is finished when it is built before all others: 0 for none, never less for more. */
  readonly finish: (set: number) => number;
  /** What a year counts, from 1 to the year in which all are finished. */
  readonly weight: (year: number) => number;
  /** What each thing stands on and comes after; left out = nothing. */
  readonly needs?: Needs;
}

export interface BestOrder {
  readonly order: readonly number[];
  /** Sum over the years of weight × worth. */
  readonly value: number;
  /** Orders of the same value, this one included. */
  readonly ties: number;
}

/** Sums that differ by less than this part of them differ by rounding alone. */
const SAME = 1e-9;

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a));

/** Weight of the years from the end of one to before the end of another. */
function sumWeights({ weight }: OrderProblem, from: number, before: number): number {
  let sum = 0;
  for (let year = Math.max(1, from); year < before; year += 1) sum += weight(year);
  return sum;
}

/** What the years are worth between the finish of a set and that of a larger one. */
function valueBetween(problem: OrderProblem, set: number, next: number): number {
  const { worth, finish } = problem;
  const weights = sumWeights(problem, finish(set), finish(next));
  return weights === 0 ? 0 : worth(set) * weights;
}

function checkCount({ count, needs = [] }: OrderProblem): void {
  if (!(Number.isInteger(count) && count >= 1 && count <= MOST_PLAYERS))
    throw new RangeError(`1 to ${MOST_PLAYERS} things expected, ${count} given`);
  if (closeNeeds(needs).some((set, thing) => (set >>> thing) & 1))
    throw new RangeError('things stand on one another');
}

/** The last year: all are finished, and it counts. */
function valueLast({ count, worth, finish, weight }: OrderProblem): number {
  const all = 2 ** count - 1;
  return worth(all) * weight(finish(all));
}

/**
 * An order of the greatest value of those in which nothing comes before what it stands on; of equals the one that comes first when things are compared by number. Throws
 * RangeError for no things, for more than 12, and for
 * things that stand on one another.
 *
 * @example
 * const worth = (set: number): number => (set === 3 ? 10 : set === 2 ? 4 : 0);
 * const finish = (set: number): number => (set === 0 ? 0 : set === 3 ? 2 : 1);
 * findBestOrder({ count: 2, worth, finish, weight: () => 1 }); // → { "order": [1, 0], "value": 14, "ties": 1 }
 */
export function findBestOrder(problem: OrderProblem): BestOrder {
  checkCount(problem);
  const all = 2 ** problem.count - 1;
  const left = new Float64Array(all + 1);
  const ties = new Float64Array(all + 1);
  const next = new Int8Array(all + 1).fill(-1);
  left[all] = valueLast(problem);
  ties[all] = 1;
  const { needs = [] } = problem;
  for (let set = all - 1; set >= 0; set -= 1) {
    if (!isFeasible(needs, set)) continue;
    const free = listPlayers(all - set).filter((thing) => ((needs[thing] ?? 0) & ~set) === 0);
    const choices = free.map((thing) => {
      const larger = set + 2 ** thing;
      return { thing, larger, value: valueBetween(problem, set, larger) + (left[larger] as number) };
    });
    const most = Math.max(...choices.map(({ value }) => value));
    const best = choices.filter(({ value }) => isSame(most, value));
    left[set] = most;
    ties[set] = best.reduce((sum, { larger }) => sum + (ties[larger] as number), 0);
    next[set] = best[0]?.thing ?? -1;
  }
  const order: number[] = [];
  for (let set = 0; set < all; set += 2 ** (order.at(-1) ?? 0)) order.push(next[set] as number);
  return { order, value: left[0] as number, ties: ties[0] as number };
}

/** Sets that are finished at the end of each year, from year 1 to the last, in an order of all things. */
export function listFinished({ finish, count }: OrderProblem, order: readonly number[]): readonly number[] {
  const years = finish(2 ** count - 1);
  const prefixes = order.map((_, i) => order.slice(0, i + 1).reduce((set, thing) => set + 2 ** thing, 0));
  return Array.from({ length: years }, (_, i) => prefixes.findLast((set) => finish(set) <= i + 1) ?? 0);
}

/**
 * Value of an order of all things.
 *
 * @example
 * const finish = (set: number): number => (set === 0 ? 0 : set === 3 ? 2 : 1);
 * valueOrder({ count: 2, worth: (set) => set, finish, weight: () => 1 }, [0, 1]); // → 4
 */
export function valueOrder(problem: OrderProblem, order: readonly number[]): number {
  return listFinished(problem, order).reduce(
    (sum, set, i) => sum + problem.weight(i + 1) * problem.worth(set),
    0,
  );
}

/** What a year counts; by divisions one after the other, which every engine rounds alike, unlike powers. */
function toWeight(rate: number, year: number): number {
  let weight = 1;
  for (let i = 0; i < year; i += 1) weight /= 1 + rate;
  return weight;
}

/**
 * The problem of a pace and a rate; worth is what is gained against nothing, in units of so many of the values.
 *
 * @example
 * const { worth, weight } = toOrderProblem([5, 65], 60, (set) => set, 0.25);
 * [worth(1), weight(1)]; // → [1, 0.8]
 */
export function toOrderProblem(
  values: ArrayLike<number>,
  scale: number,
  finish: (set: number) => number,
  rate: number,
): OrderProblem {
  const count = Math.log2(values.length);
  const worth = (set: number): number => ((values[set] ?? 0) - (values[0] ?? 0)) / scale;
  return { count, finish, worth, weight: (year) => toWeight(rate, year) };
}
