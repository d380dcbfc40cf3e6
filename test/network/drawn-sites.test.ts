/** Drawn networks: how sites join. A connector runs at 30 km/h here: 100 m are 0.2 min. */
import { describe, expect, it } from 'vitest';
import { findConnectors } from '../../src/network/connectors.ts';
import { buildNetwork } from '../../src/network/network.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { NOW } from '../scene/dataset.ts';
import { drawScene } from '../scene/scene.ts';
import { fillMinutes, findTimeMs, getSite, toSceneSetting } from '../scene/times.ts';

const BANKS = `
  a-----b-----e
     A        |
  WATER~~~~~  |
     B        |
  c-----d-----f
`;

const BANK_ROADS = `
  | nodes | joins |
  | abe   |       |
  | cdf   |       |
  | ef    | no    |
`;

describe('a drawn site', () => {
  it('joins in the middle of a link in both directions', () => {
    const scene = drawScene({
      map: `
        a---------b
            A
      `,
      roads: `
        | nodes |
        | ab    |
      `,
    });
    const minutes = `
      |   | a   | b   | A   |
      | a | 0.0 | 1.0 | 0.6 |
      | b | 1.0 | 0.0 | 0.8 |
      | A | 0.6 | 0.8 | 0.4 |
    `;
    expect(fillMinutes(scene, minutes)).toBe(minutes);
  });

  it('joins a one-way link forwards when leaving, from upstream when arriving', () => {
    const scene = drawScene({
      map: `
        a---------b
            A
      `,
      roads: `
        | nodes | oneway |
        | ab    | yes    |
      `,
    });
    const minutes = `
      |   | a   | b   | A   |
      | a | 0.0 | 1.0 | 0.6 |
      | b | -   | 0.0 | -   |
      | A | -   | 0.8 | 0.4 |
    `;
    expect(fillMinutes(scene, minutes)).toBe(minutes);
  });

  it('never joins across water', () => {
    const wet = drawScene({ map: BANKS.replace('WATER', '~~~~~'), roads: BANK_ROADS });
    const dry = drawScene({ map: BANKS.replace('WATER', '     ').replaceAll('~', ' '), roads: BANK_ROADS });
    const around = `
      |   | B   |
      | A | 2.6 |
    `;
    const across = `
      |   | B   |
      | A | 0.8 |
    `;
    expect(findConnectors(wet.dataset, getSite(wet, 'A')).map(({ featureId }) => featureId)).toEqual([
      'ab',
      'be',
    ]);
    expect(fillMinutes(wet, around)).toBe(around);
    expect(fillMinutes(dry, across)).toBe(across);
  });

  it('cannot be reached from a site on another road', () => {
    const scene = drawScene({
      map: `
        a-----b
           A
        ~~~~~~~
           B
        c-----d
      `,
      roads: `
        | nodes |
        | ab    |
        | cd    |
      `,
    });
    const minutes = `
      |   | A   | B   |
      | A | 0.4 | -   |
      | B | -   | 0.4 |
    `;
    expect(fillMinutes(scene, minutes)).toBe(minutes);
  });

  it('is not passed through: a short cut over its connectors does not count', () => {
    const scene = drawScene({
      stepM: 100,
      map: `
        a---------b
        |    A
        c---------d
      `,
      roads: `
        | nodes |
        | ba    |
        | ac    |
        | cd    |
      `,
    });
    // b to d over A would be 0.5 + 0.2 + 0.2 + 0.5 min.
    const minutes = `
      |   | d   | A   |
      | b | 2.2 | 0.7 |
      | A | 0.7 | 0.4 |
    `;
    expect(fillMinutes(scene, minutes)).toBe(minutes);
  });

  it('joins neither expressway nor ramp, but the road of any date within its radius', () => {
    const scene = drawScene({
      map: `
        a-----b
        c-----d
           A
        e-----f
      `,
      roads: `
        | nodes | facility   | kmh | opened |
        | ab    |            | 60  |        |
        | cd    | expressway | 100 |        |
        | ef    |            | 60  | 2030   |
      `,
    });
    const minutes = `
      |   | b   | d | A   |
      | A | 0.7 | - | 0.8 |
    `;
    expect(findConnectors(scene.dataset, getSite(scene, 'A')).map(({ featureId }) => featureId)).toEqual([
      'ab',
      'ef',
    ]);
    expect(fillMinutes(scene, minutes)).toBe(minutes);
  });

  it('meets another on the same link: pieces are differences of rounded sums', () => {
    const scene = drawScene({
      map: `
        a-------------b
          A  B    C
      `,
      roads: `
        | nodes | km     | kmh |
        | ab    | 1.3337 | 61  |
      `,
    });
    const wholeMs = Math.floor((1000 * 1333.7) / (61 / 3.6) + 0.5);
    const joins = ['A', 'B', 'C'].map((site) => {
      const [connector] = findConnectors(scene.dataset, getSite(scene, site));
      const { share = NaN, lengthMm = NaN } = connector ?? {};
      return { site, share, ms: Math.floor((1000 * (lengthMm / 1000)) / (30 / 3.6) + 0.5) };
    });
    const cum = (share: number): number => Math.floor(share * wholeMs + 0.5);
    for (const from of joins) {
      for (const to of joins) {
        const forward = cum(to.share) - cum(from.share);
        const backward = cum(1 - to.share) - cum(1 - from.share);
        const ms = from.ms + (to.share >= from.share ? forward : backward) + to.ms;
        expect(findTimeMs(scene, from.site, to.site), `${from.site}→${to.site}`).toBe(ms);
      }
    }
    expect(findTimeMs(scene, 'a', 'b')).toBe(wholeMs);
  });

  it('at the very end of a link joins the node there', () => {
    const scene = drawScene({
      map: `
        A
        a---------b
        |
        c
      `,
      roads: `
        | nodes |
        | ab    |
        | ac    |
      `,
    });
    const minutes = `
      |   | a   | b   | c   | A   |
      | A | 0.2 | 1.2 | 0.4 | 0.4 |
      | b | 1.0 | 0.0 | 1.2 | 1.2 |
    `;
    expect(findConnectors(scene.dataset, getSite(scene, 'A')).map(({ share }) => share)).toEqual([0, 0]);
    expect(fillMinutes(scene, minutes)).toBe(minutes);
    const network = buildNetwork(scene.dataset, applyScenario(scene.dataset, NOW), toSceneSetting(scene), [
      getSite(scene, 'A'),
    ]);
    const ends = [...network.fromShare.entries()].filter(([edge, share]) => share === network.toShare[edge]);
    expect(ends.map(([edge]) => network.graph.label[edge])).toEqual([-1, -1, -1, -1]);
    expect(ends.map(([edge]) => network.timeMs[edge])).toEqual([0, 0, 0, 0]);
  });

  it('on the road itself has connectors of no length', () => {
    const scene = drawScene({
      map: `
        a---------b
      `,
      roads: `
        | nodes |
        | ab    |
      `,
    });
    const [a] = scene.dataset.nodes;
    const place = { id: 'A', at: a?.at ?? [0, 0] };
    const onRoad = { ...scene, sites: new Map([['A', place]]) } as const;
    const minutes = `
      |   | a   | b   | A   |
      | A | 0.0 | 1.0 | 0.0 |
    `;
    expect(fillMinutes(onRoad, minutes)).toBe(minutes);
  });

  it('has a radius up to the nearest road that is there on every shipped day', () => {
    const scene = drawScene({
      stepM: 1000,
      map: `
        a---b
          A

        c---d

        e---f
      `,
      roads: `
        | nodes | opened |
        | ab    | 2030   |
        | cd    |        |
        | ef    |        |
      `,
    });
    const found = findConnectors(scene.dataset, getSite(scene, 'A'));
    expect(found.map(({ featureId }) => featureId)).toEqual(['ab', 'cd']);
  });

  it('too far from any road is off the map', () => {
    const scene = drawScene({
      stepM: 8000,
      map: `
        a---b

        A
      `,
      roads: `
        | nodes |
        | ab    |
      `,
    });
    expect(() => findConnectors(scene.dataset, getSite(scene, 'A'))).toThrow(
      'place A: at: expected a place within 15000 m of an accessible road',
    );
    const near = drawScene({ stepM: 7000, map: 'a---b\n\nA', roads: '| nodes |\n| ab |' });
    expect(
      findConnectors(near.dataset, getSite(near, 'A')).map(({ lengthMm }) => Math.round(lengthMm / 1e5)),
    ).toEqual([140]);
  });
});
