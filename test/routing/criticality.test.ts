/** Every edge or group of edges closed in turn, by trees repaired on a thinned graph and by searching everything anew. */
import { describe, expect, it } from 'vitest';
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import { measureCriticality, type Criticality } from '../../src/routing/criticality.ts';
import { createDistanceSearch, toBackward, toForward } from '../../src/routing/distances.ts';
import type { Graph } from '../../src/routing/graph.ts';
import { NO_EDGE, thinGraph } from '../../src/routing/thin.ts';
import { makeCity } from '../scene/city.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { makeOracleGraph } from './second-opinion.ts';

/** The same by one search a target and group. */
function closeAll(
  graph: Graph,
  sources: readonly number[],
  targets: readonly number[],
  groupOf: Int32Array = graph.cost.map((_, edge) => edge),
): Criticality {
  const groups = Math.max(-1, ...groupOf) + 1;
  const found = { extra: new Float64Array(groups), cut: new Int32Array(groups) };
  for (const target of targets) {
    const before = createDistanceSearch(toBackward(graph))(target);
    for (let group = 0; group < groups; group += 1) {
      const cost = graph.cost.map((value, e) => (groupOf[e] === group ? UNREACHED : value));
      const after = createDistanceSearch(toBackward({ ...graph, cost }))(target);
      for (const source of sources) {
        const [open, closed] = [before[source] ?? NaN, after[source] ?? NaN];
        if (open === UNREACHED) continue;
        if (closed === UNREACHED) found.cut[group] = (found.cut[group] ?? 0) + 1;
        else found.extra[group] = (found.extra[group] ?? 0) + closed - open;
      }
    }
  }
  return found;
}

function drawVertices(random: Random, { vertexCount }: Graph, most: number): readonly number[] {
  return Array.from({ length: random.int(0, most) }, () => random.int(0, vertexCount - 1));
}

/** Roads both ways, whatever lies together, or edges from anywhere; some that stay open. */
function drawGroups(random: Random, { edgeCount, tail, head }: Graph): Int32Array {
  const kind = random.int(0, 2);
  const width = random.int(2, 5);
  const name = (edge: number): number => {
    if (random.once(8)) return -1;
    const [low, high] = [tail[edge] ?? 0, head[edge] ?? 0].toSorted((a, b) => a - b) as [number, number];
    if (kind === 0) return 40 * low + high;
    return kind === 1 ? Math.floor(edge / width) : random.int(0, Math.ceil(edgeCount / width));
  };
  return Int32Array.from({ length: edgeCount }, (_, edge) => name(edge));
}

describe('what each edge carries', () => {
  it('is what closing it does, on random multigraphs', () => {
    let [longer, cut] = [0, 0];
    for (let seed = 1; seed <= toCount(60, 1000); seed += 1) {
      const random = createRandom(seed);
      const graph = makeOracleGraph(seed);
      const [sources, targets] = [drawVertices(random, graph, 8), drawVertices(random, graph, 3)];
      const found = measureCriticality(graph, sources, targets);
      expect(found, `seed ${seed}`).toEqual(closeAll(graph, sources, targets));
      longer += found.extra.filter((ms) => ms > 0).length;
      cut += found.cut.filter((count) => count > 0).length;
    }
    expect(Math.min(longer, cut)).toBeGreaterThan(30);
  });

  it('is what closing all edges of a group does', () => {
    let [longer, cut] = [0, 0];
    for (let seed = 1; seed <= toCount(45, 3000); seed += 1) {
      const random = createRandom(1000 + seed);
      const graph = makeOracleGraph(seed);
      const [sources, targets] = [drawVertices(random, graph, 8), drawVertices(random, graph, 3)];
      const groupOf = drawGroups(random, graph);
      const found = measureCriticality(graph, sources, targets, groupOf);
      expect(found, `seed ${seed}`).toEqual(closeAll(graph, sources, targets, groupOf));
      longer += found.extra.filter((ms) => ms > 0).length;
      cut += found.cut.filter((count) => count > 0).length;
    }
    expect(Math.min(longer, cut)).toBeGreaterThan(30);
  });

  it('is so in a city', () => {
    const { graph } = makeCity(5, toCount(14, 40));
    const sources = Array.from({ length: 20 }, (_, i) => (31 * i) % graph.vertexCount);
    expect(measureCriticality(graph, sources, [3, 60])).toEqual(closeAll(graph, sources, [3, 60]));
  });

  it('is refused for what is no vertex', () => {
    const graph = makeOracleGraph(7);
    expect(() => measureCriticality(graph, [0], [graph.vertexCount])).toThrow(RangeError);
    expect(() => measureCriticality(graph, [-1], [0])).toThrow(RangeError);
  });
});

describe('a thinned graph', () => {
  it('keeps what must be kept as far apart as it was, with fewer vertices', () => {
    let [before, after] = [0, 0];
    for (let seed = 1; seed <= toCount(100, 1000); seed += 1) {
      const random = createRandom(seed);
      const graph = makeOracleGraph(seed);
      const isKept = Uint8Array.from({ length: graph.vertexCount }, () => random.int(0, 1));
      const isUsed = graph.cost.map((_, e) => {
        return Number(isKept[graph.tail[e] ?? 0] === 1 && isKept[graph.head[e] ?? 0] === 1 && random.once(2));
      });
      const thin = thinGraph(graph, isKept, (e) => (isUsed[e] === 1 ? e : NO_EDGE));
      const kept = [...isKept.keys()].filter((v) => isKept[v] === 1);
      const full = kept.map((v) => createDistanceSearch(toForward(graph))(v));
      for (const [i, v] of kept.entries()) {
        const sums = createDistanceSearch(toForward(thin))(thin.place[v] ?? -1);
        expect(
          kept.map((w) => sums[thin.place[w] ?? -1]),
          `seed ${seed}`,
        ).toEqual(kept.map((w) => full[i]?.[w]));
      }
      for (const [at, edge] of thin.edge.entries())
        if (edge !== NO_EDGE) expect(thin.cost[at]).toBe(graph.cost[edge]);
      before += graph.vertexCount;
      after += thin.vertexCount;
    }
    expect(after).toBeLessThan(0.8 * before);
  });
});
