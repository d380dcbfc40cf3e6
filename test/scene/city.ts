/**
 * A made-up city of any size: jittered blocks, gaps, one-way streets, arterials, expressways that meet them at few
 * places, and a river with few bridges. Only its largest strongly connected part is kept. Times are whole ms.
 */
import { buildGraph, type EdgeInput, type Graph } from '../../src/routing/graph.ts';
import { createRandom, type Random } from './random.ts';

export interface City {
  readonly graph: Graph;
  /** Metres east and north. */
  readonly x: Int32Array;
  readonly y: Int32Array;
}

const BLOCK_M = 100;
/** Every so many rows and columns, and the speed there in km/h. */
const ROADS = [
  { every: 40, kmh: 90 },
  { every: 8, kmh: 50 },
] as const;
const STREET_KMH = 30;
/** As many as make a hierarchy of it about as large as that of a real city of so many vertices. */
const GAPS_PERCENT = 45;
const MS_PER_H = 3_600_000;

function toKmh(line: number): number {
  return ROADS.find(({ every }) => line % every === 0)?.kmh ?? STREET_KMH;
}

interface Street {
  readonly a: number;
  readonly b: number;
  readonly kmh: number;
  /** Stretches over the river are bridges, which only some roads have. */
  readonly crosses: boolean;
}

function* listStreets(side: number): Generator<Street> {
  const river = Math.floor(side / 3);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const a = row * side + column;
      if (column + 1 < side) yield { a, b: a + 1, kmh: toKmh(row), crosses: false };
      if (row + 1 < side) yield { a, b: a + side, kmh: toKmh(column), crosses: row === river };
    }
  }
}

function isBuilt(random: Random, { kmh, crosses }: Street): boolean {
  if (crosses) return kmh > STREET_KMH && random.once(2);
  return kmh > STREET_KMH || random.int(1, 100) > GAPS_PERCENT;
}

function toEdges(random: Random, side: number, x: Int32Array, y: Int32Array): readonly EdgeInput[] {
  const edges: EdgeInput[] = [];
  for (const street of listStreets(side)) {
    if (!isBuilt(random, street)) continue;
    const { a, b, kmh } = street;
    const away = Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
    const length = Math.round(away * 1000);
    const cost = Math.round((away / 1000 / kmh) * MS_PER_H) + random.int(0, 5000);
    const join = (tail: number, head: number): void => {
      edges.push({ tail, head, cost, length, label: edges.length });
    };
    const oneWay = kmh === STREET_KMH && random.once(5);
    const turned = random.once(2);
    if (!oneWay || turned) join(a, b);
    if (!oneWay || !turned) join(b, a);
  }
  return edges;
}

/** Vertices that a vertex reaches along an adjacency. */
function reachAll(count: number, next: ReadonlyMap<number, readonly number[]>, from: number): Uint8Array {
  const reached = new Uint8Array(count);
  const stack = [from];
  reached[from] = 1;
  for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
    for (const to of next.get(v) ?? []) {
      if (reached[to] === 1) continue;
      reached[to] = 1;
      stack.push(to);
    }
  }
  return reached;
}

function groupBy(edges: readonly EdgeInput[], key: 'tail' | 'head'): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  const other = key === 'tail' ? 'head' : 'tail';
  for (const edge of edges) {
    const group = groups.get(edge[key]);
    if (group === undefined) groups.set(edge[key], [edge[other]]);
    else group.push(edge[other]);
  }
  return groups;
}

/** What the middle reaches and is reached from, numbered anew. */
function keepConnected(edges: readonly EdgeInput[], x: Int32Array, y: Int32Array, middle: number): City {
  const forwards = reachAll(x.length, groupBy(edges, 'tail'), middle);
  const backwards = reachAll(x.length, groupBy(edges, 'head'), middle);
  const kept = Array.from(x.keys()).filter((v) => forwards[v] === 1 && backwards[v] === 1);
  const place = new Map(kept.map((v, i) => [v, i]));
  const inside = edges.flatMap((edge) => {
    const [tail, head] = [place.get(edge.tail), place.get(edge.head)];
    return tail === undefined || head === undefined ? [] : [{ ...edge, tail, head }];
  });
  const { graph } = buildGraph(kept.length, inside);
  return { graph, x: Int32Array.from(kept, (v) => x[v] ?? 0), y: Int32Array.from(kept, (v) => y[v] ?? 0) };
}

/** A city of at most side × side vertices. */
export function makeCity(seed: number, side: number): City {
  const random = createRandom(seed);
  const [x, y] = [new Int32Array(side * side), new Int32Array(side * side)];
  for (let v = 0; v < side * side; v += 1) {
    x[v] = (v % side) * BLOCK_M + random.int(-30, 30);
    y[v] = Math.floor(v / side) * BLOCK_M + random.int(-30, 30);
  }
  const edges = toEdges(random, side, x, y);
  const centre = Math.floor(side / ROADS[1].every / 2) * ROADS[1].every;
  return keepConnected(edges, x, y, centre * side + centre);
}
