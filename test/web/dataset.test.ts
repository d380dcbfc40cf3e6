import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse, loadDataset, type Dataset } from '../../src/index.ts';
import { pack, type Pack } from '../../web/dataset/pack.ts';
import { unpack, unpackNotes } from '../../web/dataset/unpack.ts';
import { REGION, ROOT } from '../cli/run.ts';

function load(folder: string): Dataset {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('json'),
  );
  const texts = new Map(
    files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
  const { dataset, problems } = loadDataset(texts);
  if (dataset === null) throw new Error(JSON.stringify(problems));
  return dataset;
}

function expectFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Object.isFrozen(value)) expect.fail(`not frozen: ${JSON.stringify(value).slice(0, 200)}`);
  for (const part of Object.values(value)) expectFrozen(part);
}

describe.each([
  ['the shipped data', join(ROOT, 'data')],
  ['the made-up region', REGION],
])('%s', (_name, folder) => {
  let dataset: Dataset;
  let packed: Pack;
  let core: Dataset;
  beforeAll(() => {
    dataset = load(folder);
    packed = pack(dataset);
    core = unpack(packed.core);
  });

  it('comes back whole: every field, every order, the digest', () => {
    const whole = unpackNotes(core, packed.notes);
    expect(whole).toStrictEqual(dataset);
    expect(whole.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is frozen all through, with and without its notes', () => {
    expectFrozen(core);
    expectFrozen(unpackNotes(core, packed.notes));
  });

  it('gives the same answer without its notes, but for the claims and the spread that are among them', () => {
    const { claims: _claims, claimSets: _sets, reliability: _counts, ...full } = analyse(dataset);
    const { claims, claimSets: _none, reliability, ...quick } = analyse(core);
    expect(quick).toStrictEqual(full);
    expect([claims, reliability]).toEqual([[], []]);
  });

  it('keeps the lists the engine holds on to when the notes come', () => {
    const whole = unpackNotes(core, packed.notes);
    for (const key of [
      'links',
      'water',
      'vehicleClasses',
      'trafficStates',
      'scenarios',
      'parameters',
    ] as const) {
      expect(whole[key]).toBe(core[key]);
    }
  });
});

describe('the pack of the shipped data', () => {
  it('is small, and says how quick it is to read', () => {
    const { core, notes } = pack(load(join(ROOT, 'data')));
    const begun = performance.now();
    for (let i = 0; i < 5; i += 1) unpack(core);
    const readMs = (performance.now() - begun) / 5;
    const [coreBytes, noteBytes] = [core, notes].map((text) => gzipSync(text, { level: 9 }).length);
    console.log(`core ${coreBytes} B, notes ${noteBytes} B gzip; read in ${readMs.toFixed(1)} ms`);
    expect(coreBytes).toBeLessThan(60_000);
  });
});
