/** Turn restrictions over ways: what was driven before decides what may follow. */
import { describe, expect, it } from 'vitest';
import { CAR, drawMap, fillReached, toPlainTable, type DrawnInput } from './drawn-map.ts';

function expectReached(input: DrawnInput, table: string, profile = CAR): void {
  expect(fillReached(input, table, profile)).toBe(toPlainTable(table));
}

/** Along b–e: from a over the middle to d and f. */
const LADDER = `
  c   f
  |   |
  b---e
  |   |
  a   d
`;
const RUNGS = '| nodes | oneway |\n| ab | yes |\n| cb | yes |\n| be | yes |\n| ed | yes |\n| ef | yes |';

describe('over a way', () => {
  it('no_right_turn', () => {
    const turns = '| from | via | to | restriction |\n| ab | be | ed | no_right_turn |';
    expectReached(
      { map: LADDER, ways: RUNGS, turns },
      '|   | d | f |\n| a | - | x |\n| c | x | x |\n| b | x | x |',
    );
  });

  it('only_left_turn', () => {
    const turns = '| from | via | to | restriction |\n| ab | be | ef | only_left_turn |';
    expectReached({ map: LADDER, ways: RUNGS, turns }, '|   | d | f |\n| a | - | x |\n| c | x | x |');
  });

  const LONG = `
    a       f       j
    |       |       |
    b---d---e---i---k---m
    |       |       |
    c       g       l
  `;
  const STREETS = `
    | nodes | oneway |
    | ab    | yes    |
    | cb    | yes    |
    | bd    | yes    |
    | de    | yes    |
    | ef    | yes    |
    | eg    | yes    |
    | ei    | yes    |
    | ik    | yes    |
    | kj    | yes    |
    | kl    | yes    |
    | km    | yes    |
  `;

  it('several ways, overlapping with another one', () => {
    const turns = `
      | from | via   | to | restriction      |
      | ab   | bd,de | ei | only_straight_on |
      | de   | ei,ik | km | only_straight_on |
    `;
    expectReached(
      { map: LONG, ways: STREETS, turns },
      `
        |   | f | g | j | l | m |
        | a | - | - | - | - | x |
        | c | - | - | - | - | x |
        | i | - | - | x | x | x |
      `,
    );
  });

  it('only_…: from its road only that way is taken, so it is not left at the first corner either', () => {
    const map = `
      c   f
      |   |
      b---e---g
      |   |
      a   d
    `;
    const ways =
      '| nodes | oneway |\n| ab | yes |\n| bc | yes |\n| be | yes |\n| ef | yes |\n| eg | yes |\n| ed | yes |';
    const turns = '| from | via | to | restriction |\n| ab | be | ed | only_right_turn |';
    expectReached(
      { map, ways, turns },
      '|   | c | f | g | d |\n| a | - | - | - | x |\n| b | x | x | x | x |',
    );
  });

  it('only_…: nor where a road leaves a way between', () => {
    const map = `
      a---b---c---d---e
              |   |
              g   h
    `;
    const ways = '| nodes | oneway |\n| ab | yes |\n| bcd | yes |\n| de | yes |\n| cg | yes |\n| dh | yes |';
    const turns = '| from | via | to | restriction |\n| ab | bcd | de | only_straight_on |';
    expectReached({ map, ways, turns }, '|   | e | g | h |\n| a | x | - | - |\n| b | x | x | x |');
  });

  it('two only_… over the same way from different roads', () => {
    const turns = `
      | from | via | to | restriction     |
      | ab   | be  | ed | only_right_turn |
      | cb   | be  | ef | only_left_turn  |
    `;
    expectReached(
      { map: LADDER, ways: RUNGS, turns },
      '|   | d | f |\n| a | x | - |\n| c | - | x |\n| b | x | x |',
    );
  });

  it('no_entry from several roads, no_exit to several', () => {
    const entry = '| from | via | to | restriction |\n| ab,cb | be | ed | no_entry |';
    expectReached({ map: LADDER, ways: RUNGS, turns: entry }, '|   | d | f |\n| a | - | x |\n| c | - | x |');
    const exit = '| from | via | to | restriction |\n| ab | be | ed,ef | no_exit |';
    expectReached({ map: LADDER, ways: RUNGS, turns: exit }, '|   | d | f |\n| a | - | - |\n| c | x | x |');
  });

  it('several ways named out of order', () => {
    const turns = '| from | via | to | restriction |\n| ab | de,bd | ef | no_left_turn |';
    expectReached({ map: LONG, ways: STREETS, turns }, '|   | f | g |\n| a | - | x |\n| c | x | x |');
  });

  it('with one at a node inside it', () => {
    const turns = `
      | from | via         | to | restriction   |
      | ab   | bd,de,ei,ik | kl | no_right_turn |
      | de   | e           | eg | no_right_turn |
    `;
    expectReached(
      { map: LONG, ways: STREETS, turns },
      '|   | g | l | j |\n| a | - | - | x |\n| c | - | x | x |\n| e | x | x | x |',
    );
  });

  it('and another one that begins on the way', () => {
    const turns = `
      | from | via         | to | restriction   |
      | ab   | bd,de,ei,ik | kl | no_right_turn |
      | bd   | de          | eg | no_right_turn |
    `;
    expectReached(
      { map: LONG, ways: STREETS, turns },
      '|   | g | l |\n| a | - | - |\n| c | - | x |\n| d | x | x |',
    );
  });

  it('that roads cross', () => {
    const map = `
      a---b---c---d---e---f
          |   |   |   |
          g   h   i   j
    `;
    const ways = `
      | nodes | oneway |
      | ab    | yes    |
      | bcde  | yes    |
      | ef    | yes    |
      | ch    | yes    |
      | di    | yes    |
      | ej    | yes    |
      | gb    | yes    |
    `;
    const turns = '| from | via | to | restriction |\n| ab | bcde | ej | no_right_turn |';
    expectReached(
      { map, ways, turns },
      '|   | f | h | i | j |\n| a | x | x | x | - |\n| g | x | x | x | x |\n| d | x | - | x | x |',
    );
  });
});

describe('a file put together from overlapping ones', () => {
  const turns = '| from | via | to | restriction |\n| ab | be | ed | no_right_turn |';
  const table = '|   | d | f |\n| a | - | x |\n| c | x | x |\n| b | x | x |';
  const again = (xml: string): string => {
    const ways = xml.split('\n').filter((line) => line.startsWith('<way'));
    return xml.replace(
      '\n<way',
      `\n${ways.slice(1, 4).join('\n').replaceAll('residential', 'tertiary')}\n<way`,
    );
  };

  it('has each road once, so that a turn is banned on all there is of it', () => {
    expectReached({ map: LADDER, ways: RUNGS, turns, edit: again }, table);
    const { network } = drawMap({ map: LADDER, ways: RUNGS, turns, edit: again });
    const plain = drawMap({ map: LADDER, ways: RUNGS, turns }).network;
    const { warnings, ...notes } = network.notes;
    expect(warnings.at(-1)).toBe('3 roads are in the file more than once: the last of each counts.');
    const { warnings: _, ...plainNotes } = plain.notes;
    expect({ ...network, notes }).toEqual({ ...plain, notes: plainNotes });
  });
});
