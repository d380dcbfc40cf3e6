/** `beltway reliability`: its form, its words, its command, its exit codes. */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { ReachDocument, ReliabilityDocument } from '../../src/index.ts';
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
  ['reliability', 'F1', 'crane', '--depart', '07:45'],
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

describe('reach by a percentile', () => {
  it.each(['50', '80', '95'] as const)('holds the %sth of every trip against the cutoff', (percentile) => {
    const words = ['--traffic', 'peak', '--cutoff', '25', '--format', 'json'];
    const text = ask('reach', 'F1', '--percentile', percentile, ...words);
    const reach = JSON.parse(text) as ReachDocument;
    expect((ANSWER_SCHEMAS['reach'] as z.ZodType).safeParse(reach).error?.issues ?? []).toEqual([]);
    const ids = reach.places.map(({ id }) => id).join(';');
    const { rows } = JSON.parse(
      ask('reliability', '--origins', 'F1', '--destinations', ids, ...words),
    ) as ReliabilityDocument;
    expect(rows.length).toBe(2 * reach.places.length);
    const key = `p${percentile}S` as const;
    for (const { scenario, destination, readings, timeS } of rows) {
      const place = reach.places.find(({ id }) => id === destination);
      const side = scenario === reach.base.id ? 'base' : 'build';
      const times = readings.map((reading) => reading[key]);
      expect(place?.[`${side}S`]).toBe(timeS);
      expect(place?.percentileS?.[side]).toEqual(
        times.length === 0 ? null : { leastS: Math.min(...times), mostS: Math.max(...times) },
      );
      expect(place?.within[side]).toBe(times.length > 0 && Math.max(...times) <= 1500);
    }
    expect(ask('reach', 'F1', '--percentile', percentile)).toContain(`in ${percentile} of 100 trips`);
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
    [['reliability', '--depart', '25:00'], 2, 'HH:MM'],
    [['reach', 'F1', '--percentile', '96'], 2, '50, 80, 95'],
    [['day', 'F1', 'crane', '--to', 'brook'], 2, 'day: expected each end once, found TO with --to'],
    [
      ['matrix', '--every-hour', '--value-of-time', '40', '--no-corners'],
      2,
      '--value-of-time and --no-corners',
    ],
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
