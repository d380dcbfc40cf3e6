/**
 * The timing table: cross-keiretsu supply that is documented at a date, beside the day on which the belt section
 * that the supplier's fastest route uses was opened. What was sold before cannot be an effect of the road.
 */
import type { AnswerTiming } from '../model/answer.ts';
import type { Section } from '../model/road.ts';
import { toLastDay } from '../scenario/dates.ts';
import type { PlacedSupplier } from './population.ts';

/**
 * One row a supplier and foreign group with a dated `current` record, taking the earliest date. A route over
 * several belt sections needs all of them, so the one opened last counts. A supplier that uses no belt section
 * has none to be before. A month or year of a record means its last day: "before" is never claimed too early.
 *
 * @param listBeltSections ids of belt sections on the fastest with-belt route from the site to the group's
 *   deciding plant; empty when it uses none
 * @example
 * listTiming([], [], () => []); // → []
 */
export function listTiming(
  suppliers: readonly PlacedSupplier[],
  sections: readonly Section[],
  listBeltSections: (site: string, group: string) => readonly string[],
): readonly AnswerTiming[] {
  return suppliers.flatMap((supplier) =>
    [...findForeignSupply(supplier)].map(([group, documentedAsOf]) => {
      const section = findLastOpened(sections, listBeltSections(supplier.zone, group));
      const sectionOpened = section?.opened ?? null;
      const before = sectionOpened !== null && toLastDay(documentedAsOf) < toLastDay(sectionOpened);
      return {
        supplier: supplier.id,
        group,
        documentedAsOf,
        section: section?.id ?? null,
        sectionOpened,
        before,
      };
    }),
  );
}

/**
 * The standing sentence, with the number of different firms that have at least one row before the opening.
 *
 * @example
 * toTimingSentence([]);
 * // → '0 firms supplied across keiretsu before the belt section they would use existed; the road was not necessary for them'
 */
export function toTimingSentence(rows: readonly AnswerTiming[]): string {
  const firms = new Set(rows.filter((row) => row.before).map((row) => row.supplier)).size;
  const noun = firms === 1 ? 'firm' : 'firms';
  return `${firms} ${noun} supplied across keiretsu before the belt section they would use existed; the road was not necessary for them`;
}

/** Groups other than the own one with a dated current record, each with its earliest date. Independents have none. */
function findForeignSupply(supplier: PlacedSupplier): ReadonlyMap<string, string> {
  const earliest = new Map<string, string>();
  if (supplier.keiretsu === null) return earliest;
  for (const { group, status, asOf } of supplier.customers) {
    if (group === null || group === supplier.keiretsu || status !== 'current' || asOf === null) continue;
    const known = earliest.get(group);
    if (known === undefined || toLastDay(asOf) < toLastDay(known)) earliest.set(group, asOf);
  }
  return earliest;
}

/** The section opened last; one without a date is older than every dated one. */
function findLastOpened(sections: readonly Section[], ids: readonly string[]): Section | null {
  const openedOn = (section: Section): string => (section.opened === null ? '' : toLastDay(section.opened));
  const used = sections.filter((section) => ids.includes(section.id));
  return used.toSorted((a, b) => (openedOn(a) < openedOn(b) ? 1 : -1))[0] ?? null;
}
