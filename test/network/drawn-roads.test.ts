/** Drawn networks: what roads alone do to a time. Sixty km/h is a kilometre a minute. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { NOW } from '../scene/dataset.ts';
import { drawScene } from '../scene/scene.ts';
import { fillMinutes } from '../scene/times.ts';

function on(date: string): Scenario {
  return { ...NOW, id: date, date };
}

describe('a drawn network', () => {
  it('is driven one way only where it is one way', () => {
    const scene = drawScene({
      stepM: 250,
      map: `
        a---b
        |   |
        d---c
      `,
      roads: `
        | nodes | oneway |
        | abcda | yes    |
      `,
    });
    const minutes = `
      |   | a   | b   | c   | d   |
      | a | 0.0 | 1.0 | 1.5 | 2.5 |
      | b | 2.0 | 0.0 | 0.5 | 1.5 |
      | c | 1.5 | 2.5 | 0.0 | 1.0 |
      | d | 0.5 | 1.5 | 2.0 | 0.0 |
    `;
    expect(fillMinutes(scene, minutes)).toBe(minutes);
  });

  it('does not connect two roads that cross', () => {
    const scene = drawScene({
      stepM: 1000,
      map: `
          c
          |
        a-+-b
          |
          d
      `,
      roads: `
        | nodes | facility   | kmh |
        | ab    | expressway | 60  |
        | cd    | expressway | 60  |
      `,
    });
    const minutes = `
      |   | a   | b   | c   | d   |
      | a | 0.0 | 4.0 | -   | -   |
      | c | -   | -   | 0.0 | 4.0 |
      | d | -   | -   | 4.0 | 0.0 |
    `;
    expect(fillMinutes(scene, minutes)).toBe(minutes);
  });

  it('lets pass at a ramp the movement that the ramp is for, and no other', () => {
    const scene = drawScene({
      stepM: 1000,
      map: `
              c
              |
        a---e-+--b
             \\|
              f
              |
              d
      `,
      roads: `
        | nodes | facility   | kmh | oneway | km |
        | aeb   | expressway | 60  |        |    |
        | cfd   | expressway | 60  |        |    |
        | ef    | ramp       | 60  | yes    | 2  |
      `,
    });
    const minutes = `
      |   | a   | b   | c    | d   |
      | a | 0.0 | 9.0 | 10.0 | 8.0 |
      | b | 9.0 | 0.0 | 11.0 | 9.0 |
      | c | -   | -   | 0.0  | 6.0 |
      | d | -   | -   | 6.0  | 0.0 |
    `;
    expect(fillMinutes(scene, minutes)).toBe(minutes);
  });

  it('waits at plazas while the link is tolled, and passes gantries later', () => {
    const scene = drawScene({
      stepM: 1000,
      gantryFrom: '2020-01-01',
      map: 'ab-c-de',
      roads: `
        | nodes | facility   | kmh | oneway | tariff     | plaza   |
        | ab    | ramp       | 60  | yes    | per-km     | entry   |
        | bc    | expressway | 60  |        | per-km     | barrier |
        | cd    | expressway | 60  |        | free-later | barrier |
        | de    | ramp       | 60  | yes    | per-km     | exit    |
      `,
    });
    // Made-up delays: entry 30 s, barrier 45 s, exit 60 s, gantry 15 s.
    const before = `
      |   | b    | c    | d    | e    |
      | a | 1.50 | 4.25 | 7.00 | 9.00 |
      | d | 5.50 | 2.75 | 0.00 | 2.00 |
    `;
    const after2008 = `
      |   | b    | c    | d    | e    |
      | a | 1.50 | 4.25 | 6.25 | 8.25 |
      | d | 4.75 | 2.00 | 0.00 | 2.00 |
    `;
    const gantries = `
      |   | b    | c    | d    | e    |
      | a | 1.25 | 3.50 | 5.50 | 6.75 |
      | d | 4.25 | 2.00 | 0.00 | 1.25 |
    `;
    expect(fillMinutes(scene, before, { scenario: on('2008-12-31') })).toBe(before);
    expect(fillMinutes(scene, after2008, { scenario: on('2009-01-01') })).toBe(after2008);
    expect(fillMinutes(scene, after2008, { scenario: on('2019-12') })).toBe(after2008);
    expect(fillMinutes(scene, gantries, { scenario: on('2020-01-01') })).toBe(gantries);
    const free = `
      |   | e    |
      | a | 6.00 |
    `;
    expect(fillMinutes(scene, free, { setting: { delays: false } })).toBe(free);
  });

  it('waits 20.25 s at a signal, also at half of one, and never slower in traffic', () => {
    const scene = drawScene({
      stepM: 1000,
      map: 'a-b-c',
      roads: `
        | nodes | signals | km |
        | ab    | 2       | 1  |
        | bc    | 0.5     | 1  |
      `,
    });
    const free = `
      |   | b      | c       |
      | a | 1.6750 | 2.84375 |
    `;
    const peak = `
      |   | b      |
      | a | 2.6750 |
    `;
    expect(fillMinutes(scene, free)).toBe(free);
    expect(fillMinutes(scene, peak, { setting: { trafficState: 'peak' } })).toBe(peak);
    const fast = `
      |   | b    |
      | a | 1.34 |
    `;
    const slow = `
      |   | b       |
      | a | 2.09375 |
    `;
    // Factor 1.25 and 16.2 s a signal; factor 0.8 and 25.3125 s.
    expect(fillMinutes(scene, fast, { setting: { corner: 'fast' } })).toBe(fast);
    expect(fillMinutes(scene, slow, { setting: { corner: 'slow' } })).toBe(slow);
  });

  it('takes the faster of parallel roads, each way its own', () => {
    const scene = drawScene({
      stepM: 1000,
      map: 'a-b',
      roads: `
        | nodes | id   | kmh | oneway |
        | ab    | slow | 60  |        |
        | ab    | fast | 120 | yes    |
      `,
    });
    const minutes = `
      |   | a   | b   |
      | a | 0.0 | 1.0 |
      | b | 2.0 | 0.0 |
    `;
    expect(fillMinutes(scene, minutes)).toBe(minutes);
  });

  it('is that of the day, and of what a scenario closes or dates otherwise', () => {
    const scene = drawScene({
      stepM: 1000,
      map: `
        a--b
         \\ |
          \\|
           c
      `,
      roads: `
        | nodes | section | opened  | closed     | km |
        | ab    | OLD     |         |            | 3  |
        | bc    | OLD     |         |            | 3  |
        | ac    | NEW     | 2008-06 | 2015-01-01 | 4  |
      `,
    });
    const around = `
      |   | a   | b   | c   |
      | a | 0.0 | 3.0 | 6.0 |
      | c | 6.0 | 3.0 | 0.0 |
    `;
    const across = `
      |   | a   | b   | c   |
      | a | 0.0 | 3.0 | 4.0 |
      | c | 4.0 | 3.0 | 0.0 |
    `;
    const cut = `
      |   | a   | c   |
      | a | 0.0 | 4.0 |
      | c | 4.0 | 0.0 |
    `;
    const closing = (sections: readonly string[]): Scenario => {
      return { ...NOW, modifications: [{ kind: 'close', sections }] };
    };
    const early: Scenario = {
      ...on('2001'),
      modifications: [{ kind: 'set-dates', sections: ['NEW'], opened: '2001-12-31', closed: null }],
    };
    expect(fillMinutes(scene, around, { scenario: on('2008-06-29') })).toBe(around);
    expect(fillMinutes(scene, across, { scenario: on('2008-06-30') })).toBe(across);
    expect(fillMinutes(scene, across, { scenario: on('2014-12') })).toBe(across);
    expect(fillMinutes(scene, around, { scenario: on('2015-01-01') })).toBe(around);
    expect(fillMinutes(scene, around, { scenario: closing(['NEW']) })).toBe(around);
    expect(fillMinutes(scene, cut, { scenario: closing(['OLD']) })).toBe(cut);
    expect(fillMinutes(scene, across, { scenario: early })).toBe(across);
  });
});
