/** What a scenario is divided among: the names of its rows, what stands on what, and what cannot be divided. */
import { describe, expect, it } from 'vitest';
import { openRoadGame } from '../../src/city/road-game.ts';
import { openPlayers } from '../../src/city/scenario/players.ts';
import type { Modification } from '../../src/model/scenario.ts';
import { DataError, toSentence } from '../../src/problems.ts';
import { at } from './ladder.ts';
import { toScenario } from './plans.ts';
import { across, onward, spur, toEast, trial } from './stacked-roads.ts';

/** What is wrong with the game of some rows. */
function listWrong(rows: readonly Modification[], asked?: readonly string[]): readonly string[] {
  try {
    openPlayers(trial, toScenario(rows), asked);
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.problems.map(toSentence);
  }
}

const listNeeds = (rows: readonly Modification[], asked?: readonly string[]) => {
  const { players, direct, given } = openPlayers(trial, toScenario(rows), asked);
  const ids = players.map(({ id }) => id);
  const on = direct.map((set) => ids.filter((_, i) => ((set >>> i) & 1) === 1).join(' '));
  return [Object.fromEntries(ids.map((id, i) => [id, on[i]])), given.map(({ place }) => place)];
};

describe('what the players are', () => {
  it('roads, roads to come, rows and labels, each on what it cannot be without', () => {
    const rows: readonly Modification[] = [
      spur,
      onward,
      { kind: 'set-dates', sections: ['East', 'South East'], opened: '2026-01', closed: null },
      toEast,
      { kind: 'change', highways: ['East'], postedKmh: 30, label: 'Signs' },
      { kind: 'change', highways: ['ONWARD'], postedKmh: 50, label: 'Signs' },
      { kind: 'close', highways: ['West'], off: true },
      { kind: 'change', highways: ['North'], postedKmh: 60 },
    ];
    expect(listNeeds(rows)).toEqual([
      {
        ...{ SPUR: '', ONWARD: 'SPUR', East: '', 'South East': '', TO_EAST: 'East' },
        ...{ Signs: 'ONWARD East', 'row-8': '' },
      },
      [],
    ]);
  });

  it('a section that is laid as several roads is one, unless they are called otherwise', () => {
    const parts = [across, { ...spur, id: 'ACROSS-2', title: 'Across' }];
    expect(listNeeds(parts)[0]).toEqual({ ACROSS: '' });
    expect(listNeeds([across, { ...parts[1], title: 'Another' } as Modification])[0]).toEqual({
      ...{ ACROSS: '', 'ACROSS-2': '' },
    });
    expect(listNeeds([{ ...across, label: 'Ring' }, parts[1] as Modification])[0]).toEqual({ Ring: '' });
  });

  it('rows of places are there in every set, and those not asked about', () => {
    const rows: readonly Modification[] = [
      { kind: 'add-plant', id: 'NEW', title: 'New', group: 'Cedar', at: at('e', 60, 20) },
      spur,
      onward,
      across,
    ];
    expect(listNeeds(rows)).toEqual([{ SPUR: '', ONWARD: 'SPUR', ACROSS: '' }, [0]]);
    expect(listNeeds(rows, ['ACROSS'])).toEqual([{ ACROSS: '' }, [0, 1, 2]]);
    expect(openRoadGame(trial, toScenario(rows)).plants.map(({ id }) => id)).toEqual(['p1', 'p2', 'NEW']);
  });

  it('what a road stands on is found over others too, and drawn once', () => {
    const signs: Modification = { kind: 'change', highways: ['ONWARD'], postedKmh: 50 };
    const { needs, direct, sets } = openPlayers(trial, toScenario([spur, onward, signs]));
    expect([needs, direct, sets]).toEqual([
      [0, 0b1, 0b11],
      [0, 0b1, 0b10],
      [0, 0b1, 0b11, 0b111],
    ]);
  });
});

describe('what cannot be divided', () => {
  it.each([
    ['nothing at all', [], undefined, /1 to 12 roads and rows that change roads.*found 0/],
    [
      'places alone',
      [{ kind: 'add-plant', id: 'N', title: 'N', group: 'C', at: at('e', 60, 20) }],
      undefined,
      /1 to 12/,
    ],
    ['a name that is not there', [across], ['RING'], /a road or a row of the scenario: ACROSS, found "RING"/],
    ['a name twice', [across], ['ACROSS', 'ACROSS'], /every one once/],
    [
      'a road without what it stands on',
      [spur, onward],
      ['SPUR'],
      /modifications\[1\]: expected ONWARD to be asked about too: it stands on SPUR/,
    ],
    [
      'rows that stand on one another',
      [
        { ...spur, label: 'A' },
        { ...onward, label: 'B' },
        { kind: 'change', highways: ['ONWARD'], postedKmh: 50, label: 'A' },
      ],
      undefined,
      /rows that stand on one another to bear one label, found \["A","B"\]/,
    ],
    [
      'a row that needs one of two roads, whichever',
      [spur, across, { kind: 'set-speed-factor', facilities: ['expressway'], factor: 0.5 }],
      undefined,
      /modifications\[2\]: expected a scenario with row-3 alone \(rows that need one of several others bear a label/,
    ],
  ] as const)('%s is told', (_, rows, asked, message) => {
    expect(listWrong(rows, asked).join()).toMatch(message);
  });

  it('more than twelve rows, until they bear labels', () => {
    const rows = Array.from({ length: 13 }, (_, i): Modification => {
      return { kind: 'change', highways: ['North'], postedKmh: 30 + i };
    });
    expect(listWrong(rows).join()).toMatch(
      /1 to 12 .*rows of one label count as one, and --sections.*found 13/,
    );
    const labelled = rows.map((row, i) => ({ ...row, label: `Half ${i % 2}` }));
    expect(listNeeds(labelled)[0]).toEqual({ 'Half 0': '', 'Half 1': '' });
  });

  it('a scenario that is wrong as it is', () => {
    expect(() => openRoadGame(trial, toScenario([onward]))).toThrow(/modifications\[0\]/);
    expect(() => openRoadGame(trial, toScenario([across], 'tomorrow'))).toThrow(/date/);
  });
});
