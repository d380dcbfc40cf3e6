/** Edges put beside those of a graph: the graph of all of them. */
import { expect, it } from 'vitest';
import { addEdges, buildGraph } from '../../src/routing/graph.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { makeEdges } from './random-graph.ts';

it('gives the graph that is built of all edges', () => {
  const random = createRandom(11);
  for (let n = 0; n < toCount(40, 1000); n += 1) {
    const [vertices, more] = [random.int(1, 9), random.int(0, 3)];
    const draw = (count: number, edges: number) =>
      makeEdges(random, { vertices: count, edges, maxCost: 9, maxLength: 9 });
    const before = draw(vertices, random.int(0, 20));
    const added = draw(vertices + more, random.int(0, 6));
    const { graph, order } = buildGraph(vertices, before);
    const inOrder = Array.from(order, (edge) => before[edge] ?? expect.fail());
    const whole = buildGraph(vertices + more, [...inOrder, ...added]).graph;
    expect(addEdges(graph, vertices + more, added)).toEqual(whole);
  }
});
