import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, type Dataset } from '../../src/index.ts';
import { inspectFolder } from '../../src/cli/load.ts';
import { checkShared } from '../../web/state/address-check.ts';
import type { Shared } from '../../web/state/address-fields.ts';
import { createTrail, isDiscrete } from '../../web/state/address-history.ts';
import { decode, encode } from '../../web/state/address-read.ts';
import { DEFAULT_CHOICE, toRequest, type Choice } from '../../web/state/choice.ts';
import { DEFAULT_LOOK, LANGUAGES, MEASURES, THEMES, VIEWS, type Look } from '../../web/state/look.ts';
import { ROOT } from '../cli/run.ts';

const DEFAULTS: Shared = { choice: DEFAULT_CHOICE, look: DEFAULT_LOOK };
const loaded = inspectFolder(join(ROOT, 'data')).dataset;
if (loaded === null) throw new Error('the shipped data do not load');
const DATA: Dataset = loaded;

/** Ids as hostile as they come: every one goes through the address unchanged, whether it exists or not. */
const anyId = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '113.05,23.28',
    'Z_SS_LP',
    '二环',
    'a&b=c#d',
    '%',
    'e%41',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !text.includes(';')),
);
const listedId = anyId.filter((text) => !text.includes(','));
const decimal = (low: number, high: number) =>
  fc.integer({ min: low * 10_000, max: high * 10_000 }).map((value) => value / 10_000);
const record = <T>(value: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(anyId, value), { maxLength: 3 })
    .map((entries): Readonly<Record<string, T>> => Object.fromEntries(entries));

const anyChoice: fc.Arbitrary<Choice> = fc.record({
  base: anyId,
  build: anyId,
  vehicleClass: anyId,
  traffic: anyId,
  departS: fc.option(fc.integer({ min: 0, max: 1439 }).map((minutes) => minutes * 60)),
  arriveByS: fc.option(fc.integer({ min: 0, max: 1439 }).map((minutes) => minutes * 60)),
  cutoffS: fc.integer({ min: 20, max: 120 }).map((minutes) => minutes * 60),
  toleranceS: fc.integer({ min: 0, max: 60 }).map((minutes) => minutes * 60),
  groupChoice: record(anyId.filter((id) => id !== 'any')),
  population: fc.constantFrom('2006', 'all', 'existing', 'own'),
  ofThatDate: fc.boolean(),
  criticalLevel: fc.option(decimal(0, 1)),
  arrangement: record(
    fc
      .record({ order: fc.array(listedId, { maxLength: 4 }), leaveOut: fc.array(listedId, { maxLength: 4 }) })
      .filter(({ order, leaveOut }) => order.length + leaveOut.length > 0),
  ),
});
const anyLook: fc.Arbitrary<Look> = fc.record({
  view: fc.constantFrom(...VIEWS),
  shown: fc.constantFrom('base', 'build'),
  swipe: fc.boolean(),
  swipeAt: decimal(0, 1),
  place: fc.option(anyId),
  road: fc.option(anyId),
  trip: fc.option(fc.record({ origin: anyId, destination: anyId })),
  reach: fc.constantFrom('overlap', 'bands'),
  direction: fc.constantFrom('to', 'from'),
  changeOf: anyId,
  maker: fc.option(anyId),
  columns: fc.option(fc.array(listedId, { minLength: 1, maxLength: 5 })),
  measure: fc.constantFrom(...MEASURES),
  chart: anyId,
  node: fc.option(anyId),
  language: fc.constantFrom(...LANGUAGES),
  theme: fc.constantFrom(...THEMES),
  drawer: fc.constant(null),
  camera: fc.option(fc.record({ lon: decimal(-180, 180), lat: decimal(-85, 85), zoom: decimal(0, 22) })),
});

const MALFORMED: readonly (readonly [text: string, key: string, found: string])[] = [
  ['cutoff=500', 'cutoff', '500'],
  ['cutoff=60.5', 'cutoff', '60.5'],
  ['cutoff=1e2', 'cutoff', '1e2'],
  ['cutoff=NaN', 'cutoff', 'NaN'],
  ['level=2', 'level', '2'],
  ['view=globe', 'view', 'globe'],
  ['suppliers=mine', 'suppliers', 'mine'],
  ['map=113,23', 'map', '113,23'],
  ['trip=A', 'trip', 'A'],
  ['__proto__=x', '__proto__', 'x'],
  ['constructor=x', 'constructor', 'x'],
  ['%E0%A4%A=x', '#', '%E0%A4%A=x'],
  ['base=%ZZ', '#', 'base=%ZZ'],
  ['nonsense', '#', 'nonsense'],
  [`place=${'x'.repeat(200)}`, 'place', 'x'.repeat(200)],
];

describe('the address', () => {
  it('gives every state back as it was', () => {
    fc.assert(
      fc.property(fc.record({ choice: anyChoice, look: anyLook }), (shared) => {
        const { shared: back, bad } = decode(encode(shared), DEFAULTS);
        expect(bad).toEqual([]);
        expect(back).toEqual(shared);
      }),
      { numRuns: 2000 },
    );
  });

  it('is short and readable', () => {
    expect(encode(DEFAULTS)).toBe('1&lang=en');
    const choice = { ...DEFAULT_CHOICE, base: '2006-07', build: '2010-12', cutoffS: 2700 };
    const asked = { ...choice, groupChoice: { honda: 'HONDA_ZC' } };
    const look = { ...DEFAULT_LOOK, view: 'reach', place: '113.05,23.28', language: 'zh' } as const;
    expect(encode({ choice: asked, look })).toBe(
      '1&base=2006-07&build=2010-12&cutoff=45&view=reach&place=113.05,23.28&lang=zh&plant.honda=HONDA_ZC',
    );
  });

  it('writes the numbers of a dragged map so that they can be read again', () => {
    const camera = { lon: 113.123456789012, lat: -0.0000001, zoom: 9.87654321 };
    const { shared, bad } = decode(encode({ ...DEFAULTS, look: { ...DEFAULT_LOOK, camera } }), DEFAULTS);
    expect(bad).toEqual([]);
    expect(shared.look.camera).toEqual({ lon: 113.12346, lat: 0, zoom: 9.87654 });
  });

  it.each(MALFORMED)('tells what is wrong with %s and keeps the default', (text, key, found) => {
    const { shared, bad } = decode(text, DEFAULTS);
    expect(bad.map((one) => [one.key, one.found])).toEqual([[key, found]]);
    expect(shared).toEqual(DEFAULTS);
  });

  it('refuses a hundred kilobytes in one sentence', () => {
    const { shared, bad } = decode(`1&base=${'9'.repeat(100_000)}`, DEFAULTS);
    expect(bad).toHaveLength(1);
    expect(shared).toEqual(DEFAULTS);
  });

  it('reads what it can of another version', () => {
    const { shared, bad } = decode('7&cutoff=45', DEFAULTS);
    expect(bad.map(({ found }) => found)).toEqual(['7']);
    expect(shared.choice.cutoffS).toBe(2700);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { shared } = decode(text, DEFAULTS);
        const checked = checkShared(DATA, shared, false);
        expect(checkShared(DATA, checked.shared, false).bad).toEqual([]);
      }),
    );
  });
});

const UNKNOWN: readonly string[] = [
  'base=2011-belt',
  'base=1999-12-31',
  'build=2027-01-01',
  'build=2010-02-30',
  'build=2010',
  'v=bicycle',
  'v=__proto__',
  'traffic=jam',
  'depart=24:00',
  'arrive=7:30',
  'plant.honda=TOYOTA_NS',
  'plant.__proto__=any2',
  'plant.constructor=every',
  'order.automobile=belt,belt',
  'without.__proto__=belt',
  'suppliers=own',
  'place=NOWHERE',
  'place=1,2',
  'place=toString',
  'trip=S001;nobody',
  'trip=nobody;toyota',
  'road=__proto__',
  'chart=constructor',
  'node=hasOwnProperty',
];

describe('what an address names', () => {
  const check = (text: string, own = false) => {
    const { shared, bad } = decode(text, DEFAULTS);
    const checked = checkShared(DATA, shared, own);
    return {
      shared: checked.shared,
      bad: [...bad, ...checked.bad].map(({ key, found }) => `${key}: ${found}`),
    };
  };

  it('is taken where it exists', () => {
    const text = [
      '1&base=2006-07&build=2009-06&v=heavy-truck&traffic=peak&suppliers=all&view=reach&place=S001',
      '&trip=Z_SS_LP;toyota&road=n2r&chart=hi-tech&lang=ja&plant.honda=HONDA_ZC&order.automobile=independence,belt',
    ].join('');
    const { shared, bad } = check(text);
    expect(bad).toEqual([]);
    expect(shared.choice).toMatchObject({ build: '2009-06-30', groupChoice: { honda: 'HONDA_ZC' } });
    expect(shared.choice.arrangement).toEqual({
      automobile: { order: ['independence', 'belt'], leaveOut: [] },
    });
    expect(shared.look).toMatchObject({ place: 'S001', road: 'n2r', chart: 'hi-tech' });
  });

  it.each(UNKNOWN)('falls back to the default in %s and says so', (text) => {
    const { shared, bad } = check(text);
    expect(bad).toHaveLength(1);
    expect(shared).toEqual(DEFAULTS);
  });

  it('leaves a state that the engine answers', () => {
    const { shared } = check('base=x&build=y&v=z&plant.a=b&order.c=d&place=e&suppliers=own');
    expect(() =>
      analyse(
        DATA,
        toRequest(shared.choice, (id) => id),
      ),
    ).not.toThrow();
  });

  it('takes own sites where there are some', () => {
    expect(check('suppliers=own', true).shared.choice.population).toBe('own');
  });
});

describe('the trail of addresses', () => {
  it('tells a step from a slide', () => {
    expect(isDiscrete('1&lang=en', '1&v=car&lang=en')).toBe(true);
    expect(isDiscrete('1&cutoff=50&lang=en', '1&cutoff=51&lang=en')).toBe(false);
    expect(isDiscrete('1&lang=en', '1&cutoff=51&lang=en')).toBe(false);
    expect(isDiscrete('1&build=2008-12-31', '1&build=2009-01-31')).toBe(false);
    expect(isDiscrete('1&build=2008-12', '1&build=2009-01-31')).toBe(true);
    expect(isDiscrete('1&map=1,2,3', '1&map=1,2,4&v=car')).toBe(true);
  });

  it('writes a slide before the step that follows it, so that Back returns to its end', () => {
    const written: string[] = [];
    const trail = createTrail('', (how, text) => written.push(`${how} ${text}`));
    trail.follow('1&cutoff=50');
    trail.follow('1&cutoff=45');
    expect(written).toEqual([]);
    trail.follow('1&cutoff=45&v=truck');
    expect(written).toEqual(['replace 1&cutoff=45', 'push 1&cutoff=45&v=truck']);
    trail.follow('1&cutoff=45&v=truck&place=A');
    expect(written.at(-1)).toBe('replace 1&cutoff=45&v=truck&place=A');
  });
});

describe('the shipped defaults', () => {
  it('are those of the page', () => {
    const header = JSON.parse(readFileSync(join(ROOT, 'data/dataset.json'), 'utf8')) as Dataset['header'];
    expect([DEFAULT_CHOICE.base, DEFAULT_CHOICE.build]).toEqual([
      header.defaults.base,
      header.defaults.build,
    ]);
  });
});
