import { describe, expect, it } from 'vitest';

import type { Link } from '../../src/model/road.ts';
import type { LonLat } from '../../src/model/source.ts';
import { features, roads } from './network-data.ts';
import { readCrossings } from './crossings-table.ts';

const fast = roads.filter(({ facility }) => facility.endsWith('expressway'));

function turn([ax, ay]: LonLat, [bx, by]: LonLat, [cx, cy]: LonLat): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** True where two pieces cross inside both. */
function cross(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  return turn(c, d, a) * turn(c, d, b) < 0 && turn(a, b, c) * turn(a, b, d) < 0;
}

function linesCross(one: readonly LonLat[], other: readonly LonLat[]): boolean {
  for (let i = 1; i < one.length; i += 1)
    for (let j = 1; j < other.length; j += 1)
      if (cross(one[i - 1] as LonLat, one[i] as LonLat, other[j - 1] as LonLat, other[j] as LonLat))
        return true;
  return false;
}

const ramps = new Set(
  features.filter(({ facility }) => facility === 'ramp').map(({ from, to }) => `${from}>${to}`),
);

/** A ramp between an end of one and an end of the other. */
function haveRamp(one: Link, other: Link): boolean {
  return [one.from, one.to].some((a) => [other.from, other.to].some((b) => ramps.has(`${a}>${b}`)));
}

function toKey(pair: readonly string[]): string {
  return pair.toSorted().join(' × ');
}

const crossings = fast.flatMap((one, i) =>
  fast
    .slice(i + 1)
    .filter((other) => ![other.from, other.to].some((id) => id === one.from || id === one.to))
    .filter((other) => linesCross(one.geometry, other.geometry))
    .map((other) => ({ key: toKey([one.id, other.id]), joined: haveRamp(one, other) })),
);

describe('crossings of two fast roads without a common node', () => {
  const table = readCrossings();

  it('have a ramp at one of their ends or stand in the table with a reason', () => {
    const known = new Map(table.map(({ pair, reason, note }) => [toKey(pair), `${reason}: ${note}`]));
    for (const { key, joined } of crossings)
      console.log(`${key}: ${joined ? 'ramp' : (known.get(key) ?? 'NOT LISTED')}`);
    const open = crossings.filter(({ joined }) => !joined).map(({ key }) => key);
    expect(open.toSorted()).toEqual([...known.keys()].toSorted());
  });

  it('are told by one of two reasons, with a note', () => {
    expect(new Set(table.map(({ reason }) => reason))).toEqual(new Set(['flyover', 'not yet checked']));
    expect(table.filter(({ note }) => note.trim() === '')).toEqual([]);
  });
});
