/** Drawn networks: which route is taken, and what is told of it. */
import { describe, expect, it } from 'vitest';
import { findRoute, type RouteAnswer } from '../../src/matrix/route.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { SettingChoice } from '../../src/network/setting.ts';
import { NOW } from '../scene/dataset.ts';
import { drawScene, type Scene } from '../scene/scene.ts';
import { toParameter } from '../scene/values.ts';
import { findLinks, getSite, toSceneSetting } from '../scene/times.ts';

function ask(scene: Scene, setting: Partial<SettingChoice> = {}): RouteAnswer {
  const places = [getSite(scene, 'A'), getSite(scene, 'B')] as const;
  return findRoute(scene.dataset, NOW, toSceneSetting(scene, setting), ...places);
}

/** Two ways round from A to B: over c and over d, each as long and fast as the table says. */
function drawRing(roads: string): Scene {
  return drawScene({
    stepM: 1000,
    map: `
        A
      a---b---c---d
      |           |
      |           |
      e---f---g---h
                B
    `,
    roads,
  });
}

const ROUND = `
  | nodes | kmh | km | joins |
  | ab    | 60  | 4  | yes   |
  | bcdh  | 60  | 4  | no    |
  | ae    | 60  | 4  | no    |
  | efg   | 60  | 4  | no    |
  | gh    | 60  | 4  | yes   |
`;

describe('the best route', () => {
  it('is the shorter of two equally fast ones', () => {
    const over = (kmB: number, kmhB: number, kmE: number, kmhE: number): Scene =>
      drawRing(`
        | nodes | kmh     | km     | joins |
        | ab    | 60      | 4      | yes   |
        | gh    | 60      | 4      | yes   |
        | bcdh  | ${kmhB} | ${kmB} | no    |
        | aefg  | ${kmhE} | ${kmE} | no    |
      `);
    expect(findLinks(over(4, 60, 2, 30), 'A', 'B')).toEqual(['ab~r', 'ae', 'ef', 'fg', 'gh']);
    expect(findLinks(over(2, 30, 4, 60), 'A', 'B')).toEqual(['ab', 'bc', 'cd', 'dh', 'gh~r']);
  });

  it('is the one of smaller link ids where time and length are equal', () => {
    const over = (first: string, second: string): Scene =>
      drawScene({
        stepM: 1000,
        map: `
          A       B
          a--bc---d
        `,
        roads: `
          | nodes | id        | joins |
          | ab    |           | yes   |
          | bc    | ${first}  | no    |
          | bc    | ${second} | no    |
          | cd    |           | yes   |
        `,
      });
    expect(findLinks(over('x', 'y'), 'A', 'B')).toEqual(['ab', 'x', 'cd']);
    expect(findLinks(over('y', 'x'), 'A', 'B')).toEqual(['ab', 'x', 'cd']);
    // Code-unit order: capitals first, `10` before `9`.
    expect(findLinks(over('a', 'B'), 'A', 'B')).toEqual(['ab', 'B', 'cd']);
    expect(findLinks(over('n9', 'n10'), 'A', 'B')).toEqual(['ab', 'n10', 'cd']);
  });

  it('tells what it is made of: joined steps, minutes by facility, toll, plazas, estimates, belt', () => {
    const scene = drawScene({
      stepM: 1000,
      belt: ['BELT'],
      map: `
          A C       B
        a-----b-c-d---e
      `,
      roads: `
        | nodes | facility   | kmh | km  | tariff | plaza   | basis     | how            | section |
        | ab    |            | 60  | 6   |        |         | estimated | town chain x   |         |
        | bc    | expressway | 60  | 2   | per-km | barrier |           |                | BELT    |
        | cd    | expressway | 60  | 2   | bridge |         | estimated | drawn          |         |
        | de    |            | 60  | 4   |        |         |           |                |         |
      `,
    });
    const places = ['A', 'B', 'C'].map((letter) => getSite(scene, letter));
    const setting = toSceneSetting(scene);
    const cell = skim(scene.dataset, NOW, setting, places, places).find('A', 'B');
    const { best } = ask(scene);
    // 1 km of connector at either end is 2 min; A joins at a third of ab, B at half of de.
    expect(Math.round(cell.timeMs / 600) / 100).toBe(14.75);
    expect(cell.tollFen).toBe(200 + 1000);
    expect(Math.round(cell.estimatedMs / 600) / 100).toBe(10);
    expect(Math.round(cell.townChainMs / 600) / 100).toBe(4);
    expect(cell.viaBeltMm).toBe(2_000_000);
    expect(cell.byFacilityMs['expressway']).toBe(285_000);
    expect(cell.byFacilityMs['ramp']).toBe(0);
    expect(Object.values(cell.byFacilityMs).reduce((sum, ms) => sum + ms, 0)).toBe(cell.timeMs);
    const { origin, destination, lowMs, highMs, ...service } = cell;
    expect(best).toMatchObject(service);
    expect([origin, destination, lowMs < cell.timeMs, highMs > cell.timeMs]).toEqual(['A', 'B', true, true]);
    expect(best?.plazas).toEqual([{ link: 'bc', plaza: 'barrier' }]);
    expect(best?.steps.map(({ link, belt, tollFen }) => [link, belt, tollFen])).toEqual([
      ['ab', false, 0],
      ['bc', true, 200],
      ['cd', false, 1000],
      ['de', false, 0],
    ]);
    expect(best?.steps[0]?.fromShare).toBeCloseTo(1 / 3, 6);
    expect(best?.steps[3]?.toShare).toBeCloseTo(1 / 2, 6);
    expect(best?.access).toMatchObject({ place: 'A', featureId: 'ab', from: places[0]?.at });
    expect(best?.egress).toMatchObject({ place: 'B', featureId: 'de', to: places[1]?.at });
  });

  it('joins the pieces of a link, and names a plaza only while it is in force', () => {
    const scene = drawScene({
      stepM: 500,
      parameters: { connectorRadiusM: toParameter(5000) },
      map: `
        a-----b
          A   |
              |
              |
              |
              c-----d
                 B
      `,
      roads: `
        | nodes | plaza   | tariff     |
        | ab    |         |            |
        | bc    | barrier | free-later |
        | cd    | barrier | per-km     |
      `,
    });
    const { best } = ask(scene);
    expect(best?.steps.map(({ link, fromShare, toShare }) => [link, fromShare > 0, toShare < 1])).toEqual([
      ['ab', true, false],
      ['bc', false, false],
      ['cd', false, true],
    ]);
    expect(best?.plazas).toEqual([{ link: 'cd', plaza: 'barrier' }]);
  });

  it('pays toll with time where an hour has a value', () => {
    const scene = drawRing(`
      | nodes | facility   | kmh | km | joins | tariff |
      | ab    |            | 60  | 4  | yes   |        |
      | gh    |            | 60  | 4  | yes   |        |
      | bcdh  | expressway | 120 | 4  | no    | per-km |
      | aefg  |            | 60  | 4  | no    |        |
    `);
    // Tolled: 2 + 6 + 2 min of links and 12 CNY; free: 2 + 12 + 2. Six minutes for 12 CNY: 120 CNY/h.
    const tolled = ['ab', 'bc', 'cd', 'dh', 'gh~r'];
    const free = ['ab~r', 'ae', 'ef', 'fg', 'gh'];
    expect(findLinks(scene, 'A', 'B')).toEqual(tolled);
    expect(findLinks(scene, 'A', 'B', { setting: { valueOfTimeCnyPerH: 125 } })).toEqual(tolled);
    expect(findLinks(scene, 'A', 'B', { setting: { valueOfTimeCnyPerH: 115 } })).toEqual(free);
    const { cheaper } = ask(scene);
    expect(cheaper?.route.steps.map(({ link }) => link)).toEqual(free);
    expect(cheaper?.savedFen).toBe(1200);
    expect(cheaper?.breakEvenCnyPerH).toBeCloseTo(120, 2);
    expect(ask(scene, { valueOfTimeCnyPerH: 115 }).cheaper).toBeNull();
  });
});

describe('the alternatives', () => {
  it('have a second best that shares at most 70 % of the best one', () => {
    const { best, secondBest } = ask(drawRing(ROUND));
    const shared = secondBest?.route.steps.map(({ link }) => link);
    expect(best?.steps.map(({ link }) => link)).toEqual(['ab', 'bc', 'cd', 'dh', 'gh~r']);
    expect(shared).toEqual(['ab~r', 'ae', 'ef', 'fg', 'gh']);
    // Only the connectors are shared.
    expect(secondBest?.sharedMs).toBe((best?.access.timeMs ?? 0) + (best?.egress.timeMs ?? 0));
  });

  it('pass over a faster one that shares too much', () => {
    const drawWith = (share: number): Scene =>
      drawScene({
        stepM: 1000,
        parameters: { secondBestShare: toParameter(share) },
        map: `
          A          B
          a--b--c----d--e
                |    |
                g----h
        `,
        roads: `
          | nodes | id   | km | joins |
          | ab    |      | 9  | yes   |
          | bc    |      | 9  | no    |
          | cd    | main | 9  | no    |
          | cghd  |      | 4  | no    |
          | de    |      | 9  | yes   |
        `,
      });
    // The detour c–g–h–d shares both connectors of 2 min and two links of 9: 22 of 31 min or 71 %.
    const [strict, loose] = [ask(drawWith(0.7)), ask(drawWith(0.72))];
    expect(strict.best?.steps.map(({ link }) => link)).toEqual(['ab', 'bc', 'main']);
    expect(strict.secondBest).toBeNull();
    expect(loose.secondBest?.route.steps.map(({ link }) => link)).toEqual(['ab', 'bc', 'cg', 'gh', 'hd']);
    expect(Math.round((loose.secondBest?.sharedMs ?? 0) / 6000) / 10).toBe(22);
  });

  it('have no cheaper one beyond the extra time, nor where the best is free', () => {
    const roads = (kmh: number, tariff: string): string => `
      | nodes | facility   | kmh    | km | joins | tariff    |
      | ab    |            | 60     | 4  | yes   |           |
      | gh    |            | 60     | 4  | yes   |           |
      | bcdh  | expressway | 120    | 4  | no    | ${tariff} |
      | aefg  |            | ${kmh} | 4  | no    |           |
    `;
    // 12 km at 36 km/h: 14 min more than at 120; at 30 km/h 18 min more.
    expect(ask(drawRing(roads(36, 'per-km'))).cheaper?.savedFen).toBe(1200);
    expect(ask(drawRing(roads(30, 'per-km'))).cheaper).toBeNull();
    expect(ask(drawRing(roads(36, ''))).cheaper).toBeNull();
  });

  it('are null where nothing leads', () => {
    const scene = drawScene({
      stepM: 1000,
      map: `
        A     B
        a-b c-d
      `,
      roads: `
        | nodes |
        | ab    |
        | cd    |
      `,
    });
    expect(ask(scene)).toMatchObject({ best: null, secondBest: null, cheaper: null });
    const [from, to] = [getSite(scene, 'A'), getSite(scene, 'B')];
    const cell = skim(scene.dataset, NOW, toSceneSetting(scene), [from], [to]).find('A', 'B');
    expect([cell.timeMs, cell.lowMs, cell.highMs, cell.lengthMm, cell.tollFen]).toEqual(
      Array(5).fill(Infinity),
    );
  });
});
