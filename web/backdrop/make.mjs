/**
 * Makes the backdrop: `node web/backdrop/make.mjs [folder]` (without one, into its own). Land is Natural Earth's at 1:10 million, cut to South China,
 * thinned, with the shore between Humen and Zhongshan redrawn by hand (`topology.json`); districts and borders are
 * put together from the same hand-drawn arcs and the rivers of the data set. The same input gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import { cutRing, joinRing, measureArea2, thin, toOuter, traceArc } from './geometry.mjs';

/** Wide enough that no edge shows at the smallest zoom; the map is about the inner box. */
const WINDOW = [102, 16, 124, 31];
const REGION = [111.9, 21.9, 114.6, 24.2];
/** Degrees: about 150 m inside the region and 1 km outside it. */
const FINE = 0.0015;
const COARSE = 0.01;
/** Islands below this area in square degrees are left out: about 1 km² inside and 40 km² outside. */
const LEAST_INSIDE = 1e-4;
const LEAST_OUTSIDE = 4e-3;
/** Islets of the inner estuary that Natural Earth draws apart and the hand-drawn shore holds together. */
const INNER = [113.39, 22.59, 113.66, 22.98];
const SHORE = ['dongguan-shore', 'panyu-shore', 'nansha-shore', 'zhongshan-shore'];

function read(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

function isIn([x, y], [west, south, east, north]) {
  return x >= west && x <= east && y >= south && y <= north;
}

function round(point) {
  const places = isIn(point, REGION) ? 1e3 : 500;
  return point.map((value) => Math.round(value * places) / places);
}

/** The index of the corner nearest to a point. */
function findNearest(ring, [x, y]) {
  const distances = ring.map(([px, py]) => Math.hypot(px - x, py - y));
  return distances.indexOf(Math.min(...distances));
}

/** Puts the hand-drawn shore in the place of Natural Earth's between its two ends. */
function redrawShore(ring, shore) {
  const [from, to] = [findNearest(ring, shore[0]), findNearest(ring, shore[shore.length - 1])];
  if (from >= to) throw new Error('the shore of Natural Earth runs the other way');
  return [...ring.slice(0, from), ...shore, ...ring.slice(to + 1)];
}

function listLand(shore) {
  const world = read('../../node_modules/world-atlas/land-10m.json');
  const land = feature(world, world.objects.land);
  const shapes =
    land.type === 'FeatureCollection' ? land.features.map(({ geometry }) => geometry) : [land.geometry];
  const rings = shapes.flatMap(({ type, coordinates }) =>
    type === 'Polygon' ? [coordinates[0]] : coordinates.map(([outer]) => outer),
  );
  const mainland = rings.reduce((largest, ring) => (ring.length > largest.length ? ring : largest));
  return rings
    .filter((ring) => !ring.every((point) => isIn(point, INNER)))
    .map((ring) => (ring === mainland ? redrawShore(ring.slice(0, -1), shore) : ring.slice(0, -1)))
    .map((ring) => cutRing(ring, WINDOW))
    .filter(
      (ring) =>
        Math.abs(measureArea2(ring)) / 2 >
        (ring.some((point) => isIn(point, REGION)) ? LEAST_INSIDE : LEAST_OUTSIDE),
    )
    .map((ring) => thin([...ring, ring[0]], (point) => (isIn(point, REGION) ? FINE : COARSE)).map(round))
    .map((ring) => toOuter(ring.filter((point, i) => i === 0 || point.join() !== ring[i - 1].join())))
    .filter((ring) => ring.length > 3)
    .toSorted((a, b) => b.length - a.length);
}

const FOLDER = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));

function write(name, features) {
  const rows = features.map((row) => JSON.stringify(row)).join(',\n');
  writeFileSync(
    join(FOLDER, name),
    `{"type":"FeatureCollection","schematic":true,"features":[\n${rows}\n]}\n`,
  );
}

const { junctions, arcs: drawn, districts, names } = read('topology.json');
const rivers = new Map(
  read('../../data/water.geojson').features.map(({ id, geometry }) => [id, geometry.coordinates]),
);
const arcs = new Map(Object.entries(drawn).map(([id, { path }]) => [id, traceArc(path, junctions, rivers)]));

const shore = SHORE.flatMap((id, i) => arcs.get(id).slice(i === 0 ? 0 : 1));
write('land.json', [
  {
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates: listLand(shore).map((ring) => [ring]) },
    properties: {},
  },
]);
write(
  'borders.json',
  [...arcs]
    .filter(([id]) => drawn[id].kind === 'border')
    .map(([id, line]) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: line },
      properties: { border: id },
    })),
);
write(
  'districts.json',
  Object.entries(districts).map(([id, { ring, members, nameEn, nameZh }]) => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [toOuter(joinRing(ring, arcs))] },
    properties: { district: id, members, nameEn, nameZh },
  })),
);
const labels = Object.values(districts).map(({ nameEn, nameZh, labelAt }) => ({
  kind: 'district',
  rank: 1,
  nameEn,
  nameZh,
  at: labelAt,
}));
write(
  'names.json',
  [...labels, ...names].map(({ at, ...properties }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: at },
    properties,
  })),
);
