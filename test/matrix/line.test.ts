/** The drawn line of a route, and with − without. */
import { describe, expect, it } from 'vitest';
import { compareSkims } from '../../src/matrix/compare.ts';
import { toRouteLine } from '../../src/matrix/line.ts';
import { findRoute } from '../../src/matrix/route.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { measureLineM } from '../../src/geodesic.ts';
import { NOW } from '../scene/dataset.ts';
import { createRandom } from '../scene/random.ts';
import { makeRandomScene } from '../scene/random-scene.ts';
import { drawScene, type Scene } from '../scene/scene.ts';
import { getSite, toSceneSetting } from '../scene/times.ts';

const CORNER = `
  a----------b
        A    |
             |
             |
             |B
             |
             c
`;

const CORNER_ROADS = `
  | nodes | opened  |
  | ab    |         |
  | bc    | 2008-06 |
`;

function drawCorner(): Scene {
  return drawScene({ stepM: 100, map: CORNER, roads: CORNER_ROADS });
}

describe('toRouteLine', () => {
  it('runs from place to place over the points where they join and the nodes between', () => {
    const scene = drawCorner();
    const [from, to] = [getSite(scene, 'A'), getSite(scene, 'B')];
    for (const [origin, destination] of [
      [from, to],
      [to, from],
    ] as const) {
      const { best } = findRoute(scene.dataset, NOW, toSceneSetting(scene), origin, destination);
      if (best === null) throw new Error('no route');
      const corner = scene.dataset.nodes.find(({ id }) => id === 'b')?.at;
      const line = toRouteLine(scene.dataset, best);
      expect(line).toEqual([origin.at, best.access.to, corner, best.egress.from, destination.at]);
    }
  });

  it('keeps the vertices of a bent link that lie between the cuts, and no other', () => {
    const scene = drawCorner();
    const [a, b, c] = ['a', 'b', 'c'].map((node) => scene.dataset.nodes.find(({ id }) => id === node)?.at);
    if (a === undefined || b === undefined || c === undefined) throw new Error('a node is missing');
    const bent = {
      ...scene.dataset.links[0],
      id: 'ac',
      featureId: 'ac',
      from: 'a',
      to: 'c',
      geometry: [a, b, c],
    };
    const dataset = { ...scene.dataset, links: [bent as (typeof scene.dataset.links)[number]] };
    const near = { id: 'C', at: [b[0] - 0.001, b[1] + 0.0002] as const };
    const ask = (id: string): readonly unknown[] => {
      const { best } = findRoute(
        dataset,
        NOW,
        toSceneSetting(scene),
        getSite(scene, 'A'),
        id === 'C' ? near : getSite(scene, id),
      );
      return best === null ? [] : toRouteLine(dataset, best);
    };
    expect(ask('B')).toHaveLength(5);
    expect(ask('B')[2]).toBe(b);
    expect(ask('C')).toHaveLength(4);
  });

  it('is as long as the drawn pieces on random scenes', () => {
    const random = createRandom(1);
    for (let seed = 1; seed <= 30; seed += 1) {
      const { dataset, places } = makeRandomScene(seed);
      const [from, to] = [random.pick(places), random.pick(places)];
      const { best } = findRoute(dataset, NOW, toSceneSetting({ dataset, sites: new Map() }), from, to);
      if (best === null) continue;
      const links = new Map(dataset.links.map((link) => [link.id, link]));
      const drawnM = best.steps.map(({ link, fromShare, toShare }) => {
        return measureLineM(links.get(link)?.geometry ?? []) * (toShare - fromShare);
      });
      const expectedM = drawnM.reduce(
        (sum, lengthM) => sum + lengthM,
        (best.access.lengthMm + best.egress.lengthMm) / 1000,
      );
      const line = toRouteLine(dataset, best);
      expect(Math.abs(measureLineM(line) - expectedM)).toBeLessThan(1 + 0.001 * expectedM);
      expect([line[0], line.at(-1)]).toEqual([from.at, to.at]);
    }
  });
});

describe('compareSkims', () => {
  it('tells with − without, and who comes within the cutoff', () => {
    const scene = drawCorner();
    const setting = toSceneSetting(scene);
    const places = [getSite(scene, 'A'), getSite(scene, 'B')];
    const before: Scenario = { ...NOW, date: '2008-05' };
    const [without, built] = [before, NOW].map((scenario) =>
      skim(scene.dataset, scenario, setting, places, places),
    );
    if (without === undefined || built === undefined) throw new Error('no skim');
    const change = compareSkims(without, built, 120).find(
      ({ origin, destination }) => origin + destination === 'AB',
    );
    // Without bc, B joins at b.
    expect(change?.withoutMs).toBe(without.find('A', 'B').timeMs);
    expect(change?.differenceMs).toBe(built.find('A', 'B').timeMs - without.find('A', 'B').timeMs);
    const cutoffs = [0, built.find('A', 'B').timeMs - 1, built.find('A', 'B').timeMs, Infinity];
    const flips = cutoffs.map((ms) => compareSkims(without, built, ms / 1000)[1]?.flip);
    expect(flips).toEqual([null, null, 'gained', null]);
    const back = cutoffs.map((ms) => compareSkims(built, without, ms / 1000)[1]?.flip);
    expect(back).toEqual([null, null, 'lost', null]);
  });

  it('tells what is newly reachable, cut off, or out of reach in both', () => {
    const scene = drawScene({
      stepM: 1000,
      map: `
        A     B
        a-b-c-d
      `,
      roads: `
        | nodes | opened | joins |
        | ab    |        | yes   |
        | bc    | 2008   | no    |
        | cd    |        | yes   |
      `,
    });
    const setting = toSceneSetting(scene);
    const [from, to] = [getSite(scene, 'A'), getSite(scene, 'B')];
    const ask = (date: string) => skim(scene.dataset, { ...NOW, date }, setting, [from], [to]);
    expect(compareSkims(ask('2007'), ask('2009'), 3600)[0]).toMatchObject({
      differenceMs: -Infinity,
      flip: 'gained',
    });
    expect(compareSkims(ask('2009'), ask('2007'), 3600)[0]).toMatchObject({
      differenceMs: Infinity,
      flip: 'lost',
    });
    expect(compareSkims(ask('2007'), ask('2006'), 3600)[0]).toMatchObject({ differenceMs: null, flip: null });
    expect(() => ask('2007').find('A', 'A')).toThrow('no such pair in the skim: ["A","A"]');
  });
});
