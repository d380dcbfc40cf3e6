/** Text nobody vouches for: whatever a file holds or is called, the loader returns soon and names what is wrong. */
import { describe, expect, it } from 'vitest';

import { loadDataset } from '../../src/load/index.ts';
import type { Problem } from '../../src/problems.ts';
import { editRegion } from '../load/region.ts';
import { toCount } from '../scene/random.ts';

const MB = 1024 * 1024;
/** Megabytes of a flood. */
const MOST = toCount(12, 30);
const WATER = 'water.geojson';

/** Problems of the region with the text of one file replaced. */
function listProblems(file: string, text: string): readonly Problem[] {
  const { dataset, problems } = loadDataset(editRegion().set(file, text));
  expect(dataset).toBeNull();
  return problems;
}

function editText(file: string, from: string | RegExp, to: string): readonly Problem[] {
  const text = editRegion().get(file) ?? '';
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return listProblems(file, changed);
}

describe('text that is not JSON', () => {
  it.each([
    ['', 'line 1, column 1', 'JSON text, not an empty file', 'the end of the file'],
    ['\uFEFF', 'line 1, column 1', 'JSON text, not an empty file', 'the end of the file'],
    [' \r\n\t', 'line 1, column 1', 'JSON text, not an empty file', '" \\r\\n\\t"'],
    ['{"a": 1', 'line 1, column 8', 'a comma or }', 'the end of the file'],
    ['{\r\n  "a": NaN\r\n}', 'line 2, column 8', 'a JSON value', '"NaN\\r\\n}"'],
    ['[1, -Infinity]', 'line 1, column 5', 'a JSON value', '"-Infinity]"'],
    ['[1,\n2,\n]', 'line 3, column 1', 'a JSON value', '"]"'],
    ['{"a":1}\n{"b":2}', 'line 2, column 1', 'the end of the file', '"{\\"b\\":2}"'],
    ['{"a": (() => 1)()}', 'line 1, column 7', 'a JSON value', '"(() => 1)()}"'],
    ['<html>', 'line 1, column 1', 'a JSON value', '"<html>"'],
    ['\u0000\u0001', 'line 1, column 1', 'a JSON value', '"\\u0000\\u0001"'],
    ["{'a': 1}", 'line 1, column 2', 'a key in double quotes', '"\'a\': 1}"'],
    ['"\uD800', 'line 1, column 3', 'a text closed by "', 'the end of the file'],
  ])('%j', (text, path, expected, found) => {
    const [problem, ...others] = listProblems(WATER, text);
    expect(problem).toMatchObject({ file: WATER, path, found, code: 'not-json' });
    expect(problem?.expected).toContain(expected);
    expect(others).toEqual([]);
  });

  it.each(['1', 'null', '"text"', '[]', '{}', 'true'])('%s is no file of ours', (text) => {
    const codes = new Set(listProblems('dataset.json', text).map(({ code }) => code));
    expect([...codes].every((code) => code === 'wrong-type' || code === 'missing')).toBe(true);
    for (const file of editRegion().keys()) expect(listProblems(file, text).length).toBeGreaterThan(0);
  });

  it('cut anywhere gives problems', () => {
    const text = editRegion().get(WATER) ?? '';
    const step = process.env['BELTWAY_LONG'] === '1' ? 1 : 7;
    for (let end = 0; end < text.trimEnd().length; end += step) {
      expect(listProblems(WATER, text.slice(0, end)).map(({ code }) => code)).toEqual(['not-json']);
    }
  });
});

describe('keys and numbers', () => {
  it('tells a key that stands twice', () => {
    const problems = editText(WATER, '"widthM": 300', '"widthM": 300, "widthM": 3000');
    expect(problems).toEqual([
      {
        file: WATER,
        path: 'features[0].properties.widthM',
        expected: 'each key once in an object',
        found: '"widthM"',
        code: 'duplicate-id',
      },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('refuses a key %s', (key) => {
    for (const spelling of [key, key.replace('o', '\\u006f')]) {
      const problems = editText(WATER, '"widthM": 300', `"widthM": 300, "${spelling}": {"polluted": 1}`);
      expect(problems.map(({ path, code }) => [path, code])).toEqual([
        [`features[0].properties.${key}`, 'unknown-key'],
      ]);
    }
    expect(({} as { readonly polluted?: number }).polluted).toBeUndefined();
  });

  it.each(['__proto__', 'constructor'])('refuses a toll class %s', (key) => {
    const problems = editText('tariffs.json', '"1": 0.5', `"1": 0.5, "${key}": 1`);
    expect(problems.map(({ code }) => code)).toEqual(['unknown-key']);
  });

  it.each(['1e999', '-1e999', '1e308', '-5', '0', '"300"', 'null', '[300]', '{}', 'true', '""'])(
    'refuses a width of %s',
    (number) => {
      const problems = editText(WATER, '"widthM": 300', `"widthM": ${number}`);
      expect(problems.map(({ path, expected }) => [path, expected])).toEqual([
        ['features[0].properties.widthM', 'a width in metres above 0 and at most 100000'],
      ]);
    },
  );

  it('refuses half a surrogate pair in a name, as text and as escape', () => {
    for (const half of ['\\ud800', '\uD800', '\\udc00']) {
      const problems = editText(WATER, 'Long River', `Long ${half} River`);
      expect(problems.map(({ path, code }) => [path, code])).toEqual([
        ['features[0].properties.nameEn', 'out-of-range'],
      ]);
    }
  });
});

describe('names of files', () => {
  it.each([
    '../dataset.json',
    'highways/../../etc/passwd',
    'highways/a/b.geojson',
    '/etc/passwd',
    'C:\\data\\dataset.json',
    'highways\\belt.geojson',
    'dataset.json\u0000',
    'Dataset.json',
    'highways/é.geojson',
    '__proto__',
    '',
    '\uD800.json',
    `${'a'.repeat(10_000)}.json`,
  ])('name %# is not read', (name) => {
    const { dataset, problems } = loadDataset(editRegion().set(name, '{}'));
    expect(dataset).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path: '', code: 'unknown-key' });
    expect(problems[0]?.expected).toContain('one of the files dataset.json, highways/<id>.geojson');
    expect((problems[0]?.found.length ?? 0) <= 60 && (problems[0]?.file.length ?? 0) <= 60).toBe(true);
  });

  it('names every file that is missing', () => {
    const { problems } = loadDataset(new Map());
    expect(problems.map(({ file, code }) => [file, code])).toEqual(
      ['dataset.json', 'highways/<id>.geojson', WATER, 'places/<name>.json', 'suppliers/<name>.json']
        .concat(['vehicle-classes/<id>.json', 'traffic-states/<id>.json', 'tariffs.json', 'parameters.json'])
        .concat(['scenarios/<id>.json', 'claims/<paper>.json', 'flowcharts/<id>.json', 'sources.json'])
        .map((file) => [file, 'missing']),
    );
  });
});

describe('floods', () => {
  /** Far from what it takes, and far from a hang: how busy the machine is, is not judged. */
  const HANGING_MS = 30_000;

  /** Loads in time and without taking more than 600 MB. */
  function listFlooded(file: string, text: string): readonly Problem[] {
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const problems = listProblems(file, text);
    expect(performance.now() - start).toBeLessThan(HANGING_MS);
    expect((process.memoryUsage().heapUsed - before) / MB).toBeLessThan(600);
    return problems;
  }

  it('100 MB of nesting', () => {
    const problems = listFlooded(WATER, '['.repeat(100 * MB));
    expect(problems).toMatchObject([
      { code: 'too-large', found: '104857600 characters', expected: 'at most 33554432 characters in a file' },
    ]);
  });

  it.each(['[', '{"a":', '[[],'])('30 MB of nesting by %s', (piece) => {
    const problems = listFlooded(WATER, piece.repeat((30 * MB) / piece.length));
    expect(problems).toMatchObject([
      { code: 'too-large', expected: 'at most 64 lists and objects inside one another' },
    ]);
  });

  it('nesting at the limit inside a record', () => {
    const deep = `${'['.repeat(58)}${']'.repeat(58)}`;
    const problems = editText(WATER, '"widthM": 300', `"widthM": ${deep}`);
    expect(problems.map(({ code }) => code)).toEqual(['wrong-type']);
  });

  it.each([
    ['values', `[${'0,'.repeat((MOST / 2) * MB)}0]`, 'at most 4000000 values in a file'],
    ['empty lists', `[${'[],'.repeat((MOST / 3) * MB)}[]]`, 'at most 4000000 values in a file'],
    [
      'keys',
      `{${Array.from({ length: MB }, (_, i) => `"k${i}":0`).join(',')}}`,
      'at most 1000 keys in an object',
    ],
    ['equal keys', `{${'"k":0,'.repeat(3 * MB)}"k":0}`, 'each key once in an object'],
    ['one text', `"${'a'.repeat(MOST * MB)}"`, 'a file of water'],
    ['one text of escapes', `"${'\\n'.repeat((MOST / 2) * MB)}"`, 'a file of water'],
    ['an open text', `"${'a'.repeat(MOST * MB)}`, 'a text closed by "'],
    ['one number', '1'.repeat(MOST * MB), 'a file of water'],
    ['blanks', ' '.repeat(MOST * MB), 'JSON text, not an empty file'],
    ['line breaks', `${'\n'.repeat(MOST * MB)}]`, 'a JSON value'],
  ])('a flood of %s', (_, text, expected) => {
    expect(listFlooded(WATER, text)[0]?.expected).toContain(expected);
  });

  /** Water with so many numbers in the place of features. */
  const withZeros = (count: number): string =>
    `{"type":"FeatureCollection","schema":"beltway/water@1","features":[${'0,'.repeat(count - 1)}0]}`;

  it('many broken records: the first 500 are told and the rest counted', () => {
    const problems = listFlooded(WATER, withZeros(200_000));
    expect(problems).toHaveLength(501);
    expect(problems[0]).toMatchObject({
      path: 'features[0]',
      code: 'wrong-type',
      expected: 'a stretch of water',
    });
    expect(problems.at(-1)).toEqual({
      file: '.',
      path: '',
      expected: 'at most 500 problems to list',
      found: '199500 more',
      code: 'too-large',
    });
  });

  it('more records than a list may have', () => {
    const problems = listFlooded(WATER, withZeros(200_001));
    expect(problems).toMatchObject([
      { path: 'features', code: 'too-large', expected: 'at most 200000 records in a list' },
    ]);
  });

  it('a record of a million broken values', () => {
    const zeros = `[${'0,'.repeat(999_999)}0]`;
    const problems = editText(WATER, '"sources": ["made-up"]', `"sources": ${zeros}`);
    expect(problems).toMatchObject([{ path: 'features[0]', code: 'too-large' }]);
    expect(problems[0]?.found.length).toBeLessThanOrEqual(60);
  });

  it('more text than all files together may have', () => {
    const files = editRegion();
    for (let i = 0; i < 5; i += 1) files.set(`places/flood-${i}.json`, ' '.repeat(30 * MB));
    const { problems } = loadDataset(files);
    expect(
      problems.some(({ expected }) => expected === 'at most 134217728 characters in all files together'),
    ).toBe(true);
  });
});
