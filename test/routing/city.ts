/** Road graphs of a city's size for tests and benchmarks: made up, and real ones where their files are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { makeCity, type City } from '../scene/city.ts';

const MOSCOW = ['gr', 'co'].map((end) => join(ROOT, '..', 'shared', 'fixtures', 'osm', `moscow.${end}.bin`));

export const hasMoscow = MOSCOW.every((path) => existsSync(path));

function readPairs(path: string): Int32Array {
  const { buffer, byteOffset, length } = readFileSync(path);
  return new Int32Array(buffer.slice(byteOffset, byteOffset + length));
}

/** Moscow's streets, both ways each, by the straight length between their ends in units of the file. */
export function readMoscow(): City {
  const [ends, places] = MOSCOW.map(readPairs);
  if (ends === undefined || places === undefined) throw new Error('no files');
  // The file counts vertices from 1.
  const roads = ends.map((v) => v - 1);
  const vertexCount = places.length / 2;
  const [x, y] = [0, 1].map((part) =>
    Int32Array.from({ length: vertexCount }, (_, v) => places[2 * v + part] ?? 0),
  );
  if (x === undefined || y === undefined) throw new Error('no places');
  const edgeCount = roads.length;
  const firstOut = new Uint32Array(vertexCount + 1);
  for (const v of roads) firstOut[v + 1] = (firstOut[v + 1] ?? 0) + 1;
  for (let v = 0; v < vertexCount; v += 1) firstOut[v + 1] = (firstOut[v + 1] ?? 0) + (firstOut[v] ?? 0);
  const next = firstOut.slice();
  const [head, tail, cost] = [
    new Uint32Array(edgeCount),
    new Uint32Array(edgeCount),
    new Int32Array(edgeCount),
  ];
  for (let i = 0; i < edgeCount; i += 1) {
    const [from, to] = [roads[i] ?? 0, roads[i ^ 1] ?? 0];
    const edge = next[from] ?? 0;
    next[from] = edge + 1;
    tail[edge] = from;
    head[edge] = to;
    cost[edge] = Math.round(Math.hypot((x[from] ?? 0) - (x[to] ?? 0), (y[from] ?? 0) - (y[to] ?? 0)));
  }
  const [length, label] = [Float64Array.from(cost), new Int32Array(edgeCount).fill(-1)];
  return { graph: { vertexCount, edgeCount, firstOut, head, tail, cost, length, label }, x, y };
}

export { makeCity, type City };
