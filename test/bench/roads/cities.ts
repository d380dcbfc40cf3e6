/**
 * The cities that are timed: one made up, which is always there; Moscow's streets where their files are; and any folder
 * of RoutingKit's vectors that the command line names. A city that comes through an importer is one entry more.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

export function listCities(folders: readonly string[]): readonly BenchCity[] {
  return [
    { name: `made-up city (seed ${SEED})`, load: () => makeCity(SEED, SIDE) },
    ...folders.map((folder) => ({ name: basename(folder), load: () => readVectors(folder) })),
    ...(hasMoscow ? [{ name: 'Moscow streets', load: readMoscow }] : []),
  ];
}
