/** Turn restrictions, one kind a drawing: who still comes from where to where. */
import { describe, expect, it } from 'vitest';
import { buildCityGraph } from '../../src/city/graph.ts';
import {
  CAR,
  drawMap,
  fillReached,
  findNodes,
  HEAVY,
  timeMs,
  toPlainTable,
  type DrawnInput,
} from './drawn-map.ts';

/** Four arms that lead away from j, but for the one from the south. */
const CROSS = `
    n
    |
  w-j-e
    |
    s
`;
const ARMS = `
  | nodes | oneway |
  | sj    | yes    |
  | jn    | yes    |
  | jw    | yes    |
  | je    | yes    |
`;

function expectReached(input: DrawnInput, table: string, profile = CAR): void {
  expect(fillReached(input, table, profile)).toBe(toPlainTable(table));
}

const fromS = (w: string, n: string, e: string): string => `
  |   | w | n | e |
  | s | ${w} | ${n} | ${e} |
`;

describe('at a node', () => {
  it.each([
    ['no_left_turn', 'jw', '-', 'x', 'x'],
    ['no_straight_on', 'jn', 'x', '-', 'x'],
    ['no_right_turn', 'je', 'x', 'x', '-'],
    ['no_u_turn', 'jw', '-', 'x', 'x'],
    ['no_weird_zigzags', 'jw', '-', 'x', 'x'],
    ['only_left_turn', 'jw', 'x', '-', '-'],
    ['only_straight_on', 'jn', '-', 'x', '-'],
    ['only_right_turn', 'je', '-', '-', 'x'],
    ['only_weird_zigzags', 'jn', '-', 'x', '-'],
    ['No_Left_Turn', 'jw', '-', 'x', 'x'],
    ['no_left_turn;no_u_turn', 'jw', '-', 'x', 'x'],
    ['no_left_turn_on_red', 'jw', 'x', 'x', 'x'],
    ['none', 'jw', 'x', 'x', 'x'],
    ['yield', 'jw', 'x', 'x', 'x'],
    ['', 'jw', 'x', 'x', 'x'],
  ])('%s', (restriction, to, w, n, e) => {
    const turns = `| from | via | to | restriction |\n| sj | j | ${to} | ${restriction} |`;
    expectReached({ map: CROSS, ways: ARMS, turns }, fromS(w, n, e));
  });

  it('no_entry from several roads', () => {
    const ways = '| nodes | oneway |\n| sj | yes |\n| wj | yes |\n| ej | yes |\n| jn | yes |';
    const turns = '| from | via | to | restriction |\n| sj,wj | j | jn | no_entry |';
    expectReached({ map: CROSS, ways, turns }, '|   | n |\n| s | - |\n| w | - |\n| e | x |');
  });

  it('no_exit to several roads', () => {
    const turns = '| from | via | to | restriction |\n| sj | j | jw,jn | no_exit |';
    expectReached({ map: CROSS, ways: ARMS, turns }, fromS('-', '-', 'x'));
  });

  it('two restrictions of one road', () => {
    const turns = `
      | from | via | to | restriction    |
      | sj   | j   | jw | no_left_turn   |
      | sj   | j   | jn | no_straight_on |
    `;
    expectReached({ map: CROSS, ways: ARMS, turns }, fromS('-', '-', 'x'));
  });

  it('a turn round where the road goes on both ways', () => {
    const map = 'a---b---c\n    |\n    d';
    const ways = '| nodes |\n| ab |\n| bc |\n| bd |';
    const turns = '| from | via | to | restriction |\n| ab | b | ab | no_u_turn |';
    const countEdges = (input: DrawnInput): number =>
      buildCityGraph(drawMap(input).network, CAR).graph.edgeCount;
    // The ban makes one more state at b, with the edges to c and d and without the one back.
    expect(countEdges({ map, ways, turns }) - countEdges({ map, ways })).toBe(2);
  });

  it('a turn round at a node that the road goes on past, both ways', () => {
    const map = 'a---b---c\n    |\n    d';
    const ways = '| nodes |\n| abc |\n| bd |';
    const turns = '| from | via | to | restriction |\n| abc | b | abc | no_u_turn |';
    const { network } = drawMap({ map, ways, turns });
    const { start, steps } = network.bans;
    const bans = [0, 1].map((i) => [...steps.subarray(start[i], start[i + 1])]);
    expect(network.bans.profiles.length).toBe(2);
    for (const [one, other] of bans) expect(other).toBe((one as number) ^ 1);
    expect(network.notes.left).toEqual([]);
  });

  it('does not keep others from the same turn', () => {
    const ways = '| nodes | oneway |\n| sj | yes |\n| ej | yes |\n| jw | yes |\n| jn | yes |';
    const turns = '| from | via | to | restriction |\n| sj | j | jw | no_left_turn |';
    expectReached({ map: CROSS, ways, turns }, '|   | w | n |\n| s | - | x |\n| e | x | x |');
  });

  it('on a road drawn against the turn', () => {
    const ways = '| nodes | oneway |\n| js | -1 |\n| nj | -1 |\n| wj | -1 |\n| ej | -1 |';
    const turns = '| from | via | to | restriction |\n| js | j | wj | no_left_turn |';
    expectReached({ map: CROSS, ways, turns }, fromS('-', 'x', 'x'));
  });

  it('where the road is made of several ways that grow into one link', () => {
    const map = 'a-b-c-d\n    |\n    e\n    |\n    f';
    const turns = '| from | via | to | restriction |\n| bc | c | ce | no_right_turn |';
    const input = {
      map,
      ways: '| nodes | oneway |\n| ab | yes |\n| bc | yes |\n| cd | yes |\n| ce | yes |\n| ef | yes |',
      turns,
    };
    expectReached(input, '|   | d | f |\n| a | x | - |\n| c | x | x |');
  });
});

describe('for some vehicles', () => {
  const turn = (columns: string, values: string): string =>
    `| from | via | to | ${columns} |\n| sj | j | jn | ${values} |`;
  it.each([
    ['restriction:hgv', 'no_straight_on', 'x', '-'],
    ['restriction:motorcar', 'no_straight_on', '-', 'x'],
    ['restriction:motor_vehicle', 'no_straight_on', '-', '-'],
    ['restriction:bicycle', 'no_straight_on', 'x', 'x'],
    ['restriction | except', 'no_straight_on | hgv', '-', 'x'],
    ['restriction | except', 'no_straight_on | psv;hgv', '-', 'x'],
    ['restriction | except', 'no_straight_on | motorcar', 'x', '-'],
    ['restriction | except', 'no_straight_on | bicycle', '-', '-'],
    ['restriction | except', 'only_right_turn | motorcar', 'x', '-'],
    ['restriction | restriction:hgv', 'no_straight_on | no_straight_on', '-', '-'],
    ['type | restriction', 'restriction:hgv | no_straight_on', 'x', '-'],
    ['restriction | except', 'no_straight_on | psv, hgv', '-', 'x'],
    ['restriction:conditional', 'no_straight_on @ (Mo-Fr 07:00-10:00)', 'x', 'x'],
    ['restriction:conditional', 'no_straight_on @ (weight>7.5)', 'x', '-'],
    ['restriction:conditional', 'no_straight_on @ (weight>7.5 AND Mo-Fr)', 'x', 'x'],
    ['restriction:hgv:conditional', 'no_straight_on @ (length>12)', 'x', '-'],
    ['restriction | restriction:conditional', 'no_straight_on | none @ (weight<3.5)', 'x', '-'],
    ['restriction | restriction:hgv:conditional', 'no_straight_on | no_u_turn @ (Su)', '-', '-'],
    ['restriction | hour_on | hour_off', 'no_straight_on | 07:30 | 09:30', 'x', 'x'],
    ['restriction | day_on', 'no_straight_on | Monday', 'x', 'x'],
  ])('%s=%s', (columns, values, car, truck) => {
    const to = values.startsWith('only') ? turn(columns, values).replace('jn', 'je') : turn(columns, values);
    const input = { map: CROSS, ways: ARMS, turns: to };
    expectReached(input, `|   | n |\n| s | ${car} |`, CAR);
    expectReached(input, `|   | n |\n| s | ${truck} |`, HEAVY);
  });

  it('a conditional one is told', () => {
    const { network } = drawMap({
      map: CROSS,
      ways: ARMS,
      turns: turn('restriction:conditional', 'no_u_turn @ (Mo)'),
    });
    expect(network.notes.left).toEqual([
      { kind: 'conditional', value: 'restriction:conditional', count: 1, examples: [1001] },
    ]);
  });
});

describe('one that makes no turn is told and changes nothing', () => {
  const told = (turns: string, ways = ARMS, map = CROSS, nodes = '| node |'): readonly string[] => {
    const { network } = drawMap({ map, ways, turns, nodes });
    expect(network.bans.profiles.length).toBe(0);
    return network.notes.left.map(({ kind, value }) => `${kind}: ${value}`);
  };

  it('with a member missing', () => {
    expect(told('| from | via | to | restriction |\n| sj | j | j | no_left_turn |')).toEqual([
      'restriction: members that make no turn',
    ]);
  });

  it('with several roads in or out where one turn is meant', () => {
    const none = ['restriction: members that make no turn'];
    expect(told('| from | via | to | restriction |\n| sj | j | jw,jn | no_left_turn |')).toEqual(none);
    expect(told('| from | via | to | restriction |\n| sj | j | jw,jn | only_left_turn |')).toEqual(none);
    expect(told('| from | via | to | restriction |\n| sj,jn | j | jw | no_left_turn |')).toEqual(none);
    expect(told('| from | via | to | restriction |\n| sj,jn | j | jw | no_exit |')).toEqual(none);
  });

  it('that holds at red alone', () => {
    expect(told('| from | via | to | restriction |\n| sj | j | je | no_right_turn_on_red |')).toEqual([
      'restriction: no_right_turn_on_red',
    ]);
  });

  it('that holds at some hours in the form of old', () => {
    expect(
      told('| from | via | to | restriction | hour_on | hour_off |\n| sj | j | je | no_right_turn | 7 | 9 |'),
    ).toEqual(['conditional: restriction with hours or days']);
  });

  it('that is only probable, is for nobody we know, or has no rule', () => {
    const rows = (key: string, value: string): readonly string[] =>
      told(`| from | via | to | ${key} |\n| sj | j | je | ${value} |`);
    expect(rows('restriction:probable', 'no_right_turn @ probability=73')).toEqual([
      'restriction: restriction:probable',
    ]);
    expect(rows('note', 'no right turn')).toEqual(['restriction: without a rule']);
    expect(rows('restriction:hov', 'no_right_turn')).toEqual([]);
    expect(rows('restriction:bicycle', 'no_right_turn')).toEqual([]);
  });

  it('whose road does not meet the turn', () => {
    const map = '  n r\n  | |\nw-j-e\n  |\n  s';
    const ways = `${ARMS.trimEnd()}\n| er | yes |`;
    expect(told('| from | via | to | restriction |\n| sj | j | er | only_right_on |', ways, map)).toEqual([
      'restriction: a way that does not meet the turn',
    ]);
  });

  it('whose road is none for motor vehicles', () => {
    const ways =
      '| nodes | oneway | highway |\n| sj | yes | primary |\n| jn | yes | primary |\n| jw | | footway |\n| je | yes | primary |';
    expect(told('| from | via | to | restriction |\n| sj | j | jw | no_left_turn |', ways)).toEqual([
      'restriction: a way that is no road here',
    ]);
  });

  it('that the one-way streets forbid anyway', () => {
    expect(told('| from | via | to | restriction |\n| jn | j | jw | no_left_turn |')).toEqual([
      'restriction: a turn that nobody can make',
    ]);
  });

  it('whose road goes on past the turn', () => {
    const map = CROSS;
    const ways = '| nodes |\n| sjn |\n| jw |\n| je |';
    expect(told('| from | via | to | restriction |\n| sjn | j | jw | no_left_turn |', ways, map)).toEqual([
      'restriction: a way that goes on past the turn',
    ]);
  });
});

describe('the largest part', () => {
  it('is that in which everybody comes back, bans included', () => {
    const map = `
      a---b---c
      |   |   |
      d---e---f
    `;
    const ways = '| nodes |\n| abc |\n| adefc |\n| be |';
    const { network } = drawMap({ map, ways, keepIslands: false });
    expect(network.links.from.length).toBe(3);
    expect(timeMs(network, findNodes(network, map, 'b'), findNodes(network, map, 'e'))).toBeGreaterThan(0);
  });
});
