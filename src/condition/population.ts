/**
 * Which suppliers are asked about. The population is the same in every scenario of a question, so that only the
 * road differs. Suppliers whose site is unknown stay records: they are listed by name and never placed.
 */
import type { Supplier } from '../model/place.ts';
import { toLastDay } from '../scenario/dates.ts';

/** Documented by 2006 (default), all on record, those that existed on a day, the user's own sites. */
export const POPULATIONS = ['2006', 'all', 'existing', 'own'] as const;
export type PopulationId = (typeof POPULATIONS)[number];

/** "Documented by 2006" says that the firm existed at the end of that year; earlier dates need a record. */
const DOCUMENTED_BY = '2006';

export interface Population {
  readonly id: PopulationId;
  /** Suppliers with a known site, sorted by id. */
  readonly placed: readonly PlacedSupplier[];
  /** Suppliers that belong to the population and whose site is unknown, sorted by id. */
  readonly unplaced: readonly Supplier[];
  /** Ids of the zones the placed ones stand in, sorted. */
  readonly sites: readonly string[];
}

export interface PlacedSupplier extends Supplier {
  readonly zone: string;
}

/**
 * The suppliers of a population; `day` (an ISO date, month or year) matters for `existing` only.
 *
 * @example
 * listPopulation([], 'all', '2010-12-31').placed; // → []
 */
export function listPopulation(suppliers: readonly Supplier[], id: PopulationId, day: string): Population {
  const members = suppliers
    .filter((supplier) => isMember(supplier, id, day))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const placed = members.filter(isPlaced);
  const sites = [...new Set(placed.map((supplier) => supplier.zone))].toSorted();
  return { id, placed, unplaced: members.filter((supplier) => !isPlaced(supplier)), sites };
}

/**
 * The first day on which a record shows the firm to exist: the earliest of established, start of production and,
 * for those documented by 2006, the end of that year; null where no record carries a date.
 *
 * @example
 * findFirstDay({ established: '2005-04', startOfProduction: '2006-07', inSet2006: true }); // → '2005-04-30'
 * findFirstDay({ established: null, startOfProduction: null, inSet2006: true }); // → '2006-12-31'
 */
export function findFirstDay(
  supplier: Pick<Supplier, 'established' | 'startOfProduction' | 'inSet2006'>,
): string | null {
  const documented = supplier.inSet2006 ? DOCUMENTED_BY : null;
  const dates = [supplier.established, supplier.startOfProduction, documented].filter(
    (date) => date !== null,
  );
  return dates.map(toLastDay).toSorted()[0] ?? null;
}

/** Source of a record that the user gave: it never counts among those on record. */
const OWN = 'own';

function isOwn({ sources }: Supplier): boolean {
  return sources.includes(OWN);
}

function isMember(supplier: Supplier, id: PopulationId, day: string): boolean {
  switch (id) {
    case '2006':
      return supplier.inSet2006;
    case 'all':
      return !isOwn(supplier);
    case 'own':
      return isOwn(supplier);
    case 'existing': {
      const first = findFirstDay(supplier);
      return first !== null && first <= toLastDay(day);
    }
  }
}

function isPlaced(supplier: Supplier): supplier is PlacedSupplier {
  return supplier.zone !== null;
}
