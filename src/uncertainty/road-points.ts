/**
 * Points of the roads whose coordinates are drawn: interchanges, junctions, towns. What ramps join stands within some
 * hundred metres of one another and is moved as one, by the grade of the one that is known best. A node that was only
 * put on the straight line between two others has no place of its own and keeps its part of the line.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link, RoadNode } from '../model/road.ts';
import type { CoordinateGrade, LonLat } from '../model/source.ts';
import { createPlane } from '../network/local-plane.ts';
import type { RoadState } from '../scenario/apply.ts';
import type { GradedPlace } from './dimensions.ts';

export interface RoadPoints {
  readonly points: readonly GradedPlace[];
  /** By id of a node: its number, in the order of the data set. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By number of a node: the points that it moves with, and the part of its move that the first one makes. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly part: Float64Array;
}

/** Id of the point of a node: no place has one like it. */
const toPointId = (node: string): string => `@${node}`;

/** A function from a node to the first one, in code-unit order, that ramps join it with. */
function joinByRamps({ nodes, links }: Dataset): (node: string) => string {
  const up = new Map(nodes.map(({ id }) => [id, id]));
  const find = (node: string): string => {
    let top = node;
    for (let next = up.get(top); next !== undefined && next !== top; next = up.get(top)) top = next;
    return top;
  };
  for (const { facility, from, to } of links) {
    if (facility !== 'ramp') continue;
    const [a, b] = [find(from), find(to)].toSorted() as [string, string];
    up.set(b, a);
  }
  return find;
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

function listNeighbours(links: readonly Link[]): Neighbours {
  const neighbours = new Map<string, Set<string>>();
  for (const { from, to } of links)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
  return neighbours;
}

function measureM(from: LonLat, to: LonLat): number {
  const { kx, ky } = createPlane(from);
  const [x, y] = [(to[0] - from[0]) * kx, (to[1] - from[1]) * ky];
  return Math.sqrt(x * x + y * y);
}

/** A detour of less than this part of the way is none: coordinates are written to the metre. */
const STRAIGHT = 1e-4;

/** The grade of what was put where a road passes, and not looked up. */
const WORST: CoordinateGrade = 'C';

/** Neighbours of a node that lies on the straight line between its only two; null for any other. */
function findLineEnds(
  { id, at, grade }: RoadNode,
  neighbours: Neighbours,
  nodes: ReadonlyMap<string, RoadNode>,
): readonly [RoadNode, RoadNode] | null {
  const [a, b, ...more] = [...(neighbours.get(id) ?? [])].map((one) => nodes.get(one));
  if (grade !== WORST || a === undefined || b === undefined || more.length > 0) return null;
  const straightM = measureM(a.at, b.at);
  return measureM(a.at, at) + measureM(at, b.at) > straightM * (1 + STRAIGHT) ? null : [a, b];
}

type LineEnds = ReadonlyMap<string, readonly [RoadNode, RoadNode]>;

/** The first node with a place of its own along a line, and how far it is. */
function walk(from: RoadNode, first: RoadNode, lines: LineEnds): readonly [node: RoadNode, lengthM: number] {
  let [before, at] = [from, first];
  let lengthM = measureM(before.at, at.at);
  for (let ends = lines.get(at.id); ends !== undefined && at.id !== from.id; ends = lines.get(at.id)) {
    const next = ends[0].id === before.id ? ends[1] : ends[0];
    lengthM += measureM(at.at, next.at);
    [before, at] = [at, next];
  }
  return [at, lengthM];
}

const GRADES: readonly CoordinateGrade[] = ['A', 'B', 'C'];

function makePoints(nodes: readonly RoadNode[], find: (node: string) => string): readonly GradedPlace[] {
  const joined = new Map<string, RoadNode[]>();
  for (const node of nodes) {
    const own = joined.get(find(node.id)) ?? [];
    joined.set(find(node.id), own);
    own.push(node);
  }
  return [...joined].flatMap(([id, own]): readonly GradedPlace[] => {
    const first = own.find((node) => node.id === id);
    const grade = GRADES.find((one) => own.some((node) => node.grade === one)) ?? null;
    return first === undefined ? [] : [{ id: toPointId(id), name: first.nameEn, at: first.at, grade }];
  });
}

function makeRoadPoints(dataset: Dataset): RoadPoints {
  const { nodes, links } = dataset;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const find = joinByRamps(dataset);
  const neighbours = listNeighbours(links);
  const isJoined = new Set(
    links.flatMap(({ facility, from, to }) => (facility === 'ramp' ? [from, to] : [])),
  );
  const lines: LineEnds = new Map(
    nodes
      .filter(({ id }) => !isJoined.has(id))
      .flatMap((node) => {
        const ends = findLineEnds(node, neighbours, byId);
        return ends === null ? [] : [[node.id, ends] as const];
      }),
  );
  const points = makePoints(
    nodes.filter(({ id }) => !lines.has(id)),
    find,
  );
  const pointOf = new Map(points.map(({ id }, point) => [id, point]));
  const toPoint = ({ id }: RoadNode): number => pointOf.get(toPointId(find(id))) ?? 0;
  const pulls = nodes.map((node) => {
    const ends = lines.get(node.id);
    if (ends === undefined) return [toPoint(node), toPoint(node), 1] as const;
    const [[a, toA], [b, toB]] = [walk(node, ends[0], lines), walk(node, ends[1], lines)];
    return [toPoint(a), toPoint(b), toA + toB === 0 ? 1 : toB / (toA + toB)] as const;
  });
  return {
    points,
    numbers: new Map(nodes.map(({ id }, number) => [id, number])),
    first: Int32Array.from(pulls, ([first]) => first),
    second: Int32Array.from(pulls, ([, second]) => second),
    part: Float64Array.from(pulls, ([, , part]) => part),
  };
}

const POINTS = new WeakMap<Dataset['links'], RoadPoints>();

/** All points of a data set's roads. */
export function findRoadPoints(dataset: Dataset): RoadPoints {
  const points = POINTS.get(dataset.links) ?? makeRoadPoints(dataset);
  POINTS.set(dataset.links, points);
  return points;
}

/** Those that move an open road of some states. */
export function listPointsInUse(dataset: Dataset, states: readonly RoadState[]): readonly GradedPlace[] {
  const { points, numbers, first, second } = findRoadPoints(dataset);
  const nodes = new Set(states.flatMap(({ links }) => links.flatMap(({ from, to }) => [from, to])));
  const used = new Set<number>();
  for (const node of nodes) {
    const number = numbers.get(node) ?? -1;
    for (const point of [first[number], second[number]]) if (point !== undefined) used.add(point);
  }
  return points.filter((_, point) => used.has(point));
}
