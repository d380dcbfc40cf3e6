/**
 * An imported network as a graph for one vehicle: nodes are vertices, those with turn bans several, and roads only for
 * business there are doubled into a way out and a way in, so that nobody passes through. Any search over it obeys all
 * of that without knowing.
 */
import { CLOSED, ROAD_STATUS, type ImportedNetwork } from '../model/imported-network.ts';
import type { Graph } from '../routing/graph.ts';
import { createTurnStates, FORBIDDEN, PLAIN, type TurnStates } from './turn-states.ts';

/** A graph, and how it stands to the network. An edge's label is its step: link × 2, 1 more backward. */
export interface CityGraph {
  readonly graph: Graph;
  /** Node of each vertex. */
  readonly nodeOf: Uint32Array;
  /** Vertices at which a trip that begins on a step's link goes on from its end. */
  readonly listStarts: (step: number) => readonly number[];
  /** Edges of a step; a trip that ends on its link comes to the tail of one of them. */
  readonly listEdges: (step: number) => readonly number[];
  /** Vertices of a node from which any road may be driven on: of each turn state, none where through traffic ends. */
  readonly listVertices: (node: number) => readonly number[];
  /** Edges of a cost from here on are closed; Infinity = no edge is. */
  readonly closedFrom: number;
}

/** What a vehicle may do along a step. */
const STEP = { closed: 0, destination: 1, open: 2 } as const;

interface Steps {
  readonly kind: Uint8Array;
  /** Steps out of node n: list[start[n]] … list[start[n + 1] − 1]. */
  readonly start: Uint32Array;
  readonly list: Uint32Array;
}

/** Node a step comes to. */
function toHeadNode({ links }: ImportedNetwork, step: number): number {
  return ((step & 1) === 0 ? links.to : links.from)[step >>> 1] as number;
}

/** Milliseconds of a step for a profile; CLOSED where it may not be driven. */
export function toStepMs({ times }: ImportedNetwork, profile: number, step: number): number {
  const { forward, backward } = times[profile] as ImportedNetwork['times'][number];
  return ((step & 1) === 0 ? forward : backward)[step >>> 1] as number;
}

/** Milliseconds of a step that is open today; CLOSED otherwise. */
export function toOpenMs(network: ImportedNetwork, profile: number, step: number): number {
  const { links, roads } = network;
  const isOpen = roads.status[links.road[step >>> 1] as number] === ROAD_STATUS.open;
  return isOpen ? toStepMs(network, profile, step) : CLOSED;
}

function findKinds(network: ImportedNetwork, profile: number, isOpen: (link: number) => boolean): Uint8Array {
  const { forward, backward, destinationOnly } = network.times[profile] as ImportedNetwork['times'][number];
  const links = network.links.from.length;
  const kinds = new Uint8Array(2 * links);
  for (let link = 0; link < links; link += 1) {
    if (!isOpen(link)) continue;
    const limited = destinationOnly[link] as number;
    if (forward[link] !== CLOSED) kinds[2 * link] = (limited & 1) === 1 ? STEP.destination : STEP.open;
    if (backward[link] !== CLOSED) kinds[2 * link + 1] = (limited & 2) === 2 ? STEP.destination : STEP.open;
  }
  return kinds;
}

function groupSteps(network: ImportedNetwork, kind: Uint8Array): Steps {
  const { from, to } = network.links;
  const nodes = network.nodes.id.length;
  const start = new Uint32Array(nodes + 1);
  const toTail = (step: number): number => ((step & 1) === 0 ? from : to)[step >>> 1] as number;
  for (let step = 0; step < kind.length; step += 1) {
    if (kind[step] !== STEP.closed) start[toTail(step) + 1] = (start[toTail(step) + 1] as number) + 1;
  }
  for (let n = 0; n < nodes; n += 1) start[n + 1] = (start[n + 1] as number) + (start[n] as number);
  const next = start.slice();
  const list = new Uint32Array(start[nodes] as number);
  for (let step = 0; step < kind.length; step += 1) {
    if (kind[step] === STEP.closed) continue;
    const tail = toTail(step);
    list[next[tail] as number] = step;
    next[tail] = (next[tail] as number) + 1;
  }
  return { kind, start, list };
}

/** Edges under construction, as columns. */
interface Edges {
  readonly tail: number[];
  readonly head: number[];
  readonly step: number[];
}

/** Vertex of a node in a turn state: the node itself, or one of its own behind all nodes. */
const toVertex = (nodes: number, node: number, state: number): number =>
  state === PLAIN ? node : nodes + state - 1;

/** Edges between nodes and states, without regard to through traffic. */
function listEdges(network: ImportedNetwork, steps: Steps, states: TurnStates): Edges {
  const nodes = network.nodes.id.length;
  const edges: Edges = { tail: [], head: [], step: [] };
  const leave = (node: number, state: number): void => {
    for (let i = steps.start[node] as number; i < (steps.start[node + 1] as number); i += 1) {
      const step = steps.list[i] as number;
      const next = states.follow(state, step);
      if (next === FORBIDDEN) continue;
      edges.tail.push(toVertex(nodes, node, state));
      edges.head.push(toVertex(nodes, toHeadNode(network, step), next));
      edges.step.push(step);
    }
  };
  for (let node = 0; node < nodes; node += 1) leave(node, PLAIN);
  for (let state = 1; state < states.count; state += 1) {
    leave(toHeadNode(network, states.stepOf[state] as number), state);
  }
  return edges;
}

/** Copies of vertices: numbers behind those there are, made where they are asked for. */
function createCopies(first: number): {
  of: (vertex: number) => number;
  find: (vertex: number) => number | null;
  list: number[];
} {
  const copies = new Map<number, number>();
  const list: number[] = [];
  const of = (vertex: number): number => {
    const known = copies.get(vertex);
    if (known !== undefined) return known;
    copies.set(vertex, first + list.length);
    list.push(vertex);
    return first + list.length - 1;
  };
  return { of, find: (vertex) => copies.get(vertex) ?? null, list };
}

interface Layers {
  readonly edges: Edges;
  /** Vertices that those behind the given ones are copies of, in their order. */
  readonly copied: readonly number[];
  readonly findOut: (vertex: number) => number | null;
}

/** Doubles roads for business there alone: from `in` copies nothing leads out, to `out` copies nothing leads. */
function splitLayers({ tail, head, step }: Edges, kind: Uint8Array, vertices: number): Layers {
  const limited: number[] = [];
  for (let edge = 0; edge < step.length; edge += 1)
    if (kind[step[edge] as number] === STEP.destination) limited.push(edge);
  if (limited.length === 0) return { edges: { tail, head, step }, copied: [], findOut: () => null };
  const into = createCopies(vertices);
  for (const edge of limited) into.of(head[edge] as number);
  const out = createCopies(vertices + into.list.length);
  for (const edge of limited) out.of(tail[edge] as number);
  const edges: Edges = { tail: [], head: [], step: [] };
  const add = (from: number | null, to: number | null, one: number): void => {
    if (from === null || to === null) return;
    edges.tail.push(from);
    edges.head.push(to);
    edges.step.push(one);
  };
  for (let edge = 0; edge < step.length; edge += 1) {
    const [from, to, one] = [tail[edge] as number, head[edge] as number, step[edge] as number];
    add(from, kind[one] === STEP.destination ? into.of(to) : to, one);
    if (kind[one] !== STEP.destination) continue;
    add(into.find(from), into.of(to), one);
    add(out.of(from), to, one);
    add(out.of(from), out.find(to), one);
  }
  return { edges, copied: [...into.list, ...out.list], findOut: out.find };
}

function toGraph(network: ImportedNetwork, profile: number, edges: Edges, vertexCount: number): Graph {
  const edgeCount = edges.step.length;
  const firstOut = new Uint32Array(vertexCount + 1);
  for (let i = 0; i < edgeCount; i += 1) {
    const v = edges.tail[i] as number;
    firstOut[v + 1] = (firstOut[v + 1] as number) + 1;
  }
  for (let v = 0; v < vertexCount; v += 1)
    firstOut[v + 1] = (firstOut[v + 1] as number) + (firstOut[v] as number);
  const next = firstOut.slice();
  const [head, tail] = [new Uint32Array(edgeCount), new Uint32Array(edgeCount)];
  const [cost, label, length] = [
    new Int32Array(edgeCount),
    new Int32Array(edgeCount),
    new Float64Array(edgeCount),
  ];
  for (let i = 0; i < edgeCount; i += 1) {
    const [v, step] = [edges.tail[i] as number, edges.step[i] as number];
    const e = next[v] as number;
    next[v] = e + 1;
    tail[e] = v;
    head[e] = edges.head[i] as number;
    cost[e] = toStepMs(network, profile, step);
    length[e] = network.links.lengthMm[step >>> 1] as number;
    label[e] = step;
  }
  return { vertexCount, edgeCount, firstOut, head, tail, cost, length, label };
}

/** Places of equal steps: edges of step s are list[start[s]] … list[start[s + 1] − 1]. */
function groupByStep({ label, edgeCount }: Graph, stepCount: number): (step: number) => readonly number[] {
  const start = new Uint32Array(stepCount + 1);
  for (const step of label) start[step + 1] = (start[step + 1] as number) + 1;
  for (let s = 0; s < stepCount; s += 1) start[s + 1] = (start[s + 1] as number) + (start[s] as number);
  const next = start.slice();
  const list = new Uint32Array(edgeCount);
  for (let e = 0; e < edgeCount; e += 1) {
    const step = label[e] as number;
    list[next[step] as number] = e;
    next[step] = (next[step] as number) + 1;
  }
  return (step) => [...list.subarray(start[step], start[step + 1])];
}

/** Turn states by the node that their steps come to. */
function groupStates(
  network: ImportedNetwork,
  { stepOf }: TurnStates,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (let state = 1; state < stepOf.length; state += 1) {
    const node = toHeadNode(network, stepOf[state] as number);
    groups.set(node, [...(groups.get(node) ?? []), state]);
  }
  return groups;
}

export interface CityGraphChoice {
  /** Roads for business there alone may be passed through: for asking what hangs together. */
  readonly through?: boolean;
  /** Links that are there; those open today unless said. */
  readonly isOpen?: (link: number) => boolean;
}

/** The graph of a profile, by its place in the notes. */
export function buildCityGraph(
  network: ImportedNetwork,
  profile: number,
  choice: CityGraphChoice = {},
): CityGraph {
  const { roads, links, nodes } = network;
  const { isOpen = (link) => roads.status[links.road[link] as number] === ROAD_STATUS.open } = choice;
  const kind = findKinds(network, profile, isOpen);
  const states = createTurnStates(network, profile);
  const plain = listEdges(network, groupSteps(network, kind), states);
  const vertices = nodes.id.length + states.count - 1;
  const layers =
    choice.through === true
      ? splitLayers(plain, new Uint8Array(kind.length), vertices)
      : splitLayers(plain, kind, vertices);
  const graph = toGraph(network, profile, layers.edges, vertices + layers.copied.length);
  const toNode = (vertex: number): number =>
    vertex < nodes.id.length
      ? vertex
      : toHeadNode(network, states.stepOf[vertex - nodes.id.length + 1] as number);
  const nodeOf = new Uint32Array(graph.vertexCount);
  for (let v = 0; v < nodeOf.length; v += 1)
    nodeOf[v] = toNode(v < vertices ? v : (layers.copied[v - vertices] as number));
  const statesAt = groupStates(network, states);
  const listStarts = (step: number): readonly number[] => {
    if (kind[step] === STEP.closed) return [];
    const start = toVertex(nodes.id.length, toHeadNode(network, step), states.follow(PLAIN, step));
    const out = kind[step] === STEP.destination ? layers.findOut(start) : null;
    return out === null ? [start] : [start, out];
  };
  return {
    graph,
    nodeOf,
    listStarts,
    listEdges: groupByStep(graph, 2 * links.from.length),
    listVertices: (node) =>
      [PLAIN, ...(statesAt.get(node) ?? [])].map((state) => toVertex(nodes.id.length, node, state)),
    closedFrom: Infinity,
  };
}
