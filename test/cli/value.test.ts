/** `beltway value` and `beltway phase`: forms, words, their own commands again, and an end by Ctrl-C. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { BuildOrder, CriticalityDocument, SectionValues, ValueReport } from '../../src/index.ts';
import { ANSWER_SCHEMAS, toJsonSchema } from '../../src/report/index.ts';
import { makeFolder, REGION, runLater } from './run.ts';
import { hasScript, interruptWhen } from './terminal.ts';

const runOnRegion = (...args: readonly string[]) => runLater([...args, '--data', REGION]);

async function ask(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await runOnRegion(...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

const QUESTIONS: readonly (readonly [schema: string, args: readonly string[]])[] = [
  ['value-report', ['value', '--traffic', 'peak', '--top', '5']],
  ['criticality', ['value', '--only', 'criticality', '--measure', 'passes', '--cutoff', '20']],
  ['section-values', ['value', '--only', 'sections', '--vehicle', 'heavy-truck']],
  [
    'section-values',
    ['value', '--only', 'sections', '--measure', 'minutes', '--origins', 'P_ALDER;-29.5,30.5'],
  ],
  ['build-order', ['phase', '--measure', 'passes', '--per-year', '2']],
  [
    'build-order',
    ['phase', '--budget', '10', '--cost-per-km', '0.5', '--discount', '0.1', '--condition', 'share:0.5'],
  ],
];

describe.each(QUESTIONS)('%s of %j', (schema, args) => {
  it('has the published form, the same bytes twice, and text no wider than a page', async () => {
    const out = await ask(...args, '--format', 'json');
    expect(await ask(...args, '--format', 'json')).toBe(out);
    const checked = (ANSWER_SCHEMAS[schema] as z.ZodType).safeParse(JSON.parse(out));
    expect(checked.error?.issues ?? []).toEqual([]);
    expect(Object.keys(toJsonSchema(schema))).toContain('properties');
    expect(out).not.toMatch(/\d\.\d{7}|e[-+]\d|NaN|Infinity/);
    const text = await ask(...args);
    for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100);
    expect(text).toMatch(/not traffic, cost or benefit|not benefit, cost or traffic/);
    expect(await ask(...args, '--format', 'markdown')).toMatch(/^# /m);
  });

  it('is asked again by its own command', async () => {
    const out = JSON.parse(await ask(...args, '--format', 'json')) as CriticalityDocument | ValueReport;
    const parts = out.schema === 'beltway/value-report@1' ? [out.criticality, out.sections] : [out];
    for (const part of parts) {
      const words = part.command.split(' ').slice(1);
      const again = await ask(...words.map((word) => word.replaceAll("'", '')), '--format', 'json');
      expect(JSON.parse(again)).toEqual(part);
    }
  });
});

describe('tables', () => {
  it('have a line a link and section, in the order of the answer', async () => {
    const args = ['value', '--only', 'criticality'];
    const { links, sections } = JSON.parse(await ask(...args, '--format', 'json')) as CriticalityDocument;
    const [head, ...lines] = (await ask(...args, '--format', 'csv')).trimEnd().split('\r\n');
    expect(head).toMatch(/^kind,id,.*,lost_s,site_lost_s,/);
    const ids = lines.map((line) => line.split(',').slice(0, 2).join(' '));
    expect(ids).toEqual([
      ...links.map(({ feature }) => `link ${feature}`),
      ...sections.map(({ section }) => `section ${section}`),
    ]);
    const text = await ask(...args);
    for (const { feature } of links.filter(({ slowed }) => slowed > 0).slice(0, 10))
      expect(text).toContain(feature);
  });

  it('have a line a measure and section, then the sets that interact', async () => {
    const args = ['value', '--only', 'sections'];
    const { measures } = JSON.parse(await ask(...args, '--format', 'json')) as SectionValues;
    const lines = (await ask(...args, '--format', 'csv')).trimEnd().split('\r\n').slice(1);
    const rows = measures.flatMap(({ measure, unit, shares, interactions }) => [
      ...shares.map(({ section, value, alone, last }) => [
        'section',
        measure,
        unit,
        section,
        value,
        alone,
        last,
      ]),
      ...interactions.map(({ sections, dividend }) => [
        'interaction',
        measure,
        unit,
        sections.join(' '),
        dividend,
        '',
        '',
      ]),
    ]);
    expect(lines).toEqual(rows.map((row) => row.join(',')));
    expect(rows.some(([kind]) => kind === 'interaction')).toBe(true);
  });

  it('have a line a year of each programme, then the verdicts', async () => {
    const order = JSON.parse(await ask('phase', '--format', 'json')) as BuildOrder;
    const lines = (await ask('phase', '--format', 'csv')).trimEnd().split('\r\n').slice(1);
    const count = (kind: string): number => lines.filter((line) => line.startsWith(`${kind},`)).length;
    expect(count('best')).toBe(order.best.years.length);
    expect(count('real')).toBe(order.real?.years.length ?? 0);
    expect(count('as-built')).toBe(order.asBuilt?.real.years.length ?? 0);
    expect(count('condition')).toBe(order.conditions.length);
  });

  it('say that nothing interacts where nothing does', async () => {
    const text = await ask('value', '--only', 'sections', '--measure', 'minutes', '--sections', 'BELT_N');
    expect(text).toContain('No interaction: every section adds the same');
  });
});

interface GeoJson {
  readonly schema: string;
  readonly features: readonly {
    readonly id: string;
    readonly geometry: { readonly coordinates: readonly unknown[] };
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

describe('lines for a map', () => {
  it('are every open link with what it loses and what its section is worth', async () => {
    const { criticality, sections } = JSON.parse(await ask('value', '--format', 'json')) as ValueReport;
    const map = JSON.parse(await ask('value', '--format', 'geojson')) as GeoJson;
    expect(map.schema).toBe('beltway/value-report@1');
    expect(map.features.map(({ id }) => id)).toEqual(criticality.links.map(({ feature }) => feature));
    const valued = new Set(sections.sections.map(({ id }) => id));
    for (const [i, { geometry, properties }] of map.features.entries()) {
      expect(geometry.coordinates.length).toBeGreaterThan(1);
      expect(properties['lostS']).toBe(criticality.links[i]?.lostS);
      expect(properties['sectionValue'] !== null).toBe(valued.has(criticality.links[i]?.section ?? ''));
    }
    const only = JSON.parse(await ask('value', '--only', 'sections', '--format', 'geojson')) as GeoJson;
    expect(only.features.length).toBeGreaterThan(0);
    for (const { properties, geometry } of only.features) {
      expect(valued).toContain(properties['section']);
      expect(properties['sectionValue']).toHaveProperty('minutes');
      expect(geometry.coordinates.length).toBeGreaterThan(1);
    }
  });

  it('are those of a scenario file too, with a road that it builds', async () => {
    const folder = makeFolder();
    const file = join(folder, 'drawn.json');
    const north = JSON.parse(await ask('value', '--format', 'geojson')) as GeoJson;
    const [first] = north.features;
    const scenario = {
      ...{ schema: 'beltway/scenario@2', id: 'closed', title: 'Without one link', base: 'with-belt' },
      modifications: [{ kind: 'close', links: [first?.id ?? ''] }],
    };
    writeFileSync(file, JSON.stringify(scenario));
    const map = JSON.parse(await ask('value', '--build', file, '--format', 'geojson')) as GeoJson;
    expect(map.features.map(({ id }) => id).toSorted()).toEqual(
      north.features
        .slice(1)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(await ask('phase', '--build', file)).toContain('Without one link');
  });
});

it('leaves with 1 for what is negative, if that was asked', async () => {
  const code = async (...args: readonly string[]): Promise<number | null> =>
    (await runOnRegion(...args)).code;
  const without = ['value', '--build', 'without-belt'];
  expect(await code(...without, '--only', 'criticality')).toBe(0);
  expect(await code(...without, '--only', 'criticality', '--exit-code')).toBe(1);
  expect(await code('value', '--only', 'criticality', '--exit-code')).toBe(0);
  expect(await code('value', '--only', 'sections', '--exit-code')).toBe(0);
  expect(
    await code(
      ...without,
      '--sections',
      'SOUTH',
      '--origins',
      'P_BROOK',
      '--only',
      'sections',
      '--exit-code',
    ),
  ).toBe(1);
  expect(await code('phase', '--condition', 'share:1', '--exit-code')).toBe(1);
  expect(await code('phase', '--condition', 'share:0.1', '--exit-code')).toBe(0);
});

describe('what cannot be asked', () => {
  it.each([
    [['value', '--format', 'csv'], 'say --only criticality or --only sections'],
    [['value', '--only', 'sections', '--top', '3'], 'not with --only sections'],
    [['value', '--only', 'criticality', '--sections', 'BELT_N'], 'not with --sections'],
    [['value', '--top', '0'], 'a whole number from 1'],
    [['value', '--measure', 'wealth'], 'minutes, passes, iOut, i2'],
    [['value', '--sections', 'NOWHERE'], 'a section with an open link in with-belt'],
    [['value', '--sections', 'BELT_N,BELT_N'], 'every section once'],
    [['value', '--value-of-time', '40'], 'unknown option'],
    [['value', '--depart', '07:30'], 'unknown option'],
    [['value', '--base', 'with-belt'], 'unknown option'],
    [['phase', '--per-year', '0'], 'a whole number from 1'],
    [['phase', '--per-year', '2', '--budget', '5'], 'not both'],
    [['phase', '--budget', '5'], 'a cost per km of'],
    [['phase', '--budget', '0', '--cost-per-km', '1'], 'above 0 expected'],
    [['phase', '--budget', '5', '--cost-per-km', '=4'], 'SECTION=COST'],
    [['phase', '--budget', '5', '--cost-per-km', '1', '--cost-per-km', 'NOWHERE=4'], 'found "NOWHERE"'],
    [['phase', '--budget', '0.001', '--cost-per-km', '1'], 'within 100 years'],
    [['phase', '--discount', '1.5'], 'A share from 0 to 1'],
    [['phase', '--condition', 'pair:x-y'], 'share:X'],
    [['phase', '--format', 'geojson'], 'Allowed choices are text, json, csv, markdown'],
  ])('%j is refused', async (args, words) => {
    const { code, out, err } = await runOnRegion(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});

it.skipIf(!hasScript)(
  'ends by Ctrl-C in the middle of 4096 networks: the bar goes, the code is 130',
  async () => {
    const sections = 'N2R,W2R_N,W2R_S,E2R,S2R,HL_DC,DC_TW,GQ2,R1_N,GS,GF,GQ1';
    const args = ['value', '--only', 'sections', '--sections', sections];
    const said = await interruptWhen(/ of 4096/, args);
    expect(said).toMatch(/Opening sections █*·+ \d+ of 4096/);
    expect(said).toContain('\u001b[Kinterrupted: nothing was written');
    expect(said).toMatch(/\bcode 130\s*$/);
    expect(said).not.toContain('are worth');
  },
);
