/** Programmes of building: an order of sections year by year, at a pace or in the years in which they really opened. */
import type { BuildSection, Programme } from '../model/build-order.ts';
import { toLastDay } from '../scenario/dates.ts';
import { listFinished, type OrderProblem } from '../value/build-order.ts';
import { listPlayers } from '../value/game.ts';

const toIds = (set: number, sections: readonly string[]): readonly string[] =>
  listPlayers(set).map((i) => sections[i] ?? '');

/** An order, year by year; `firstYear` is what year 1 is called. */
export function toProgramme(
  problem: OrderProblem,
  order: readonly number[],
  sections: readonly string[],
  firstYear = 1,
): Programme {
  const finished = listFinished(problem, order);
  const years = finished.map((set, i) => {
    const gain = problem.worth(set);
    return {
      year: firstYear + i,
      opened: toIds(set - (finished[i - 1] ?? 0), sections),
      open: toIds(set, sections),
      gain,
      discounted: gain * problem.weight(i + 1),
    };
  });
  return {
    order: order.map((i) => sections[i] ?? ''),
    value: years.reduce((sum, { discounted }) => sum + discounted, 0),
    years,
  };
}

/** Order of the recorded opening dates, of equal ones as given; null where one is not known. */
export function findRealOrder(sections: readonly BuildSection[]): readonly number[] | null {
  const days = sections.map(({ opened }) => (opened === null ? null : toLastDay(opened)));
  if (days.includes(null)) return null;
  return sections
    .map((_, i) => i)
    .toSorted((a, b) => ((days[a] ?? '') < (days[b] ?? '') ? -1 : Number(days[a] !== days[b])));
}

/** The years in which sections were really opened as a pace: so many are finished by each of them. */
export function toRealYears(sections: readonly BuildSection[]): {
  readonly finish: (set: number) => number;
  readonly firstYear: number;
} {
  const years = sections
    .map(({ opened }) => Number(toLastDay(opened ?? '').slice(0, 4)))
    .toSorted((a, b) => a - b);
  const firstYear = years[0] ?? 0;
  const finish = (set: number): number =>
    set === 0 ? 0 : (years[listPlayers(set).length - 1] ?? 0) - firstYear + 1;
  return { finish, firstYear };
}
