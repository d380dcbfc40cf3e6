/**
 * In which order sections are best built: every set of them is opened and searched once, and the order found in which
 * the discounted gains of all years are greatest. All other roads are those of the scenario in every year.
 */
import { listGroupPairs } from '../condition/group-pairs.ts';
import type { BuildOrder, BuildSection } from '../model/build-order.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ValueMeasure } from '../model/value.ts';
import { DataError } from '../problems.ts';
import { findBestOrder, listFinished, toOrderProblem, type OrderProblem } from '../value/build-order.ts';
import { listGroupTimes, UNITS, type GroupTimes } from '../value/measures.ts';
import { findConditions, toBuildCondition, type Condition } from './build-conditions.ts';
import { toBuildOrderSentence } from './build-order-sentence.ts';
import { checkPace, checkYears, findCost, toFinish, toPace, toRate, type PaceRequest } from './build-pace.ts';
import { findRealOrder, toProgramme, toRealYears } from './build-programme.ts';
import { toCommand } from './command.ts';
import { startPieces, type PieceRun } from './pieces.ts';
import {
  countLeftOut,
  listSetValues,
  PER_UNIT,
  toSectionGame,
  type SectionGame,
  type SectionsRequest,
} from './section-game.ts';
import { toValueHead } from './value-question.ts';
import { chooseSections, describeSection } from './value-sections.ts';

/** The measure is minutes unless another is asked for. */
export interface BuildOrderRequest extends SectionsRequest, PaceRequest {
  /** Verdicts whose first year is asked for; left out = belt, independence and pairs of plants. */
  readonly conditions?: readonly string[] | undefined;
}

const CAPTION =
  'Modelled minutes and counts of each year, discounted: not benefit, cost or traffic. All other roads are those of the scenario in every year.';

/** Everything found, by set of sections. */
interface Found {
  readonly game: SectionGame;
  readonly times: readonly GroupTimes[];
  readonly conditions: readonly Condition[];
  /** By condition, then by set. */
  readonly holds: readonly (readonly boolean[])[];
}

interface Orders {
  readonly values: readonly number[];
  readonly measure: ValueMeasure;
  readonly sections: readonly BuildSection[];
  readonly finish: (set: number) => number;
  readonly rate: number;
}

const toSectionIds = (sections: readonly BuildSection[]): readonly string[] => sections.map(({ id }) => id);

function toAsBuilt({ values, measure, sections, rate }: Orders): BuildOrder['asBuilt'] {
  const order = findRealOrder(sections);
  if (order === null) return null;
  const { finish, firstYear } = toRealYears(sections);
  const problem = toOrderProblem(values, PER_UNIT[measure], finish, rate);
  const ids = toSectionIds(sections);
  return {
    real: toProgramme(problem, order, ids, firstYear),
    best: toProgramme(problem, findBestOrder(problem).order, ids, firstYear),
  };
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

type Answered = Pick<
  BuildOrder,
  'best' | 'orders' | 'ties' | 'leastValue' | 'real' | 'atRates' | 'asBuilt' | 'conditions'
>;

function toOrders(
  { conditions, holds }: Found,
  orders: Orders,
  { low, high }: { readonly low: number; readonly high: number },
): Answered {
  const { values, measure, sections, finish, rate } = orders;
  const at = (one: number): OrderProblem => toOrderProblem(values, PER_UNIT[measure], finish, one);
  const problem = at(rate);
  const ids = toSectionIds(sections);
  const best = findBestOrder(problem);
  const worst = findBestOrder({ ...problem, worth: (set) => -problem.worth(set) });
  const real = findRealOrder(sections);
  const programmes = {
    best: listFinished(problem, best.order),
    real: real === null ? null : listFinished(problem, real),
  };
  return {
    best: toProgramme(problem, best.order, ids),
    ...{ orders: factorial(sections.length), ties: best.ties, leastValue: 0 - worst.value },
    real: real === null ? null : toProgramme(problem, real, ids),
    atRates: (low < high ? [low, high] : []).map((one) => {
      const { order, value } = findBestOrder(at(one));
      return { rate: one, order: order.map((i) => ids[i] ?? ''), value };
    }),
    asBuilt: toAsBuilt(orders),
    conditions: conditions.map((one, i) => toBuildCondition(one, holds[i] ?? [], finish, programmes, ids)),
  };
}

function toCosts({ costPerKm }: PaceRequest): readonly (readonly [string, string])[] {
  const said = typeof costPerKm === 'object' ? Object.entries(costPerKm) : [['all', costPerKm] as const];
  return said.flatMap(([section, cost]) =>
    cost === undefined
      ? []
      : [['--cost-per-km', section === 'all' ? String(cost) : `${section}=${cost}`] as const],
  );
}

function toBuildCommand(request: BuildOrderRequest): string {
  const { measure, sections, perYear, budget, costPerKm, discountRate, conditions, ...rest } = request;
  return toCommand(['phase'], rest, [
    ['--measure', measure],
    ['--sections', sections?.join(',')],
    ['--per-year', perYear?.toString()],
    ['--budget', budget?.toString()],
    ...toCosts({ costPerKm }),
    ['--discount', discountRate?.toString()],
    ...(conditions ?? []).map((id) => ['--condition', id] as const),
  ]);
}

function toDocument(found: Found, request: BuildOrderRequest): BuildOrder {
  const { game, times } = found;
  const { measure = 'minutes' } = request;
  const values = listSetValues(game, times, measure) ?? [];
  const sections = listSections(game, request);
  const pace = toPace(request);
  const rate = toRate(game.question.dataset, request);
  const finish = toFinish(
    pace,
    sections.map(({ cost }) => cost),
  );
  const body = {
    schema: 'beltway/build-order@1' as const,
    ...toValueHead(game),
    ...{ measure, unit: UNITS[measure], pace, discountRate: rate, sections },
    networks: game.sets,
    leftOut: countLeftOut(game, times[0] ?? new Float64Array()),
    ...toOrders(found, { values, measure, sections, finish, rate: rate.value }, rate),
    caption: CAPTION,
  };
  return { ...body, sentence: toBuildOrderSentence(body), command: toBuildCommand(request) };
}

function listSections({ closings, sections }: SectionGame, request: PaceRequest): readonly BuildSection[] {
  return sections.map((id) => {
    const section = describeSection(closings.state, id);
    return { ...section, cost: findCost(request, section) };
  });
}

/**
 * Opens every set of the sections, a piece each, and orders them. Throws DataError with everything wrong in the request.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : startBuildOrder(dataset, { perYear: 2 }).document().best.order; // → null
 */
export function startBuildOrder(dataset: Dataset, request: BuildOrderRequest = {}): PieceRun<BuildOrder> {
  const measure = request.measure ?? 'minutes';
  const game = toSectionGame(
    dataset,
    { ...request, measure },
    {
      amongPlants: true,
      check: (state) =>
        checkPace(dataset, request, state === null ? [] : chooseSections(dataset, state, request.sections)),
    },
  );
  const sections = listSections(game, request);
  const years = toFinish(
    toPace(request),
    sections.map(({ cost }) => cost),
  )(game.sets - 1);
  const { conditions, problems } = findConditions(game, request.conditions);
  const wrong = [...problems, ...checkYears(years, request)];
  if (wrong.length > 0) throw new DataError(wrong);
  const times: GroupTimes[] = [];
  const holds = conditions.map((): boolean[] => []);
  const doPiece = (set: number): void => {
    const timeBetween = game.timeBetween(set);
    const opened = {
      times: listGroupTimes(game.travel, timeBetween),
      pairs: listGroupPairs(game.travel.groups, timeBetween),
    };
    times.push(opened.times);
    for (const [i, { isTrue }] of conditions.entries()) holds[i]?.push(isTrue(opened));
  };
  return startPieces(game.sets, doPiece, () => toDocument({ game, times, conditions, holds }, request));
}
