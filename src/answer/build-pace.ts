/** How fast sections are built, from what a caller says: so many a year, or as much as a yearly budget pays for. */
import type { BuildPace, DiscountRate } from '../model/build-order.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Problem } from '../problems.ts';
import { listPlayers } from '../value/game.ts';

export interface PaceRequest {
  /** Sections finished a year, 1 unless a budget is given. */
  readonly perYear?: number | undefined;
  /** Money a year, in any currency; what is left over is kept for the next. */
  readonly budget?: number | undefined;
  /** Cost of a kilometre in the same money: one for all, or by section id with `all` for the others. */
  readonly costPerKm?: number | Readonly<Record<string, number>> | undefined;
  /** Share by which a year counts less than the one before, 0 to 1; left out = of the data set. */
  readonly discountRate?: number | undefined;
}

/** A programme that takes longer is a mistake in the budget. */
const MOST_YEARS = 100;
/** Key of the cost of every section that has none of its own. */
const ALL = 'all';

function toProblem(path: string, expected: string, found: unknown, code: Problem['code']): Problem {
  return { file: 'request', path, expected, found: JSON.stringify(found) ?? 'nothing', code };
}

const isAbove0 = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;

function checkPerYear({ perYear, budget }: PaceRequest): readonly Problem[] {
  if (perYear === undefined) return [];
  if (budget !== undefined)
    return [toProblem('perYear', 'a number of sections or a budget, not both', perYear, 'contradiction')];
  return Number.isInteger(perYear) && perYear >= 1
    ? []
    : [toProblem('perYear', 'a whole number from 1', perYear, 'out-of-range')];
}

/** Cost of a kilometre of a section; undefined where none is said. */
function findCostPerKm({ costPerKm }: PaceRequest, section: string): number | undefined {
  if (typeof costPerKm !== 'object') return costPerKm;
  return costPerKm[section] ?? costPerKm[ALL];
}

function checkCosts(request: PaceRequest, sections: readonly string[]): readonly Problem[] {
  const { costPerKm, budget } = request;
  if (costPerKm === undefined) return [];
  if (budget === undefined)
    return [toProblem('costPerKm', 'a budget a year beside it', costPerKm, 'contradiction')];
  const said = typeof costPerKm === 'object' ? Object.entries(costPerKm) : [[ALL, costPerKm] as const];
  const valid = [...sections, ALL];
  return said.flatMap(([section, cost]) => [
    ...(valid.includes(section)
      ? []
      : [toProblem('costPerKm', `one of ${valid.join(', ')}`, section, 'unknown-id')]),
    ...(isAbove0(cost)
      ? []
      : [toProblem(`costPerKm.${section}`, 'an amount of money above 0', cost, 'out-of-range')]),
  ]);
}

function checkBudget(request: PaceRequest, sections: readonly string[]): readonly Problem[] {
  const { budget } = request;
  if (budget === undefined) return [];
  const without = sections.filter((section) => findCostPerKm(request, section) === undefined);
  return [
    ...(isAbove0(budget) ? [] : [toProblem('budget', 'an amount of money above 0', budget, 'out-of-range')]),
    ...(without.length === 0
      ? []
      : [toProblem('costPerKm', `a cost per km of ${without.join(', ')}, or of all`, undefined, 'missing')]),
  ];
}

function checkRate({ appraisal }: Dataset, { discountRate }: PaceRequest): readonly Problem[] {
  if (discountRate === undefined) {
    return appraisal === null
      ? [toProblem('discountRate', 'a rate: the data set has no appraisal.json', undefined, 'missing')]
      : [];
  }
  const fine = Number.isFinite(discountRate) && discountRate >= 0 && discountRate <= 1;
  return fine ? [] : [toProblem('discountRate', 'a share from 0 to 1', discountRate, 'out-of-range')];
}

/** Everything wrong in how fast is built. */
export function checkPace(
  dataset: Dataset,
  request: PaceRequest,
  sections: readonly string[],
): readonly Problem[] {
  return [
    ...checkPerYear(request),
    ...checkBudget(request, sections),
    ...checkCosts(request, sections),
    ...checkRate(dataset, request),
  ];
}

/** The pace of a checked request. */
export function toPace({ perYear = 1, budget }: PaceRequest): BuildPace {
  return budget === undefined ? { kind: 'per-year', sections: perYear } : { kind: 'budget', perYear: budget };
}

/** Cost of a section of a checked request; null without a budget. */
export function findCost(
  request: PaceRequest,
  { id, km }: { readonly id: string; readonly km: number },
): number | null {
  const perKm = findCostPerKm(request, id);
  return request.budget === undefined || perKm === undefined ? null : perKm * km;
}

/** A sum of money this little above a budget is that budget: it was added up in another order. */
const ROUNDING = 1e-9;

/** Year in which a set is finished: by their number, or by their costs one after the other. */
export function toFinish(pace: BuildPace, costs: readonly (number | null)[]): (set: number) => number {
  return (set) => {
    const members = listPlayers(set);
    if (pace.kind === 'per-year') return Math.ceil(members.length / pace.sections);
    const cost = members.reduce((sum, i) => sum + (costs[i] ?? 0), 0);
    return Math.ceil(cost / pace.perYear - ROUNDING);
  };
}

/** What is wrong with a number of years. */
export function checkYears(years: number, { budget }: PaceRequest): readonly Problem[] {
  if (years <= MOST_YEARS) return [];
  const expected = `a budget that pays for all sections within ${MOST_YEARS} years (these take ${years})`;
  return [toProblem('budget', expected, budget, 'out-of-range')];
}

/** The rate of a checked request. */
export function toRate({ appraisal }: Dataset, { discountRate }: PaceRequest): DiscountRate {
  if (discountRate !== undefined)
    return {
      value: discountRate,
      low: discountRate,
      high: discountRate,
      source: 'request',
      grade: 'of the caller',
    };
  if (appraisal === null) throw new RangeError('checked before');
  const { value, low, high, source, grade } = appraisal.discountRate;
  return { value, low, high, source, grade };
}
