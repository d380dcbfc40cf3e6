/** Seeded random multigraphs: parallel edges, loops, unreachable parts; small numbers, so that ties happen. */
import type { EdgeInput } from '../../src/routing/graph.ts';
import type { Random } from '../scene/random.ts';

export interface GraphShape {
  readonly vertices: number;
  readonly edges: number;
  readonly maxCost: number;
  readonly minCost?: number;
  readonly maxLength: number;
  readonly minLength?: number;
}

/** Every edge has a label of its own, in no order. */
export function makeEdges(random: Random, shape: GraphShape): readonly EdgeInput[] {
  const { minCost = 1, minLength = 1 } = shape;
  const labels = Array.from({ length: shape.edges }, (_, i) => i);
  return labels.map((_, i): EdgeInput => {
    const other = random.int(i, shape.edges - 1);
    const label = labels[other] ?? 0;
    labels[other] = labels[i] ?? 0;
    labels[i] = label;
    return {
      tail: random.int(0, shape.vertices - 1),
      head: random.int(0, shape.vertices - 1),
      cost: random.int(minCost, shape.maxCost),
      length: random.int(minLength, shape.maxLength),
      label,
    };
  });
}

/** All simple paths from a vertex, as edge lists; for graphs of a few vertices. */
export function listPaths(edges: readonly EdgeInput[], source: number): readonly (readonly number[])[] {
  const paths: (readonly number[])[] = [[]];
  const visit = (vertex: number, path: readonly number[], seen: ReadonlySet<number>): void => {
    for (const [index, { tail, head }] of edges.entries()) {
      if (tail !== vertex || seen.has(head)) continue;
      const longer = [...path, index];
      paths.push(longer);
      visit(head, longer, new Set([...seen, head]));
    }
  };
  visit(source, [], new Set([source]));
  return paths;
}

export function sumOf(edges: readonly EdgeInput[], path: readonly number[], key: 'cost' | 'length'): number {
  return path.reduce((sum, index) => sum + (edges[index]?.[key] ?? NaN), 0);
}

/** Labels of a path without −1 and with equal neighbours once. */
export function toLabels(edges: readonly EdgeInput[], path: readonly number[]): readonly number[] {
  const labels = path.map((index) => edges[index]?.label ?? NaN).filter((label) => label !== -1);
  return labels.filter((label, i) => i === 0 || label !== labels[i - 1]);
}

/** Order of lists of numbers; a beginning comes before what it begins. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (value !== other) return value - other;
  }
  return a.length - b.length;
}
