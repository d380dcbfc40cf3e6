/** Scenario files that are refused, and sites that a scenario adds and moves. */
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/model/answer.ts';
import type { Modification } from '../../src/model/scenario.ts';
import { runOnRegion } from './run.ts';
import { compare, MODIFICATIONS, toFile, write } from './scenario-input.ts';

describe('a bad scenario file', () => {
  const spoil = (more: object): unknown => ({ ...toFile(), ...more });
  const build = MODIFICATIONS[0] as object;
  it.each([
    ['no JSON', '{', /JSON|closed|key/],
    ['a wrong version', spoil({ schema: 'beltway/scenario@9' }), /schema: expected "beltway\/scenario@2"/],
    ['an unknown kind', spoil({ modifications: [{ kind: 'paint' }] }), /kind build, close, change/],
    ['an unknown base', spoil({ base: 'nowhere' }), /base: expected the id of a scenario/],
    ['itself as base', spoil({ base: 'north' }), /base: expected/],
    ['an id of the data', spoil({ id: 'with-belt' }), /id: expected an id that no scenario/],
    [
      '10,000 modifications',
      spoil({ modifications: Array.from({ length: 10_000 }, () => build) }),
      /at most (500 modifications|100000 values)/,
    ],
    [
      'a line that crosses itself',
      spoil({
        modifications: [
          {
            ...build,
            line: [
              [-29.7, 30.4],
              [-29.2, 30.75],
              [-29.2, 30.4],
              [-29.7, 30.75],
            ],
          },
        ],
      }),
      /does not cross itself/,
    ],
    [
      'no length',
      spoil({
        modifications: [
          {
            ...build,
            line: [
              [-29.7, 30.4],
              [-29.7, 30.4],
              [-29.2, 30.75],
            ],
          },
        ],
      }),
      /other than the one before/,
    ],
    [
      'a point off the region',
      spoil({
        modifications: [
          {
            ...build,
            line: [
              [-29.7, 30.4],
              [10, 10],
              [-29.2, 30.75],
            ],
          },
        ],
      }),
      /lon,lat within/,
    ],
    [
      'dates backwards',
      spoil({ modifications: [{ ...build, opened: '2010', closed: '2005' }] }),
      /not before it opens/,
    ],
    [
      'what it may not stand on',
      spoil({ dependencies: { conflicts: ['without-belt'] } }),
      /it without without-belt/,
    ],
    [
      'what it does not stand on',
      spoil({ dependencies: { prerequisites: ['with-belt'] } }),
      /to stand on with-belt/,
    ],
    [
      'what is not beside it',
      spoil({ dependencies: { corequisites: ['with-belt'] } }),
      /stand on or be stood on by with-belt/,
    ],
    [
      'nothing to touch',
      spoil({
        modifications: [
          { kind: 'close', links: ['A0-AJ'] },
          { kind: 'change', links: ['A0-AJ'], postedKmh: 50 },
        ],
      }),
      /touches a link/,
    ],
    [
      'a plant off the map',
      spoil({ modifications: [{ kind: 'move-plant', plant: 'P_ALDER', at: [-29.9, 30.2] }] }),
      /a place within/,
    ],
  ])('%s: is refused with code 3 and the reason', (_, content, reason) => {
    const { code, out, err } = compare(write(content));
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(reason);
    expect(err).not.toMatch(/^\s+at .*:\d+/m);
  });

  it('does not hide the others', () => {
    const { code, out, err } = runOnRegion('scenario', 'check', write('{'), write(toFile()));
    expect([code, out.includes('a scenario of')]).toEqual([3, true]);
    expect(err).toContain('not a scenario');
  });
});

describe('what-if sites', () => {
  const PLANT: Modification = {
    kind: 'add-plant',
    id: 'P_NEW',
    title: 'New works',
    group: 'alder',
    at: [-29.21, 30.75],
  };
  const SUPPLIER: Modification = {
    kind: 'add-supplier',
    id: 'X9',
    title: 'New seats',
    keiretsu: 'crane',
    tier: 1,
    at: [-29.64, 30.42],
  };

  it('a plant is reached where the scenario has it, and nowhere else', () => {
    const { out } = compare(write(toFile({ modifications: [PLANT] })));
    const { cells } = JSON.parse(out) as Analysis;
    const to = (scenario: string): readonly (number | null)[] =>
      cells
        .filter((cell) => cell.scenario === scenario && cell.destination === 'P_NEW')
        .map(({ timeS }) => timeS);
    expect(new Set(to('without-belt'))).toEqual(new Set([null]));
    expect(to('north').some((timeS) => timeS !== null)).toBe(true);
  });

  it('a supplier is asked about in both scenarios', () => {
    const { out } = compare(write(toFile({ modifications: [SUPPLIER] })));
    const { groups, population } = JSON.parse(out) as Analysis;
    expect(population.placed).toBe(4);
    expect(groups.filter(({ origin }) => origin === 'X9').map(({ scenario }) => scenario)).toContain(
      'without-belt',
    );
  });

  it('a moved plant is elsewhere', () => {
    const moved: Modification = { kind: 'move-plant', plant: 'P_ALDER', at: [-29.21, 30.12] };
    const { out } = compare(write(toFile({ modifications: [moved] })));
    const { cells } = JSON.parse(out) as Analysis;
    const [before, after] = ['without-belt', 'north'].map(
      (scenario) =>
        cells.find(
          (cell) => cell.scenario === scenario && cell.origin === 'S_CEDAR' && cell.destination === 'P_ALDER',
        )?.timeS,
    );
    expect(after).toBeLessThan(before ?? 0);
  });
});
