/** The town with suppliers, plants and two scenarios, to be asked about on the command line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { CityCompareDocument } from '../../src/report/answers/city-compare.ts';
import { cityCompare } from '../../src/report/schemas/city-compare.ts';
import { runLater } from '../cli/run.ts';
import { DIAGONAL, importTown, toPlan } from './town.ts';

const SITES = `name,lon,lat,group,kind
North works,113.3021,23.1002,,supplier
South works,113.3005,23.0893,Alder,
Yard,113.3002,23.0949,,supplier
Alder east,113.3105,23.0927,Alder,plant
Alder centre,113.3062,23.0965,Alder,plant
`;

const close = { kind: 'close', highways: ['highway=primary'] };

/** Imports the town before the tests of a file and removes it after them. */
export function openTown() {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-city-'));
  const town = join(folder, 'town');
  const save = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const ask = (...words: readonly string[]) => runLater([...words, '--data', town]);
  const files = { sites: '', link: '', cut: '' };
  beforeAll(async () => {
    await importTown(town);
    files.sites = save('sites.csv', SITES);
    files.link = save('link.json', toPlan('link', [DIAGONAL]));
    files.cut = save('cut.json', toPlan('cut', [close]));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const compare = async (...words: readonly string[]): Promise<CityCompareDocument> => {
    const { code, out, err } = await ask('compare', '--sites', files.sites, ...words, '--format', 'json');
    expect(code, err).toBe(0);
    const answer = JSON.parse(out) as CityCompareDocument;
    expect(cityCompare.safeParse(answer).error).toBeUndefined();
    return answer;
  };
  return { folder, town, files, save, ask, compare };
}
