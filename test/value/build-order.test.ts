/** The best order by sets against every order, each year simulated on its own. */
import { describe, expect, it } from 'vitest';
import { findBestOrder, listFinished, valueOrder, type OrderProblem } from '../../src/value/build-order.ts';
import { listPlayers } from '../../src/value/game.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';

function listOrders(things: readonly number[]): readonly (readonly number[])[] {
  if (things.length === 0) return [[]];
  return things.flatMap((first) =>
    listOrders(things.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

interface Case {
  readonly worths: readonly number[];
  readonly rate: number;
  /** Cost of each thing, and money a year. */
  readonly costs: readonly number[];
  readonly budget: number;
}

/** Builds one thing after the other with what the years bring; whole money, so that nothing is rounded. */
function simulate({ worths, rate, costs, budget }: Case, order: readonly number[]): number {
  const waiting = [...order];
  let [money, set, value] = [0, 0, 0];
  for (let year = 1; set < worths.length - 1; year += 1) {
    money += budget;
    while (waiting.length > 0 && money >= (costs[waiting[0] ?? 0] ?? NaN)) {
      const thing = waiting.shift() ?? 0;
      money -= costs[thing] ?? NaN;
      set |= 1 << thing;
    }
    value += (worths[set] ?? NaN) * (1 + rate) ** -year;
  }
  return value;
}

function toProblem({ worths, rate, costs, budget }: Case): OrderProblem {
  return {
    count: costs.length,
    worth: (set) => worths[set] ?? NaN,
    finish: (set) => Math.ceil(listPlayers(set).reduce((sum, i) => sum + (costs[i] ?? NaN), 0) / budget),
    weight: (year) => (1 + rate) ** -year,
  };
}

/** Worths that grow with the set, as those of roads do, or any at all; many equal ones. */
function makeCase(random: Random, count: number): Case {
  const grows = random.once(2);
  const worths = [random.int(-2, 2)];
  for (let set = 1; set < 2 ** count; set += 1) {
    const smaller = listPlayers(set).map((i) => worths[set - 2 ** i] ?? 0);
    worths.push((grows ? Math.max(...smaller) : 0) + random.int(grows ? 0 : -3, 3));
  }
  const each = random.pick([1, 2, 7]);
  const perYear = random.once(2);
  const costs = worths.slice(0, count).map(() => (perYear ? 1 : random.int(1, 9)));
  return { worths, rate: random.pick([0, 0.08, 0.5]), costs, budget: perYear ? random.int(1, 3) : each };
}

describe.each([1, 2, 3, 4, 5, 6])('%i things', (count) => {
  it('have the value of the best of all orders, and as many ties', () => {
    const random = createRandom(40 + count);
    const things = Array.from({ length: count }, (_, i) => i);
    const orders = listOrders(things);
    for (let n = 0; n < toCount(count > 5 ? 6 : 25, 300); n += 1) {
      const one = makeCase(random, count);
      const problem = toProblem(one);
      const values = orders.map((order) => simulate(one, order));
      const most = Math.max(...values);
      const best = findBestOrder(problem);
      expect(best.order.toSorted((a, b) => a - b)).toEqual(things);
      expect(Math.abs(best.value - most)).toBeLessThan(1e-9 * Math.max(1, Math.abs(most)));
      const isMost = (value: number): boolean => Math.abs(value - most) < 1e-9 * Math.max(1, Math.abs(most));
      expect(best.ties).toBe(values.filter(isMost).length);
      // The first of all orders that are best, in the order of their numbers.
      expect(best.order).toEqual(orders[values.findIndex(isMost)]);
      for (const [i, order] of orders.entries())
        expect(Math.abs(valueOrder(problem, order) - (values[i] ?? NaN))).toBeLessThan(1e-9);
    }
  });
});

describe('years', () => {
  const problem = (budget: number): OrderProblem =>
    toProblem({ worths: [0, 1, 2, 3, 4, 5, 6, 7], rate: 0, costs: [3, 1, 2], budget });

  it('finish what the money pays for, and keep what is left over', () => {
    expect(listFinished(problem(2), [0, 1, 2])).toEqual([0, 0b011, 0b111]);
    expect(listFinished(problem(2), [1, 2, 0])).toEqual([0b010, 0b110, 0b111]);
    expect(listFinished(problem(6), [2, 1, 0])).toEqual([0b111]);
    expect(listFinished(problem(1), [1, 0, 2])).toEqual([0b010, 0b010, 0b010, 0b011, 0b011, 0b111]);
  });

  it('are weighed one by one', () => {
    expect(valueOrder(problem(2), [0, 1, 2])).toBe(0 + 3 + 7);
    expect(valueOrder({ ...problem(2), weight: (year) => 10 ** -year }, [1, 2, 0])).toBeCloseTo(0.267, 12);
  });

  it('refuse no things and more than sets can be made of', () => {
    for (const count of [0, 13, 1.5])
      expect(() => findBestOrder({ ...problem(1), count })).toThrow(RangeError);
  });
});

it('twelve things are ordered at once, and the greedy order is not always best', () => {
  const random = createRandom(9);
  const costs = Array.from({ length: 12 }, () => random.int(1, 9));
  const worths = Array.from({ length: 2 ** 12 }, (_, set) => listPlayers(set).length ** 2);
  const problem = toProblem({ worths, rate: 0.08, costs, budget: 4 });
  // Only how many are finished counts: cheap ones first.
  const cheapFirst = costs.map((_, i) => i).toSorted((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0));
  expect(findBestOrder(problem).value).toBeCloseTo(valueOrder(problem, cheapFirst), 9);
  // One worth 3 alone, two worth nothing alone and 10 together.
  const pair = [0, 3, 0, 3, 0, 3, 10, 13];
  const patient = findBestOrder(toProblem({ worths: pair, rate: 0, costs: [1, 1, 1], budget: 1 }));
  expect(patient).toEqual({ order: [1, 2, 0], value: 23, ties: 2 });
});

/** What each thing stands on: some of those before it in an order drawn for it. */
function makeNeeds(random: Random, count: number): readonly number[] {
  const needs = Array.from({ length: count }, () => 0);
  const order = [...needs.keys()].toSorted(() => random.int(-1, 1));
  for (const [place, thing] of order.entries())
    for (const below of order.slice(0, place))
      if (random.once(2)) needs[thing] = (needs[thing] ?? 0) | (1 << below);
  return needs;
}

describe('things that stand on one another', () => {
  it('have the best of the orders in which nothing comes before what it stands on', () => {
    const random = createRandom(77);
    let fewer = 0;
    for (let time = 0; time < toCount(60, 2000); time += 1) {
      const count = random.int(1, 5);
      const one = makeCase(random, count);
      const needs = makeNeeds(random, count);
      const isOrder = (order: readonly number[]): boolean =>
        order.every((thing, i) =>
          listPlayers(needs[thing] ?? 0).every((below) => order.slice(0, i).includes(below)),
        );
      const orders = listOrders(one.costs.map((_, i) => i)).filter(isOrder);
      const values = orders.map((order) => simulate(one, order));
      const found = findBestOrder({ ...toProblem(one), needs });
      const most = Math.max(...values);
      expect(found.value).toBeCloseTo(most, 9);
      expect(found.ties).toBe(values.filter((value) => Math.abs(value - most) < 1e-9).length);
      expect(isOrder(found.order)).toBe(true);
      expect(simulate(one, found.order)).toBeCloseTo(most, 9);
      fewer += Number(findBestOrder(toProblem(one)).value > found.value + 1e-9);
    }
    expect(fewer).toBeGreaterThan(10);
  });

  it('in a circle have none', () => {
    const problem = { count: 2, worth: (set: number) => set, finish: (set: number) => set, weight: () => 1 };
    expect(() => findBestOrder({ ...problem, needs: [0b10, 0b01] })).toThrow(/stand on one another/);
  });
});
