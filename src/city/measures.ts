/** What the trips of a city under one scenario say of its suppliers and plants: counts, shares, the longest. */
import { isWithin } from '../access/origin-times.ts';
import { iOut } from '../independence/i-out.ts';
import { i2 } from '../independence/share-of-groups.ts';
import type { SupplierTimes } from '../independence/supplier-times.ts';
import { MS_PER_SECOND } from '../units.ts';
import type { SharedTrips } from './contrast.ts';
import type { CityFirm } from './scenario/draft.ts';
import type { Trip } from './trip-columns.ts';

/** The longest trip of any supplier to a plant. */
interface CityWorst {
  /** The first in the order of the table where several take as long. */
  readonly supplier: string;
  readonly supplierTitle: string;
  readonly plant: string;
  readonly plantTitle: string;
  /** Suppliers with a trip as long, this one not counted. */
  readonly alike: number;
  /** Null where there is no way. */
  readonly timeS: number | null;
}

export interface CityMeasures {
  /** Pairs of a supplier and a plant within the cutoff, within it and its tolerance, and without any way. */
  readonly strict: number;
  readonly tolerant: number;
  readonly noWay: number;
  /** Share of suppliers of a maker that reach a plant of another one; null = no supplier is of a maker. */
  readonly iOut: number | null;
  /** Share of suppliers that reach plants of two makers; a plant of none counts as one of its own. */
  readonly i2: number | null;
  /** Mean seconds of all pairs, and the share of them on estimates; null where a pair has no way. */
  readonly meanS: number | null;
  readonly estimatedShare: number | null;
  readonly worst: CityWorst | null;
}

/** What "about an hour" adds where nothing is said, in seconds: as in the data shipped. */
export const CITY_TOLERANCE_S = 600;

export interface CityLimits {
  readonly cutoffS: number;
  readonly toleranceS: number;
}

interface Pair extends Trip {
  readonly supplier: CityFirm;
  readonly plant: CityFirm;
}

const toMaker = ({ group, id }: CityFirm): string => group ?? id;

/** Suppliers with their times to the nearest plant of each maker. */
function toSuppliers(
  suppliers: readonly CityFirm[],
  plants: readonly CityFirm[],
  toMs: (row: number, column: number) => number,
): readonly SupplierTimes[] {
  const makers = plants.map(toMaker);
  return suppliers.map(({ id, group }, row): SupplierTimes => {
    const timesMs = new Map<string, number>();
    for (const [column, maker] of makers.entries())
      timesMs.set(maker, Math.min(timesMs.get(maker) ?? Infinity, toMs(row, column)));
    return { id, site: id, timesMs, ownGroup: group, tier: 1, volume: null };
  });
}

/** Whole numbers behind pairs and shares within the cutoff. */
export interface Counts {
  /** Pairs within the cutoff. */
  readonly strict: number;
  /** Suppliers of a maker, and those of them that reach a plant of another one. */
  readonly tagged: number;
  readonly reachOther: number;
  /** Suppliers, and those that reach plants of two makers. */
  readonly suppliers: number;
  readonly reachTwo: number;
}

/** Counts of milliseconds by supplier, then by plant. */
export function countMeasures(
  suppliers: readonly CityFirm[],
  plants: readonly CityFirm[],
  ms: Float64Array,
  { cutoffS }: CityLimits,
): Counts {
  const rows = toSuppliers(suppliers, plants, (row, column) => ms[row * plants.length + column] as number);
  const makers = [...new Set(plants.map(toMaker))];
  const tagged = rows.filter(({ ownGroup }) => ownGroup !== null).length;
  return {
    strict: ms.reduce((count, timeMs) => count + Number(isWithin(timeMs, cutoffS)), 0),
    ...{ tagged, suppliers: rows.length },
    reachOther: Math.round((iOut(rows, makers, cutoffS) ?? 0) * tagged),
    reachTwo: Math.round((i2(rows, makers, cutoffS) ?? 0) * rows.length),
  };
}

function findWorst(pairs: readonly Pair[]): CityWorst | null {
  const [first, ...others] = pairs;
  if (first === undefined) return null;
  const worst = others.reduce((most, pair) => (pair.timeMs > most.timeMs ? pair : most), first);
  const alike = new Set(pairs.filter(({ timeMs }) => timeMs === worst.timeMs).map((one) => one.supplier.id));
  const { supplier, plant, timeMs } = worst;
  return {
    ...{ supplier: supplier.id, supplierTitle: supplier.title, plant: plant.id, plantTitle: plant.title },
    ...{ alike: alike.size - 1, timeS: timeMs === Infinity ? null : timeMs / MS_PER_SECOND },
  };
}

/** The measures of one of the cities, by its place among them. */
export function measureCity(
  { suppliers, plants, trips }: SharedTrips,
  place: number,
  { cutoffS, toleranceS }: CityLimits,
): CityMeasures {
  const pairs = suppliers.flatMap((supplier, row) =>
    plants.map((plant, column): Pair => ({ ...(trips[place]?.[row]?.[column] as Trip), supplier, plant })),
  );
  const count = (limitS: number): number => pairs.filter(({ timeMs }) => isWithin(timeMs, limitS)).length;
  const sumMs = pairs.reduce((sum, { timeMs }) => sum + timeMs, 0);
  const isWhole = pairs.length > 0 && Number.isFinite(sumMs);
  const estimatedMs = pairs.reduce((sum, one) => sum + one.estimatedMs, 0);
  const rows = toSuppliers(
    suppliers,
    plants,
    (row, column) => trips[place]?.[row]?.[column]?.timeMs as number,
  );
  const makers = [...new Set(plants.map(toMaker))];
  return {
    ...{ strict: count(cutoffS), tolerant: count(cutoffS + toleranceS) },
    noWay: pairs.filter(({ timeMs }) => timeMs === Infinity).length,
    ...{ iOut: iOut(rows, makers, cutoffS), i2: i2(rows, makers, cutoffS) },
    meanS: isWhole ? sumMs / pairs.length / MS_PER_SECOND : null,
    estimatedShare: isWhole && sumMs > 0 ? estimatedMs / sumMs : null,
    worst: findWorst(pairs),
  };
}
