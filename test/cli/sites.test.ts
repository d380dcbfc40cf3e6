/** `--sites`: every command that asks about places takes a user's own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/model/answer.ts';
import { makeFolder, REGION, run, runOnRegion, type Run } from './run.ts';

function makeCsv(content: string | Uint8Array): string {
  const file = join(makeFolder(), 'sites.csv');
  writeFileSync(file, content);
  return file;
}

/** A site beside the region's first plant. */
function toCsv(): string {
  const { out } = runOnRegion('reach', 'P_ALDER', '--format', 'geojson');
  const { features } = JSON.parse(out) as {
    readonly features: readonly { readonly geometry: { readonly coordinates: readonly number[] } }[];
  };
  return `name,lon,lat\nGate,${features[0]?.geometry.coordinates.join(',')}\n`;
}

const CSV = toCsv();

function ask(...args: readonly string[]): Run {
  return runOnRegion(...args, '--sites', makeCsv(CSV));
}

describe('own sites', () => {
  it.each([
    [['compare', '--suppliers', 'own']],
    [['start', '--suppliers', 'own', '--no-map']],
    [['check', '--suppliers', 'own']],
    [['check', 'own-1']],
    [['independence', '--suppliers', 'own']],
    [['flowchart', 'automobile', '--suppliers', 'own']],
    [['claims', '--suppliers', 'own']],
    [['matrix', '--origins', 'own-1-site']],
    [['route', 'own-1', 'P_ALDER']],
    [['reach', 'own-1-site']],
  ])('are known to %j', (args) => {
    expect(ask(...args)).toMatchObject({ code: 0, err: '' });
    expect(runOnRegion(...args).code).toBe(2);
  });

  it.each(['isochrone', 'overlap', 'locate', 'fastest-routes', 'verify'])('can be named to %s', (command) => {
    expect(run([command, '--help']).out).toContain('--sites <file>');
  });

  it.each<[string, (utf16: Buffer) => Buffer]>([
    ['the low byte first', (utf16) => utf16],
    ['the high byte first', (utf16) => utf16.swap16()],
  ])('are read as a spreadsheet saves Unicode text, %s', (_, turn) => {
    const text = `\uFEFF${CSV.replaceAll(',', '\t').replaceAll('\n', '\r\n').replace('Gate', 'Tor 門')}`;
    const file = makeCsv(turn(Buffer.from(text, 'utf16le')));
    const { code, out } = run(['compare', '--data', REGION, '--sites', file, '--suppliers', 'own']);
    expect([code, out.includes('Tor 門')]).toEqual([0, true]);
    const odd = makeCsv(turn(Buffer.from(text, 'utf16le')).subarray(0, -1));
    expect(run(['compare', '--data', REGION, '--sites', odd]).err).toMatch(/expected UTF-8 text/);
  });

  it('are all that counts with --suppliers own', () => {
    const { out } = ask('compare', '--suppliers', 'own', '--format', 'json');
    const { population, origins } = JSON.parse(out) as Analysis;
    expect([population.id, population.suppliers, population.sites]).toEqual(['own', 1, 1]);
    expect(origins.filter(({ kind }) => kind === 'supplier').map(({ name }) => name)).toEqual(['Gate']);
  });

  it('stay in what start suggests to ask next', () => {
    const file = makeCsv(CSV);
    const { out } = runOnRegion('start', '--suppliers', 'own', '--no-map', '--sites', file);
    expect(out).toContain(`npx beltway independence --data ${REGION} --sites ${file}`);
  });

  it('are part of what an answer is verified against', () => {
    const answer = join(makeFolder(), 'answer.json');
    expect(ask('compare', '--suppliers', 'own', '--format', 'json', '--out', answer).code).toBe(0);
    expect(ask('verify', answer).code).toBe(0);
    expect(runOnRegion('verify', answer).code).toBe(1);
  });

  it('name the columns that were passed over', () => {
    const file = makeCsv(CSV.replace('lat\n', 'lat,note\u001b[31m\n'));
    const { code, err } = run(['compare', '--data', REGION, '--sites', file]);
    expect(code).toBe(0);
    expect(err).toMatch(/sites\.csv: columns not read: note/);
    expect(err.replaceAll('\n', '')).toMatch(/^\P{Cc}+$/u);
  });
});

describe('a file that holds no sites', () => {
  it.each<readonly [string, string | Uint8Array, RegExp]>([
    [
      'wrong cells',
      'name,lon,lat\n,0,abc\n',
      /not a table of sites\n.*row 2, name.*\n.*row 2, lon.*\n.*row 2, lat: expected a latitude/,
    ],
    ['other bytes', new Uint8Array([0x6e, 0xff, 0xfe, 0x00]), /expected UTF-8 text/],
    ['nothing', '', /the columns name, lon, lat/],
    ['a terminal escape', 'name,lon,lat\n\u001b[31mx,1,2\n', /row 2, name/],
  ])('%s is refused with 3 and says why', (_, content, reason) => {
    const { code, out, err } = run(['compare', '--data', REGION, '--sites', makeCsv(content)]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(reason);
    expect(err.replaceAll('\n', '')).toMatch(/^\P{Cc}+$/u);
  });

  it.each([['/nonexistent/sites.csv'], ['/tmp'], ['/dev/null/x']])('%s cannot be read', (file) => {
    const { code, out, err } = run(['compare', '--data', REGION, '--sites', file]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/expected a (?:file that can be read|regular file)/);
  });
});
