/** Shapley values and dividends: games whose values are known, the axioms on random games, and all orders one by one. */
import { describe, expect, it } from 'vitest';
import { listPlayers, MOST_PLAYERS, toDividends, toShapleyValues } from '../../src/value/game.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';

/** Whole values, nobody worth something too. */
function makeGame(random: Random, players: number): readonly number[] {
  return Array.from({ length: 2 ** players }, () => random.int(-50, 1000));
}

function listOrders(things: readonly number[]): readonly (readonly number[])[] {
  if (things.length === 0) return [[]];
  return things.flatMap((first) =>
    listOrders(things.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

/** The mean over all orders of what each adds on coming in. */
function averageOrders(values: readonly number[], players: number): readonly number[] {
  const sums = Array.from({ length: players }, () => 0);
  const orders = listOrders(Array.from(sums.keys()));
  for (const order of orders) {
    let set = 0;
    for (const player of order) {
      const larger = set | (1 << player);
      sums[player] = (sums[player] ?? 0) + (values[larger] ?? NaN) - (values[set] ?? NaN);
      set = larger;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

const sumOf = (list: ArrayLike<number>): number => Array.from(list).reduce((sum, one) => sum + one, 0);

function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of found.entries()) expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(1e-9);
}

/** The value of a set is 1 where it has a right glove and a left one: two have a left one, one the right one. */
const GLOVES = [0, 0, 0, 0, 0, 1, 1, 1];

describe('games with known values', () => {
  it('the glove game gives 1/6, 1/6, 2/3', () => {
    expectClose(toShapleyValues(GLOVES), [1 / 6, 1 / 6, 2 / 3]);
    expect([...toDividends(GLOVES)]).toEqual([0, 0, 0, 0, 0, 1, 1, -1]);
  });

  it('a majority of three gives a third each, a dictator everything', () => {
    expectClose(toShapleyValues([0, 0, 0, 1, 0, 1, 1, 1]), [1 / 3, 1 / 3, 1 / 3]);
    expectClose(toShapleyValues([0, 0, 5, 5, 0, 0, 5, 5]), [0, 5, 0]);
  });

  it('weighted voting 50 of 40, 30, 20, 10 gives 5/12, 1/4, 1/4, 1/12', () => {
    const weights = [40, 30, 20, 10];
    const votes = Array.from({ length: 16 }, (_, set) =>
      Number(sumOf(listPlayers(set).map((i) => weights[i] ?? 0)) > 50),
    );
    expectClose(toShapleyValues(votes), [5 / 12, 1 / 4, 1 / 4, 1 / 12]);
  });

  it('one player has it all, and nobody nothing', () => {
    expectClose(toShapleyValues([3, 10]), [7]);
    expect(toShapleyValues([4])).toEqual([]);
    expect([...toDividends([4])]).toEqual([4]);
  });
});

describe.each([1, 2, 3, 4, 5])('random games of %i', (players) => {
  const random = createRandom(100 + players);
  const games = Array.from({ length: toCount(20, 300) }, () => makeGame(random, players));

  it('have the mean over all orders', () => {
    for (const game of games) expectClose(toShapleyValues(game), averageOrders(game, players));
  });

  it('have dividends that make every value, whole ones', () => {
    for (const game of games) {
      const dividends = toDividends(game);
      expect(dividends.every(Number.isInteger)).toBe(true);
      for (const [set, value] of game.entries()) {
        const within = dividends.filter((_, part) => (part & set) === part);
        expect(sumOf(within)).toBe(value);
      }
    }
  });
});

describe('the axioms, on random games of up to twelve', () => {
  const random = createRandom(5);
  const games = [6, 8, MOST_PLAYERS].map((players) => ({ players, game: makeGame(random, players) }));

  it('efficiency: the values sum to that of all less that of nobody', () => {
    for (const { game } of games) {
      const whole = (game.at(-1) ?? NaN) - (game[0] ?? NaN);
      expect(Math.abs(sumOf(toShapleyValues(game)) - whole)).toBeLessThan(1e-9);
    }
  });

  it('symmetry: players that add the same everywhere have the same', () => {
    for (const { players, game } of games) {
      const swap = (set: number): number => (set & ~3) | ((set & 1) << 1) | ((set & 2) >> 1);
      const even = game.map((value, set) => value + (game[swap(set)] ?? NaN));
      const [first = NaN, second = NaN, third] = toShapleyValues(even);
      expect(Math.abs(first - second)).toBeLessThan(1e-9);
      expect(players).toBeGreaterThan(2);
      expect(third).not.toBe(first);
    }
  });

  it('null player: who adds nothing anywhere has nothing, and no set with them a dividend', () => {
    for (const { game } of games) {
      const idle = game.map((_, set) => game[set & ~4] ?? NaN);
      expect(Math.abs(toShapleyValues(idle)[2] ?? NaN)).toBeLessThan(1e-9);
      expect([...toDividends(idle)].every((dividend, set) => (set & 4) === 0 || dividend === 0)).toBe(true);
    }
  });

  it('additivity: the values of a sum of games are the sums of their values', () => {
    for (const { players, game } of games) {
      const other = makeGame(random, players);
      const both = game.map((value, set) => value + 3 * (other[set] ?? NaN));
      const [one, two] = [toShapleyValues(game), toShapleyValues(other)];
      expectClose(
        toShapleyValues(both),
        one.map((value, i) => value + 3 * (two[i] ?? NaN)),
      );
    }
  });
});

it('refuses what is no game', () => {
  for (const values of [[], [1, 2, 3], Array.from({ length: 2 ** 13 }, () => 0)]) {
    expect(() => toDividends(values)).toThrow(RangeError);
    expect(() => toShapleyValues(values)).toThrow(RangeError);
  }
});
