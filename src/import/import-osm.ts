/** An OpenStreetMap file as a road network: two passes over the file, then the network from what they found. */
import type { ImportedNetwork, NetworkNotes } from '../model/imported-network.ts';
import type { RoadRules } from '../model/road-rules.ts';
import type { VehicleClass } from '../model/travel.ts';
import { toFileError, type ByteSource } from './byte-source.ts';
import { isShiftedSource, moveFromGcj02 } from './coordinates.ts';
import { assembleNetwork, type FirstNotes } from './graph/assemble.ts';
import { listBarrierBans } from './graph/barrier-bans.ts';
import { joinSegments } from './graph/contract.ts';
import { findCorners } from './graph/corners.ts';
import { giveFerryTimes } from './graph/ferry-times.ts';
import type { Cut } from './graph/links.ts';
import { collectPoints, NOWHERE, type Points } from './graph/points.ts';
import { collectRoads, type RoadStore } from './graph/road-store.ts';
import { cutRoads, type Segments } from './graph/segments.ts';
import { createTurnFinder, toHead, type SegmentBan } from './graph/turns.ts';
import { toRuleNotes } from './rule-notes.ts';
import { checkCountry, pickVehicles, type ImportOptions, type ImportProgress } from './options.ts';
import type { FileNotes, Visitor } from './osm/element.ts';
import { readOsm } from './osm/read.ts';
import { createTally, type Tally } from './roads/tally.ts';
import { createInterpreter } from './roads/traits.ts';
import { E7 } from '../units.ts';

const ATTRIBUTION = '© OpenStreetMap contributors';
const LICENCE =
  'Open Database Licence (ODbL) 1.0: this network is made from OpenStreetMap data; whoever passes it on names the contributors and keeps the licence (https://www.openstreetmap.org/copyright).';

/** Share of roads that must name a shifted source before it is told. */
const SHIFTED_SHARE = 0.01;

/** Counts roads whose source is a map with shifted coordinates. */
function watchSources(visitor: Visitor): { readonly visitor: Visitor; readonly count: () => number } {
  let count = 0;
  const { way } = visitor;
  return {
    visitor: {
      ...visitor,
      way: (id, nodes, tags, changedS) => {
        if (tags.has('highway') && isShiftedSource(tags.get('source'))) count += 1;
        way?.(id, nodes, tags, changedS);
      },
    },
    count: () => count,
  };
}

function listWarnings(
  roads: RoadStore,
  shifted: number,
  left: number,
  { hasGeometry }: FileNotes,
  options: ImportOptions,
): readonly string[] {
  const warnings: string[] = [];
  if (options.coordinates === 'WGS84' && shifted > SHIFTED_SHARE * roads.wayId.length) {
    warnings.push(
      `${shifted} roads name a map with shifted coordinates (GCJ-02 or BD-09) as their source: they may lie some hundred metres off.`,
    );
  }
  if (options.country === null) {
    warnings.push('No country is named: where no sign gives the limit, worldwide assumptions hold.');
  }
  if (roads.repeated > 0) {
    const them = roads.repeated === 1 ? '1 road is' : `${roads.repeated} roads are`;
    warnings.push(`${them} in the file more than once: the last of each counts.`);
  }
  if (hasGeometry === true) {
    warnings.push(
      'The places of nodes come from the ways: signals and barriers may not be in the file, and roads are taken for open.',
    );
  }
  if (left > 0) warnings.push(`${left} nodes of roads are not in the file: those roads end there.`);
  return warnings;
}

/** Leaves out what lies outside a box: roads end at its edge. Throws DataError where nothing lies within. */
function cropPoints({ lonE7, latE7 }: Points, bbox: ImportOptions['bbox'], file: string): void {
  if (bbox === null) return;
  const all = findBox(lonE7, latE7);
  const [west, south, east, north] = bbox.map((degrees) => Math.round(degrees * E7)) as [
    number,
    number,
    number,
    number,
  ];
  for (const [i, lon] of lonE7.entries()) {
    const lat = latE7[i] as number;
    if (lon < west || lon > east || lat < south || lat > north) lonE7[i] = NOWHERE;
  }
  if (all !== null && lonE7.every((lon) => lon === NOWHERE))
    throw toFileError(file, '', `roads within ${bbox.join()}`, `roads within ${all.join()} alone`, 'missing');
}

const HUNDREDTHS = E7 / 100;

/** West, south, east, north of points in hundredths of a degree, rounded outward; null where there are none. */
function findBox(lonE7: Int32Array, latE7: Int32Array): readonly number[] | null {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (const [i, lon] of lonE7.entries()) {
    if (lon === NOWHERE) continue;
    const lat = latE7[i] as number;
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  if (box[0] === Infinity) return null;
  return box.map((value, i) => (i < 2 ? Math.floor : Math.ceil)(value / HUNDREDTHS) / 100);
}

/** Node ids that restrictions speak of. */
function listViaIds({ restrictions }: RoadStore): ReadonlySet<number> {
  return new Set(restrictions.flatMap(({ viaNode }) => viaNode ?? []));
}

function findBans(roads: RoadStore, points: Points, segments: Segments, tally: Tally): readonly SegmentBan[] {
  const viaIds = listViaIds(roads);
  const corners = new Map<number, number[]>();
  for (const [corner, point] of segments.cornerPoint.entries()) {
    const id = points.id[point] as number;
    if (viaIds.has(id)) corners.set(id, [...(corners.get(id) ?? []), corner]);
  }
  const { find } = createTurnFinder(roads, segments, (id) => corners.get(id) ?? [], tally);
  const bans = [...roads.restrictions.flatMap(find), ...listBarrierBans(points, segments)];
  // What a ban decides at must stay a node, or its steps would grow together.
  for (const { steps } of bans) {
    for (const step of steps.slice(0, -1)) segments.isFixed[toHead(segments, step)] = 1;
  }
  return bans;
}

function toDay(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 10);
}

function toSource(
  source: ByteSource,
  { form, writer, asOfS }: FileNotes,
  newestS: number | null,
): NetworkNotes['source'] {
  const basis = asOfS !== null ? 'header' : newestS === null ? null : 'newest-way';
  return {
    file: source.name,
    form: form === 'pbf' ? 'osm-pbf' : 'osm-xml',
    writer,
    asOf: toDay(asOfS ?? newestS),
    asOfBasis: basis,
  };
}

/**
 * Reads a file twice: first its roads and turn restrictions, then the nodes they name. Yields how far it has come.
 * Throws DataError for a file that is broken, with the byte; for a country without rules; and for a file in which no
 * two places are connected both ways.
 */
export function* importOsm(
  source: ByteSource,
  rules: RoadRules,
  vehicleClasses: readonly VehicleClass[],
  options: ImportOptions,
): Generator<ImportProgress, ImportedNetwork> {
  checkCountry(rules, options.country);
  const tally = createTally();
  const interpreter = createInterpreter(rules, pickVehicles(rules, vehicleClasses), options.country, tally);
  const all = 2 * source.size;
  const collector = collectRoads(interpreter);
  const watched = watchSources(collector.visitor);
  const file = yield* mapSteps(readOsm(source, watched.visitor), (done) => ({ phase: 'roads', done, all }));
  const roads = collector.finish();
  if (roads.wayId.length === 0) throw toFileError(source.name, '', 'a map with roads', 'none', 'missing');
  const pointCollector = collectPoints(roads, interpreter);
  yield* mapSteps(readOsm(source, pointCollector.visitor, file), (done) => {
    return { phase: 'points', done: source.size + done, all };
  });
  yield { phase: 'network', done: all, all };
  const points = pointCollector.finish();
  const missing = points.lonE7.reduce((count, lon) => count + (lon === NOWHERE ? 1 : 0), 0);
  if (options.coordinates === 'GCJ-02') moveFromGcj02(points.lonE7, points.latE7);
  cropPoints(points, options.bbox, source.name);
  const segments = cutRoads(roads, points, findCorners(roads, points, listViaIds(roads)));
  giveFerryTimes(roads, segments, rules, tally);
  const bans = findBans(roads, points, segments, tally);
  const cut: Cut = { roads, points, segments, chains: joinSegments(roads, segments) };
  const notes: FirstNotes = {
    schema: 'beltway/network@1',
    title: options.title,
    source: toSource(source, file.notes, roads.newestS),
    attribution: ATTRIBUTION,
    licence: LICENCE,
    ...toRuleNotes(rules, options.country),
    sourceCoordinates: options.coordinates,
    left: tally.list(),
    warnings: listWarnings(roads, watched.count(), missing, file.notes, options),
  };
  const network = assembleNetwork(cut, rules, bans, notes, options.keepIslands);
  if (network.links.from.length === 0) throw toEmptyError(source.name);
  return network;
}

function toEmptyError(file: string) {
  const expected =
    'roads on which one place is reached from another and back (keeping islands keeps all others)';
  return toFileError(file, '', expected, 'none', 'missing');
}

/** The steps of a generator in other words. */
function* mapSteps<R>(
  steps: Generator<number, R>,
  toProgress: (done: number) => ImportProgress,
): Generator<ImportProgress, R> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    yield toProgress(step.value);
  }
}
