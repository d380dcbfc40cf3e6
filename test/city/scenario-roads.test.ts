/** Scenarios over the roads that a drawn city has, and what is wrong in a scenario. */
import { describe, expect, it } from 'vitest';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import type { Modification } from '../../src/model/scenario.ts';
import { CAR, drawMap } from '../import/drawn-map.ts';
import { at, cToI, LADDER, network } from './ladder.ts';
import { applyPlan, listWrong, openBase, openPlan, timePairs, toBuild } from './plans.ts';

const SIGNAL_S = 20.25;
const RING_TAGS = Object.entries({
  name: 'Ring',
  construction: 'motorway',
  opening_date: '2027-06',
  oneway: 'no',
})
  .map(([key, value]) => `<tag k="${key}" v="${value}"/>`)
  .join('');

describe('roads that are there', () => {
  const [d, f] = [at('d', 1300, 20), at('f', -20, 20)];
  const along = (...plan: readonly Modification[]): number =>
    timePairs(openPlan(network, plan), [d, f])[1] as number;
  const base = timePairs(openBase(network), [d, f])[1] as number;

  it.each([
    ['name', { highways: ['Middle'] }],
    ['number', { highways: ['S2'] }],
    ['class', { highways: ['highway=primary'] }],
    ['way', { links: ['102'] }],
    ['facility', { facilities: ['arterial'] }],
    [
      'area',
      {
        area: {
          ring: [at('d', -50, -50), at('f', 50, -50), at('f', 50, 50), at('d', -50, 50)],
          rule: 'within',
        },
      },
    ],
  ] as const)('are closed by %s', (_, targets) => {
    expect(along({ kind: 'close', ...targets })).toBe(Infinity);
  });

  it('take the time of another sign, and what is driven of it', () => {
    const drive = (kmh: number): number => along({ kind: 'change', links: ['102'], postedKmh: kmh });
    expect(drive(50)).toBe(base);
    // 4680 m of the street lie between the two.
    expect((drive(25) - base) / 1000).toBeCloseTo(4680 * 3.6 * (1 / 25 - 1 / 50), 0);
    const slow = along({ kind: 'set-speed-factor', highways: ['Middle'], factor: 0.5 });
    expect(slow).toBe(drive(25));
    const twice = { kind: 'set-speed-factor', highways: ['Middle'], factor: 0.5 } as const;
    expect((along(twice, twice) - base) / 1000).toBeCloseTo(4680 * 3.6 * (1 / 12.5 - 1 / 50), 0);
  });

  it('keep their signals whatever the sign', () => {
    const signals = { ...LADDER, nodes: '| node | highway |\n| e | traffic_signals |' };
    const own = drawMap(signals).network;
    const msOf = (of: ImportedNetwork, ...plan: readonly Modification[]): number => {
      const { times, links } = applyPlan(of, plan).network;
      return times[CAR]?.forward[links.id.indexOf(102)] as number;
    };
    for (const plan of [
      [],
      [{ kind: 'change', links: ['102'], postedKmh: 25 }],
      [{ kind: 'set-speed-factor', links: ['102'], factor: 0.3 }],
    ] as const)
      expect(msOf(own, ...plan)).toBe(msOf(network, ...plan) + SIGNAL_S * 1000);
  });

  it('to come open on their day, and close again', () => {
    const input = {
      ...LADDER,
      map: `
        a----b----c
        |         |
        d----e----f
        |         |
        g----h----i`,
      ways: `${LADDER.ways.trimEnd()}\n| cfi | Ring | | construction | | |`,
      edit: (xml: string) => xml.replace('<tag k="name" v="Ring"/>', RING_TAGS),
    };
    const own = drawMap(input).network;
    const [c, i] = [at('c', -20, 20), at('i', -20, -20)];
    const time = (plan: readonly Modification[], date: string) =>
      timePairs(openPlan(own, plan, date), [c, i])[1] as number;
    const open = { kind: 'set-dates', sections: ['Ring'], opened: '2027-06', closed: null } as const;
    const without = timePairs(openBase(own), [c, i])[1] as number;
    expect(time([open], '2027-05')).toBe(without);
    expect(time([open], '2027-06')).toBeLessThan(without);
    expect(time([open, { kind: 'close', highways: ['Ring'] }], '2027-06')).toBe(without);
    // Before it is opened there is nothing to close.
    expect(listWrong(own, [{ kind: 'close', highways: ['Ring'] }])[0]?.code).toBe('contradiction');
  });
});

describe('what is wrong is told, all of it, and nothing is applied', () => {
  const line = [at('c'), at('i')];
  it.each<[string, Modification, string, RegExp]>([
    [
      'a node that is not there',
      toBuild(line, [{ vertex: 0, node: '99' }]),
      'interchanges[0].node',
      /near the vertex: node 3 \(0 m/,
    ],
    [
      'a link that is not there',
      toBuild([at('f', -600), at('i')], [{ vertex: 0, link: '99', share: 0.5 }]),
      'interchanges[0].link',
      /link 102 at share 0.9/,
    ],
    [
      'a place elsewhere',
      toBuild([at('f'), at('i')], [{ vertex: 0, link: '102', share: 0.5 }]),
      'interchanges[0]',
      /within 100 m/,
    ],
    ['no interchange', toBuild(line, []), 'interchanges', /connects to nothing by crossing/],
    ['a tariff', cToI({ tariff: 'x' }), 'tariff', /knows none/],
    ['a street to join', cToI({ facility: 'arterial', accessible: true }), 'accessible', /places of a city/],
    ['an id that a way has', cToI({ id: '101' }), 'id', /nothing else has/],
    ['a road of no such name', { kind: 'close', highways: ['Midd'] }, 'highways[0]', /such as Middle/],
    ['a way of no such id', { kind: 'close', links: ['7'] }, 'links[0]', /way of the network/],
    ['nothing touched', { kind: 'close', facilities: ['ramp'] }, '', /touches a link/],
    ['lanes', { kind: 'change', links: ['102'], lanesPerDirection: 3 }, 'lanesPerDirection', /no lanes/],
    ['a factor', { kind: 'set-speed-factor', links: ['102'], factor: 2 }, 'factor', /0.01 to 1/],
    [
      'a plant off the roads',
      { kind: 'add-plant', id: 'P', title: 'P', group: 'g', at: [100, 10] },
      'at',
      /within 1000 m/,
    ],
    [
      'a plant that is not there',
      { kind: 'move-plant', plant: 'P', at: at('c') },
      'plant',
      /plant of the question/,
    ],
  ])('%s', (_, modification, path, expected) => {
    const problems = listWrong(network, [{ kind: 'close', links: ['101'] }, modification]);
    const found = problems.find((one) => one.path === ['modifications[1]', path].filter(Boolean).join('.'));
    expect(found?.expected, JSON.stringify(problems)).toMatch(expected);
    expect(found?.file).toBe('scenario plan');
  });

  it('of several modifications', () => {
    const wrong = listWrong(network, [
      { kind: 'close', links: ['7'] },
      toBuild(line, []),
      cToI({ postedKmh: 500 }),
    ]);
    expect(wrong.map(({ path }) => path)).toEqual([
      'modifications[0].links[0]',
      'modifications[1].interchanges',
      'modifications[2].postedKmh',
    ]);
  });
});
