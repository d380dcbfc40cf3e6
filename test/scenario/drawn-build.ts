/** A drawn network to build in: what the tests of modifications share. A car drives at the sign here. */
import type { BuildModification, Interchange, Modification, Scenario } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { DataError } from '../../src/problems.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { NOW } from '../scene/dataset.ts';
import { drawScene, type Scene } from '../scene/scene.ts';

/** Two roads of 10 km, 4 km apart, both at 60 km/h. */
export const SCENE = drawScene({
  stepM: 1000,
  map: `
    a---------b
     S


    c---------d
            T
  `,
  roads: `
    | nodes |
    | ab    |
    | cd    |
  `,
});

export const MINUTES = `
  |   | a    | b    | c    | d    |
  | a | 0.0  | 10.0 | -    | -    |
  | b | 10.0 | 0.0  | -    | -    |
  | c | -    | -    | 0.0  | 10.0 |
  | d | -    | -    | 10.0 | 0.0  |
`;

function at(scene: Scene, node: string): LonLat {
  return scene.dataset.nodes.find(({ id }) => id === node)?.at ?? [NaN, NaN];
}

export function between(from: LonLat, to: LonLat, share: number): LonLat {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}

export const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((node) => at(SCENE, node)) as [
  LonLat,
  LonLat,
  LonLat,
  LonLat,
];
export const [MID_AB, MID_CD] = [between(A, B, 0.5), between(C, D, 0.5)];

export function build(
  line: readonly LonLat[],
  interchanges: readonly Interchange[],
  more: Partial<BuildModification> = {},
) {
  const signs = { facility: 'expressway', postedKmh: 60 } as const;
  return {
    kind: 'build',
    id: 'x',
    title: 'X',
    line,
    ...signs,
    interchanges,
    ...more,
  } satisfies BuildModification;
}

export function toScenario(...modifications: readonly Modification[]): Scenario {
  return { ...NOW, id: 'drawn', modifications };
}

export function listProblems(...modifications: readonly Modification[]): readonly string[] {
  try {
    applyScenario(SCENE.dataset, toScenario(...modifications));
  } catch (error) {
    if (error instanceof DataError) return error.problems.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
}

export const ACROSS = build(
  [MID_AB, MID_CD],
  [
    { vertex: 0, link: 'ab', share: 0.5 },
    { vertex: 1, link: 'cd', share: 0.5 },
  ],
);
