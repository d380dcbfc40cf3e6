/**
 * Every link of a city closed in turn, both directions together, and what that does to the trips between some places:
 * one tree a destination, repaired below what is closed. A place whose own link is closed keeps its other connectors.
 */
import { isWithin } from '../access/origin-times.ts';
import { UNREACHED } from '../routing/bucket-queue.ts';
import { toBackward, toForward } from '../routing/distances.ts';
import { buildGraph, type EdgeInput, type Graph } from '../routing/graph.ts';
import { RepairableTree } from '../routing/repair.ts';
import type { City, Site } from './city.ts';
import { listDirect, listGoals, listStarts, type SiteEdge } from './ends.ts';

/** What closing a link loses, over all trips. */
export interface LinkLoss {
  /** Link of the network; of one that is cut, the whole. */
  readonly link: number;
  /** Milliseconds longer, over the trips that keep a way. */
  lostMs: number;
  /** Trips that take longer or have no way any more. */
  slowed: number;
  cutOff: number;
  /** Trips within the cutoff, and within it and the tolerance, that are not any more. */
  strict: number;
  tolerant: number;
  /** The trip that loses most, a lost way before any detour; of equals the first by destination, then by origin. Infinity = no way any more. */
  worst: { readonly origin: number; readonly destination: number; readonly lostMs: number };
}

interface Limits {
  readonly cutoffS: number;
  readonly toleranceS: number;
}

/** The link that a step is driven on, whole where it is cut. */
const toLink = ({ cuts }: City, step: number): number => cuts.pieces.get(step >>> 1)?.of ?? step >>> 1;

/** The graph with a vertex for every place. */
interface Joined {
  readonly graph: Graph;
  readonly origins: readonly number[];
  readonly destinations: readonly number[];
}

type Ways = readonly (readonly SiteEdge[])[];

/** Trips that stay on one link, of every link: where the best one's is closed, another stands in. */
function listAllDirect(city: City, starts: Ways, goals: Ways): readonly SiteEdge[] {
  const linkOf = ({ label }: SiteEdge): number => toLink(city, label);
  const on = (ways: Ways, link: number): Ways =>
    ways.map((some) => some.filter((one) => linkOf(one) === link));
  const links = new Set(goals.flat().map(linkOf));
  return [...links].flatMap((link) => listDirect(city, on(starts, link), on(goals, link)));
}

function join(city: City, from: readonly Site[], to: readonly Site[]): Joined {
  const base = city.graph.graph;
  const origins = from.map((_, i) => base.vertexCount + i);
  const destinations = to.map((_, i) => base.vertexCount + from.length + i);
  const starts = from.map(({ connectors }, i) => listStarts(city, connectors, origins[i] as number));
  const goals = to.map(({ connectors }, i) => listGoals(city, connectors, destinations[i] as number));
  const roads = Array.from(base.tail, (tail, edge): EdgeInput => {
    const [head, cost, length] = [base.head[edge], base.cost[edge], base.length[edge]] as [
      number,
      number,
      number,
    ];
    return { tail, head, cost: Math.min(cost, UNREACHED), length, label: base.label[edge] as number };
  });
  const ways = [...starts.flat(), ...goals.flat(), ...listAllDirect(city, starts, goals)].map(
    (way): EdgeInput => {
      const { tail, head, timeMs, lengthMm, label } = way;
      return { tail, head, cost: Math.min(timeMs, UNREACHED), length: lengthMm, label };
    },
  );
  const { graph } = buildGraph(base.vertexCount + from.length + to.length, [...roads, ...ways]);
  return { graph, origins, destinations };
}

/** Edges by link, of the links that are named. */
function groupEdges(
  city: City,
  { label }: Graph,
  links: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map([...links].map((link): [number, number[]] => [link, []]));
  for (const [edge, step] of label.entries()) groups.get(toLink(city, step))?.push(edge);
  return groups;
}

/** Links on the ways from the origins to the root of a tree, in the order of the network. */
function listUsed(
  city: City,
  graph: Graph,
  tree: RepairableTree,
  origins: readonly number[],
): readonly number[] {
  const links = new Set<number>();
  const seen = new Uint8Array(graph.vertexCount);
  for (const origin of origins) {
    for (let v = origin; seen[v] === 0 && tree.edgeTo(v) >= 0;) {
      seen[v] = 1;
      const edge = tree.edgeTo(v);
      links.add(toLink(city, graph.label[edge] as number));
      v = graph.head[edge] as number;
    }
  }
  return [...links].toSorted((a, b) => a - b);
}

const toMs = (sum: number): number => (sum === UNREACHED ? Infinity : sum);

/** Destinations come in order, origins of one as its tree has them. */
function isWorse(trip: LinkLoss['worst'], than: LinkLoss['worst']): boolean {
  if (trip.lostMs !== than.lostMs) return trip.lostMs > than.lostMs;
  return trip.destination === than.destination && trip.origin < than.origin;
}

/** Adds a trip that takes longer. */
function addTrip(
  loss: LinkLoss,
  trip: LinkLoss['worst'],
  openMs: number,
  { cutoffS, toleranceS }: Limits,
): void {
  const isCut = trip.lostMs === Infinity;
  const drops = (limitS: number): number =>
    Number(isWithin(openMs, limitS) && !isWithin(openMs + trip.lostMs, limitS));
  loss.slowed += 1;
  loss.cutOff += Number(isCut);
  loss.lostMs += isCut ? 0 : trip.lostMs;
  loss.strict += drops(cutoffS);
  loss.tolerant += drops(cutoffS + toleranceS);
  if (isWorse(trip, loss.worst)) loss.worst = trip;
}

function startLoss(link: number): LinkLoss {
  const none = { lostMs: 0, slowed: 0, cutOff: 0, strict: 0, tolerant: 0 };
  return { link, ...none, worst: { origin: -1, destination: -1, lostMs: 0 } };
}

/** Links closed between two looks at what else there is to do. */
const LINKS_A_STEP = 50;

/**
 * Closes every link in turn, between all origins and destinations; what is not named in the answer loses nothing. Each
 * value on the way is how much of the work is done, 0 … 1.
 */
export function* closeLinks(
  city: City,
  from: readonly Site[],
  to: readonly Site[],
  limits: Limits,
): Generator<number, readonly LinkLoss[]> {
  const { graph, origins, destinations } = join(city, from, to);
  const [along, against] = [toBackward(graph), toForward(graph)];
  const rowOf = new Map(origins.map((vertex, row) => [vertex, row]));
  const losses = new Map<number, LinkLoss>();
  for (const [column, root] of destinations.entries()) {
    const tree = new RepairableTree(along, against, root, origins);
    const open = origins.map((vertex) => tree.sums[vertex] as number);
    const links = listUsed(city, graph, tree, origins);
    const edges = groupEdges(city, graph, new Set(links));
    for (const [i, link] of links.entries()) {
      if (i % LINKS_A_STEP === 0) yield (column + i / links.length) / destinations.length;
      const loss = losses.get(link) ?? startLoss(link);
      for (const vertex of tree.closeEdges(edges.get(link) ?? [])) {
        const row = rowOf.get(vertex) as number;
        const lostMs = toMs(tree.sums[vertex] as number) - (open[row] as number);
        if (lostMs > 0)
          addTrip(loss, { origin: row, destination: column, lostMs }, open[row] as number, limits);
      }
      tree.undo();
      if (loss.slowed > 0) losses.set(link, loss);
    }
  }
  return [...losses.values()].toSorted((a, b) => a.link - b.link);
}
