/**
 * Plants, supplier sites, zones and seats as points for the map, with what the answer says of each in one
 * scenario. Suppliers that share a zone share its mark: their times are the zone's.
 */
import type { FeatureCollection, Point } from 'geojson';
import { isOpenOn } from '../../src/index.ts';
import type { AnswerGroup, AnswerOrigin, Dataset, LonLat, Plant, QuickAnalysis } from '../../src/index.ts';
import { spreadMarks } from './spread.ts';

export type SiteKind = 'plant' | 'suppliers' | 'zone' | 'seat';

/** A place that has a mark. */
export interface Site {
  readonly id: string;
  readonly kind: SiteKind;
  readonly name: string;
  readonly nameZh: string | null;
  readonly at: LonLat;
  /** Maker's initial of a plant. */
  readonly initial: string;
  /** A plant that counts as a destination of the answer; every other place counts. */
  readonly counts: boolean;
  /** Supplier ids that stand here. */
  readonly suppliers: readonly string[];
}

/** Half widths of the marks in pixels. */
export const RADIUS_PX: Readonly<Record<SiteKind, number>> = { plant: 9, suppliers: 9, zone: 6, seat: 5 };
/** Whole zooms for which marks are spread apart; from the last on they stand where they are. */
export const SPREAD_ZOOMS = [6, 7, 8, 9, 10, 11, 12, 13] as const;
/** Marks are apart from this part of a zoom step on: at its beginning they may touch. */
const WITHIN_STEP = 0.3;

function listSuppliers(origins: readonly AnswerOrigin[]): ReadonlyMap<string, readonly string[]> {
  const bySite = new Map<string, string[]>();
  for (const { id, site, kind } of origins) {
    if (kind === 'supplier') bySite.set(site, [...(bySite.get(site) ?? []), id]);
  }
  return bySite;
}

/** A vehicle plant of a group in production on a day is a destination of the three groups; others are not. */
function isCounted({ kind, group, startOfProduction }: Plant, day: string): boolean {
  return kind === 'vehicle' && group !== null && isOpenOn(startOfProduction, null, day);
}

/** Every place of the data set as a mark; suppliers are those of the answer's population. */
export function listSites(dataset: Dataset, answer: QuickAnalysis | null): readonly Site[] {
  const suppliers = listSuppliers(answer?.origins ?? []);
  const day = answer?.plantDate ?? dataset.header.defaults.plantDate;
  const plants = dataset.plants.map((plant): Site => {
    const { id, name, nameZh, at, maker } = plant;
    const site = { id, kind: 'plant', name, nameZh, at, initial: maker.slice(0, 1), suppliers: [] } as const;
    return { ...site, counts: isCounted(plant, day) };
  });
  const zones = dataset.zones.map(({ id, name, nameZh, at, kind }): Site => {
    const here = suppliers.get(id) ?? [];
    return {
      ...{ id, name, nameZh, at, initial: '', counts: true, suppliers: here },
      kind: here.length > 0 ? 'suppliers' : kind,
    };
  });
  return [...zones, ...plants];
}

/** Number of groups within the cutoff by origin in one scenario; null = the answer has no such origin. */
export function countGroups(groups: readonly AnswerGroup[], scenario: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { scenario: of, origin, verdict } of groups) {
    if (of !== scenario) continue;
    counts.set(origin, (counts.get(origin) ?? 0) + Number(verdict === 'strict'));
  }
  return counts;
}

/** Where the marks are drawn at a whole zoom. */
function placeMarks(sites: readonly Site[], zoom: number): readonly LonLat[] {
  if (zoom === SPREAD_ZOOMS.at(-1)) return sites.map(({ at }) => at);
  const marks = sites.map(({ at: [lon, lat], kind }) => ({ lon, lat, radius: RADIUS_PX[kind] }));
  return spreadMarks(marks, zoom + WITHIN_STEP);
}

export interface SiteProperties {
  readonly id: string;
  readonly kind: SiteKind;
  readonly name: string;
  readonly nameZh: string;
  readonly initial: string;
  readonly counts: boolean;
  readonly suppliers: number;
  /** Groups reached; -1 where the answer does not say. */
  readonly groups: number;
  /** Whole zoom that this copy of the mark is for. */
  readonly step: number;
}

/** The marks of a scenario, once for each whole zoom. */
export function toSites(
  sites: readonly Site[],
  answer: QuickAnalysis | null,
  scenario: string | null,
): FeatureCollection<Point, SiteProperties> {
  const counts = scenario === null ? new Map<string, number>() : countGroups(answer?.groups ?? [], scenario);
  const features = SPREAD_ZOOMS.flatMap((step) => {
    const places = placeMarks(sites, step);
    return sites.map((site, i) => {
      const { id, kind, name, nameZh, initial, counts: counted, suppliers, at } = site;
      const properties = {
        ...{ id, kind, name, nameZh: nameZh ?? name, initial, counts: counted, step },
        suppliers: suppliers.length,
        groups: counts.get(suppliers[0] ?? id) ?? -1,
      };
      const geometry = { type: 'Point' as const, coordinates: [...(places[i] ?? at)] };
      return { type: 'Feature' as const, geometry, properties };
    });
  });
  return { type: 'FeatureCollection', features };
}
