/** The forms of the answers that are maps of cells. */
import * as z from 'zod';
import type { IsochroneDocument, OverlapDocument } from '../../model/grid-views.ts';
import * as f from './fields.ts';

const ring = z.array(f.lonLat).describe('closed ring; outer ones counter-clockwise, holes clockwise');

const area = {
  areaKm2: z.number().min(0).describe('square kilometres on the WGS84 ellipsoid'),
  geometry: f
    .row({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) })
    .describe('GeoJSON: a union of grid cells'),
};

const scenario = f.row({
  id: f.id,
  title: f.text('title'),
  titleZh: f.text('Chinese title'),
  date: f.text('ISO day or month'),
});

const noAccess = f
  .row(area)
  .describe('cells without access: no road within the connector limit, or only over water');

const isochrone = f.row({
  scenario,
  bands: f.list(
    'cells of which every point is proved within the cutoff, shortest cutoff first',
    f.row({ cutoffS: f.seconds, ...area }),
  ),
  boundary: f.list(
    'by cutoff: cells proved neither within nor beyond it',
    f.row({ cutoffS: f.seconds, ...area }),
  ),
  noAccess,
});

export const isochrones = f.row({
  schema: f.version('beltway/isochrones@1'),
  data: f.data,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  direction: z.enum(['to', 'from']).describe('to: from where the place is reached; from: what it reaches'),
  place: f.place,
  cutoffsS: z.array(f.seconds).describe('cutoffs in seconds, inclusive'),
  ...{ base: isochrone, build: isochrone },
}) satisfies z.ZodType<IsochroneDocument>;

const side = f.row({
  scenario,
  counts: f.list(
    'cells by the number of groups: so many proved within the cutoff, all others proved beyond',
    f.row({ groups: f.count('assembler groups'), ...area }),
  ),
  boundary: f.row(area).describe('cells in which at least one group is proved neither within nor beyond'),
  noAccess,
});

export const overlap = f.row({
  schema: f.version('beltway/overlap@1'),
  data: f.data,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  cutoffS: f.seconds.describe('seconds, inclusive'),
  groupChoice: f.choices,
  plantDate: f.text('plants in production on this day count'),
  ...{ base: side, build: side },
}) satisfies z.ZodType<OverlapDocument>;
