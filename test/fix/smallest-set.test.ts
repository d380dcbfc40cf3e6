/** The smallest set against every set there is, on random conditions that more never fails. */
import { describe, expect, it } from 'vitest';
import { findSmallestSet, type SetSearch, type SmallestSet } from '../../src/fix/smallest-set.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';

function run(search: SetSearch): SmallestSet | null {
  const steps = findSmallestSet(search);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Members of a set by its number in binary. */
const toChosen = (count: number, set: number): readonly boolean[] =>
  Array.from({ length: count }, (_, i) => ((set >> i) & 1) === 1);

/** Least by size, weight and order, of all sets. */
function findByBruteForce({ weights, holds, isPossible }: SetSearch): SmallestSet | null {
  const count = weights.length;
  const all = Array.from({ length: 2 ** count }, (_, set) => toChosen(count, set))
    .filter((chosen) => holds(chosen) && isPossible(chosen))
    .map((chosen) => chosen.flatMap((is, i) => (is ? [i] : [])))
    .map((set) => ({ set, weight: set.reduce((sum, i) => sum + (weights[i] ?? NaN), 0) }));
  const text = ({ set }: SmallestSet): string => set.map((i) => String(i).padStart(2, '0')).join(' ');
  const [least] = all.toSorted(
    (a, b) => a.set.length - b.set.length || a.weight - b.weight || (text(a) < text(b) ? -1 : 1),
  );
  return least ?? null;
}

/** It holds where any of some sets is contained; some things stand on others. */
function makeSearch(random: Random): SetSearch {
  const count = random.int(0, 8);
  const weights = Array.from({ length: count }, () => random.int(0, 4));
  const ways = Array.from({ length: random.int(0, 6) }, () =>
    weights.flatMap((_, i) => (random.once(3) ? [i] : [])),
  );
  const needs = weights.map((_, i) => (i > 0 && random.once(4) ? random.int(0, i - 1) : null));
  return {
    weights,
    holds: (chosen) => ways.some((way) => way.every((i) => chosen[i])),
    isPossible: (chosen) =>
      needs.every((need, i) => chosen[i] !== true || need === null || chosen[need] === true),
  };
}

describe('the smallest set', () => {
  it('is that of brute force: fewest, then lightest, then first', () => {
    const random = createRandom(5);
    for (let i = 0; i < toCount(400, 20_000); i += 1) {
      const search = makeSearch(random);
      expect(run(search), JSON.stringify(search.weights)).toEqual(findByBruteForce(search));
    }
  });

  it('asks about few sets where much is of no use', () => {
    let asked = 0;
    const weights = Array.from({ length: 20 }, (_, i) => 20 - i);
    const holds = (chosen: readonly boolean[]): boolean => {
      asked += 1;
      return chosen[3] === true && chosen[7] === true && chosen[11] === true;
    };
    expect(run({ weights, holds, isPossible: () => true })).toEqual({ set: [3, 7, 11], weight: 39 });
    expect(asked).toBeLessThan(25);
  });
});
