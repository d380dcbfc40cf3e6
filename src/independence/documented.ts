/**
 * Potential beside documented: what the road allows next to whom a supplier is recorded to sell to. Only
 * `current` counts as supply; a customer nobody recorded is "not documented", never "no".
 */
import type { AnswerDocumented } from '../model/answer.ts';
import type { Supplier } from '../model/place.ts';
import { findTimeMs, isWithin, type OriginTimes } from '../access/origin-times.ts';

type Documented = AnswerDocumented['documented'];
/** Best record first: a firm that supplied in the past and does so now supplies now. */
const STATUS_ORDER = ['current', 'past', 'target', 'via'] as const;

/**
 * What the records say of a supplier and a group.
 *
 * @example
 * findDocumented([], 'toyota'); // → 'not documented'
 */
export function findDocumented(customers: Supplier['customers'], group: string): Documented {
  const known = new Set(customers.filter((customer) => customer.group === group).map((one) => one.status));
  return STATUS_ORDER.find((status) => known.has(status)) ?? 'not documented';
}

/**
 * One row a placed supplier and group: reached within the cutoff, and documented. Suppliers without a record
 * among `records` have no customers.
 *
 * @example
 * listDocumented([{ id: 'S1', site: 'Z1', timesMs: new Map([['nissan', 600000]]) }], [], ['nissan'], 3600);
 * // → [{ "supplier": "S1", "group": "nissan", "reached": true, "documented": "not documented" }]
 */
export function listDocumented(
  suppliers: readonly OriginTimes[],
  records: readonly Supplier[],
  groups: readonly string[],
  cutoffS: number,
): readonly AnswerDocumented[] {
  const customersOf = new Map(records.map((record) => [record.id, record.customers]));
  return suppliers.flatMap((supplier) =>
    groups.map((group) => ({
      supplier: supplier.id,
      group,
      reached: isWithin(findTimeMs(supplier, group), cutoffS),
      documented: findDocumented(customersOf.get(supplier.id) ?? [], group),
    })),
  );
}

/** The table reach × supply as four counts of supplier–group pairs. */
export interface ReachBySupply {
  readonly reachedSupplied: number;
  readonly reachedNotDocumented: number;
  readonly unreachedSupplied: number;
  readonly unreachedNotDocumented: number;
}

/**
 * Counts the rows; `past`, `target` and `via` fall under "not documented" as current supply.
 *
 * @example
 * const row = { supplier: 'S1', group: 'nissan', reached: false, documented: 'current' as const };
 * countReachBySupply([row]).unreachedSupplied; // → 1
 */
export function countReachBySupply(rows: readonly AnswerDocumented[]): ReachBySupply {
  const count = (reached: boolean, current: boolean): number =>
    rows.filter((row) => row.reached === reached && (row.documented === 'current') === current).length;
  return {
    reachedSupplied: count(true, true),
    reachedNotDocumented: count(true, false),
    unreachedSupplied: count(false, true),
    unreachedNotDocumented: count(false, false),
  };
}
