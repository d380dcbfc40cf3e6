/**
 * A city's graph as the vectors that RoutingKit reads (`import/vectors/` tells their form), so that any engine may be
 * compared on the same bits. Turn bans and roads for destinations are in the graph: a node with them is several vertices.
 */
import { E7, MM_PER_M, roundHalfUp } from '../units.ts';
import type { City } from './city.ts';
import { buildCityGraph } from './graph.ts';

const BYTES = 4;

function toBytes(
  values: ArrayLike<number>,
  set: (view: DataView, at: number, value: number) => void,
): Uint8Array {
  const bytes = new Uint8Array(BYTES * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i += 1) set(view, BYTES * i, values[i] as number);
  return bytes;
}

const toWhole = (values: ArrayLike<number>): Uint8Array =>
  toBytes(values, (view, at, value) => view.setUint32(at, value, true));
const toFloats = (values: ArrayLike<number>): Uint8Array =>
  toBytes(values, (view, at, value) => view.setFloat32(at, value, true));

/** Bytes of each vector by its file name. */
export function toVectors({ network, profile }: City): ReadonlyMap<string, Uint8Array> {
  // Without the roads that are closed today: other engines know no such cost.
  const { graph, nodeOf } = buildCityGraph(network, profile);
  const { lonE7, latE7 } = network.nodes;
  const place = (values: Int32Array): Float64Array =>
    Float64Array.from(nodeOf, (node) => (values[node] as number) / E7);
  return new Map([
    ['first_out', toWhole(graph.firstOut)],
    ['head', toWhole(graph.head)],
    ['travel_time', toWhole(graph.cost)],
    ['latitude', toFloats(place(latE7))],
    ['longitude', toFloats(place(lonE7))],
    ['geo_distance', toWhole(graph.length.map((mm) => roundHalfUp(mm / MM_PER_M)))],
  ]);
}
