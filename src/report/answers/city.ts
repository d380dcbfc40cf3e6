/** Questions asked of an imported network, as documents: one trip, a matrix, what is reached. */
import type { ReachBand } from '../../city/bands.ts';
import type { City, Site } from '../../city/city.ts';
import type { CityConnector } from '../../city/connectors.ts';
import type { ReachedPiece } from '../../city/reach.ts';
import type { ReachDirection } from '../../city/times.ts';
import type { CityRoute, Leg } from '../../city/route.ts';
import { ROAD_FLAGS } from '../../model/imported-network.ts';
import type { LonLat } from '../../model/source.ts';
import { MM_PER_M, MS_PER_SECOND } from '../../units.ts';

/** What every answer says of the network it is of. */
export interface CityData {
  readonly title: string;
  readonly file: string;
  readonly asOf: string | null;
  readonly attribution: string;
  /** Scenario under which the roads are; null = as imported. */
  readonly scenario: { readonly id: string; readonly title: string } | null;
}

export interface CityPoint {
  readonly id: string;
  readonly at: LonLat;
  /** Way and distance of the nearest connector; below zero a road that a scenario builds. */
  readonly way: number;
  readonly distanceM: number;
}

export interface CityLeg {
  readonly way: number;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly ref: string | null;
  readonly roadClass: string;
  readonly toll: boolean;
  /**
   * What the limit rests on: a sign, a general limit that the map names, an assumption for the class of road, given as a
   * time, or drawn by a scenario.
   */
  readonly limit: 'sign' | 'general' | 'assumed' | 'given' | 'drawn';
  readonly timeS: number;
  readonly lengthM: number;
}

export interface CityEnd {
  readonly way: number;
  /** Share of the link's drawn length before the point. */
  readonly share: number;
  readonly at: LonLat;
  readonly timeS: number;
  readonly lengthM: number;
}

export interface CityRouteDocument {
  readonly schema: 'beltway/city-route@1';
  readonly data: CityData;
  readonly vehicleClass: string;
  readonly from: CityPoint;
  readonly to: CityPoint;
  /** Null where there is no way. */
  readonly timeS: number | null;
  readonly lengthM: number | null;
  /** Share of the time at assumed limits, on drawn roads and on connectors. */
  readonly estimatedShare: number | null;
  readonly access: CityEnd | null;
  readonly egress: CityEnd | null;
  readonly legs: readonly CityLeg[];
}

export interface CityMatrixDocument {
  readonly schema: 'beltway/city-matrix@1';
  readonly data: CityData;
  readonly vehicleClass: string;
  readonly origins: readonly CityPoint[];
  readonly destinations: readonly CityPoint[];
  readonly cells: readonly {
    readonly origin: string;
    readonly destination: string;
    readonly timeS: number | null;
  }[];
}

export interface CityBand {
  readonly cutoffS: number;
  /** Kilometres of links within it, one direction or both. */
  readonly roadKm: number;
  readonly links: number;
  /** Ground of the squares of this side that those links pass through. */
  readonly areaKm2: number;
  readonly squareM: number;
}

export interface CityReachDocument {
  readonly schema: 'beltway/city-reach@1';
  readonly data: CityData;
  readonly vehicleClass: string;
  readonly place: CityPoint;
  readonly direction: ReachDirection;
  readonly bands: readonly CityBand[];
}

/** What several places reach within a time each, and all of them. */
export interface CityOverlapDocument {
  readonly schema: 'beltway/city-overlap@1';
  readonly data: CityData;
  readonly vehicleClass: string;
  readonly direction: ReachDirection;
  readonly places: readonly (CityPoint & { readonly band: CityBand })[];
  readonly overlap: CityBand;
}

export function toCityData({ base: { notes }, scenario }: City): CityData {
  const { title, source, attribution } = notes;
  const changed = scenario === null ? null : { id: scenario.id, title: scenario.title };
  return { title, file: source.file, asOf: source.asOf, attribution, scenario: changed };
}

export function toPoint({ network }: City, { place, connectors }: Site): CityPoint {
  const [nearest] = connectors;
  if (nearest === undefined) throw new RangeError('a place without a connector');
  const way = network.links.id[nearest.link] as number;
  return { id: place.id, at: place.at, way, distanceM: nearest.lengthMm / MM_PER_M };
}

function toEnd({ network }: City, { link, share, at, timeMs, lengthMm }: CityConnector): CityEnd {
  const way = network.links.id[link] as number;
  return { way, share, at, timeS: timeMs / MS_PER_SECOND, lengthM: lengthMm / MM_PER_M };
}

function toBasis(flags: number): CityLeg['limit'] {
  if ((flags & ROAD_FLAGS.drawn) !== 0) return 'drawn';
  if ((flags & ROAD_FLAGS.givenTime) !== 0) return 'given';
  if ((flags & ROAD_FLAGS.assumedLimit) !== 0) return 'assumed';
  return (flags & ROAD_FLAGS.generalLimit) !== 0 ? 'general' : 'sign';
}

/** What the map says of the road that a link is of. */
export function toCityRoad({ network }: City, link: number): Omit<CityLeg, 'timeS' | 'lengthM'> {
  const { links, roads, names, notes } = network;
  const road = links.road[link] as number;
  const flags = roads.flags[road] as number;
  const { name = null, ref = null, 'name:en': nameEn = null } = names[roads.names[road] as number] ?? {};
  return {
    ...{ way: links.id[link] as number, name, nameEn, ref },
    roadClass: notes.classes[roads.roadClass[road] as number]?.id ?? '',
    toll: (flags & ROAD_FLAGS.toll) !== 0,
    limit: toBasis(flags),
  };
}

function toCityLeg(city: City, { step, timeMs, lengthMm }: Leg): CityLeg {
  const road = toCityRoad(city, step >>> 1);
  return { ...road, timeS: timeMs / MS_PER_SECOND, lengthM: lengthMm / MM_PER_M };
}

/** Whether no sign and no tag of the map vouches for a time. */
const isEstimated = (limit: CityLeg['limit']): boolean => limit === 'assumed' || limit === 'drawn';

/** Share of a trip's time that nothing on the map vouches for. */
function toEstimatedShare({ timeMs, access, egress }: CityRoute, legs: readonly CityLeg[]): number {
  const assumedS = legs.filter(({ limit }) => isEstimated(limit)).reduce((sum, leg) => sum + leg.timeS, 0);
  return timeMs === 0 ? 0 : (assumedS * MS_PER_SECOND + access.timeMs + egress.timeMs) / timeMs;
}

/** The document of a trip; `route` is null where there is no way. */
export function toCityRouteDocument(
  city: City,
  from: Site,
  to: Site,
  route: CityRoute | null,
): CityRouteDocument {
  const legs = route?.legs.map((leg) => toCityLeg(city, leg)) ?? [];
  return {
    schema: 'beltway/city-route@1',
    data: toCityData(city),
    vehicleClass: city.vehicleClass,
    from: toPoint(city, from),
    to: toPoint(city, to),
    timeS: route === null ? null : route.timeMs / MS_PER_SECOND,
    lengthM: route === null ? null : route.lengthMm / MM_PER_M,
    estimatedShare: route === null ? null : toEstimatedShare(route, legs),
    access: route === null ? null : toEnd(city, route.access),
    egress: route === null ? null : toEnd(city, route.egress),
    legs,
  };
}

/** The document of times between all pairs, milliseconds by origin and destination. */
export function toCityMatrixDocument(
  city: City,
  origins: readonly Site[],
  destinations: readonly Site[],
  times: readonly Float64Array[],
): CityMatrixDocument {
  return {
    schema: 'beltway/city-matrix@1',
    data: toCityData(city),
    vehicleClass: city.vehicleClass,
    origins: origins.map((site) => toPoint(city, site)),
    destinations: destinations.map((site) => toPoint(city, site)),
    cells: origins.flatMap((origin, row) =>
      destinations.map((destination, column) => {
        const timeMs = times[row]?.[column] ?? Infinity;
        const timeS = Number.isFinite(timeMs) ? timeMs / MS_PER_SECOND : null;
        return { origin: origin.place.id, destination: destination.place.id, timeS };
      }),
    ),
  };
}

/** Pieces of roads within a cutoff. */
export interface CityBandPieces {
  readonly cutoffS: number;
  readonly pieces: readonly ReachedPiece[];
}

function toBand({ cutoffS, roadKm, links, areaKm2, squareM }: ReachBand): CityBand {
  return { cutoffS, roadKm, links, areaKm2, squareM };
}

/** The document of what is reached within each cutoff. */
export function toCityReachDocument(
  city: City,
  site: Site,
  direction: ReachDirection,
  bands: readonly ReachBand[],
): CityReachDocument {
  return {
    schema: 'beltway/city-reach@1',
    data: toCityData(city),
    vehicleClass: city.vehicleClass,
    place: toPoint(city, site),
    direction,
    bands: bands.map(toBand),
  };
}

/** The document of what places reach, each with its band, and of what the bands have in common. */
export function toCityOverlapDocument(
  city: City,
  direction: ReachDirection,
  places: readonly { readonly site: Site; readonly band: ReachBand }[],
  overlap: ReachBand,
): CityOverlapDocument {
  return {
    schema: 'beltway/city-overlap@1',
    data: toCityData(city),
    vehicleClass: city.vehicleClass,
    direction,
    places: places.map(({ site, band }) => ({ ...toPoint(city, site), band: toBand(band) })),
    overlap: toBand(overlap),
  };
}
