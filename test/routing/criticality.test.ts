/** Every edge closed in turn, by trees repaired on a thinned graph and by searching everything anew. */
import { describe, expect, it } from 'vitest';
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import { measureCriticality, type Criticality } from '../../src/routing/criticality.ts';
import { createDistanceSearch, toBackward, toForward } from '../../src/routing/distances.ts';
import type { Graph } from '../../src/routing/graph.ts';
import { NO_EDGE, thinGraph } from '../../src/routing/thin.ts';
import { makeCity } from '../scene/city.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { makeOracleGraph } from './second-opinion.ts';

/** The same by one search a target and edge. */
function closeAll(graph: Graph, sources: readonly number[], targets: readonly number[]): Criticality {
  const found = { extra: new Float64Array(graph.edgeCount), cut: new Int32Array(graph.edgeCount) };
  for (const target of targets) {
    const before = createDistanceSearch(toBackward(graph))(target);
    for (let edge = 0; edge < graph.edgeCount; edge += 1) {
      const cost = graph.cost.map((value, e) => (e === edge ? UNREACHED : value));
      const after = createDistanceSearch(toBackward({ ...graph, cost }))(target);
      for (const source of sources) {
        const [open, closed] = [before[source] ?? NaN, after[source] ?? NaN];
        if (open === UNREACHED) continue;
        if (closed === UNREACHED) found.cut[edge] = (found.cut[edge] ?? 0) + 1;
        else found.extra[edge] = (found.extra[edge] ?? 0) + closed - open;
      }
    }
  }
  return found;
}

function drawVertices(random: Random, { vertexCount }: Graph, most: number): readonly number[] {
  return Array.from({ length: random.int(0, most) }, () => random.int(0, vertexCount - 1));
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
