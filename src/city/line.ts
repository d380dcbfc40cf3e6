/** Links of an imported network as lines on the map. */
import { CLOSED, ROAD_FLAGS, ROAD_STATUS, type ImportedNetwork } from '../model/imported-network.ts';
import type { LonLat } from '../model/source.ts';
import { E7 } from '../units.ts';

/** The line of a link from its beginning to its end. */
export function toLine({ nodes, links, shape }: ImportedNetwork, link: number): readonly LonLat[] {
  const toNode = (node: number): LonLat => [
    (nodes.lonE7[node] as number) / E7,
    (nodes.latE7[node] as number) / E7,
  ];
  const line = [toNode(links.from[link] as number)];
  for (let i = links.shapeStart[link] as number; i < (links.shapeStart[link + 1] as number); i += 1) {
    line.push([(shape.lonE7[i] as number) / E7, (shape.latE7[i] as number) / E7]);
  }
  line.push(toNode(links.to[link] as number));
  return line;
}

/** West, south, east, north of a link in degrees. */
export function toLinkBox(network: ImportedNetwork, link: number): readonly [number, number, number, number] {
  const line = toLine(network, link);
  const [lons, lats] = [line.map(([lon]) => lon), line.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** A direction of a link is open today to a vehicle. */
export function isOpen({ times, links, roads }: ImportedNetwork, profile: number, link: number): boolean {
  if (roads.status[links.road[link] as number] !== ROAD_STATUS.open) return false;
  const { forward, backward } = times[profile] as ImportedNetwork['times'][number];
  return forward[link] !== CLOSED || backward[link] !== CLOSED;
}

const NOT_JOINED = ROAD_FLAGS.bridge | ROAD_FLAGS.tunnel | ROAD_FLAGS.motorroad;

/** A place may join it: an open arterial or local road, no bridge or tunnel. Others are entered at their nodes alone. */
export function isAccessible(network: ImportedNetwork, profile: number, link: number): boolean {
  const { roads, links, notes } = network;
  const road = links.road[link] as number;
  const facility = notes.classes[roads.roadClass[road] as number]?.facility ?? null;
  const isStreet = facility === 'arterial' || facility === 'local';
  return isStreet && ((roads.flags[road] as number) & NOT_JOINED) === 0 && isOpen(network, profile, link);
}

/** Lengths of the pieces of a line on a plane at its beginning; their unit does not matter. */
function listPieces(line: readonly LonLat[]): readonly number[] {
  const cos = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180);
  return line.slice(1).map((point, i) => {
    const before = line[i] as LonLat;
    return Math.hypot((point[0] - before[0]) * cos, point[1] - before[1]);
  });
}

/** The point at a share of a line, and its place: 1.5 = half-way from the second vertex to the third. */
function findPoint(
  line: readonly LonLat[],
  pieces: readonly number[],
  share: number,
): { readonly place: number; readonly point: LonLat } {
  let left = share * pieces.reduce((sum, one) => sum + one, 0);
  for (const [i, length] of pieces.entries()) {
    if (left <= length || i === pieces.length - 1) {
      const part = length === 0 ? 0 : Math.min(1, left / length);
      const [a, b] = [line[i] as LonLat, line[i + 1] as LonLat];
      return { place: i + part, point: [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])] };
    }
    left -= length;
  }
  return { place: 0, point: line[0] as LonLat };
}

/** A line of two points or more between two shares of its length as drawn. */
export function cutLine(line: readonly LonLat[], fromShare: number, toShare: number): readonly LonLat[] {
  const pieces = listPieces(line);
  const [start, end] = [findPoint(line, pieces, fromShare), findPoint(line, pieces, toShare)];
  return [start.point, ...line.filter((_, i) => i > start.place && i < end.place), end.point];
}
