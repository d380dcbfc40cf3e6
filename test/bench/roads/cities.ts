/**
 * The cities that are timed: one made up, which is always there; Porto through the importer and Moscow's streets where
 * their files are; and any folder of RoutingKit's vectors that the command line names.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildCityGraph } from '../../../src/city/graph.ts';
import { toByteSource } from '../../../src/import/byte-source.ts';
import { importOsm } from '../../../src/import/import-osm.ts';
import { readRoadRules } from '../../../src/load/road-rules.ts';
import type { ImportedNetwork } from '../../../src/model/imported-network.ts';
import type { VehicleClass } from '../../../src/model/travel.ts';
import { ROOT } from '../../root.ts';
import { hasMoscow, makeCity, readMoscow, type City } from '../../routing/city.ts';

export interface BenchCity {
  readonly name: string;
  readonly load: () => City;
}

/** Vertices of the made-up city: 280 × 280 crossings, of which 66,388 hang together. */
const SIDE = 280;
const SEED = 1;
/** Degrees to whole numbers for the order. */
const PER_DEGREE = 1e6;

function readWords(folder: string, name: string): ArrayBuffer {
  const { buffer, byteOffset, length } = readFileSync(join(folder, name));
  return buffer.slice(byteOffset, byteOffset + length);
}

/** `first_out`, `head`, `travel_time` as unsigned, `latitude`, `longitude` as floating numbers of 32 bits. */
function readVectors(folder: string): City {
  const [firstOut, head] = ['first_out', 'head'].map((name) => new Uint32Array(readWords(folder, name)));
  if (firstOut === undefined || head === undefined) throw new Error('no vectors');
  const cost = new Int32Array(readWords(folder, 'travel_time'));
  const [latitude, longitude] = ['latitude', 'longitude'].map(
    (name) => new Float32Array(readWords(folder, name)),
  );
  const vertexCount = firstOut.length - 1;
  const tail = new Uint32Array(head.length);
  for (let v = 0; v < vertexCount; v += 1) tail.fill(v, firstOut[v], firstOut[v + 1]);
  const [length, label] = [new Float64Array(head.length), new Int32Array(head.length).fill(-1)];
  const narrowing = Math.cos(((latitude?.[0] ?? 0) * Math.PI) / 180);
  return {
    graph: { vertexCount, edgeCount: head.length, firstOut, head, tail, cost, length, label },
    x: Int32Array.from(longitude ?? [], (degrees) => Math.round(degrees * narrowing * PER_DEGREE)),
    y: Int32Array.from(latitude ?? [], (degrees) => Math.round(degrees * PER_DEGREE)),
  };
}

const PORTO = join(ROOT, '..', 'shared', 'fixtures', 'osm', 'porto-r5.osm.pbf');

function importPorto(): ImportedNetwork {
  const readData = (name: string): string => readFileSync(join(ROOT, 'data', name), 'utf8');
  const { rules } = readRoadRules(readData('import/road-rules.json'), 'road-rules.json');
  if (rules === null) throw new Error('no rules');
  const vehicles = rules.profiles.map(
    ({ vehicleClass }) => JSON.parse(readData(`vehicle-classes/${vehicleClass}.json`)) as VehicleClass,
  );
  const work = importOsm(toByteSource(readFileSync(PORTO), 'porto'), rules, vehicles, {
    ...{ title: 'Porto', country: 'PT', keepIslands: false, bbox: null, coordinates: 'WGS84' },
  });
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

/** Streets for a car, turn bans and all; whoever has business in a street is let through here, as in other engines. */
function readPorto(): City {
  const network = importPorto();
  const { graph, nodeOf } = buildCityGraph(network, 0, { through: true });
  const { lonE7, latE7 } = network.nodes;
  const narrowing = Math.cos(((latE7[0] ?? 0) / 1e7) * (Math.PI / 180));
  const cost = Int32Array.from(graph.cost);
  return {
    graph: { ...graph, cost },
    x: Int32Array.from(nodeOf, (node) => Math.round(((lonE7[node] ?? 0) * narrowing) / 10)),
    y: Int32Array.from(nodeOf, (node) => Math.round((latE7[node] ?? 0) / 10)),
  };
}

export function listCities(folders: readonly string[]): readonly BenchCity[] {
  return [
    { name: `made-up city (seed ${SEED})`, load: () => makeCity(SEED, SIDE) },
    ...folders.map((folder) => ({ name: basename(folder), load: () => readVectors(folder) })),
    ...(existsSync(PORTO) ? [{ name: 'Porto', load: readPorto }] : []),
    ...(hasMoscow ? [{ name: 'Moscow streets', load: readMoscow }] : []),
  ];
}
