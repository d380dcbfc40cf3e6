/**
 * The smallest set of things that makes something hold, of these the one of least weight, of these the first in order:
 * branch and bound over subsets, size by size. Exact where a set never fails that contains one that holds, whether or
 * not every set is possible. What everything else fails without is in every set; a branch over the rest ends where
 * - its set fails together with everything that it has not decided yet, or
 * - its weight and that of the lightest things that may still fill it up come to more than the best of this size.
 */

/** True by place in the list. */
export type Chosen = readonly boolean[];

export interface SetSearch {
  /** Weights of the things, whole numbers of 0 or more, in the order in which equal sets are told apart. */
  readonly weights: readonly number[];
  /** Asked of many sets, of some more than once. */
  readonly holds: (chosen: Chosen) => boolean;
  /** Whether a set that holds can be had at all, such as a road that stands on another. */
  readonly isPossible: (chosen: Chosen) => boolean;
}

export interface SmallestSet {
  /** Places in the list, rising. */
  readonly set: readonly number[];
  readonly weight: number;
}

interface Branch {
  /** Things decided, in order of weight. */
  readonly decided: number;
  readonly chosen: readonly number[];
  readonly weight: number;
}

/** Before the other in the order of sets of one size. */
function isBetter(one: SmallestSet, other: SmallestSet | null): boolean {
  if (other === null || one.weight !== other.weight) return other === null || one.weight < other.weight;
  const at = one.set.findIndex((item, i) => item !== other.set[i]);
  return at >= 0 && (one.set[at] as number) < (other.set[at] as number);
}

/** Things in rising weight, the first of equal ones first. */
function orderByWeight(weights: readonly number[]): readonly number[] {
  return weights
    .map((_, i) => i)
    .toSorted((a, b) => (weights[a] as number) - (weights[b] as number) || a - b);
}

/** True for members. */
function toChosen({ weights }: SetSearch, members: Iterable<number>): Chosen {
  const set = new Set(members);
  return weights.map((_, i) => set.has(i));
}

/** Things without which everything else together fails. Yields after each. */
function* findNeeded(search: SetSearch): Generator<void, readonly number[]> {
  const needed: number[] = [];
  for (const [i] of search.weights.entries()) {
    const others = search.weights.map((_, k) => k !== i);
    if (!search.holds(others)) needed.push(i);
    yield;
  }
  return needed;
}

/** Searches the sets of one size that have what is needed. Yields after each set that it asked about. */
function* searchSize(
  search: SetSearch,
  needed: readonly number[],
  size: number,
): Generator<void, SmallestSet | null> {
  const order = orderByWeight(search.weights).filter((item) => !needed.includes(item));
  const weigh = (item: number | undefined): number => search.weights[item ?? -1] ?? Infinity;
  let best: SmallestSet | null = null;
  const root = { decided: 0, chosen: needed, weight: needed.reduce((sum, item) => sum + weigh(item), 0) };
  const branches: Branch[] = [root];
  for (let branch = branches.pop(); branch !== undefined; branch = branches.pop()) {
    const { decided, chosen, weight } = branch;
    const left = size - chosen.length;
    if (left > order.length - decided) continue;
    let least = weight;
    for (let i = 0; i < left; i += 1) least += weigh(order[decided + i]);
    if (best !== null && least > best.weight) continue;
    // The set with everything undecided is that of the branch before, where the last thing was taken in.
    const isSame = decided > 0 && left > 0 && chosen.at(-1) === order[decided - 1];
    if (!isSame) {
      const holds = search.holds(
        toChosen(search, left === 0 ? chosen : [...chosen, ...order.slice(decided)]),
      );
      yield;
      if (!holds) continue;
    }
    const next = order[decided];
    if (left > 0 && next !== undefined) {
      branches.push({ decided: decided + 1, chosen, weight });
      branches.push({ decided: decided + 1, chosen: [...chosen, next], weight: weight + weigh(next) });
      continue;
    }
    const found = { set: chosen.toSorted((a, b) => a - b), weight };
    if (isBetter(found, best) && search.isPossible(toChosen(search, chosen))) best = found;
  }
  return best;
}

/**
 * Searches size by size; null where not even everything holds. A generator, so that it can be interrupted: it yields
 * once for every set that it asks about.
 *
 * @example
 * const holds = (chosen: readonly boolean[]) => chosen[1] === true || (chosen[0] === true && chosen[2] === true);
 * const search = findSmallestSet({ weights: [1, 5, 1], holds, isPossible: () => true });
 * let step = search.next();
 * while (step.done !== true) step = search.next();
 * step.value; // → { "set": [1], "weight": 5 }
 */
export function* findSmallestSet(search: SetSearch): Generator<void, SmallestSet | null> {
  if (!search.holds(search.weights.map(() => true))) return null;
  const needed = yield* findNeeded(search);
  for (let size = needed.length; size <= search.weights.length; size += 1) {
    const found = yield* searchSize(search, needed, size);
    if (found !== null) return found;
  }
  return null;
}
