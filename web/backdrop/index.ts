/**
 * The backdrop as the map takes it: land over a ground of sea, the borders of districts (each once), and the points
 * of names. All of it is schematic and made by `make.mjs`. Rivers are not here: they are the data set's own.
 */
import type { FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import bordersJson from './borders.json' with { type: 'json' };
import districtsJson from './districts.json' with { type: 'json' };
import landJson from './land.json' with { type: 'json' };
import namesJson from './names.json' with { type: 'json' };

/** A district or the city centre, with the ids of the data set's districts that it stands for. */
export interface DistrictProperties {
  readonly district: string;
  readonly members: readonly string[];
  readonly nameEn: string;
  readonly nameZh: string;
}

export interface NameProperties {
  readonly kind: 'district' | 'city' | 'water';
  /** 1 is placed first; 3 gives way. */
  readonly rank: number;
  readonly nameEn: string;
  readonly nameZh: string;
}

// JSON modules have wider types than GeoJSON: an array of numbers where a pair is meant.
export const LAND = landJson as unknown as FeatureCollection<MultiPolygon>;
export const BORDERS = bordersJson as unknown as FeatureCollection<LineString, { readonly border: string }>;
export const DISTRICTS = districtsJson as unknown as FeatureCollection<Polygon, DistrictProperties>;
export const NAMES = namesJson as unknown as FeatureCollection<Point, NameProperties>;
