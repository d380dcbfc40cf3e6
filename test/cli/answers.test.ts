import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { Analysis, MatrixDocument, Plant, RouteDocument } from '../../src/index.ts';
import { ANSWER_SCHEMAS, listSchemas, toJsonSchema } from '../../src/report/index.ts';
import { resolveChoice } from '../../src/cli/values.ts';
import { changeFile, copyRegion, makeFolder, ROOT, run, runOnRegion, type Run } from './run.ts';

/** Every command with the schema of its answer. */
const QUESTIONS: readonly (readonly [schema: string, args: readonly string[]])[] = [
  ['analysis', ['compare']],
  ['matrix', ['matrix', '--scenario', 'with-belt', '--scenario', '2009-06']],
  ['matrix', ['matrix', '--origins', 'F1,-29.5,30.5', '--no-corners']],
  ['condition', ['check']],
  ['condition', ['check', 'F1', '--to', 'crane', '--loading', '20', '--headway', '30']],
  ['route', ['route', 'S_AMBER', 'P_CRANE']],
  ['route', ['route', '-29.5,30.5', 'F1', '--traffic', 'peak', '--value-of-time', '30']],
  ['reach', ['reach', 'Z_AMBER_PARK']],
  ['fastest-routes', ['fastest-routes', '--suppliers', 'all']],
  [
    'fastest-routes',
    ['fastest-routes', '--traffic', 'peak', '--value-of-time', '30', '--group', 'crane=every'],
  ],
  ['locations', ['locate', '--cutoff', '25']],
  ['locations', ['locate', '--origins', '-29.5,30.5,F1', '--vehicle', 'heavy-truck']],
  ['independence', ['independence', '--vehicle', 'heavy-truck']],
  ['flowchart-verdicts', ['flowchart']],
  ['claim-verdicts', ['claims']],
  ['scenario-list', ['scenarios']],
  ['scenario-table', ['scenario', 'compare', 'without-belt', 'north-only', 'with-belt', '2009-06']],
  ['scenario-table', ['scenario', 'compare', '--depart', '07:30', '--group', 'crane=every']],
  ['data-check', ['data', 'check']],
];

function ask<T>(...args: readonly string[]): T {
  const { code, out, err } = runOnRegion(...args, '--format', 'json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as T;
}

describe.each(QUESTIONS)('%s of %j', (schema, args) => {
  it('has the published form, and the same bytes twice', () => {
    const [first, second] = [
      runOnRegion(...args, '--format', 'json'),
      runOnRegion(...args, '--format', 'json'),
    ];
    expect(first).toEqual(second);
    const checked = (ANSWER_SCHEMAS[schema] as z.ZodType).safeParse(JSON.parse(first.out));
    expect(checked.error?.issues ?? []).toEqual([]);
    expect(first.out).not.toMatch(/\d\.\d{7}|e[-+]\d|NaN|Infinity/);
  });

  it('fits 100 columns as text, without colour, and is silent on stderr', () => {
    const { code, out, err } = runOnRegion(...args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('\u001b');
    for (const line of out.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100);
  });
});

describe('text', () => {
  it('aligns Chinese: every cell of a column ends at the same place', () => {
    const { out } = run(['reach', 'NISSAN_HD1']);
    const rows = out.split('\n').filter((line) => /[✓✗]/.test(line));
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.some((row) => /\p{Script=Han}/u.test(row))).toBe(true);
    const ends = rows.map((row) => stringWidth(row.slice(0, row.search(/[✓✗]/))));
    expect(new Set(ends).size).toBe(1);
  });

  it('fits 100 columns on the shipped data too', () => {
    for (const args of [
      ['compare'],
      ['claims'],
      ['flowchart'],
      ['matrix', '--no-corners'],
      ['fastest-routes'],
      ['locate'],
      ['scenario', 'compare', '2010-without-belt', '2010-with-belt', '2001-01', '2006-07'],
    ]) {
      for (const line of run(args).out.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100);
    }
  });
});

describe('one truth: the same trip is the same milliseconds in every command', () => {
  it('agrees between compare, matrix and route', () => {
    const analysis = ask<Analysis>('compare', '--origins', 'S_AMBER');
    const matrix = ask<MatrixDocument>('matrix', '--origins', 'S_AMBER', '--scenario', 'with-belt');
    for (const destination of ['P_ALDER', 'P_BROOK', 'P_CRANE']) {
      const route = ask<RouteDocument>('route', 'S_AMBER', destination);
      const isIt = (cell: { readonly scenario: string; readonly destination: string }): boolean =>
        cell.scenario === 'with-belt' && cell.destination === destination;
      const [one, other] = [analysis.cells.find(isIt), matrix.cells.find(isIt)];
      expect(one).toEqual(other);
      expect(route.timeS).toBe(one?.timeS);
      expect(route.lengthM).toBe(one?.lengthM);
      expect(route.tollCny).toBe(one?.tollCny);
      const sum = [route.access, ...route.links, route.egress].reduce(
        (ms, part) => ms + Math.round((part?.timeS ?? NaN) * 1000),
        0,
      );
      expect(sum).toBe(Math.round((route.timeS ?? NaN) * 1000));
    }
  });

  it('reads a supplier as its site', () => {
    const [supplier, zone] = ['F1', 'Z_AMBER_PARK'].map((id) => ask<RouteDocument>('route', id, 'P_CRANE'));
    expect(supplier?.timeS).toBe(zone?.timeS);
    expect(supplier?.from.name).toBe('Fern Seats');
  });
});

describe('other forms', () => {
  it('writes CSV with a header and one line a record', () => {
    const analysis = ask<Analysis>('compare');
    const lines = runOnRegion('compare', '--format', 'csv').out.split('\r\n');
    expect(lines[0]).toMatch(/^scenario,origin,.*time_s,low_s,high_s,length_m,toll_cny/);
    expect(lines.length).toBe(analysis.cells.length + 2);
  });

  it('disarms formulas that stand in the data', () => {
    const folder = copyRegion();
    changeFile(folder, 'suppliers/suppliers.json', (text) =>
      text.replace('"Fern Seats"', '"=HYPERLINK(\\"http://x\\")"'),
    );
    const { code, out } = run(['compare', '--format', 'csv', '--data', folder]);
    expect(code).toBe(0);
    expect(out).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(out).not.toMatch(/(?:^|,)"?=/m);
  });

  it('writes GeoJSON: longitude first, every coordinate in the region', () => {
    for (const args of [
      ['compare'],
      ['route', 'S_AMBER', 'P_CRANE'],
      ['reach', 'S_AMBER'],
      ['fastest-routes'],
    ]) {
      const { features } = JSON.parse(runOnRegion(...args, '--format', 'geojson').out) as GeoJson;
      expect(features.length).toBeGreaterThan(2);
      for (const { geometry } of features) {
        const points = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates;
        for (const [lon, lat] of points as readonly (readonly number[])[]) {
          expect(lon).toBeGreaterThanOrEqual(-30);
          expect(lon).toBeLessThanOrEqual(-29);
          expect(lat).toBeGreaterThanOrEqual(30);
          expect(lat).toBeLessThanOrEqual(31);
        }
      }
    }
  });

  it('writes Markdown tables with as many cells as titles', () => {
    const tables = runOnRegion('compare', '--format', 'markdown')
      .out.split('\n')
      .filter((line) => line.startsWith('|'));
    expect(tables.length).toBeGreaterThan(20);
    const cells = (line: string): number => line.split(/(?<!\\)\|/).length;
    tables.forEach((line, i) => {
      if (/^\|(?: :?-+:? \|)+$/.test(tables[i + 1] ?? ''))
        expect(cells(line)).toBe(cells(tables[i + 1] ?? ''));
    });
  });

  it('publishes the JSON Schema of every name it lists', () => {
    const names = run(['schema']).out.trim().split('\n');
    expect(names).toEqual(
      expect.arrayContaining(['highway', 'scenario', 'analysis', 'route', 'certificate']),
    );
    expect(names).toEqual(listSchemas());
    for (const name of ['highway', 'route']) {
      const schema = JSON.parse(run(['schema', name]).out) as Record<string, unknown>;
      expect(schema).toEqual(JSON.parse(JSON.stringify(toJsonSchema(name))));
      expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    }
  });
});

interface GeoJson {
  readonly features: readonly {
    readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
  }[];
}

function expectVerdict({ code, out }: Run, verdict: 'accepted' | 'refused'): void {
  expect(code).toBe(verdict === 'accepted' ? 0 : 1);
  expect(out).toContain(verdict);
}

describe('verify', () => {
  it('accepts a saved answer and refuses one value changed', () => {
    const folder = makeFolder();
    const file = join(folder, 'answer.json');
    expect(runOnRegion('compare', '--format', 'json', '--out', file)).toEqual({ code: 0, out: '', err: '' });
    expectVerdict(runOnRegion('verify', file), 'accepted');
    const analysis = ask<Analysis>('compare');
    const [cell, ...others] = analysis.cells;
    const spoilt = { ...analysis, cells: [{ ...cell, timeS: (cell?.timeS ?? 0) + 0.001 }, ...others] };
    writeFileSync(file, JSON.stringify(spoilt));
    expectVerdict(runOnRegion('verify', file), 'refused');
  });

  it('accepts a certificate, and refuses it with a byte more or for other data', () => {
    const file = join(makeFolder(), 'certificate.json');
    expect(runOnRegion('check', 'F1', '--to', 'crane', '--certificate', file).code).toBe(0);
    expectVerdict(runOnRegion('verify', file), 'accepted');
    expectVerdict(run(['verify', file]), 'refused');
    changeFile(file, '', (text) => `${text} `);
    expectVerdict(runOnRegion('verify', file), 'refused');
  });

  it.each(['', 'no json', '[]', 'null', '{"schema":"beltway/route@1"}'])('refuses %j', (text) => {
    const file = join(makeFolder(), 'answer.json');
    writeFileSync(file, text);
    expect(runOnRegion('verify', file).code).toBe(1);
  });

  it('fails where there is no file', () => {
    const { code, out, err } = runOnRegion('verify', '/nonexistent.json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('ENOENT');
  });
});

describe('the shipped default', () => {
  it('is the data of the package and the paper’s own question', () => {
    const analysis = JSON.parse(run(['compare', '--format', 'json']).out) as Analysis;
    expect(analysis.scenarios.map(({ id }) => id)).toEqual([
      '2010-without-belt',
      '2010-north-only',
      '2010-with-belt',
    ]);
    expect(analysis).toMatchObject({ vehicleClass: 'car', traffic: 'free', cutoffS: 3600 });
  });

  it('knows the Honda plants by their common names', () => {
    const { plants } = JSON.parse(readFileSync(join(ROOT, 'data/places/plants.json'), 'utf8')) as {
      readonly plants: readonly Plant[];
    };
    const resolved = ['any', 'every', 'zengcheng', 'huangpu', 'export', 'HONDA_ZC', 'tokyo'].map((choice) =>
      resolveChoice(plants, 'honda', choice),
    );
    expect(resolved).toEqual(['any', 'every', 'HONDA_ZC', 'HONDA_HP', 'HONDA_EXP', 'HONDA_ZC', 'tokyo']);
    const { out } = run(['compare', '--honda', 'zengcheng', '--format', 'json']);
    expect((JSON.parse(out) as Analysis).groupChoice['honda']).toBe('HONDA_ZC');
  });
});
