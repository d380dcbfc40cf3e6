/**
 * What the rows of a scenario are worth on a drawn city, held against every order of the rows tried one by one: an order
 * counts where each of its beginnings is a scenario, and each beginning is searched anew.
 */
import { describe, expect, it } from 'vitest';
import { joinPlace, openCityState } from '../../src/city/city.ts';
import {
  divideRoads,
  openRoadGame,
  openRoadTimes,
  type RoadGame,
  type RoadWorth,
} from '../../src/city/road-game.ts';
import { applyCityScenario, checkCityScenario } from '../../src/city/scenario/apply.ts';
import type { CityFirm } from '../../src/city/scenario/draft.ts';
import { listTrips } from '../../src/city/trips.ts';
import type { Modification } from '../../src/model/scenario.ts';
import { VALUE_MEASURES, type ValueMeasure } from '../../src/model/value.ts';
import { toCitySectionValues } from '../../src/report/answers/city-sections.ts';
import { citySections } from '../../src/report/schemas/city-sections.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { toScenario, tryTo } from './plans.ts';
import { across, branch, FIRMS, LIMITS, onward, open, spur, toEast, trial } from './stacked-roads.ts';

const ROWS: readonly Modification[] = [
  spur,
  onward,
  branch,
  toEast,
  across,
  open('East'),
  open('South East'),
  { kind: 'change', highways: ['SPUR'], postedKmh: 50 },
  { kind: 'change', highways: ['East'], postedKmh: 30 },
  { kind: 'change', highways: ['Belt'], postedKmh: 40 },
  { kind: 'change', highways: ['North'], postedKmh: 60 },
  { kind: 'set-speed-factor', facilities: ['expressway'], factor: 0.5 },
  { kind: 'change', facilities: ['expressway'], postedKmh: 60 },
  { kind: 'close', facilities: ['expressway'] },
  { kind: 'set-speed-factor', highways: ['Middle', 'ACROSS'], factor: 0.8 },
  { kind: 'close', highways: ['West'] },
  { kind: 'close', highways: ['BRANCH'] },
  { kind: 'close', links: ['ONWARD.1', '103'] },
];

const isSound = (rows: readonly Modification[]): boolean =>
  checkCityScenario(trial, toScenario(rows)).length === 0;

/** Up to five rows in an order of their own that can be applied all together. */
function drawRows(random: Random): readonly Modification[] {
  const rows: Modification[] = [];
  const left = [...ROWS];
  while (left.length > 0 && rows.length < 5) {
    const [row] = left.splice(random.int(0, left.length - 1), 1);
    if (row !== undefined && isSound([...rows, row])) rows.push(row);
  }
  return rows;
}

const pick = (rows: readonly Modification[], set: number): readonly Modification[] =>
  rows.filter((_, i) => ((set >>> i) & 1) === 1);

/** What is counted of each measure, by a reader of its own. */
function measure(rows: readonly Modification[]) {
  const city = openCityState(applyCityScenario(trial, toScenario(rows)));
  const join = (kind: CityFirm['kind']) =>
    FIRMS.filter((one) => one.kind === kind).map(({ id, at: place }) => joinPlace(city, { id, at: place }));
  const ms = listTrips(city, join('supplier'), join('plant')).map((row) => row.map(({ timeMs }) => timeMs));
  const within = ms.map((row) => row.map((timeMs) => timeMs <= LIMITS.cutoffS * 1000));
  const [one, , three] = within;
  return {
    ms: ms.flat(),
    passes: within.flat().filter(Boolean).length,
    // Alder's supplier reaches Birch, Birch's Alder.
    iOut: (Number(one?.[1]) + Number(three?.[0])) / 2,
    i2: within.filter((row) => row.every(Boolean)).length / 3,
  };
}

type Measured = ReturnType<typeof measure>;

/** Sets of rows that are scenarios, each measured. */
function measureAll(rows: readonly Modification[]): ReadonlyMap<number, Measured> {
  const sets = Array.from({ length: 2 ** rows.length }, (_, set) => set);
  return new Map(
    sets.filter((set) => isSound(pick(rows, set))).map((set) => [set, measure(pick(rows, set))]),
  );
}

/** Every order all of whose beginnings are scenarios. */
function listOrders(count: number, sets: ReadonlySet<number>, set = 0): readonly (readonly number[])[] {
  if (set === 2 ** count - 1) return [[]];
  return Array.from({ length: count }, (_, i) => i).flatMap((next) => {
    const larger = set | (1 << next);
    if (larger === set || !sets.has(larger)) return [];
    return listOrders(count, sets, larger).map((rest) => [next, ...rest]);
  });
}

/** What an order says: what two scenarios share, and what they are together, are scenarios as well. */
const isOrdered = (sets: ReadonlySet<number>): boolean =>
  sets.has(0) && [...sets].every((a) => [...sets].every((b) => sets.has(a & b) && sets.has(a | b)));

const MINUTES = { pairs: 6, perSecond: 1000 };

/** Values of the measures by set. */
function toReaders(all: ReadonlyMap<number, Measured>) {
  const none = all.get(0) as Measured;
  const counted = Array.from({ length: MINUTES.pairs }, (_, pair) => pair).filter((pair) =>
    [...all.values()].every(({ ms }) => ms[pair] !== Infinity),
  );
  const saved = ({ ms }: Measured): number =>
    counted.reduce((sum, pair) => sum + (none.ms[pair] as number) - (ms[pair] as number), 0);
  const readers: Readonly<Record<ValueMeasure, (one: Measured) => number>> = {
    minutes: (one) => saved(one) / MINUTES.perSecond,
    passes: ({ passes }) => passes,
    iOut: (one) => one.iOut,
    i2: (one) => one.i2,
  };
  return { readers, leftOut: MINUTES.pairs - counted.length };
}

function openGame(rows: readonly Modification[]): RoadGame | null {
  return tryTo(() => openRoadGame(trial, toScenario(rows)));
}

function divide(game: RoadGame): RoadWorth {
  const time = openRoadTimes(trial, game);
  return divideRoads(
    game,
    game.sets.map((set) => time(game.toScenario(set))),
    LIMITS,
  );
}

function expectMeans(all: ReadonlyMap<number, Measured>, count: number, worth: RoadWorth): void {
  const orders = listOrders(count, new Set(all.keys()));
  const { readers, leftOut } = toReaders(all);
  expect([worth.orders, worth.leftOut]).toEqual([orders.length, leftOut]);
  expect(worth.measures.map(({ measure: id }) => id)).toEqual(VALUE_MEASURES);
  for (const { measure: id, values, none, all: whole } of worth.measures) {
    const read = (set: number): number => readers[id](all.get(set) as Measured);
    for (const [row, value] of values.entries()) {
      const added = orders.map((order) => {
        const set = order.slice(0, order.indexOf(row)).reduce((sum, one) => sum | (1 << one), 0);
        return read(set | (1 << row)) - read(set);
      });
      expect(value).toBeCloseTo(added.reduce((sum, one) => sum + one, 0) / orders.length, 7);
    }
    expect(none).toBeCloseTo(read(0), 9);
    expect(whole).toBeCloseTo(read(2 ** count - 1), 9);
  }
}

/** As they are written, to the last place. */
function expectSums(game: RoadGame, worth: RoadWorth): void {
  const answer = toCitySectionValues(openCityState(game.state), game, worth, LIMITS);
  expect(citySections.safeParse(answer).error).toBeUndefined();
  for (const { shares, none, all } of answer.measures) {
    const sum = shares.reduce((parts, { value }) => parts + Math.round(value * 1e6), 0);
    expect(sum).toBe(Math.round(all * 1e6) - Math.round(none * 1e6));
  }
}

it('has no more times to keep than fit', () => {
  const place = (kind: CityFirm['kind'], count: number): readonly CityFirm[] => {
    const one = FIRMS.find((firm) => firm.kind === kind) ?? expect.fail(`no ${kind}`);
    return Array.from({ length: count }, (_, i) => ({ ...one, id: `${kind} ${i}` }));
  };
  const firms = [...place('supplier', 1000), ...place('plant', 200)];
  const rows = Array.from({ length: 8 }, (_, i): Modification => ({ kind: 'change', highways: ['North'], postedKmh: 40 + i })); // prettier-ignore
  const ask = (count: number) => openRoadGame({ ...trial, firms }, toScenario(rows.slice(0, count)));
  expect(ask(7).sets.length).toBe(128);
  expect(() => ask(8)).toThrow(/at most 50000000 times.*256 sets of roads × 200000 pairs/s);
});

describe('the rows of random scenarios', () => {
  it('are worth the mean over the orders that can be, and what no order says is refused', () => {
    const random = createRandom(31);
    const seen = { ordered: 0, refused: 0, cut: 0, flips: 0 };
    for (let time = 0; time < toCount(24, 800); time += 1) {
      const rows = drawRows(random);
      const all = measureAll(rows);
      const game = openGame(rows);
      expect(game !== null, JSON.stringify(rows)).toBe(isOrdered(new Set(all.keys())));
      seen.refused += Number(game === null);
      if (game === null) continue;
      expect(game.sets).toEqual([...all.keys()]);
      const worth = divide(game);
      expectMeans(all, rows.length, worth);
      expectSums(game, worth);
      seen.ordered += Number(game.needs.some((set) => set !== 0));
      seen.cut += Number(worth.leftOut > 0);
      seen.flips += Number(
        worth.measures.some(({ measure: id, none, all: to }) => id === 'i2' && none !== to),
      );
    }
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(1);
  });
});
