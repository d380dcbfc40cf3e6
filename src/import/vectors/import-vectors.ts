/**
 * A network from the vectors that RoutingKit keeps its graphs in: files without a head, each number after the other,
 * little-endian. `first_out`, `head` and `travel_time` (ms) in 32 bits without a sign, `latitude` and `longitude` as
 * 32-bit floats; `geo_distance` (m) where it is there. Every arc becomes a link that is driven one way, in its order.
 */
import { CLOSED, ROAD_FLAGS, type ImportedNetwork } from '../../model/imported-network.ts';
import type { RoadRules } from '../../model/road-rules.ts';
import { DataError } from '../../problems.ts';
import { E7, MM_PER_M } from '../../units.ts';
import { moveFromGcj02 } from '../coordinates.ts';
import { keepNetwork, type Columns } from '../graph/assemble.ts';
import { measureM } from '../graph/distance.ts';
import { toLengthMm } from '../link-length.ts';
import { toRuleNotes } from '../rule-notes.ts';
import { listShiftWarnings, type TableOptions } from '../tables/options.ts';
import { checkVectors, readVectors, type Vectors } from './read.ts';

/** What RoutingKit writes for a way that is not there. */
const INF_WEIGHT = 0x7fff_ffff;

/** Lengths of arcs: those given, or of the straight lines between their ends. */
function listLengths(
  { tail, head, geoDistance }: Vectors,
  lonE7: Int32Array,
  latE7: Int32Array,
): Uint32Array {
  return Uint32Array.from(head, (to, arc) => {
    const given = geoDistance?.[arc];
    if (given !== undefined) return given * MM_PER_M;
    const from = tail[arc] as number;
    const ends = [lonE7[from], latE7[from], lonE7[to], latE7[to]] as [number, number, number, number];
    return toLengthMm(measureM(...ends), 'longitude, latitude', `arc ${arc}`);
  });
}

/** One road for all arcs: their class is not known, their times are given. */
function toRoads(classIndex: number): Pick<Columns, 'roads' | 'names'> {
  return {
    names: [{}],
    roads: {
      roadClass: Uint8Array.of(classIndex),
      status: Uint8Array.of(0),
      flags: Uint16Array.of(ROAD_FLAGS.givenTime),
      limitForward: Uint16Array.of(0),
      limitBackward: Uint16Array.of(0),
      names: Uint32Array.of(0),
      opens: Uint16Array.of(0),
    },
  };
}

function toColumns(vectors: Vectors, classIndex: number, coordinates: TableOptions['coordinates']): Columns {
  const { tail, head, travelTime, latitude, longitude } = vectors;
  const toE7 = (degrees: Float32Array): Int32Array => Int32Array.from(degrees, (one) => Math.round(one * E7));
  const [lonE7, latE7] = [toE7(longitude), toE7(latitude)];
  if (coordinates === 'GCJ-02') moveFromGcj02(lonE7, latE7);
  const arcs = head.length;
  return {
    nodes: { lonE7, latE7, id: Float64Array.from(lonE7.keys()) },
    links: {
      from: tail,
      to: head,
      lengthMm: listLengths(vectors, lonE7, latE7),
      road: new Uint32Array(arcs),
      id: Float64Array.from(head.keys()),
      shapeStart: new Uint32Array(arcs + 1),
    },
    shape: { lonE7: new Int32Array(0), latE7: new Int32Array(0) },
    times: [
      {
        forward: travelTime.map((ms) => (ms >= INF_WEIGHT ? CLOSED : ms)),
        backward: new Uint32Array(arcs).fill(CLOSED),
        destinationOnly: new Uint8Array(arcs),
      },
    ],
    ...toRoads(classIndex),
    bans: { start: Uint32Array.of(0), steps: new Uint32Array(0), profiles: new Uint8Array(0) },
  };
}

/** Class that a link of unknown class is given. */
const ANY_CLASS = 'road';

function findProfile({ profiles }: RoadRules, vehicleClass: string): RoadRules['profiles'] {
  const found = profiles.filter((one) => one.vehicleClass === vehicleClass);
  if (found.length > 0) return found;
  const expected = `a vehicle class: ${profiles.map((one) => one.vehicleClass).join(', ')}`;
  const problem = {
    file: 'request',
    path: 'vehicle',
    expected,
    found: vehicleClass,
    code: 'unknown-id',
  } as const;
  throw new DataError([problem]);
}

/**
 * The network of a folder of vectors, its times those of one vehicle class; nodes and arcs keep their order. Throws
 * DataError with everything that is missing or does not fit.
 */
export function importVectors(
  files: ReadonlyMap<string, Uint8Array>,
  rules: RoadRules,
  vehicleClass: string,
  options: TableOptions,
): ImportedNetwork {
  const vectors = checkVectors(readVectors(files));
  const profiles = findProfile(rules, vehicleClass);
  const classIndex = Math.max(
    0,
    rules.classes.findIndex(({ id }) => id === ANY_CLASS),
  );
  const { title, file, attribution, licence, coordinates } = options;
  const columns = toColumns(vectors, classIndex, coordinates);
  return keepNetwork(
    columns,
    {
      schema: 'beltway/network@1',
      title,
      source: { file, form: 'routingkit', writer: null, asOf: null, asOfBasis: null },
      ...{ attribution, licence, sourceCoordinates: coordinates },
      ...toRuleNotes(rules, options.country),
      profiles,
      openingDates: [''],
      left: [],
      warnings: listShiftWarnings(options),
    },
    { ways: vectors.head.length, wayNodes: vectors.latitude.length },
  );
}
