/** Ferries, seasons, names, tolls: what a way is beside open and fast. */
import { describe, expect, it } from 'vitest';
import { ROAD_FLAGS } from '../../src/model/imported-network.ts';
import { CAR, drawMap, findNodes, HEAVY, timeMs } from './drawn-map.ts';

describe('a ferry', () => {
  const MAP = 'a---b===c---d'.replaceAll('=', '-');
  const cross = (tags: string, values: string, from = 'b', to = 'c') => {
    const { network } = drawMap({
      map: MAP,
      ways: `| nodes | highway | route | ${tags} |\n| ab | primary | | ${values.replaceAll(/[^|]+/g, ' ')} |\n| bc | | ferry | ${values} |\n| cd | primary | | ${values.replaceAll(/[^|]+/g, ' ')} |`,
    });
    const ms = timeMs(network, findNodes(network, MAP, from), findNodes(network, MAP, to), CAR);
    return { ms, left: network.notes.left };
  };

  it.each([
    ['00:01:00', 60_000],
    ['0:30', 1_800_000],
    ['PT1M', 60_000],
    ['PT1H30M', 5_400_000],
    ['20', 1_200_000],
    ['20 min', 1_200_000],
    ['45 mins', 2_700_000],
    ['1h', 3_600_000],
    ['1 h 30 min', 5_400_000],
    ['2 hours', 7_200_000],
  ])('takes its duration %s', (duration, ms) => {
    expect(cross('motorcar | duration', `yes | ${duration}`).ms).toBe(ms);
    expect(cross('motorcar | duration', `yes | ${duration}`, 'c', 'b').ms).toBe(ms);
  });

  it('goes at the assumed speed where it gives none', () => {
    expect(cross('motorcar', 'yes').ms / 1000).toBeCloseTo(400 / (20 / 3.6), 1);
  });

  it('is one though it is called a road besides', () => {
    const map = 'a---b';
    const ways = '| nodes | highway | route | duration |\n| ab | unclassified | ferry | 10 |';
    const { network } = drawMap({ map, ways });
    expect(timeMs(network, findNodes(network, map, 'a'), findNodes(network, map, 'b'))).toBe(600_000);
  });

  it.each(['soon', '1:75', '1:2', '720:00', 'P8D'])('tells a duration that is not understood: %s', (text) => {
    const { ms, left } = cross('motorcar | duration', `yes | ${text}`);
    expect(ms / 1000).toBeCloseTo(72, 0);
    expect(left).toEqual([{ kind: 'duration', value: text, count: 1, examples: [102] }]);
  });

  it('never takes longer than a time can say', () => {
    const ways = 'ab bc cd de'.split(' ').map((nodes) => `| ${nodes} | ferry | yes | 168:00 |`);
    const { network } = drawMap({
      map: 'a-b-c-d-e',
      ways: ['| nodes | route | motorcar | duration |', ...ways].join('\n'),
    });
    expect([...(network.times[CAR]?.forward ?? [])]).toEqual([0x7fff_ffff]);
  });

  it('that names nobody carries all, and is told', () => {
    const { ms, left } = cross('duration', '5');
    expect(ms).toBe(300_000);
    expect(left).toEqual([{ kind: 'ferry', value: 'ferry', count: 1, examples: [102] }]);
  });

  it('shares its duration by length where it calls at a port on the way', () => {
    const map = 'a---b---------c';
    const { network } = drawMap({
      map: `${map}\n    |\n    d`,
      ways: '| nodes | route | motorcar | duration | highway |\n| abc | ferry | yes | 20 | |\n| bd | | | | primary |',
    });
    const time = (from: string, to: string): number =>
      timeMs(
        network,
        findNodes(network, `${map}\n    |\n    d`, from),
        findNodes(network, `${map}\n    |\n    d`, to),
      );
    expect(time('a', 'c')).toBe(1_200_000);
    expect(time('a', 'b') / 1_200_000).toBeCloseTo(4 / 14, 4);
  });

  describe('whose route has the duration', () => {
    const map = 'a---b---------c---d';
    const read = (ways: string, route: string) => {
      const { network } = drawMap({
        map,
        ways: `| nodes | highway | route | oneway | duration |\n| ab | primary | | | |\n${ways}\n| cd | primary | | | |`,
        turns: `| from | via | to | type | route | duration |\n${route}`,
      });
      const ms = timeMs(network, findNodes(network, map, 'b'), findNodes(network, map, 'c'));
      return {
        ms,
        told: network.notes.left.filter(({ kind }) => kind === 'duration').map(({ value }) => value),
      };
    };
    const far = 1000 / (20 / 3.6);
    const NOT_SHARED = 'of a route whose ways are not all ferries here without their own';

    it('takes it', () => {
      const { ms, told } = read('| bc | | ferry | | |', '| bc | bc | bc | route | ferry | 00:40 |');
      expect([ms, told]).toEqual([2_400_000, []]);
    });

    it('shares it by length among its ways, once for both directions of a route', () => {
      const long = 'a---b---e-----c---d';
      const { network } = drawMap({
        map: long,
        ways: '| nodes | highway | route | oneway |\n| ab | primary | | |\n| be | | ferry | |\n| ec | | ferry | yes |\n| cd | primary | | |',
        turns:
          '| from | via | to | type | route | duration |\n| be | ec | be | route | ferry | 20 |\n| ec | be | ec | route | ferry | 30 |',
      });
      const time = (from: string, to: string): number =>
        timeMs(network, findNodes(network, long, from), findNodes(network, long, to));
      expect(time('b', 'c')).toBe(1_200_000);
      expect(time('b', 'e')).toBeCloseTo(480_000, -2);
      expect(network.notes.left.map(({ kind }) => kind)).toEqual(['ferry']);
    });

    it('keeps the time of its own way, and tells the other', () => {
      const { ms, told } = read('| bc | | ferry | | 30 |', '| bc | bc | bc | route | ferry | 00:40 |');
      expect([ms, told]).toEqual([1_800_000, [NOT_SHARED]]);
    });

    it('is not shared out where a way of it is no ferry, nor read where it is not understood', () => {
      const partly = read('| bc | | ferry | | |', '| ab | bc | bc | route | ferry | 00:40 |');
      expect([Math.round(partly.ms / 1000), partly.told]).toEqual([Math.round(far), [NOT_SHARED]]);
      const soon = read('| bc | | ferry | | |', '| bc | bc | bc | route | ferry | soon |');
      expect([Math.round(soon.ms / 1000), soon.told]).toEqual([Math.round(far), ['soon']]);
      const bus = read('| bc | | ferry | | |', '| bc | bc | bc | route | bus | 00:40 |');
      expect([Math.round(bus.ms / 1000), bus.told]).toEqual([Math.round(far), []]);
    });
  });
});

describe('a road of some seasons or hours', () => {
  const MAP = 'a---b---c';
  const draw = (values: string) =>
    drawMap({
      map: MAP,
      ways: `| nodes | highway | ice_road | winter_road | seasonal | opening_hours | access |\n| ab | primary | | | | | |\n| bc | ${values} |`,
    }).network;

  it.each([
    ['primary | yes | | | |', ['ice_road']],
    ['primary | | yes | | |', ['winter_road']],
    ['track | | yes | | | yes', ['winter_road']],
    ['primary | | | winter | |', ['seasonal']],
    ['primary | | | | Mo-Fr 07:00-19:00 |', ['opening_hours']],
    ['primary | no | no | no | 24/7 |', []],
  ])('is open and told: %s', (values, keys) => {
    const network = draw(values);
    const told = keys.map((value) => ({ kind: 'conditional', value, count: 1, examples: [102] }));
    expect(network.notes.left).toEqual(told);
    expect(timeMs(network, findNodes(network, MAP, 'a'), findNodes(network, MAP, 'c'))).toBeLessThan(
      Infinity,
    );
  });

  it.each(['footway | | | | Mo-Fr 07:00-19:00 |', 'track | | yes | | |'])(
    'is not told where it is closed to drivers: %s',
    (values) => {
      expect(draw(values).notes.left).toEqual([]);
    },
  );
});

describe('what a way is called', () => {
  it('is kept in every language', () => {
    const { network } = drawMap({
      map: 'a-b',
      ways: `
        | nodes | name     | name:en    | name:zh | name:ja | name:zh-Hant | ref | int_ref | name:left | name:etymology |
        | ab    | 解放大道 | Jiefang Rd | 解放大道 | 解放大道 | 解放大道     | G4;S2 | AH1   | x         | y              |
      `,
    });
    expect(network.names).toEqual([
      {
        int_ref: 'AH1',
        name: '解放大道',
        'name:en': 'Jiefang Rd',
        'name:ja': '解放大道',
        'name:zh': '解放大道',
        'name:zh-Hant': '解放大道',
        ref: 'G4;S2',
      },
    ]);
  });

  it.each([
    ['bridge | yes', ROAD_FLAGS.bridge],
    ['bridge | no', 0],
    ['tunnel | yes', ROAD_FLAGS.tunnel],
    ['toll | yes', ROAD_FLAGS.toll],
    ['toll | no', 0],
    ['junction | roundabout', ROAD_FLAGS.roundabout],
    ['motorroad | yes', ROAD_FLAGS.motorroad],
  ])('carries the mark of %s', (tag, flag) => {
    const [key = '', value = ''] = tag.split(' | ');
    const { network } = drawMap({
      map: 'a-b',
      ways: `| nodes | maxspeed | ${key} |\n| ab | 50 | ${value} |`,
    });
    expect(network.roads.flags[0]).toBe(flag);
  });
});

describe('a truck', () => {
  it('is never faster than a car on any link', () => {
    const ways = ['motorway', 'trunk', 'primary', 'residential', 'service', 'living_street'].flatMap(
      (highway) => ['', '30', '50', '90', '120', 'none', 'DE:rural'].map((maxspeed) => [highway, maxspeed]),
    );
    for (const [highway, maxspeed] of ways) {
      const { network } = drawMap({
        map: 'a---b',
        ways: `| nodes | highway | maxspeed |\n| ab | ${highway} | ${maxspeed} |`,
      });
      const [car, truck] = [CAR, HEAVY].map((profile) => network.times[profile]?.forward[0] ?? 0);
      expect(truck, `${highway} ${maxspeed}`).toBeGreaterThanOrEqual(car ?? Infinity);
    }
  });
});
