/** Roads for whoever has business there: they end and begin trips, and nobody passes through. */
import { describe, expect, it } from 'vitest';
import { CAR, drawMap, findNodes, HEAVY, timeMs, type DrawnInput } from './drawn-map.ts';

/** Metres of the fastest way at 50 km/h, the limit of every road here. */
function createMeasure(input: DrawnInput) {
  const { network } = drawMap(input);
  return (from: string, to: string, profile = CAR): number => {
    const ms = timeMs(
      network,
      findNodes(network, input.map, from),
      findNodes(network, input.map, to),
      profile,
    );
    return Math.round(ms / 7200) * 100;
  };
}

/** A short way over b, c and d, and a long one over x and y. */
const SHORT = `
  a       e
  |       |
  b---c---d
  |       |
  x       y
  |       |
  |       |
  z-------w
`;
const streets = (limited: string): string => `
  | nodes | access  |
  | ab    |         |
  | bcd   | ${limited} |
  | de    |         |
  | bxz   |         |
  | zw    |         |
  | wyd   |         |
`;

describe('a street for destinations', () => {
  it.each(['destination', 'private', 'customers', 'delivery'])('access=%s', (access) => {
    const measure = createMeasure({ map: SHORT, ways: streets(access) });
    const open = createMeasure({ map: SHORT, ways: streets('yes') });
    expect(open('a', 'e')).toBe(1200);
    expect(measure('a', 'e')).toBe(2200);
    expect(measure('e', 'a')).toBe(2200);
    expect(measure('a', 'd')).toBe(1000);
    expect(measure('e', 'b')).toBe(1000);
  });

  it('in several ways is one area', () => {
    const map = 'a---b---c---d---e\n|               |\nx---------------y';
    const measure = createMeasure({
      map,
      ways: `
        | nodes | access      | name |
        | ab    | destination | A    |
        | bc    | destination | B    |
        | cd    | destination | C    |
        | de    | destination | D    |
        | ax    |             | E    |
        | xy    |             | F    |
        | ye    |             | G    |
      `,
    });
    // Its ends lie inside as well as outside: the way through is shorter, and the trip ends in the area.
    expect(measure('a', 'e')).toBe(1600);
    expect(measure('b', 'd')).toBe(800);
    expect(measure('x', 'y')).toBe(1600);
    expect(measure('x', 'c')).toBe(200 + 800);
  });

  it('may be left for the open road and entered from it, in one trip each', () => {
    const map = 'a---b---c---d---e---f\n    |           |\n    g           h';
    const measure = createMeasure({
      map,
      ways: '| nodes | access |\n| ab | private |\n| bc | |\n| cd | |\n| de | |\n| ef | private |\n| bg | |\n| eh | |',
    });
    expect(measure('a', 'f')).toBe(2000);
    expect(measure('f', 'a')).toBe(2000);
    expect(measure('g', 'h')).toBe(1200 + 400);
  });

  it('cuts nobody in two who lives behind it', () => {
    const map = 'a---b---c---d';
    const measure = createMeasure({ map, ways: '| nodes | access |\n| ab | |\n| bc | private |\n| cd | |' });
    expect(measure('a', 'c')).toBe(800);
    expect(measure('a', 'd')).toBe(Infinity);
  });

  it('for trucks alone', () => {
    const measure = createMeasure({
      map: SHORT,
      ways: streets('').replace('access', 'hgv').replace('| bcd   |  |', '| bcd | destination |'),
    });
    expect([measure('a', 'e', CAR), measure('a', 'e', HEAVY)]).toEqual([1200, 2200]);
  });

  it('obeys turn restrictions on the way in', () => {
    const map = 'a---b---c\n    |\n    d';
    const input: DrawnInput = {
      map,
      ways: '| nodes | access | oneway |\n| ab | | yes |\n| bc | | yes |\n| bd | private | yes |',
      turns: '| from | via | to | restriction |\n| ab | b | bd | no_right_turn |',
    };
    expect(createMeasure(input)('a', 'd')).toBe(Infinity);
    expect(createMeasure(input)('b', 'd')).toBe(200);
  });
});
