/** The topology of a hierarchy made in WebAssembly, in a memory that is let go of afterwards. */
import { invertRank, type BuildTopology, type Ends, type Topology } from '../hierarchy/topology.ts';
import { Arena, type WasmBlock } from './arena.ts';
import type { WasmExports, WasmModule } from './module.ts';

/** Arcs a vertex that most road networks stay below. */
const ARCS_A_VERTEX = 6;

interface Build {
  readonly arena: Arena;
  readonly kernels: WasmExports;
  readonly vertexCount: number;
  /** Ends of edges by rank. */
  readonly tails: WasmBlock;
  readonly heads: WasmBlock;
}

interface Groups {
  readonly first: WasmBlock;
  readonly member: WasmBlock;
}

interface Upward {
  readonly first: WasmBlock;
  readonly parent: WasmBlock;
  readonly found: WasmBlock;
  readonly arcCount: number;
}

type Arcs = Omit<Topology, 'rank' | 'vertex' | 'vertexCount' | 'slot' | 'slotFirst' | 'slotEdge'>;

/** Begins with the ends of all edges in a memory. */
function begin(module: WasmModule, { vertexCount, edgeCount, tail, head }: Ends, rank: Uint32Array): Build {
  const memory = module.createMemory();
  const arena = new Arena(memory);
  const put = (ends: ArrayLike<number>): WasmBlock => {
    const block = arena.take(edgeCount);
    const ranks = block.array;
    for (let edge = 0; edge < edgeCount; edge += 1) ranks[edge] = rank[ends[edge] as number] as number;
    return block;
  };
  return { arena, kernels: module.instantiate(memory), vertexCount, tails: put(tail), heads: put(head) };
}

function group({ arena, kernels }: Build, groupOf: WasmBlock, groups: number): Groups {
  const [first, next] = [arena.take(groups + 1), arena.take(groups + 1)];
  const member = arena.take(groupOf.length);
  kernels.group(groupOf.address, groupOf.length, groups, first.address, next.address, member.address);
  return { first, member };
}

/** Higher neighbours by vertex, in a list that is made longer until they fit. */
function contract(build: Build): Upward {
  const { arena, kernels, vertexCount, tails, heads } = build;
  const lower = arena.take(tails.length);
  kernels.listLower(tails.address, heads.address, tails.length, lower.address);
  const edges = group(build, lower, vertexCount);
  const [first, parent] = [arena.take(vertexCount + 1), arena.take(vertexCount)];
  const blocks = [tails, heads, edges.first, edges.member, first, parent, arena.take(3 * vertexCount)];
  const rooms = blocks.map(({ address }) => address);
  for (let length = ARCS_A_VERTEX * vertexCount; ; length *= 2) {
    const found = arena.take(length);
    const arcCount = kernels.contract(vertexCount, ...rooms, found.address, length);
    if (arcCount >= 0) return { first, parent, found, arcCount };
    arena.give(found);
  }
}

function sortArcs({ arena, kernels, vertexCount }: Build, { first, parent, found, arcCount }: Upward): Arcs {
  const [next, downFirst] = [arena.take(vertexCount + 1), arena.take(vertexCount + 1)];
  const [upHead, upTail] = [arena.take(arcCount), arena.take(arcCount)];
  const [downTail, downArc] = [arena.take(arcCount), arena.take(arcCount)];
  const blocks = [first, found, next, upHead, upTail, downFirst, downTail, downArc];
  kernels.sortArcs(vertexCount, arcCount, ...blocks.map(({ address }) => address));
  const copy = (block: WasmBlock): Int32Array => block.array.slice();
  return {
    ...{ arcCount, upFirst: copy(first), upHead: copy(upHead), upTail: copy(upTail), parent: copy(parent) },
    ...{ downFirst: copy(downFirst), downTail: copy(downTail), downArc: copy(downArc) },
  };
}

function listSlots(
  build: Build,
  { arcCount, upFirst, upHead }: Arcs,
): Pick<Topology, 'slot' | 'slotFirst' | 'slotEdge'> {
  const { arena, kernels, tails, heads } = build;
  const slot = arena.take(tails.length);
  const [first, head] = [arena.put(upFirst), arena.put(upHead)];
  const rooms = [first, head, slot].map(({ address }) => address);
  kernels.listSlots(tails.address, heads.address, tails.length, ...rooms);
  const grouped = group(build, slot, 2 * arcCount);
  const filled = grouped.first.array[2 * arcCount];
  return {
    slot: slot.array.slice(),
    slotFirst: grouped.first.array.slice(),
    slotEdge: grouped.member.array.slice(0, filled),
  };
}

/** What makes topologies over compiled bytes: the very ones of `buildTopology`. */
export function createWasmTopology(module: WasmModule): BuildTopology {
  return (graph, rank) => {
    const { vertexCount } = graph;
    const vertex = invertRank(rank, vertexCount);
    const build = begin(module, graph, rank);
    const arcs = sortArcs(build, contract(build));
    return { vertexCount, rank, vertex, ...arcs, ...listSlots(build, arcs) };
  };
}
