/** A ladder of streets to lay scenarios over: its drawing, its network and places beside its streets. */
import { expect } from 'vitest';
import type { BuildModification } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { drawMap } from '../import/drawn-map.ts';
import { readDrawing, toLonLat } from '../scene/drawing.ts';
import { toBuild } from './plans.ts';

/** Streets are farther apart than a place may be from one. */
const STEP_M = 600;

/** Two streets, joined at the west end alone, and one between them that a road from a to g would cross. */
export const LADDER = {
  map: `
    a----b----c
    |
    d----e----f
    |
    g----h----i`,
  stepM: STEP_M,
  ways: `
    | nodes | name   | ref    | highway     | maxspeed | oneway |
    | abc   | North  |        | residential | 30       |        |
    | def   | Middle | S1; S2 | primary     | 50       |        |
    | ghi   | South  |        | residential | 30       |        |
    | adg   | West   |        | residential | 30       |        |`,
};

export const network = drawMap(LADDER).network;
const drawing = readDrawing(LADDER.map);
export const at = (letter: string, eastM = 0, southM = 0): LonLat => {
  const cell = drawing.nodes.get(letter) ?? expect.fail(letter);
  return toLonLat({ column: cell.column + eastM / STEP_M, row: cell.row + southM / STEP_M }, STEP_M);
};
/** Ids of nodes go with their order in the drawing. */
export const idOf = (letter: string): string => String([...drawing.nodes.keys()].indexOf(letter) + 1);
export const PLACES = [
  at('b', 10, 20),
  at('c', -20, 20),
  at('e', 30, 20),
  at('f', -20, 20),
  at('i', -20, -20),
];

/** A straight motorway from c to i, over f. */
export const cToI = (more: Partial<BuildModification> = {}) =>
  toBuild(
    [at('c'), at('i')],
    [
      { vertex: 0, node: idOf('c') },
      { vertex: 1, node: idOf('i') },
    ],
    more,
  );
