/**
 * What each road of a scenario over a city is worth: every set of them that can be is searched, and the whole effect divided
 * by the mean of what each adds over the orders in which nothing comes before what it stands on.
 */
import type { Scenario } from '../model/scenario.ts';
import { VALUE_MEASURES, type ValueMeasure } from '../model/value.ts';
import { DataError } from '../problems.ts';
import { MS_PER_SECOND } from '../units.ts';
import { findBestOrder, toOrderProblem, type BestOrder, type OrderProblem } from '../value/build-order.ts';
import { listPlayers } from '../value/game.ts';
import { findDependents, shareOverOrders, toFeasibleDividends } from '../value/precedence.ts';
import { joinPlace, openCityState, type City, type Site } from './city.ts';
import { countMeasures, type CityLimits, type Counts } from './measures.ts';
import { applyCityScenario, type CityState } from './scenario/apply.ts';
import type { CityFirm, CityTrial } from './scenario/draft.ts';
import { openPlayers, type RoadPlayers } from './scenario/players.ts';
import { timeMatrix } from './times.ts';

/** Whose trips are timed. */
export interface Travellers {
  readonly suppliers: readonly CityFirm[];
  readonly plants: readonly CityFirm[];
}

export interface RoadGame extends RoadPlayers, Travellers {
  /** With all players. */
  readonly state: CityState;
}

/**
 * The game of a scenario, nothing of it searched yet: over the players asked about, else over all. Throws DataError with
 * everything wrong in the scenario and in its sets.
 */
export function openRoadGame(trial: CityTrial, scenario: Scenario, asked?: readonly string[]): RoadGame {
  const state = applyCityScenario(trial, scenario);
  const firms = [...state.firms.values()];
  const list = (kind: CityFirm['kind']) => firms.filter((one) => one.kind === kind);
  const game = {
    ...openPlayers(trial, scenario, asked),
    ...{ state, suppliers: list('supplier'), plants: list('plant') },
  };
  checkTimes(game);
  return game;
}

/**
 * What times the trips under a scenario, here or in a thread that was handed the city: milliseconds by supplier, then by
 * plant; Infinity = no way.
 */
export function openRoadTimes(
  trial: CityTrial,
  { suppliers, plants }: Travellers,
): (scenario: Scenario) => Float64Array {
  const join = (city: City, firms: readonly CityFirm[]): readonly Site[] =>
    firms.map(({ id, at }) => joinPlace(city, { id, at }));
  return (scenario) => {
    const city = openCityState(applyCityScenario(trial, scenario));
    const rows = timeMatrix(city, join(city, suppliers), join(city, plants));
    return Float64Array.from(rows.flatMap((row) => [...row]));
  };
}

/** What some players make together beyond what the sets within theirs make. */
interface Together {
  /** Each with all that it stands on; two at least. */
  readonly players: number;
  readonly dividend: number;
}

/** How one measure divides: seconds saved, pairs, or a share. By player, in their order; unrounded. */
export interface MeasureWorth {
  readonly measure: ValueMeasure;
  readonly none: number;
  readonly all: number;
  /** Sum to all less none. */
  readonly values: readonly number[];
  /** What it adds when all it stands on is there and nothing else, and when all is there but what stands on it. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly together: readonly Together[];
}

export interface RoadWorth {
  /** Pairs without a way in one of the sets: their time is in no sum. */
  readonly leftOut: number;
  /** Orders in which nothing comes before what it stands on. */
  readonly orders: number;
  /** Those asked for that there is somebody to count of. */
  readonly measures: readonly MeasureWorth[];
}

/** Whole numbers by set, so many of which make one unit; NaN where a set cannot be. */
interface Values {
  readonly values: Float64Array;
  readonly perUnit: number;
}

/** Milliseconds saved against none of the players, over the pairs that have a way in every set. */
function toSavedMs({ sets }: RoadGame, times: readonly Float64Array[], size: number): Values {
  const [none = new Float64Array()] = times;
  const isCounted = none.map((_, pair) => Number(times.every((ms) => ms[pair] !== Infinity)));
  const values = new Float64Array(size).fill(NaN);
  for (const [i, set] of sets.entries()) {
    const ms = times[i] as Float64Array;
    values[set] = none.reduce(
      (saved, before, pair) => (isCounted[pair] === 1 ? saved + before - (ms[pair] as number) : saved),
      0,
    );
  }
  return { values, perUnit: MS_PER_SECOND };
}

const COUNTED: Readonly<Record<Exclude<ValueMeasure, 'minutes'>, (counts: Counts) => number>> = {
  passes: ({ strict }) => strict,
  iOut: ({ reachOther }) => reachOther,
  i2: ({ reachTwo }) => reachTwo,
};

/** Pairs, or suppliers of as many; null where there is nobody to count. */
function toCounted(
  { sets }: RoadGame,
  counts: readonly Counts[],
  size: number,
  measure: Exclude<ValueMeasure, 'minutes'>,
): Values | null {
  const [first] = counts;
  const of = { passes: 1, iOut: first?.tagged ?? 0, i2: first?.suppliers ?? 0 }[measure];
  if (of === 0) return null;
  const values = new Float64Array(size).fill(NaN);
  for (const [i, set] of sets.entries()) values[set] = COUNTED[measure](counts[i] as Counts);
  return { values, perUnit: of };
}

function divide({ needs }: RoadGame, measure: ValueMeasure, { values, perUnit }: Values): MeasureWorth {
  const all = values.length - 1;
  const { sums, orders } = shareOverOrders(values, needs);
  const at = (set: number): number => values[set] as number;
  const add = (player: number, before: number): number => (at(before + 2 ** player) - at(before)) / perUnit;
  return {
    ...{ measure, none: at(0) / perUnit, all: at(all) / perUnit },
    values: sums.map((sum) => Number(sum) / orders / perUnit),
    first: needs.map((below, player) => add(player, below)),
    last: needs.map((_, player) => add(player, all - findDependents(needs, player) - 2 ** player)),
    together: toFeasibleDividends(values, needs)
      .filter(({ tops, dividend }) => dividend !== 0 && (tops & (tops - 1)) !== 0)
      .map(({ tops, dividend }) => ({ players: tops, dividend: dividend / perUnit })),
  };
}

/** Values of a measure by set; null where there is nobody to count. All that is counted is counted at once, when it is asked for. */
function openValues(
  game: RoadGame,
  times: readonly Float64Array[],
  limits: CityLimits,
): (measure: ValueMeasure) => Values | null {
  const { suppliers, plants, needs } = game;
  const size = 2 ** needs.length;
  let counts: readonly Counts[] | null = null;
  return (measure) => {
    if (measure === 'minutes') return toSavedMs(game, times, size);
    counts ??= times.map((ms) => countMeasures(suppliers, plants, ms, limits));
    return toCounted(game, counts, size, measure);
  };
}

/** Pairs without a way in one of the sets. */
function countLeftOut({ suppliers, plants }: RoadGame, times: readonly Float64Array[]): number {
  const isCut = (pair: number): boolean => times.some((ms) => ms[pair] === Infinity);
  return Array.from({ length: suppliers.length * plants.length }, (_, pair) => pair).filter(isCut).length;
}

const countOrders = ({ needs }: RoadGame): number =>
  shareOverOrders(new Float64Array(2 ** needs.length), needs).orders;

/** Divides the effect of the players, from the times of all sets in their order. Throws DataError for a measure that counts nobody. */
export function divideRoads(
  game: RoadGame,
  times: readonly Float64Array[],
  limits: CityLimits,
  asked?: ValueMeasure,
): RoadWorth {
  const listValues = openValues(game, times, limits);
  const measures = (asked === undefined ? VALUE_MEASURES : [asked]).flatMap((measure) => {
    const values = listValues(measure);
    return values === null ? [] : [divide(game, measure, values)];
  });
  if (measures.length === 0) throw toNobody(asked);
  return { leftOut: countLeftOut(game, times), orders: countOrders(game), measures };
}

/** How roads are built: so many a year, and a rate by which a year counts less than the one before. */
export interface RoadPace {
  readonly perYear: number;
  readonly rate: number;
}

/** In which order the players are best built, one after the other. */
export interface RoadOrder {
  readonly measure: ValueMeasure;
  /** Worth of each set in seconds saved, pairs, or a share, against none. */
  readonly problem: OrderProblem;
  readonly best: BestOrder;
  /** Value of the worst order. */
  readonly least: number;
  readonly orders: number;
  readonly leftOut: number;
}

/** Orders the players, from the times of all sets in their order. Throws DataError for a measure that counts nobody. */
export function orderRoads(
  game: RoadGame,
  times: readonly Float64Array[],
  limits: CityLimits,
  measure: ValueMeasure,
  { perYear, rate }: RoadPace,
): RoadOrder {
  const values = openValues(game, times, limits)(measure);
  if (values === null) throw toNobody(measure);
  const finish = (set: number): number => Math.ceil(listPlayers(set).length / perYear);
  const { needs } = game;
  const problem = { ...toOrderProblem(values.values, values.perUnit, finish, rate), needs };
  const worst = findBestOrder({ ...problem, worth: (set) => -problem.worth(set) });
  return {
    ...{ measure, problem, best: findBestOrder(problem), least: 0 - worst.value },
    ...{ orders: countOrders(game), leftOut: countLeftOut(game, times) },
  };
}

/** All sets are kept until the effect is divided: 8 bytes a time, 0.4 GB. */
const MOST_TIMES = 50_000_000;

/** Throws DataError where the times of all sets would not fit. */
function checkTimes({ sets, suppliers, plants }: RoadGame): void {
  const pairs = suppliers.length * plants.length;
  if (sets.length * pairs <= MOST_TIMES) return;
  const expected = `at most ${MOST_TIMES} times: fewer sites, or fewer roads by --sections`;
  const found = `${sets.length} sets of roads × ${pairs} pairs = ${sets.length * pairs}`;
  throw new DataError([{ file: 'request', path: 'sections', expected, found, code: 'too-large' }]);
}

function toNobody(asked: ValueMeasure | undefined): DataError {
  const expected = `a measure of these suppliers: ${asked ?? 'each'} counts those of a maker, and there is none`;
  const where = { file: 'request', path: 'measure', found: JSON.stringify(asked ?? null) };
  return new DataError([{ ...where, expected, code: 'contradiction' }]);
}
