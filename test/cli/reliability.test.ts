/** `beltway reliability`: its form, its words, its command, its exit codes. */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { ReliabilityDocument } from '../../src/index.ts';
import { ANSWER_SCHEMAS } from '../../src/report/index.ts';
import { runOnRegion } from './run.ts';

function ask(...args: readonly string[]): string {
  const { code, out, err } = runOnRegion(...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

const QUESTIONS: readonly (readonly string[])[] = [
  ['reliability'],
  ['reliability', 'F1', 'crane', '--traffic', 'peak', '--incidents'],
  ['reliability', '--to', 'crane', '--cutoff', '20', '--vehicle', 'heavy-truck'],
];

describe.each(QUESTIONS)('%j %s', (...args) => {
  const words = args.filter((word) => word !== undefined);

  it('has the published form, and is asked again by its own command', () => {
    const out = ask(...words, '--format', 'json');
    const answer = JSON.parse(out) as ReliabilityDocument;
    const checked = (ANSWER_SCHEMAS['reliability'] as z.ZodType).safeParse(answer);
    expect(checked.error?.issues ?? []).toEqual([]);
    const again = answer.command.split(' ').slice(1);
    expect(ask(...again, '--format', 'json')).toBe(out);
  });

  it('says the same as text and CSV', () => {
    const answer = JSON.parse(ask(...words, '--format', 'json')) as ReliabilityDocument;
    const text = ask(...words);
    for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(answer.sentence);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(answer.command);
    const lines = ask(...words, '--format', 'csv')
      .trimEnd()
      .split('\r\n');
    expect(lines.length).toBe(
      1 + answer.rows.reduce((sum, { readings }) => sum + Math.max(1, readings.length), 0),
    );
  });
});

describe('exit codes', () => {
  it.each([
    [['reliability', 'F9'], 2, 'lon,lat or the id of a place'],
    [['reliability', '--to', 'tram'], 2, 'a group'],
    [['reliability', 'F1', 'crane', '--to', 'brook'], 2, 'TO with --to'],
    [['reliability', 'F1', '--origins', 'F2'], 2, 'FROM with --origins'],
    [['reliability', 'F1', 'crane', '--destinations', 'Z_CEDAR'], 2, 'TO with --destinations'],
    [['reliability', '--to', 'crane', '--destinations', 'Z_CEDAR'], 2, '--to with --destinations'],
    [['reliability', '--traffic', 'storm'], 2, 'free, off-peak, peak'],
  ] as const)('%j gives %i', (args, code, words) => {
    const told = runOnRegion(...args);
    expect(told.code).toBe(code);
    expect(told.err).toContain(words);
    expect(told.out).toBe('');
  });

  it('is 1 where a trip is too often late and that was asked', () => {
    expect(runOnRegion('reliability', '--cutoff', '1', '--exit-code').code).toBe(1);
    expect(runOnRegion('reliability', '--cutoff', '600', '--exit-code').code).toBe(0);
  });
});
