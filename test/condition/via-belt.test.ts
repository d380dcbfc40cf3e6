import { describe, expect, it } from 'vitest';
import { createTripTimer } from '../../src/condition/trip-times.ts';
import { searchVia } from '../../src/condition/via-belt.ts';
import { skim } from '../../src/matrix/skim.ts';
import { searchCosts } from '../../src/routing/costs.ts';
import { buildGraph } from '../../src/routing/graph.ts';
import { searchTree } from '../../src/routing/tree.ts';
import { makeEdges } from '../routing/random-graph.ts';
import { createRandom } from '../scene/random.ts';
import { drawScene } from '../scene/scene.ts';
import { NOW } from '../scene/dataset.ts';
import { getSite, toSceneSetting } from '../scene/times.ts';

const RUNS = process.env['BELTWAY_LONG'] === '1' ? 2000 : 150;

describe('searchVia', () => {
  it('equals the best of all ways to some such edge, over it, and on', () => {
    const random = createRandom(7);
    for (let run = 0; run < RUNS; run += 1) {
      const vertices = random.int(2, 12);
      const edges = makeEdges(random, {
        vertices,
        edges: random.int(1, 30),
        minCost: 0,
        maxCost: 9,
        maxLength: 3,
      });
      const { graph } = buildGraph(vertices, edges);
      const marked = Array.from({ length: graph.edgeCount }, (_, i) => i).filter(
        () => random.int(0, 3) === 0,
      );
      const from = Array.from({ length: vertices }, (_, v) => searchTree(graph, v).cost);
      const expected = from.map((costs) =>
        Math.min(
          Infinity,
          ...marked.map((e) => {
            const [tail, head, cost] = [graph.tail[e] ?? 0, graph.head[e] ?? 0, graph.cost[e] ?? 0];
            return (costs[tail] ?? NaN) + cost + (from[head]?.[0] ?? NaN);
          }),
        ),
      );
      expect([...searchVia(graph, searchCosts(graph, 0), marked)]).toEqual(expected);
    }
  });
});

describe('createTripTimer', () => {
  //  direct 3 km at 60, or up to the belt (b–c) and down again
  const scene = drawScene({
    map: `
      b---------------------------c
      |                           |
      |                           |
     Aa---------------------------dD
    `,
    roads: `
      | nodes | section | facility   | km | kmh |
      | ad    |         |            | 3  | 60  |
      | ab    |         |            | 1  | 60  |
      | bc    | RING    | expressway | 3  | 120 |
      | cd    |         |            | 1  | 60  |
    `,
    belt: ['RING'],
  });
  const places = ['A', 'D'].map((letter) => getSite(scene, letter));
  const timer = createTripTimer(scene.dataset, NOW, places);

  it('agrees with the matrix to the millisecond', () => {
    const setting = toSceneSetting(scene);
    const cell = skim(scene.dataset, NOW, setting, places, places).find('A', 'D');
    expect(timer(setting).findTimeMs('A', 'D')).toBe(cell.timeMs);
  });

  it('finds the fastest way over the belt, also where it is not the fastest way', () => {
    const signed = { rule: 'signed-limits' as const, delays: false };
    const times = timer(toSceneSetting(scene, signed));
    // 3 km at 60 = 180 s direct; 2 km at 60 + 3 km at 120 = 120 + 90 s over the belt; connectors alike.
    expect(times.findViaBeltMs('A', 'D') - times.findTimeMs('A', 'D')).toBe(30_000);
    const quick = timer(toSceneSetting(scene, { ...signed, speedsKmh: { expressway: 240 } }));
    expect(quick.findViaBeltMs('A', 'D')).toBe(quick.findTimeMs('A', 'D'));
    expect(quick.findTimeMs('A', 'D')).toBe(times.findTimeMs('A', 'D') - 15_000);
  });

  it('has no way over a belt that is closed', () => {
    const closed = { ...NOW, id: 'closed', modifications: [{ kind: 'close' as const, sections: ['RING'] }] };
    const times = createTripTimer(scene.dataset, closed, places)(toSceneSetting(scene));
    expect(times.findViaBeltMs('A', 'D')).toBe(Infinity);
    expect(times.findTimeMs('A', 'D')).toBeLessThan(Infinity);
  });
});
