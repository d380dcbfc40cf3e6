/** Values over the orders that a precedence allows: all of them one by one, counts that are known, and the axioms. */
import { describe, expect, it } from 'vitest';
import { listPlayers, toShapleyValues } from '../../src/value/game.ts';
import {
  closeNeeds,
  findDependents,
  findTops,
  isFeasible,
  listFeasibleSets,
  shareOverOrders,
  toDirectNeeds,
  toFeasibleDividends,
} from '../../src/value/precedence.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';

/** Some earlier players each, which are then shuffled: no circle. */
function makeNeeds(random: Random, players: number): readonly number[] {
  const order = Array.from({ length: players }, (_, i) => i).toSorted(() => random.int(-1, 1));
  const needs = order.map(() => 0);
  for (const [place, player] of order.entries()) {
    for (const before of order.slice(0, place))
      if (random.once(3)) needs[player] = (needs[player] ?? 0) | (1 << before);
  }
  return needs;
}

/** Values of feasible sets; nothing is to be read of the others. */
function makeGame(random: Random, needs: readonly number[]): readonly number[] {
  return Array.from({ length: 2 ** needs.length }, (_, set) =>
    isFeasible(needs, set) ? random.int(-500, 1_000_000) : NaN,
  );
}

/** Orders in which every player comes after all that it names itself. */
function listOrders(needs: readonly number[], set = 0): readonly (readonly number[])[] {
  const next = needs.flatMap((below, i) => (((set >>> i) & 1) === 0 && (below & ~set) === 0 ? [i] : []));
  if (next.length === 0) return [[]];
  return next.flatMap((first) => listOrders(needs, set | (1 << first)).map((rest) => [first, ...rest]));
}

function sumOverOrders(values: readonly number[], needs: readonly number[]) {
  const sums = needs.map(() => 0n);
  const orders = listOrders(needs);
  for (const order of orders) {
    let set = 0;
    for (const player of order) {
      const larger = set | (1 << player);
      sums[player] = (sums[player] ?? 0n) + BigInt((values[larger] ?? NaN) - (values[set] ?? NaN));
      set = larger;
    }
  }
  return { sums, orders: orders.length };
}

const sumOf = (list: readonly bigint[]): bigint => list.reduce((sum, one) => sum + one, 0n);

describe.each([1, 2, 3, 4, 5, 6])('random games of %i under random orders', (players) => {
  const random = createRandom(700 + players);
  const games = Array.from({ length: toCount(players < 6 ? 25 : 6, 300) }, () => {
    const needs = makeNeeds(random, players);
    return { needs, values: makeGame(random, needs) };
  });

  it('have the sums over all feasible orders, to the last unit, whoever is named beyond what is needed', () => {
    for (const { needs, values } of games) {
      const found = shareOverOrders(values, needs);
      expect(found).toEqual(sumOverOrders(values, needs));
      expect(shareOverOrders(values, closeNeeds(needs))).toEqual(found);
      expect(shareOverOrders(values, toDirectNeeds(closeNeeds(needs)))).toEqual(found);
      const whole = BigInt((values.at(-1) ?? NaN) - (values[0] ?? NaN));
      expect(sumOf(found.sums)).toBe(whole * BigInt(found.orders));
    }
  });

  it('have dividends that make the value of every feasible set', () => {
    for (const { needs, values } of games) {
      const sets = listFeasibleSets(needs);
      const dividends = toFeasibleDividends(values, needs);
      expect(dividends.map(({ tops }) => tops)).toEqual(sets.map((set) => findTops(needs, set)));
      for (const set of sets) {
        const within = dividends.filter((_, i) => ((sets[i] ?? NaN) & ~set) === 0);
        expect(within.reduce((sum, { dividend }) => sum + dividend, 0)).toBe(values[set]);
      }
    }
  });

  it('go with the players when these are numbered anew', () => {
    for (const { needs, values } of games) {
      const turn = (set: number): number =>
        listPlayers(set).reduce((sum, player) => sum | (1 << (players - 1 - player)), 0);
      const turned = values.map((_, set) => values[turn(set)] ?? NaN);
      const found = shareOverOrders(turned, needs.map(turn).toReversed());
      expect(found.sums.toReversed()).toEqual(shareOverOrders(values, needs).sums);
    }
  });
});

describe('the axioms', () => {
  const random = createRandom(9);

  it('without any order it is Shapley’s value', () => {
    for (const players of [1, 4, 8, 12]) {
      const none = Array.from({ length: players }, () => 0);
      const values = makeGame(random, none);
      const { sums, orders } = shareOverOrders(values, none);
      const shapley = toShapleyValues(values);
      for (const [i, sum] of sums.entries())
        expect(Math.abs(Number(sum) / orders - (shapley[i] ?? NaN))).toBeLessThan(1e-6);
    }
  });

  it('who adds nothing to any feasible set has nothing', () => {
    const needs = [0, 0, 0b001, 0b010];
    const values = makeGame(random, needs).map((_, set, all) => all[set & ~0b100] ?? NaN);
    expect(shareOverOrders(values, needs).sums[2]).toBe(0n);
  });

  it('who stands alike and adds alike has the same', () => {
    // 1 and 2 stand on 0, and 3 stands on both.
    const needs = [0, 0b001, 0b001, 0b110];
    const swap = (set: number): number => (set & 0b1001) | ((set & 0b10) << 1) | ((set & 0b100) >> 1);
    const drawn = makeGame(random, needs);
    const values = drawn.map((value, set) => value + (drawn[swap(set)] ?? NaN));
    const { sums } = shareOverOrders(values, needs);
    expect(sums[1]).toBe(sums[2]);
  });

  it('the values of a sum of games are the sums of their values', () => {
    const needs = makeNeeds(random, 7);
    const [one, two] = [makeGame(random, needs), makeGame(random, needs)];
    const both = shareOverOrders(
      one.map((value, set) => value + 3 * (two[set] ?? NaN)),
      needs,
    );
    const [first, second] = [shareOverOrders(one, needs), shareOverOrders(two, needs)];
    expect(both.sums).toEqual(first.sums.map((sum, i) => sum + 3n * (second.sums[i] ?? 0n)));
  });

  it('a set that makes 1 together is shared by how often each of it comes last (Faigle and Kern)', () => {
    for (let time = 0; time < 20; time += 1) {
      const needs = closeNeeds(makeNeeds(random, 6));
      const sets = listFeasibleSets(needs);
      const set = random.pick(sets.slice(1));
      const values = Array.from({ length: 64 }, (_, one) => Number((set & ~one) === 0));
      const { sums, orders } = shareOverOrders(values, needs);
      const lasts = listOrders(needs).map((order) => order.findLast((one) => (set >>> one) & 1));
      expect(orders).toBe(lasts.length);
      expect(sums.map(Number)).toEqual(needs.map((_, i) => lasts.filter((last) => last === i).length));
    }
  });
});

describe('orders and sets that are known', () => {
  it.each([
    ['a chain', [0, 0b1, 0b11, 0b111], 1, 5],
    ['nothing', [0, 0, 0, 0], 24, 16],
    // 6! over the sizes of the parts above each (6 · 3 · 1 · 1 · 2 · 1).
    ['a forest', [0, 0b1, 0b10, 0b10, 0b1, 0b10000], 20, 16],
    ['an N', [0, 0, 0b01, 0b11], 5, 8],
  ] as const)('of %s', (_, needs, orders, sets) => {
    const zeros = Array.from({ length: 2 ** needs.length }, () => 0);
    expect(shareOverOrders(zeros, needs).orders).toBe(orders);
    expect(listFeasibleSets(needs)).toHaveLength(sets);
  });

  it('twelve that nothing binds have 12! orders', () => {
    const none = Array.from({ length: 12 }, () => 0);
    expect(shareOverOrders(new Float64Array(4096), none).orders).toBe(479_001_600);
  });

  it('everybody above a player stands on it', () => {
    const closed = closeNeeds([0, 0b1, 0b10, 0]);
    expect(closed).toEqual([0, 0b1, 0b11, 0]);
    expect([0, 1, 2, 3].map((player) => findDependents(closed, player))).toEqual([0b110, 0b100, 0, 0]);
    expect(toDirectNeeds(closed)).toEqual([0, 0b1, 0b10, 0]);
  });
});

it('refuses what is no game and no order', () => {
  const thirteen = Array.from({ length: 13 }, () => 0);
  expect(() => listFeasibleSets(thirteen)).toThrow(RangeError);
  expect(() => closeNeeds([0b10])).toThrow(RangeError);
  expect(() => closeNeeds([-1])).toThrow(RangeError);
  expect(() => shareOverOrders([0, 1, 2, 3], [0b10, 0b01])).toThrow(/stand on one another/);
  expect(() => shareOverOrders([0, 1], [0b1])).toThrow(/stand on one another/);
  expect(() => shareOverOrders([0, 1, 2], [0, 0])).toThrow(/a value a set/);
  expect(() => shareOverOrders([0, 0.5], [0])).toThrow(RangeError);
});
