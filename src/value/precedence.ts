/**
 * Cooperative games in which some players stand on others and come in after them. Sets are those of `game.ts`; a set is
 * feasible where nobody is in it without all that it stands on, and so is an order.
 *
 * Faigle and Kern 1992 (The Shapley value for cooperative games under precedence constraints): the mean of what a player
 * adds over the feasible orders alone. Where nobody stands on anybody it is Shapley's own value.
 */
import { listPlayers, MOST_PLAYERS, toDividends } from './game.ts';

/** By player, the set of those that it stands on. */
export type Needs = readonly number[];

function checkNeeds(needs: Needs): void {
  const all = 2 ** needs.length - 1;
  if (needs.length <= MOST_PLAYERS && needs.every((set) => Number.isInteger(set) && set >= 0 && set <= all))
    return;
  throw new RangeError(`a set a player expected, up to ${MOST_PLAYERS} players`);
}

/**
 * All that each stands on, directly or over others (Warshall 1962): itself too where they stand on one another. Throws
 * RangeError where the sets are not those of up to 12 players.
 *
 * @example
 * closeNeeds([0b000, 0b001, 0b010]); // → [0, 1, 3]
 * closeNeeds([0b10, 0b01]); // → [3, 3]
 */
export function closeNeeds(needs: Needs): Needs {
  checkNeeds(needs);
  const closed = [...needs];
  for (const [over, below] of closed.entries()) {
    for (const [player, set] of closed.entries())
      if ((set >>> over) & 1) closed[player] = set | (closed[over] ?? below);
  }
  return closed;
}

/**
 * Those that each stands on with nothing between, of what it stands on in all: the lines of a drawing.
 *
 * @example
 * toDirectNeeds([0b000, 0b001, 0b011]); // → [0, 1, 2]
 */
export function toDirectNeeds(closed: Needs): Needs {
  return closed.map((set) =>
    listPlayers(set).reduce((direct, player) => direct & ~(closed[player] ?? 0), set),
  );
}

/**
 * Whether nobody is in a set without those it stands on.
 *
 * @example
 * [0b01, 0b10].map((set) => isFeasible([0b00, 0b01], set)); // → [true, false]
 */
export function isFeasible(needs: Needs, set: number): boolean {
  return listPlayers(set).every((player) => ((needs[player] ?? 0) & ~set) === 0);
}

/**
 * Feasible sets, rising: nobody first, all last.
 *
 * @example
 * listFeasibleSets([0b00, 0b01]); // → [0, 1, 3]
 */
export function listFeasibleSets(needs: Needs): readonly number[] {
  checkNeeds(needs);
  return Array.from({ length: 2 ** needs.length }, (_, set) => set).filter((set) => isFeasible(needs, set));
}

/**
 * Those that nobody of a feasible set stands on: who may have come in last.
 *
 * @example
 * findTops([0b000, 0b001, 0b000], 0b111); // → 6
 */
export function findTops(needs: Needs, set: number): number {
  return listPlayers(set).reduce((tops, player) => tops & ~(needs[player] ?? 0), set);
}

/**
 * Those that stand on a player, directly or over others, of what each stands on in all.
 *
 * @example
 * findDependents([0b000, 0b001, 0b011], 0); // → 6
 */
export function findDependents(closed: Needs, player: number): number {
  return closed.reduce((set, needed, i) => ((needed >>> player) & 1 ? set | (1 << i) : set), 0);
}

/** How many feasible orders lead from nobody to each set, and from each set to all; 0 where it is not feasible. */
interface Orders {
  readonly before: Float64Array;
  readonly after: Float64Array;
}

function countOrders(needs: Needs, feasible: readonly number[]): Orders {
  const sets = 2 ** needs.length;
  const [before, after] = [new Float64Array(sets), new Float64Array(sets)];
  before[0] = 1;
  after[sets - 1] = 1;
  const listSteps = (set: number): readonly number[] =>
    listPlayers(findTops(needs, set)).map((player) => set - 2 ** player);
  for (const set of feasible)
    for (const less of listSteps(set)) before[set] = (before[set] as number) + (before[less] as number);
  for (const set of feasible.toReversed())
    for (const less of listSteps(set)) after[less] = (after[less] as number) + (after[set] as number);
  return { before, after };
}

/** Values as fractions of one denominator: they sum to the value of all less that of nobody, to the last unit. */
export interface OrderShares {
  /** By player: sum of what it adds over all feasible orders. */
  readonly sums: readonly bigint[];
  /** Feasible orders there are, at least 1: what the sums are to be divided by. */
  readonly orders: number;
}

/**
 * Faigle and Kern's values of a game of whole numbers by set; what stands at sets that are not feasible is not read. Throws
 * RangeError where players stand on one another, where a value is not whole, and where there is not one a set.
 *
 * @example
 * // The second stands on the first: one order alone.
 * const { sums, orders } = shareOverOrders([0, 10, NaN, 30], [0b00, 0b01]);
 * [sums.map(Number), orders]; // → [[10, 20], 1]
 */
export function shareOverOrders(values: ArrayLike<number>, needs: Needs): OrderShares {
  const closed = closeNeeds(needs);
  if (values.length !== 2 ** needs.length) throw new RangeError('a value a set expected');
  if (closed.some((set, player) => (set >>> player) & 1))
    throw new RangeError('players stand on one another');
  const feasible = listFeasibleSets(closed);
  const { before, after } = countOrders(closed, feasible);
  const sums = closed.map(() => 0n);
  for (const set of feasible) {
    for (const player of listPlayers(findTops(closed, set))) {
      const less = set - 2 ** player;
      const orders = BigInt((before[less] as number) * (after[set] as number));
      const added = BigInt(values[set] as number) - BigInt(values[less] as number);
      sums[player] = (sums[player] as bigint) + orders * added;
    }
  }
  return { sums, orders: after[0] as number };
}

/** What a feasible set makes beyond the feasible sets within it. */
export interface SetDividend {
  /** The set by those in it that nobody of it stands on: with all that they stand on it is the whole set. */
  readonly tops: number;
  readonly dividend: number;
}

/**
 * Dividends of the feasible sets: the value of each is the sum of the dividends of the feasible sets within it.
 *
 * @example
 * toFeasibleDividends([0, 10, NaN, 30], [0b00, 0b01]).map(({ tops, dividend }) => [tops, dividend]); // → [[0,0],[1,10],[2,20]]
 */
export function toFeasibleDividends(values: ArrayLike<number>, needs: Needs): readonly SetDividend[] {
  const closed = closeNeeds(needs);
  // A set that is not feasible is worth what the largest feasible one within it is worth, and so has no dividend.
  const inner = Float64Array.from(values, (_, set) => {
    const there = listPlayers(set).filter((player) => ((closed[player] ?? 0) & ~set) === 0);
    return values[there.reduce((sum, player) => sum + 2 ** player, 0)] as number;
  });
  const dividends = toDividends(inner);
  return listFeasibleSets(closed).map((set) => {
    return { tops: findTops(closed, set), dividend: dividends[set] as number };
  });
}
