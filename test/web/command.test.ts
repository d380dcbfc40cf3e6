import { describe, expect, it } from 'vitest';
import { analyse, toJsonText } from '../../src/index.ts';
import { DEFAULT_CHOICE, toDay, toRequest, type Choice } from '../../web/state/choice.ts';
import { quote, toArguments, toCommand } from '../../web/state/command.ts';
import { run } from '../cli/run.ts';
import { SHIPPED as DATA } from '../data-sets.ts';

const dayOf = (id: string): string => DATA.scenarios.find((one) => one.id === id)?.date ?? toDay(id) ?? id;
const AROUND = { dayOf, isOwn: () => false, ownSites: false };

const CHOICES: readonly (readonly [name: string, choice: Partial<Choice>])[] = [
  ['the first view', {}],
  ['another setting', { base: '2006-07', build: '2010-12', vehicleClass: 'heavy-truck', traffic: 'peak' }],
  ['a day', { build: '2009-06-30', cutoffS: 2700, toleranceS: 0 }],
  ['a plant', { groupChoice: { honda: 'HONDA_ZC', nissan: 'every', toyota: 'any' }, population: 'all' }],
  ['suppliers and plants of that date', { base: '2006-07', build: '2008-12', ofThatDate: true }],
  ['suppliers existing', { base: '2006-07', population: 'existing' }],
  [
    'another level and order',
    {
      criticalLevel: 0.25,
      arrangement: { automobile: { order: ['independence'], leaveOut: ['innovation', 'leader'] } },
    },
  ],
];

describe('the command line of the page', () => {
  it.each(CHOICES)('asks the question of %s', (_name, part) => {
    const asked = { ...DEFAULT_CHOICE, ...part };
    const args = toArguments(asked, AROUND);
    const { code, out, err } = run([...args, '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    const own = toJsonText(analyse(DATA, toRequest(asked, dayOf)));
    expect(out === own).toBe(true);
    expect(args).not.toContain('');
  });

  it('names base and build, the time limit, and else only what is not the default', () => {
    expect(toCommand(DEFAULT_CHOICE, AROUND)).toBe(
      'npx beltway compare --base 2010-without-belt --build 2010-with-belt --cutoff 60',
    );
  });

  it('quotes for a shell', () => {
    expect(quote('honda=HONDA_ZC')).toBe('honda=HONDA_ZC');
    expect(quote("it's; rm")).toBe(String.raw`'it'\''s; rm'`);
  });
});
