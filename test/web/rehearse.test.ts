/** Edits that nobody made: they are edits like the user's, and leave no trace in an answer. */
import { expect, it } from 'vitest';
import { analyseQuick, createMemory, tryModifications } from '../../src/index.ts';
import { rehearse, toRehearsed } from '../../web/engine/rehearse.ts';
import { DATASET } from './answer-fixture.ts';

const ASKED = { base: '2010-without-belt', build: '2010-with-belt' };

it('rehearses a road that can be built and changes the roads, another one every round', () => {
  const rounds = [0, 1].map((round) => toRehearsed(DATASET, ASKED, round));
  for (const scenario of rounds) {
    const { modifications, sound } = tryModifications(DATASET, scenario);
    expect(sound).toBe(scenario);
    expect(modifications[0]?.builtM).toBeGreaterThan(1000);
    expect(modifications.flatMap(({ problems }) => problems)).toEqual([]);
  }
  expect(rounds.map(({ modifications }) => modifications.map(({ kind }) => kind))).toEqual([
    ['build'],
    ['build', 'add-supplier'],
  ]);
  expect(toRehearsed(DATASET, ASKED, 2).modifications).not.toEqual(rounds[0]?.modifications);
});

it('leaves the answer to the user what it is', () => {
  const before = JSON.stringify(analyseQuick(DATASET, ASKED, createMemory()));
  rehearse(DATASET, ASKED, 0);
  expect(JSON.stringify(analyseQuick(DATASET, ASKED, createMemory()))).toBe(before);
});
