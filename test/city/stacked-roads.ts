/** A drawn city with roads to come, and roads over it that stand on one another. */
import type { CityFirm, CityTrial } from '../../src/city/scenario/draft.ts';
import { openGround } from '../../src/city/scenario/ground.ts';
import type { Modification } from '../../src/model/scenario.ts';
import { CAR, drawMap, RULES, VEHICLES } from '../import/drawn-map.ts';
import { at, idOf, LADDER } from './ladder.ts';
import { toBuild } from './plans.ts';

/** The ladder with two roads to come at its east end. */
const { network } = drawMap({
  map: `
    a----b----c
    |         |
    d----e----f
    |         |
    g----h----i`,
  stepM: LADDER.stepM,
  ways: `
    | nodes | name       | highway      | construction | maxspeed |
    | abc   | North      | residential  |              | 30       |
    | def   | Middle     | primary      |              | 50       |
    | ghi   | South      | residential  |              | 30       |
    | adg   | West       | residential  |              | 30       |
    | cf    | East       | construction | primary      | 50       |
    | fi    | South East | construction | primary      | 50       |`,
});

const toFirm = (id: string, letter: string, kind: CityFirm['kind'], group: string | null): CityFirm => ({
  ...{ id, title: id, kind, group },
  at: at(letter, letter < 'd' ? -20 : 30, 20),
});
export const FIRMS = [
  toFirm('s1', 'c', 'supplier', 'Alder'),
  toFirm('s2', 'e', 'supplier', null),
  toFirm('s3', 'h', 'supplier', 'Birch'),
  toFirm('p1', 'b', 'plant', 'Alder'),
  toFirm('p2', 'h', 'plant', 'Birch'),
];
export const trial: CityTrial = { ground: openGround(network, RULES, VEHICLES), profile: CAR, firms: FIRMS };
/** In seconds: times from c and e to h are about so long. */
export const LIMITS = { cutoffS: 450, toleranceS: 0 };

/** From c down to a point on the land between e and f, that other roads may begin at. */
export const spur = toBuild(
  [at('c'), at('f', -100, -300)],
  [
    { vertex: 0, node: idOf('c') },
    { vertex: 1, newNode: 'X' },
  ],
  { id: 'SPUR', title: 'Belt' },
);
export const onward = toBuild(
  [at('f', -100, -300), at('i')],
  [
    { vertex: 0, node: 'X' },
    { vertex: 1, node: idOf('i') },
  ],
  { id: 'ONWARD', title: 'Belt' },
);
export const branch = toBuild(
  [at('f', -50, -750), at('h')],
  [
    { vertex: 0, link: 'SPUR.1', share: 0.5 },
    { vertex: 1, link: '103', share: 0.5 },
  ],
  { id: 'BRANCH', title: 'Branch' },
);
export const toEast = toBuild(
  [at('f', 0, -600), at('e')],
  [
    { vertex: 0, link: '105', share: 0.5 },
    { vertex: 1, link: '102', share: 0.5 },
  ],
  { id: 'TO_EAST', title: 'To the east' },
);
export const across = toBuild(
  [at('c'), at('i')],
  [
    { vertex: 0, node: idOf('c') },
    { vertex: 1, node: idOf('i') },
  ],
  { id: 'ACROSS', title: 'Across' },
);
export const open = (section: string): Modification => ({
  ...{ kind: 'set-dates', sections: [section], opened: '2026-01', closed: null },
});
