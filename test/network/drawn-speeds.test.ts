/** Drawn networks: what limits, vehicle, traffic and the ends of the ranges do to a time. */
import { describe, expect, it } from 'vitest';
import { drawScene } from '../scene/scene.ts';
import { fillMinutes } from '../scene/times.ts';

describe('the speed on a drawn road', () => {
  it('obeys the limits that hold where no sign stands', () => {
    const scene = drawScene({
      stepM: 1000,
      map: 'a-b-c-d-e-f-g-h-i',
      roads: `
        | nodes | kmh | design | lanes | urban | unlined | km | facility   |
        | ab    | -   | 90     | 1     |       |         | 75 |            |
        | bc    | -   | 90     | 1     | yes   |         | 50 |            |
        | cd    | -   |        | 1     |       | yes     | 40 |            |
        | de    | -   |        | 2     | yes   | yes     | 30 |            |
        | ef    | 90  |        | 1     | yes   | yes     | 90 |            |
        | fg    | -   | 90     | 2     |       |         | 90 |            |
        | gh    | -   |        | 2     |       |         | 40 | local      |
        | hi    | -   |        | 1     |       |         | 100| expressway |
      `,
    });
    // Every length is the limit in km/h, made an hour long by it.
    const minutes = `
      |   | b  | c   | d   | e   | f   | g   | h   | i   |
      | a | 60 | 120 | 180 | 240 | 300 | 360 | 420 | 480 |
    `;
    expect(fillMinutes(scene, minutes)).toBe(minutes);
  });

  it('knows vehicle, traffic, the row of another facility, and the rule of signed limits', () => {
    const scene = drawScene({
      stepM: 1000,
      map: 'a-b-c-d',
      roads: `
        | nodes | facility   | kmh | km | stateAs  |
        | ab    | expressway | 120 | 6  |          |
        | bc    | expressway | 120 | 6  | arterial |
        | cd    | arterial   | 60  | 6  |          |
      `,
    });
    const tables: readonly [string, Record<string, unknown>][] = [
      [
        `
      |   | b   | c   | d    |
      | a | 3.0 | 6.0 | 12.0 |`,
        {},
      ],
      [
        `
      |   | b   | c    | d    |
      | a | 4.5 | 10.5 | 22.5 |`,
        { trafficState: 'peak' },
      ],
      // The truck: at most 60 km/h on expressways, half of it driven; a row of its own there in the peak.
      [
        `
      |   | b    | c    | d    |
      | a | 12.0 | 24.0 | 36.0 |`,
        { vehicleClass: 'truck' },
      ],
      [
        `
      |   | b    | c    | d    |
      | a | 14.4 | 38.4 | 62.4 |`,
        { vehicleClass: 'truck', trafficState: 'peak' },
      ],
      [
        `
      |   | b   | c    | d    |
      | a | 6.0 | 12.0 | 18.0 |`,
        { vehicleClass: 'truck', trafficState: 'peak', rule: 'signed-limits' },
      ],
      [
        `
      |   | b   | c    | d    |
      | a | 9.0 | 21.0 | 33.0 |`,
        { trafficState: 'peak', speedsKmh: { expressway: 60 } },
      ],
    ];
    for (const [minutes, setting] of tables) expect(fillMinutes(scene, minutes, { setting })).toBe(minutes);
  });

  it('takes the ends of an estimated length and of an assumed limit at the corners', () => {
    const scene = drawScene({
      stepM: 1000,
      map: 'a-b-c',
      roads: `
        | nodes | facility   | kmh | km | low | high |
        | ab    | expressway | 80  | 8  | 4   | 12   |
        | bc    | expressway | -   | 8  |     |      |
      `,
    });
    const mid = `
      |   | b   | c    |
      | a | 6.0 | 10.8 |
    `;
    // Factor 1.25 and 120 km/h; factor 0.8 and 80 km/h.
    const fast = `
      |   | b   | c   |
      | a | 2.4 | 5.6 |
    `;
    const slow = `
      |   | b     | c     |
      | a | 11.25 | 18.75 |
    `;
    expect(fillMinutes(scene, mid)).toBe(mid);
    expect(fillMinutes(scene, fast, { setting: { corner: 'fast' } })).toBe(fast);
    expect(fillMinutes(scene, slow, { setting: { corner: 'slow' } })).toBe(slow);
  });
});
