/** The commands whose answers are maps of cells. */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { IsochroneDocument, OverlapDocument } from '../../src/index.ts';
import { ANSWER_SCHEMAS, toJsonSchema } from '../../src/report/index.ts';
import { runOnRegion } from './run.ts';

const QUESTIONS: readonly (readonly [schema: string, args: readonly string[]])[] = [
  ['isochrones', ['isochrone', 'F1', '--cutoff', '10,20']],
  ['isochrones', ['isochrone', '-29.5,30.5', '--direction', 'from', '--traffic', 'peak']],
  ['overlap', ['overlap', '--group', 'crane=every', '--vehicle', 'heavy-truck']],
  ['overlap', ['overlap', '--cutoff', '15', '--as-of', '2006']],
];

function ask(args: readonly string[], format: string): string {
  const { code, out, err } = runOnRegion(...args, '--format', format);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

describe.each(QUESTIONS)('%s of %j', (schema, args) => {
  it('has the published form, and the same bytes twice', () => {
    const out = ask(args, 'json');
    expect(ask(args, 'json')).toBe(out);
    const checked = (ANSWER_SCHEMAS[schema] as z.ZodType).safeParse(JSON.parse(out));
    expect(checked.error?.issues ?? []).toEqual([]);
    expect(out).not.toMatch(/\d\.\d{7}|e[-+]\d|NaN|Infinity/);
    expect(Object.keys(toJsonSchema(schema))).toContain('properties');
  });

  it('says the same areas as text, CSV and GeoJSON', () => {
    const { base, build } = JSON.parse(ask(args, 'json')) as IsochroneDocument | OverlapDocument;
    const text = ask(args, 'text');
    for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100);
    const csv = ask(args, 'csv');
    const { features } = JSON.parse(ask(args, 'geojson')) as {
      readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
    };
    for (const side of [base, build]) {
      const parts = 'bands' in side ? side.bands : side.counts;
      expect(parts.length).toBeGreaterThan(1);
      for (const { areaKm2 } of parts) {
        const shown = areaKm2 > 0 && areaKm2 < 0.5 ? '<1' : String(Math.round(areaKm2));
        expect(text).toContain(` ${shown}`);
        expect(csv).toContain(`,${Number(areaKm2.toFixed(6))}`);
        const { id } = side.scenario;
        const same = features.filter(({ properties }) => properties['scenario'] === id);
        expect(same.map(({ properties }) => properties['areaKm2'])).toContain(Number(areaKm2.toFixed(6)));
      }
    }
    expect(features.at(-1)?.properties['kind']).toBe('no-access');
    expect(ask(args, 'markdown')).toMatch(/^# /m);
  });
});

describe('a question that cannot be asked', () => {
  it.each([
    [['isochrone'], 2, 'missing required argument'],
    [['isochrone', 'F9'], 2, 'lon,lat or the id of a place'],
    [['isochrone', 'F1', '--cutoff', '20,x'], 2, 'decimal number expected'],
    [['isochrone', 'F1', '--cutoff', '2000'], 2, 'seconds from 1 to 86400'],
    [['isochrone', 'F1', '--direction', 'round'], 2, 'Allowed choices are to, from'],
    [['isochrone', 'F1', '--base', 'never'], 2, 'expected a scenario'],
    [['overlap', '--group', 'crane=F9'], 2, 'groupChoice.crane'],
    [['overlap', '--traffic', 'jam'], 2, 'trafficState'],
  ] as const)('%j', (args, code, message) => {
    const ended = runOnRegion(...args);
    expect(ended.code).toBe(code);
    expect(ended.out).toBe('');
    expect(ended.err).toContain(message);
  });

  it('leaves with 1 where the belt adds no land, if that is asked', () => {
    const same = ['--base', 'with-belt', '--build', 'with-belt', '--exit-code'];
    expect(runOnRegion('isochrone', 'F1', ...same).code).toBe(1);
    expect(runOnRegion('overlap', ...same).code).toBe(1);
    expect(runOnRegion('isochrone', 'F1', '--exit-code', '--cutoff', '10,20,30,40,60').code).toBe(0);
  });
});
