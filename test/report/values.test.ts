import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/report/csv.ts';
import { roundNumber, toJsonText } from '../../src/report/json.ts';

const RUNS = process.env['BELTWAY_LONG'] === '1' ? 10_000 : 300;

/** A reader of RFC 4180, written apart from the writer from the grammar: field, then comma or CRLF. */
function readCsv(text: string): readonly (readonly string[])[] {
  const grammar = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  while (grammar.lastIndex < text.length) {
    const [, quoted, bare, end] = grammar.exec(text) ?? expect.fail(`no field: ${text}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

describe('CSV', () => {
  it('is read back as it was written', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '花', ';') });
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
        const safe = rows.map((row) => row.map((one) => (/^[\r\n]/.test(one) ? `'${one}` : one)));
        expect(readCsv(toCsv(['x', 'y'], rows)).slice(1)).toEqual(safe);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('disarms the formula %j', (formula) => {
    expect(readCsv(toCsv(['x'], [[formula]]))[1]?.[0]).toBe(`'${formula}`);
  });

  it('leaves negative numbers numbers and unknown values empty', () => {
    expect(toCsv(['a', 'b', 'c', 'd'], [[-5.5, null, Infinity, false]])).toBe('a,b,c,d\r\n-5.5,,,false\r\n');
  });
});

describe('JSON', () => {
  it('rounds to six places and knows no infinity', () => {
    expect(JSON.parse(toJsonText({ a: 1.00000049, b: Infinity, c: NaN, d: -0, e: 3599.999 }))).toEqual({
      a: 1,
      b: null,
      c: null,
      d: 0,
      e: 3599.999,
    });
    expect(toJsonText([-0])).toBe('[\n  0\n]\n');
  });

  it('keeps whole milliseconds exact in seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (ms) => {
        expect(Math.round((roundNumber(ms / 1000) ?? 0) * 1000)).toBe(ms);
        expect(String(roundNumber(ms / 1000))).toMatch(/^\d+(\.\d{1,3})?$/);
      }),
      { numRuns: RUNS },
    );
  });
});
