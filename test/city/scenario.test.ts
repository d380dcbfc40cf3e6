/** Roads built over drawn cities: what trips take, what stays as it was to the bit, and what bans still hold. */
import { describe, expect, it } from 'vitest';
import { joinPlace } from '../../src/city/city.ts';
import { findCityRoute, toCityLine } from '../../src/city/route.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import type { Modification } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { drawMap } from '../import/drawn-map.ts';
import { readDrawing, toLonLat } from '../scene/drawing.ts';
import { at, cToI, idOf, network, PLACES } from './ladder.ts';
import { applyPlan, listWrong, openBase, openPlan, placeOf, timePairs, toBuild } from './plans.ts';

const SIGNAL_S = 20.25;
/** Id of b. */
const BEND = 2;

function expectSame(one: ImportedNetwork): void {
  expect(one).toBe(network);
}

describe('a scenario over a city', () => {
  it('that is empty, or switched off, is the network itself', () => {
    expectSame(applyPlan(network, []).network);
    expectSame(applyPlan(network, [{ ...cToI(), off: true }]).network);
  });

  it('builds a road between nodes that trips take, and none is longer', () => {
    const before = timePairs(openBase(network), PLACES);
    const city = openPlan(network, [cToI()]);
    const after = timePairs(city, PLACES);
    expect(after.every((ms, i) => ms <= (before[i] as number))).toBe(true);
    // From c to i: 2400 m at 100 km/h are 86.4 s, and 20 m at 30 km/h and 20 m at 25 km/h at each end.
    expect((after[1 * 5 + 4] as number) / 1000).toBeCloseTo(86.4 + 2 * (2.4 + 2.88), 0);
    const [from, to] = [
      joinPlace(city, { id: 'c', at: PLACES[1] as LonLat }),
      joinPlace(city, { id: 'i', at: PLACES[4] as LonLat }),
    ];
    const route = findCityRoute(city, from, to) ?? expect.fail('no way');
    expect(route.timeMs).toBe(after[1 * 5 + 4]);
    expect(toCityLine(city, from, to, route)).toHaveLength(6);
  });

  it('connects nothing by crossing', () => {
    // A road over the middle street, met at one end alone, and one met at none of the streets it crosses.
    const before = timePairs(openBase(network), PLACES);
    const deadEnd = toBuild([at('c'), at('i')], [{ vertex: 0, node: idOf('c') }]);
    expect(timePairs(openPlan(network, [deadEnd]), PLACES)).toEqual(before);
    const over = [at('b'), at('h')];
    const joined = toBuild(over, [{ vertex: 0, node: idOf('c') }], { id: 'C' });
    expect(listWrong(network, [joined])[0]?.path).toBe('modifications[0].interchanges[0]');
    const toI = openPlan(network, [cToI()]);
    expect(timePairs(toI, [at('c', -20, 20), at('f', -20, 20)])).toEqual(
      timePairs(openBase(network), [at('c', -20, 20), at('f', -20, 20)]),
    );
  });

  it('gives back the network when what was built is closed, by road or link by link', () => {
    const mid = toBuild(
      [at('c'), at('f', -600), at('i')],
      [
        { vertex: 0, node: idOf('c') },
        { vertex: 1, link: '102', share: 0.9 },
        { vertex: 2, node: idOf('i') },
      ],
    );
    for (const close of [
      { kind: 'close', highways: ['B'] },
      { kind: 'close', links: ['B.1', 'B.2'] },
      { kind: 'close', links: ['B'] },
    ] as const)
      expectSame(applyPlan(network, [mid, close]).network);
    expectSame(applyPlan(network, [{ ...mid, opened: '2027' }]).network);
    expect(applyPlan(network, [{ ...mid, opened: '2026-06' }]).network).not.toBe(network);
  });

  it('cuts a link where a road meets it, and both parts take what the whole took', () => {
    const meet = (share: number, more = {}) =>
      toBuild(
        [at('c'), at('f', -6000 * (1 - share))],
        [
          { vertex: 0, node: idOf('c') },
          { vertex: 1, link: '102', share },
        ],
        more,
      );
    const before = timePairs(openBase(network), PLACES);
    for (const share of [0.25, 1 / 3, 0.5, 0.9]) {
      const dead = meet(share, { interchanges: [{ vertex: 1, link: '102', share }] });
      expect(timePairs(openPlan(network, [dead]), PLACES), `${share}`).toEqual(before);
      const after = timePairs(openPlan(network, [meet(share)]), PLACES);
      expect(after.every((ms, i) => ms <= (before[i] as number))).toBe(true);
      expect(after[1 * 5 + 3]).toBeLessThan(before[1 * 5 + 3] as number);
    }
  });

  it('opens one end of a road on another that was built before', () => {
    const first = cToI();
    const second = toBuild(
      [at('f', -600), at('f')],
      [
        { vertex: 0, link: '102', share: 0.9 },
        { vertex: 1, link: 'B.1', share: 0.5 },
      ],
      { id: 'R', facility: 'ramp', postedKmh: 40 },
    );
    const [c, f] = [at('c', -20, 20), at('e', 30, 20)];
    const [without, withRamp] = [[first], [first, second]].map(
      (plan) => timePairs(openPlan(network, plan), [c, f])[1],
    );
    expect(withRamp).toBeLessThan(without as number);
  });

  it('is one way where it says so', () => {
    const [c, i] = [at('c', -20, 20), at('i', -20, -20)];
    const base = timePairs(openBase(network), [c, i]);
    const both = timePairs(openPlan(network, [cToI()]), [c, i]);
    const one = timePairs(openPlan(network, [cToI({ oneWay: true })]), [c, i]);
    expect(one).toEqual([base[0], both[1], base[2], base[3]]);
  });

  it('waits at its signals', () => {
    const [c, i] = [at('c', -20, 20), at('i', -20, -20)];
    const [plain, signalled] = [0, 2].map(
      (signals) => timePairs(openPlan(network, [cToI({ signals })]), [c, i])[1] as number,
    );
    expect((signalled as number) - (plain as number)).toBe(2 * 1000 * SIGNAL_S);
  });
});

describe('a ban', () => {
  const corner = `
    c
    |
    |
    |
    |
    |
    |
    b----a`;
  const own = drawMap({
    ...{ map: corner, stepM: 600, ways: '| nodes | maxspeed |\n| ab | 50 |\n| bc | 50 |' },
    turns: '| from | via | to | restriction |\n| ab | b | bc | no_right_turn |',
  }).network;
  const cell = (letter: string) => readDrawing(corner).nodes.get(letter) ?? expect.fail(letter);
  const [a, c] = ['a', 'c'].map((letter) => toLonLat(cell(letter), 600)) as [LonLat, LonLat];
  const half = (link: string, end: LonLat): Modification =>
    toBuild(
      [
        [(end[0] + placeOf(own, BEND)[0]) / 2, (end[1] + placeOf(own, BEND)[1]) / 2],
        [113.5, 23.05],
      ],
      [{ vertex: 0, link, share: 0.5 }],
      { id: `R${link}` },
    );

  it.each([
    ['before the turn', [half('101', a)]],
    ['behind it', [half('102', c)]],
    ['on both sides', [half('101', a), half('102', c)]],
  ])('holds where roads meet its links %s', (_, plan) => {
    expect(timePairs(openBase(own), [a, c]).slice(1, 3)).toEqual([
      Infinity,
      timePairs(openBase(own), [a, c])[2],
    ]);
    expect(timePairs(openPlan(own, plan), [a, c])).toEqual(timePairs(openBase(own), [a, c]));
  });

  it('holds for who comes onto its first link half-way', () => {
    // From one half-way point to another, through the turn or not at all.
    const over = [(a[0] + placeOf(own, BEND)[0]) / 2, a[1]] as const;
    const from = [over[0], over[1] - 0.03] as const;
    const lane = toBuild([from, over], [{ vertex: 1, link: '101', share: 0.5 }], { id: 'LANE' });
    const back = toBuild(
      [from, c],
      [
        { vertex: 0, node: 'LANE-n0' },
        { vertex: 1, node: '1' },
      ],
      { id: 'BACK' },
    );
    const withLane = timePairs(openPlan(own, [lane]), [a, c]);
    expect(withLane[1]).toBe(Infinity);
    expect(timePairs(openPlan(own, [lane, back]), [a, c])[1]).toBeLessThan(Infinity);
  });
});
