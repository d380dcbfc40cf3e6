/** The JSON reader against the built-in one: the same texts accepted, the same values read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { JsonTextError, readJson, toLineColumn } from '../../src/load/json.ts';

const RUNS = process.env['BELTWAY_LONG'] === '1' ? 100_000 : 3000;

/** What the built-in reader makes of a text, or `refused`. */
function readBuiltIn(text: string): unknown {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return 'refused';
  }
}

function readOwn(text: string): unknown {
  try {
    const { value, keyProblems } = readJson(text);
    return keyProblems.length > 0 ? 'key problem' : { value };
  } catch (error) {
    expect(error).toBeInstanceOf(JsonTextError);
    return 'refused';
  }
}

/** A text of pieces that JSON is made of, rarely JSON itself. */
const pieces = fc
  .array(
    fc
      .constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"',
        '\\',
        '\\u00e9',
        '\\u12',
        '1',
        '-',
        '0',
        '01',
        '.5',
        'e9',
        '1e999',
      )
      .chain((piece) => fc.constantFrom(piece, ` ${piece}`, `${piece}\n`, `${piece}\t`)),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('readJson', () => {
  it.each([
    '',
    ' ',
    'null',
    'nul',
    'nulll',
    'true',
    'True',
    'NaN',
    'Infinity',
    '-Infinity',
    '-',
    '-0',
    '+1',
    '01',
    '1.',
    '.5',
    '1e5',
    '1E+05',
    '1e',
    '0x10',
    '"a',
    '"\n"',
    '"\\n"',
    '"\\x"',
    '"\\ud800"',
    '"\u007F"',
    "'a'",
    '[1,]',
    '[,1]',
    '{,}',
    '{"a":1,}',
    '{a:1}',
    '{"a"}',
    '{"a":}',
    '[1 2]',
    '[]]',
    '// a\n1',
    '1 /* */',
    '\u00A01',
    '\u2028',
    '"\u2028"',
    '{"":1}',
    '1e999',
    '-1e999',
    '123456789012345678901234567890',
    '\f1',
    '\u00001',
  ])('reads %j as the built-in reader does', (text) => {
    expect(readOwn(text)).toEqual(readBuiltIn(text));
  });

  it('reads what the built-in reader writes', () => {
    expect(() =>
      fc.assert(
        fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, space) => {
          const text = JSON.stringify(value, null, space);
          const own = readOwn(text);
          if (own !== 'key problem') expect(own).toEqual(readBuiltIn(text));
        }),
        { numRuns: RUNS, seed: 20070201 },
      ),
    ).not.toThrow();
  });

  it('accepts and refuses what the built-in reader does', () => {
    expect(() =>
      fc.assert(
        fc.property(pieces, (text) => {
          const own = readOwn(text);
          if (own !== 'key problem') expect(own).toEqual(readBuiltIn(text));
        }),
        { numRuns: RUNS, seed: 20070202 },
      ),
    ).not.toThrow();
  });

  it('skips one byte order mark, not two', () => {
    expect(readOwn('\uFEFF1')).toEqual({ value: 1 });
    expect(readOwn('\uFEFF\uFEFF1')).toBe('refused');
  });

  it('keeps the first of equal keys and tells the others', () => {
    const { value, keyProblems } = readJson('{"a":[{"b":1,"b":2,"__proto__":{"c":1},"\\u0062":3}]}');
    expect(value).toEqual({ a: [{ b: 1 }] });
    expect(keyProblems.map(({ keys, code }) => [code, ...keys])).toEqual([
      ['duplicate-id', 'a', 0, 'b'],
      ['unknown-key', 'a', 0, '__proto__'],
      ['duplicate-id', 'a', 0, 'b'],
    ]);
    expect(({} as { readonly c?: number }).c).toBeUndefined();
  });
});

describe('toLineColumn', () => {
  it('counts lines by LF, CRLF and CR, and columns from 1', () => {
    expect(toLineColumn('a\nbc', 3)).toEqual({ line: 2, column: 2 });
    expect(toLineColumn('a\r\nbc\rd', 6)).toEqual({ line: 3, column: 1 });
    expect(toLineColumn('\uFEFFab', 2)).toEqual({ line: 1, column: 2 });
  });
});
