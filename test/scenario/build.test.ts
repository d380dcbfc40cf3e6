/** Drawn networks with roads that a scenario builds, closes, changes and slows. */
import { describe, expect, it } from 'vitest';
import type { Modification } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { NOW } from '../scene/dataset.ts';
import { fillMinutes, findLinks, findTimeMs } from '../scene/times.ts';
import {
  A,
  ACROSS,
  between,
  build,
  C,
  D,
  listProblems,
  MID_AB,
  MID_CD,
  MINUTES,
  SCENE,
  toScenario,
} from './drawn-build.ts';

describe('a road that is built', () => {
  it('joins two roads at points on them, and through trips stay what they were', () => {
    const minutes = `
      |   | a    | b    | c    | d    |
      | a | 0.0  | 10.0 | 14.0 | 14.0 |
      | b | 10.0 | 0.0  | 14.0 | 14.0 |
      | c | 14.0 | 14.0 | 0.0  | 10.0 |
      | d | 14.0 | 14.0 | 10.0 | 0.0  |
    `;
    expect(fillMinutes(SCENE, minutes, { scenario: toScenario(ACROSS) })).toBe(minutes);
    expect(fillMinutes(SCENE, MINUTES)).toBe(MINUTES);
  });

  it('is driven from site to site, cut links and all', () => {
    const scenario = toScenario(ACROSS);
    expect(findTimeMs(SCENE, 'S', 'T')).toBe(Infinity);
    // Nothing accessible within 1 km of S but ab, of T but cd.
    expect(findLinks(SCENE, 'S', 'T', { scenario })).toEqual(['ab', 'x.1', 'cd']);
    expect(findTimeMs(SCENE, 'S', 'T', { scenario })).toBeLessThan(Infinity);
  });

  it('connects to nothing that it only crosses: no time changes anywhere', () => {
    const beyond = between(MID_AB, MID_CD, 1.4);
    const over = build([MID_AB, beyond], [{ vertex: 0, link: 'ab', share: 0.5 }]);
    expect(fillMinutes(SCENE, MINUTES, { scenario: toScenario(over) })).toBe(MINUTES);
    expect(findTimeMs(SCENE, 'S', 'T', { scenario: toScenario(over) })).toBe(Infinity);
  });

  it('meets nodes that are there, and nodes of its own that later roads may meet', () => {
    const first = build(
      [A, between(A, C, 0.5)],
      [
        { vertex: 0, node: 'a' },
        { vertex: 1, newNode: 'half' },
      ],
    );
    const second = build(
      [between(A, C, 0.5), C],
      [
        { vertex: 0, node: 'half' },
        { vertex: 1, node: 'c' },
      ],
      { id: 'y' },
    );
    const minutes = `
      |   | a    | c   |
      | a | 0.0  | 4.0 |
      | c | 4.0  | 0.0 |
    `;
    expect(fillMinutes(SCENE, minutes, { scenario: toScenario(first, second) })).toBe(minutes);
    expect(listProblems(second)).toEqual(['modifications[0].interchanges[0].node unknown-id']);
  });

  it('runs one way along its line where it says so', () => {
    const scenario = toScenario({ ...ACROSS, oneWay: true });
    expect(findTimeMs(SCENE, 'a', 'c', { scenario }) / 60_000).toBeCloseTo(14, 3);
    expect(findTimeMs(SCENE, 'c', 'a', { scenario })).toBe(Infinity);
  });

  it('has a plaza at every interchange where it is tolled', () => {
    const tolled = toScenario({ ...ACROSS, tariff: 'per-km' });
    // 30 s in and 60 s out on top of 14 min.
    expect(findTimeMs(SCENE, 'a', 'c', { scenario: tolled }) / 60_000).toBeCloseTo(15.5, 3);
    expect(findTimeMs(SCENE, 'a', 'b', { scenario: tolled })).toBe(findTimeMs(SCENE, 'a', 'b'));
  });

  it('is joined by sites where it is accessible, and is no reason for any other to be left', () => {
    // T lies 1 km from cd and from the drawn road alike, S far from it.
    const line = [between(C, D, 0.6), between(C, D, 0.8)].map(([lon, lat]): LonLat => [lon, lat - 0.018]);
    const open = build(line, [{ vertex: 0, newNode: 'n' }], { facility: 'arterial' });
    const scenario = toScenario(open);
    expect(findTimeMs(SCENE, 'T', 'd', { scenario })).toBe(findTimeMs(SCENE, 'T', 'd'));
    expect(findTimeMs(SCENE, 'T', 'n', { scenario })).toBeLessThan(Infinity);
    expect(findTimeMs(SCENE, 'T', 'n', { scenario: toScenario({ ...open, accessible: false }) })).toBe(
      Infinity,
    );
  });

  it('stands from the day it opens until it closes', () => {
    const dated = toScenario({ ...ACROSS, opened: '2010-07-01' });
    expect(fillMinutes(SCENE, MINUTES, { scenario: dated })).toBe(MINUTES);
    const later = { ...dated, date: '2010-07-01' };
    expect(findTimeMs(SCENE, 'a', 'c', { scenario: later })).toBeLessThan(Infinity);
  });

  it('gives the base back when it is closed again, or switched off', () => {
    const closed = toScenario(ACROSS, { kind: 'close', sections: ['x'] });
    expect(applyScenario(SCENE.dataset, closed).links).toEqual(applyScenario(SCENE.dataset, NOW).links);
    expect(fillMinutes(SCENE, MINUTES, { scenario: closed })).toBe(MINUTES);
    const off = applyScenario(SCENE.dataset, toScenario({ ...ACROSS, off: true }));
    expect(off.dataset).toBe(SCENE.dataset);
    expect(off.junctions.size).toBe(0);
  });
});

describe('roads that are changed', () => {
  it('have other signs', () => {
    const scenario = toScenario({ kind: 'change', links: ['ab'], postedKmh: 120 });
    expect(findTimeMs(SCENE, 'a', 'b', { scenario })).toBe(findTimeMs(SCENE, 'a', 'b') / 2);
  });

  it('are slower by a factor, and by two factors twice', () => {
    const slow: Modification = { kind: 'set-speed-factor', facilities: ['arterial'], factor: 0.5 };
    expect(findTimeMs(SCENE, 'a', 'b', { scenario: toScenario(slow) }) / 60_000).toBeCloseTo(20, 3);
    expect(findTimeMs(SCENE, 'a', 'b', { scenario: toScenario(slow, slow) }) / 60_000).toBeCloseTo(40, 3);
  });

  it('lie within an area from end to end, or touch it', () => {
    const ring = [-0.01, 0.06].flatMap((dx, i) =>
      [-0.01, 0.01].map((dy): LonLat => [A[0] + dx, A[1] + (i === 0 ? dy : -dy)]),
    );
    const touching: Modification = { kind: 'close', area: { ring, rule: 'touching' } };
    expect(applyScenario(SCENE.dataset, toScenario(touching)).links.map(({ id }) => id)).toEqual([
      'cd',
      'cd~r',
    ]);
    const within: Modification = { kind: 'close', area: { ring, rule: 'within' } };
    expect(listProblems(within)).toEqual(['modifications[0] contradiction']);
  });

  it('are named, or the modification is refused', () => {
    expect(listProblems({ kind: 'close' })).toEqual(['modifications[0] missing']);
    expect(listProblems({ kind: 'change', links: ['ab'] })).toEqual(['modifications[0] missing']);
    expect(listProblems({ kind: 'set-speed-factor', links: ['ab'], factor: 1.1 })).toEqual([
      'modifications[0].factor out-of-range',
    ]);
    const closed: Modification = { kind: 'close', links: ['ab'] };
    expect(listProblems(closed, { kind: 'change', links: ['ab'], postedKmh: 80 })).toEqual([
      'modifications[1] contradiction',
    ]);
  });
});
