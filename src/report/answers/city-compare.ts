/** A city with and without a scenario, as a document: every supplier by every plant, and what turns. */
import type { CityContrast } from '../../city/contrast.ts';
import type { CityFirm } from '../../city/scenario/draft.ts';
import type { Trip } from '../../city/trip-columns.ts';
import { toAttribution } from '../../condition/attribution.ts';
import { passes, toVerdict } from '../../condition/verdict.ts';
import type { Attribution, GroupVerdict } from '../../model/answer.ts';
import { MM_PER_M, MS_PER_SECOND } from '../../units.ts';
import { toCityData, toPoint, type CityData, type CityPoint } from './city.ts';

/** Without and with. */
export interface BothWays<T> {
  readonly base: T;
  readonly build: T;
}

export interface CityComparePlace extends CityPoint {
  readonly title: string;
  readonly group: string | null;
}

export interface CityTrip {
  /** Null where there is no way. */
  readonly timeS: number | null;
  readonly lengthM: number | null;
  /** Share of the time at assumed limits, on drawn roads and on connectors. */
  readonly estimatedShare: number | null;
  readonly verdict: GroupVerdict;
}

export interface CityCell extends BothWays<CityTrip> {
  readonly supplier: string;
  readonly plant: string;
  readonly attribution: Attribution;
}

/** Suppliers within the cutoff, and within it and the tolerance, of one plant, of any of a group, of any, of all. */
export interface CityReachRow {
  readonly kind: 'plant' | 'group' | 'any' | 'all';
  /** Plant or group; empty for any and all. */
  readonly id: string;
  readonly within: BothWays<number>;
  readonly tolerant: BothWays<number>;
  /** Of all suppliers. */
  readonly share: BothWays<number>;
}

/** What the scenario does to one supplier. */
export interface CityChange {
  readonly supplier: string;
  /** Plants that come within the cutoff, and that fall out of it. */
  readonly gains: readonly string[];
  readonly loses: readonly string[];
  /** Seconds saved on trips to the plants that are reached in both; below zero where they take longer. */
  readonly savedS: number;
}

export interface CityCompareDocument {
  readonly schema: 'beltway/city-compare@1';
  readonly data: Omit<CityData, 'scenario'>;
  readonly vehicleClass: string;
  readonly scenarios: BothWays<CityData['scenario']>;
  readonly cutoffS: number;
  readonly toleranceS: number;
  readonly suppliers: readonly CityComparePlace[];
  readonly plants: readonly (CityComparePlace & { readonly present: BothWays<boolean> })[];
  readonly cells: readonly CityCell[];
  readonly reach: readonly CityReachRow[];
  readonly unreachable: BothWays<number>;
  /** Over the pairs that are reached in both; null where there is none. */
  readonly mean: { readonly pairs: number; readonly timeS: BothWays<number> } | null;
  /** Suppliers with a trip that takes other time. */
  readonly changes: readonly CityChange[];
}

interface Limits {
  readonly cutoffS: number;
  readonly toleranceS: number;
}

const toBoth = <T>(make: (side: 0 | 1) => T): BothWays<T> => ({ base: make(0), build: make(1) });

function toCityTrip({ timeMs, lengthMm, estimatedMs }: Trip, { cutoffS, toleranceS }: Limits): CityTrip {
  const verdict = toVerdict(timeMs, cutoffS, toleranceS);
  if (timeMs === Infinity) return { timeS: null, lengthM: null, estimatedShare: null, verdict };
  const estimatedShare = timeMs === 0 ? 0 : estimatedMs / timeMs;
  return { timeS: timeMs / MS_PER_SECOND, lengthM: lengthMm / MM_PER_M, estimatedShare, verdict };
}

const isWithin = ({ verdict }: CityTrip): boolean => passes(verdict, 'strict');
const isAbout = ({ verdict }: CityTrip): boolean => passes(verdict, 'tolerant');

function listCells({ suppliers, plants, trips }: CityContrast, limits: Limits): readonly CityCell[] {
  return suppliers.flatMap((supplier, row) =>
    plants.map((plant, column): CityCell => {
      const { base, build } = toBoth((side) => toCityTrip(trips[side][row]?.[column] as Trip, limits));
      const attribution = toAttribution(isWithin(base), isWithin(build));
      return { supplier: supplier.id, plant: plant.id, base, build, attribution };
    }),
  );
}

/** Rows of the table of reach: which plants count, by their place, and whether one will do. */
function listKinds(plants: readonly CityFirm[]): readonly {
  readonly kind: CityReachRow['kind'];
  readonly id: string;
  readonly places: readonly number[];
}[] {
  const all = [...plants.keys()];
  const groups = [...new Set(plants.flatMap(({ group }) => group ?? []))].map((id) => {
    return { kind: 'group' as const, id, places: all.filter((place) => plants[place]?.group === id) };
  });
  return [
    ...plants.map(({ id }, place) => ({ kind: 'plant' as const, id, places: [place] })),
    ...groups.filter(({ places }) => places.length > 1),
    ...(all.length > 1
      ? [
          { kind: 'any' as const, id: '', places: all },
          { kind: 'all' as const, id: '', places: all },
        ]
      : []),
  ];
}

/** Cells of each supplier, in the order of the plants. */
function listRows({ suppliers, plants }: CityContrast, cells: readonly CityCell[]): readonly CityCell[][] {
  return suppliers.map((_, row) => cells.slice(row * plants.length, (row + 1) * plants.length));
}

function listReach(
  { suppliers, plants }: CityContrast,
  rows: readonly (readonly CityCell[])[],
): readonly CityReachRow[] {
  return listKinds(plants).map(({ kind, id, places }) => {
    const least = kind === 'all' ? places.length : 1;
    const count = (fits: (trip: CityTrip) => boolean, side: keyof BothWays<CityTrip>): number =>
      rows.filter((row) => {
        const passed = places.filter((place) => fits((row[place] as CityCell)[side]));
        return passed.length >= least;
      }).length;
    const countBoth = (fits: (trip: CityTrip) => boolean): BothWays<number> => {
      return { base: count(fits, 'base'), build: count(fits, 'build') };
    };
    const within = countBoth(isWithin);
    const share = { base: within.base / suppliers.length, build: within.build / suppliers.length };
    return { kind, id, within, tolerant: countBoth(isAbout), share };
  });
}

/** Seconds of a cell in both; null where there is no way in one of them. */
function findTimes({ base, build }: CityCell): BothWays<number> | null {
  return base.timeS === null || build.timeS === null ? null : { base: base.timeS, build: build.timeS };
}

function toMean(cells: readonly CityCell[]): CityCompareDocument['mean'] {
  const times = cells.map(findTimes).filter((one) => one !== null);
  if (times.length === 0) return null;
  const mean = (key: 'base' | 'build'): number =>
    times.reduce((sum, one) => sum + Math.round(one[key] * MS_PER_SECOND), 0) / times.length / MS_PER_SECOND;
  return { pairs: times.length, timeS: { base: mean('base'), build: mean('build') } };
}

function listChanges(
  { suppliers }: CityContrast,
  rows: readonly (readonly CityCell[])[],
): readonly CityChange[] {
  return suppliers.flatMap(({ id }, row) => {
    const own = rows[row] ?? [];
    const turned = (to: Attribution): readonly string[] =>
      own.filter(({ attribution }) => attribution === to).map(({ plant }) => plant);
    const savedMs = own.map((cell) => {
      const times = findTimes(cell);
      return times === null ? 0 : Math.round((times.base - times.build) * MS_PER_SECOND);
    });
    const change = {
      supplier: id,
      gains: turned('no-to-yes'),
      loses: turned('yes-to-no'),
      savedS: savedMs.reduce((sum, ms) => sum + ms, 0) / MS_PER_SECOND,
    };
    const isChanged = own.some(({ base, build }) => base.timeS !== build.timeS);
    return isChanged ? [change] : [];
  });
}

/** The document of a contrast. */
export function toCityCompareDocument(contrast: CityContrast, limits: Limits): CityCompareDocument {
  const { cities, suppliers, plants, sites, present } = contrast;
  const [base, build] = cities.map(toCityData) as [CityData, CityData];
  const { scenario: _, ...data } = build;
  const toPlace = ({ id, title, group }: CityFirm): CityComparePlace => {
    const site = sites.get(id);
    if (site === undefined) throw new RangeError('a place without a site');
    return { ...toPoint(cities[1], site), title, group };
  };
  const cells = listCells(contrast, limits);
  const rows = listRows(contrast, cells);
  const isUnreached = ({ timeS }: CityTrip): boolean => timeS === null;
  return {
    ...{ schema: 'beltway/city-compare@1', data, vehicleClass: cities[1].vehicleClass },
    ...{ scenarios: { base: base.scenario, build: build.scenario }, ...limits },
    suppliers: suppliers.map(toPlace),
    plants: plants.map((one) => ({ ...toPlace(one), present: toBoth((side) => present[side].has(one.id)) })),
    ...{ cells, reach: listReach(contrast, rows) },
    unreachable: {
      base: cells.filter((cell) => isUnreached(cell.base)).length,
      build: cells.filter((cell) => isUnreached(cell.build)).length,
    },
    ...{ mean: toMean(cells), changes: listChanges(contrast, rows) },
  };
}
