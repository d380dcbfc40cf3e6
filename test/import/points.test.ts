/** What stands on a road: barriers that some pass, signals and booths that cost time. */
import { describe, expect, it } from 'vitest';
import { readTable } from '../scene/table.ts';
import { CAR, drawMap, findNodes, HEAVY, RULES, timeMs } from './drawn-map.ts';

const MAP = 'a---b---c';

/** `x` where a vehicle comes from a to c past b, `~` where only to b, `-` where not even that. */
function judge(tags: string): string {
  const { network } = drawMap({ map: MAP, ways: '| nodes |\n| abc |', nodes: tags });
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => findNodes(network, MAP, letter));
  return [CAR, HEAVY]
    .map((profile) => {
      const passes = timeMs(network, a ?? [], c ?? [], profile) < Infinity;
      if (passes) return 'x';
      return timeMs(network, a ?? [], b ?? [], profile) < Infinity ? '~' : '-';
    })
    .join(' ');
}

const BARRIERS = `
  | barrier         | bollard | locked | access       | motorcar | hgv | maxwidth | car | truck |
  | gate            |         |        |              |          |     |          | x   | x     |
  | lift_gate       |         |        |              |          |     |          | x   | x     |
  | swing_gate      |         |        |              |          |     |          | x   | x     |
  | cattle_grid     |         |        |              |          |     |          | x   | x     |
  | border_control  |         |        |              |          |     |          | x   | x     |
  | toll_booth      |         |        |              |          |     |          | x   | x     |
  | sally_port      |         |        |              |          |     |          | x   | x     |
  | entrance        |         |        |              |          |     |          | x   | x     |
  | bollard         |         |        |              |          |     |          | ~   | ~     |
  | bollard         | rising  |        |              |          |     |          | x   | x     |
  | bollard         | fixed   |        |              |          |     |          | ~   | ~     |
  | bollard         | removable |      |              |          |     |          | ~   | ~     |
  | bollard         | foldable |       |              |          |     |          | ~   | ~     |
  | height_restrictor |       |        |              |          |     |          | x   | x     |
  | block           |         |        |              |          |     |          | ~   | ~     |
  | wall            |         |        |              |          |     |          | ~   | ~     |
  | chain           |         |        |              |          |     |          | ~   | ~     |
  | kissing_gate    |         |        |              |          |     |          | ~   | ~     |
  | some_tag        |         |        |              |          |     |          | ~   | ~     |
  | gate            |         |        | yes          |          |     |          | x   | x     |
  | gate            |         |        | permissive   |          |     |          | x   | x     |
  | gate            |         |        | no           |          |     |          | ~   | ~     |
  | gate            |         |        | agricultural |          |     |          | ~   | ~     |
  | gate            |         | yes    |              |          |     |          | ~   | ~     |
  | wall            |         |        | yes          |          |     |          | x   | x     |
  | wall            |         |        | designated   |          |     |          | x   | x     |
  | bollard         |         |        |              | yes      |     |          | x   | ~     |
  | gate            |         |        |              |          | no  |          | x   | ~     |
  | gate            |         |        |              | no       |     |          | ~   | x     |
  | width_restrictor |        |        | yes          |          |     | 2.3      | x   | ~     |
  |                 |         |        | no           |          |     |          | ~   | ~     |
  |                 |         |        | yes          |          |     |          | x   | x     |
  |                 |         |        |              |          | no  |          | x   | ~     |
`;

describe('a barrier between a and c', () => {
  const cases = readTable(BARRIERS).map((row) => {
    const tags = Object.entries(row).filter(([key]) => !['car', 'truck'].includes(key));
    const list = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const nodes = [
      list(['node', ...tags.map(([key]) => key)]),
      list(['b', ...tags.map(([, value]) => value)]),
    ];
    return { name: tags.map(([key, value]) => `${key}=${value}`).join(' '), nodes: nodes.join('\n'), row };
  });
  it.each(cases)('$name', ({ nodes, row }) => {
    expect(judge(nodes)).toBe(`${row['car']} ${row['truck']}`);
  });

  it('is no exit of a motorway, whose tags speak of the ramp', () => {
    const tags = '| node | highway | access | motor_vehicle |\n| b | motorway_junction ';
    expect(judge(`${tags}| private | |`)).toBe('x x');
    expect(judge(`${tags}| | no |`)).toBe('x x');
    expect(judge('| node | highway | barrier | access |\n| b | motorway_junction | gate | no |')).toBe('~ ~');
    const { network } = drawMap({
      map: MAP,
      ways: '| nodes |\n| abc |',
      nodes: `${tags}| private | |`,
    });
    expect(network.notes.left).toEqual([
      { kind: 'access', value: 'of an exit, access=private', count: 1, examples: [2] },
    ]);
  });

  it.each([
    ['amenity | access | maxheight', 'parking_entrance | private | 1.4'],
    ['amenity | motor_vehicle', 'parking | no'],
    ['entrance | access', 'service | no'],
    ['highway | access', 'bus_stop | psv'],
  ])('is nothing that stands at the road with users of its own: %s=%s', (keys, values) => {
    expect(judge(`| node | ${keys} |\n| b | ${values} |`)).toBe('x x');
    expect(judge(`| node | barrier | ${keys} |\n| b | gate | ${values} |`)).not.toBe('x x');
  });

  it('of an unknown kind is told', () => {
    const { network } = drawMap({
      map: MAP,
      ways: '| nodes |\n| abc |',
      nodes: '| node | barrier |\n| b | hedgehog |',
    });
    expect(network.notes.left).toEqual([{ kind: 'barrier', value: 'hedgehog', count: 1, examples: [2] }]);
  });

  it.each([
    [
      '| barrier | motor_vehicle:conditional |',
      '| bollard | yes @ (06:00-10:00) |',
      'motor_vehicle:conditional',
    ],
    ['| barrier | locked:conditional |', '| gate | yes @ (sunset-sunrise) |', 'locked:conditional'],
    ['| barrier | opening_hours |', '| gate | Mo-Fr 07:00-19:00 |', 'opening_hours'],
  ])('that opens at some hours is told: %s %s', (keys, tags, value) => {
    const { network } = drawMap({
      map: MAP,
      ways: '| nodes |\n| abc |',
      nodes: `| node ${keys}\n| b ${tags}`,
    });
    expect(network.notes.left).toEqual([{ kind: 'conditional', value, count: 1, examples: [2] }]);
  });

  it('that is private may be passed to what lies behind it, and by nobody else', () => {
    const map = `
      g           h
      |           |
      a---b---c---d
      |           |
      e-----------f
    `;
    const { network } = drawMap({
      map,
      ways: '| nodes |\n| abcd |\n| aefd |\n| ga |\n| hd |',
      nodes: '| node | barrier | access |\n| b | gate | private |',
    });
    const time = (from: string, to: string): number =>
      timeMs(network, findNodes(network, map, from), findNodes(network, map, to), CAR);
    // From g to h round the block, though the gate is shorter; to the gate itself directly.
    expect(time('g', 'h')).toBeGreaterThan(time('g', 'b') + time('b', 'h'));
    expect([time('g', 'b'), time('b', 'h')].every(Number.isFinite)).toBe(true);
    expect(time('h', 'g')).toBe(time('g', 'h'));
  });
});

describe('waiting', () => {
  const STRAIGHT = 'a-----b-----c-----d-----e';
  const waitS = (
    nodes: string,
    from = 'a',
    to = 'e',
    map = STRAIGHT,
    ways = '| nodes |\n| abcde |',
  ): number => {
    const [plain, waiting] = ['| node |', nodes].map((table) => {
      const { network } = drawMap({ map, ways, nodes: table });
      return timeMs(network, findNodes(network, map, from), findNodes(network, map, to), CAR);
    });
    return ((waiting ?? NaN) - (plain ?? NaN)) / 1000;
  };
  const SIGNAL = RULES.parameters.signalDelayS.value;

  it('at a signal in either direction', () => {
    const nodes = '| node | highway |\n| c | traffic_signals |';
    expect([waitS(nodes), waitS(nodes, 'e', 'a')]).toEqual([SIGNAL, SIGNAL]);
  });

  it('at a signal for one direction', () => {
    const forward = '| node | highway | traffic_signals:direction |\n| c | traffic_signals | forward |';
    expect([waitS(forward), waitS(forward, 'e', 'a')]).toEqual([SIGNAL, 0]);
    const backward = '| node | highway | direction |\n| c | traffic_signals | backward |';
    expect([waitS(backward), waitS(backward, 'e', 'a')]).toEqual([0, SIGNAL]);
  });

  it('at a signal where the road is drawn the other way round', () => {
    const forward = '| node | highway | traffic_signals:direction |\n| c | traffic_signals | forward |';
    const ways = '| nodes |\n| edcba |';
    expect([waitS(forward, 'a', 'e', STRAIGHT, ways), waitS(forward, 'e', 'a', STRAIGHT, ways)]).toEqual([
      0,
      SIGNAL,
    ]);
  });

  it('at each of several signals', () => {
    expect(waitS('| node | highway |\n| b | traffic_signals |\n| d | traffic_signals |')).toBe(2 * SIGNAL);
  });

  it('once at signals of one junction', () => {
    const map = 'a-b-c';
    const nodes =
      '| node | highway |\n| a | traffic_signals |\n| b | traffic_signals |\n| c | traffic_signals |';
    const near = drawMap({ map, stepM: 10, ways: '| nodes |\n| abc |', nodes });
    const plain = drawMap({ map, stepM: 10, ways: '| nodes |\n| abc |' });
    const time = ({ network }: typeof near): number =>
      timeMs(network, findNodes(network, map, 'a'), findNodes(network, map, 'c'), CAR);
    expect(time(near) - time(plain)).toBe(0);
  });

  it('on arrival at a signal where roads meet, not on leaving', () => {
    const map = `
      a-----b-----c
            |
            d
    `;
    const ways = '| nodes |\n| abc |\n| bd |';
    const nodes = '| node | highway |\n| b | traffic_signals |';
    expect([waitS(nodes, 'a', 'b', map, ways), waitS(nodes, 'b', 'c', map, ways)]).toEqual([SIGNAL, 0]);
    expect(waitS(nodes, 'd', 'c', map, ways)).toBe(SIGNAL);
  });

  it('not at a crossing for people on foot', () => {
    expect(waitS('| node | highway | crossing |\n| c | crossing | traffic_signals |')).toBe(0);
  });

  it('at a toll booth', () => {
    expect(waitS('| node | barrier |\n| c | toll_booth |')).toBe(RULES.parameters.tollBoothS.value);
  });
});
