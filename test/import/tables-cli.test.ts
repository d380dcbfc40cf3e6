/** Imports and exports of tables and vectors from the command line: the same trips, and nothing half-written. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CityRouteDocument } from '../../src/report/answers/city.ts';
import { ROOT, runLater, type Run } from '../cli/run.ts';

const TOWN = join(ROOT, 'test', 'region', 'town.osm');
const ENDS = ['113.301,23.0985', '113.3095,23.0935'];

async function routeS(folder: string): Promise<number | null> {
  const { out } = await runLater(['route', ...ENDS, '--data', folder, '--format', 'json']);
  return (JSON.parse(out) as CityRouteDocument).timeS;
}

describe('a town', () => {
  const folder = { path: '' };
  const at = (name: string): string => join(folder.path, name);
  const ask = (...words: string[]): Promise<Run> => runLater(words);
  const gmns = (out: string): Promise<Run> =>
    ask(
      'import',
      'gmns',
      at('g/node.csv'),
      at('g/link.csv'),
      '--config',
      at('g/config.csv'),
      '--out',
      at(out),
    );

  beforeAll(async () => {
    folder.path = mkdtempSync(join(tmpdir(), 'beltway-tables-'));
    await ask('import', 'osm', TOWN, '--country', 'CN', '--out', at('town'));
    await ask('export', 'gmns', at('town'), '--out', at('g'));
    await ask('export', 'routingkit', at('town'), '--out', at('v'));
  });

  afterAll(() => rmSync(folder.path, { recursive: true, force: true }));

  it('goes through tables, and says what they cannot say', async () => {
    const told = await ask('export', 'gmns', at('town'), '--out', at('g'));
    expect([told.code, told.err]).toEqual([
      0,
      'not in the tables: 1 banned turns\nnot in the tables: 1 links that are not open yet\nnot in the tables: the rule of 7 links, for destinations alone\n',
    ]);
    expect(readdirSync(at('g')).toSorted()).toEqual(['LICENSE', 'config.csv', 'link.csv', 'node.csv']);
    const { code, out } = await gmns('second');
    expect([code, out.includes('100 % have times that came with the data')]).toEqual([0, true]);
    expect(out).toContain('© OpenStreetMap contributors. Open Database Licence');
    expect(await routeS(at('second'))).toBeGreaterThan(0);
    await ask('export', 'gmns', at('second'), '--out', at('again'));
    const tables = ['node.csv', 'link.csv'].map((name) => readFileSync(join(at('again'), name), 'utf8'));
    await ask(
      'import',
      'gmns',
      join(at('again'), 'node.csv'),
      join(at('again'), 'link.csv'),
      '--out',
      at('third'),
    );
    await ask('export', 'gmns', at('third'), '--out', at('last'));
    expect(['node.csv', 'link.csv'].map((name) => readFileSync(join(at('last'), name), 'utf8'))).toEqual(
      tables,
    );
  });

  it('goes through vectors bit for bit', async () => {
    const { code } = await ask('import', 'routingkit', at('v'), '--out', at('graph'));
    expect(code).toBe(0);
    await ask('export', 'routingkit', at('graph'), '--out', at('w'));
    for (const name of readdirSync(at('v'))) {
      expect(readFileSync(join(at('w'), name)).equals(readFileSync(join(at('v'), name)))).toBe(true);
    }
  });

  it('comes from plain tables', async () => {
    writeFileSync(at('n.csv'), 'id;lon;lat\n1;113.3;23.1\n2;113.31;23.1\n');
    writeFileSync(at('l.csv'), 'id;from;to;oneway;class;speed_kmh\n1;1;2;no;residential;36\n');
    const { code, out } = await ask(
      'import',
      'csv',
      at('n.csv'),
      at('l.csv'),
      '--attribution',
      'Us',
      '--out',
      at('plain'),
    );
    expect([code, out.includes('Us. The licence of the source is not stated')]).toEqual([0, true]);
    const route = await ask('route', '113.3,23.1', '113.31,23.1', '--data', at('plain'));
    // 1,024 m at 0.7 of 36 km/h.
    expect(route.out).toContain('2.4 min, 1.0 km');
  });

  it('is not written where anything is wrong', async () => {
    writeFileSync(at('bad.csv'), 'id,from,to,oneway,class\n1,1,9,no,residential\n');
    const bad = await ask('import', 'csv', at('n.csv'), at('bad.csv'), '--out', at('none'));
    expect([bad.code, existsSync(at('none'))]).toEqual([3, false]);
    expect(bad.err).toContain('bad.csv: row 2: expected last node: a node of the other table, found 9');
    const empty = await ask('import', 'routingkit', at('g'), '--out', at('none'));
    expect([empty.code, existsSync(at('none'))]).toEqual([3, false]);
    expect(empty.err).toContain('first_out');
    expect((await ask('import', 'routingkit', at('nowhere'))).err).toContain('expected a folder');
    expect((await ask('export', 'gmns', at('g'), '--out', at('none'))).code).toBe(3);
    expect((await ask('import', 'csv', at('n.csv'), at('l.csv'), '--out', at('g'))).err).toContain(
      'expected no folder yet',
    );
  });
});
