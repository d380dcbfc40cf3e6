/**
 * Plants, supplier sites, zones and seats as points for the map, with what the answer says of each in one
 * scenario. Suppliers that share a zone share its mark: their times are the zone's.
 */
import type { FeatureCollection, Point } from 'geojson';
import { isOpenOn } from '../../src/index.ts';
import type {
  AnswerGroup,
  AnswerOrigin,
  Dataset,
  DrawVerdict,
  LonLat,
  Plant,
  QuickAnalysis,
  RoadState,
} from '../../src/index.ts';
import type { ViewId } from '../state/look.ts';
import { minutesChange } from '../words/format.ts';
import { toStep, type SiteChange } from './changes.ts';
import { spreadMarks } from './spread.ts';

type SiteKind = 'plant' | 'suppliers' | 'zone' | 'seat' | 'point';

/** A place that has a mark. */
export interface Site {
  readonly id: string;
  readonly kind: SiteKind;
  readonly name: string;
  readonly nameZh: string | null;
  readonly at: LonLat;
  /** Maker of a plant; empty for other places. */
  readonly maker: string;
  /** A plant that counts as a destination of the answer; every other place counts. */
  readonly counts: boolean;
  /** Supplier ids that stand here. */
  readonly suppliers: readonly string[];
}

type Radii = Readonly<Record<SiteKind, number>>;
/** Half widths of the marks in pixels: where places are compared or ranked all of them are large. */
const RADIUS_PX: Radii = { plant: 9, suppliers: 9, zone: 6, seat: 5, point: 9 };
const CHANGE_PX: Radii = { plant: 9, suppliers: 13, zone: 13, seat: 13, point: 9 };
const RANK_PX: Radii = { plant: 9, suppliers: 12, zone: 12, seat: 12, point: 9 };
const VIEW_RADII: Readonly<Record<ViewId, Radii>> = {
  times: RADIUS_PX,
  reach: RADIUS_PX,
  difference: CHANGE_PX,
  fastest: RADIUS_PX,
  locate: RANK_PX,
  value: RADIUS_PX,
  confidence: RADIUS_PX,
};
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

/** Where a scenario has its places: elsewhere than the data set, or not at all. */
export type Standing = Pick<RoadState, 'at' | 'absent'>;
const AS_ON_RECORD: Standing = { at: new Map(), absent: new Set() };

/** Every place of the data set as a mark; suppliers are those of the answer's population. */
export function listSites(
  dataset: Dataset,
  answer: QuickAnalysis | null,
  { at: elsewhere, absent }: Standing = AS_ON_RECORD,
): readonly Site[] {
  const suppliers = listSuppliers(answer?.origins ?? []);
  const day = answer?.plantDate ?? dataset.header.defaults.plantDate;
  const plants = dataset.plants.map((plant): Site => {
    const { id, name, nameZh, maker } = plant;
    const at = elsewhere.get(id) ?? plant.at;
    const site = { id, kind: 'plant', name, nameZh, at, maker, suppliers: [] } as const;
    return { ...site, counts: isCounted(plant, day) };
  });
  const zones = dataset.zones.map((zone): Site => {
    const { id, name, nameZh, kind } = zone;
    const at = elsewhere.get(id) ?? zone.at;
    const here = suppliers.get(id) ?? [];
    return {
      ...{ id, name, nameZh, at, maker: '', counts: true, suppliers: here },
      kind: here.length > 0 ? 'suppliers' : kind,
    };
  });
  return [...zones, ...plants].filter(({ id }) => !absent.has(id));
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

const PLACED = new WeakMap<readonly Site[], Map<string, readonly LonLat[]>>();

/** Where the marks are drawn at a whole zoom; kept, since it depends on the sites and the view alone. */
export function placeMarks(sites: readonly Site[], zoom: number, view: ViewId): readonly LonLat[] {
  const known = PLACED.get(sites) ?? new Map<string, readonly LonLat[]>();
  PLACED.set(sites, known);
  const places = known.get(`${view} ${zoom}`) ?? spreadAt(sites, zoom, VIEW_RADII[view]);
  known.set(`${view} ${zoom}`, places);
  return places;
}

function spreadAt(sites: readonly Site[], zoom: number, radii: Radii): readonly LonLat[] {
  if (zoom === SPREAD_ZOOMS.at(-1)) return sites.map(({ at }) => at);
  const marks = sites.map(({ at: [lon, lat], kind }) => ({ lon, lat, radius: radii[kind] }));
  return spreadMarks(marks, zoom + WITHIN_STEP);
}

export interface SiteProperties {
  readonly id: string;
  readonly kind: SiteKind;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly initial: string;
  readonly counts: boolean;
  readonly suppliers: number;
  /** Groups reached; -1 where the answer does not say. */
  readonly groups: number;
  readonly chosen: boolean;
  /** Whole zoom that this copy of the mark is for. */
  readonly step: number;
  /** Difference view: step of the scale, its words, its size, and whether a verdict flips. */
  readonly change?: number;
  readonly changeText?: string;
  readonly weight?: number;
  readonly flips?: boolean;
  /** Where to locate: place in the ranking. */
  readonly rank?: number;
  /** Confidence: what the draws say of a supplier's reach. */
  readonly doubt?: DrawVerdict;
}
type OwnProperties = Omit<SiteProperties, 'step'>;

/** What the marks say beside their place. */
export interface SiteSays {
  /** By origin id: groups reached. */
  readonly groups: ReadonlyMap<string, number>;
  /** By origin id. */
  readonly changes: ReadonlyMap<string, SiteChange>;
  /** By place id. */
  readonly ranks: ReadonlyMap<string, number>;
  /** By supplier id. */
  readonly doubts: ReadonlyMap<string, DrawVerdict>;
  /** Selected place or supplier. */
  readonly chosen: string | null;
}

/** A name short enough for a map: no brackets, nothing after a stroke or before the maker's own name. */
export function toLabel(name: string, maker: string): string {
  const [first = name] = name.replaceAll(/\s*[（(][^）)]*[）)]/g, '').split('/');
  return first.slice(Math.max(0, first.indexOf(maker))).trim();
}

function toChange(change: SiteChange | undefined): Partial<OwnProperties> {
  const step = toStep(change?.changeS ?? null);
  if (change === undefined || step === null) return {};
  const changeText = minutesChange(change.changeS);
  return { change: step, changeText, weight: Math.abs(change.changeS ?? 0), flips: change.flips };
}

function toProperties(site: Site, { groups, changes, ranks, doubts, chosen }: SiteSays): OwnProperties {
  const { id, kind, name, nameZh, maker, counts, suppliers } = site;
  const origin = suppliers[0] ?? id;
  const rank = ranks.get(id);
  const doubt = kind === 'suppliers' ? doubts.get(origin) : undefined;
  return {
    ...{
      id,
      kind,
      nameEn: toLabel(name, maker),
      nameZh: toLabel(nameZh ?? name, ''),
      initial: maker.slice(0, 1),
      counts,
    },
    suppliers: suppliers.length,
    groups: groups.get(origin) ?? -1,
    chosen: chosen !== null && (chosen === id || suppliers.includes(chosen)),
    ...(kind === 'plant' ? {} : toChange(changes.get(origin))),
    ...(rank === undefined ? {} : { rank }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** The marks of a scenario, once for each whole zoom. */
export function toSites(
  sites: readonly Site[],
  view: ViewId,
  says: SiteSays,
): FeatureCollection<Point, SiteProperties> {
  const own = sites.map((site) => toProperties(site, says));
  const features = SPREAD_ZOOMS.flatMap((step) => {
    const places = placeMarks(sites, step, view);
    return own.map((properties, i) => {
      const geometry = { type: 'Point' as const, coordinates: [...(places[i] ?? [0, 0])] };
      return { type: 'Feature' as const, geometry, properties: { ...properties, step } };
    });
  });
  return { type: 'FeatureCollection', features };
}
