/** Work on a city in several threads: the bytes of one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { divideClosings, openClosingTasks, uniteLosses } from '../../../src/city/closings.ts';
import { openMatrixTasks } from '../../../src/city/matrix.ts';
import { divideEvenly } from '../../../src/city/parts.ts';
import { doTasks } from '../../../src/cli/threads/tasks.ts';
import { planClosings } from '../../../src/routing/closings.ts';
import { toBackward, toForward } from '../../../src/routing/distances.ts';
import { DIAGONAL, importTown, toPlan } from '../../city/town.ts';
import { makeOracleGraph } from '../../routing/second-opinion.ts';
import { createRandom, toCount } from '../../scene/random.ts';
import { buildOnce, REGION, ROOT, runChild, runLater } from '../run.ts';

const LIMITS = { cutoffS: 1, toleranceS: 1 };

beforeAll(() => buildOnce(), 120_000);

describe('closings in threads', () => {
  it('lose what they lose in one, on random multigraphs', async () => {
    let losses = 0;
    for (let seed = 1; seed <= toCount(3, 100); seed += 1) {
      const random = createRandom(seed);
      const graph = makeOracleGraph(100 + seed);
      const groupOf = Int32Array.from({ length: graph.edgeCount }, () => random.int(-1, 20));
      const draw = (): number => random.int(0, graph.vertexCount - 1);
      const plan = planClosings(graph, groupOf, Array.from({ length: 6 }, draw), [draw(), draw()]);
      const tasks = divideClosings(plan, 2);
      const one = uniteLosses(tasks.map(openClosingTasks(plan, LIMITS)));
      const job = { kind: 'closings', plan, limits: LIMITS } as const;
      const more = await doTasks(job, tasks, { threads: random.int(2, 3), words: 'Closing' });
      expect(uniteLosses(more), `seed ${seed}`).toEqual(one);
      losses += one.length;
    }
    expect(losses).toBeGreaterThan(5);
  });
});

describe('searches in threads', () => {
  it('find what one finds, on random multigraphs', async () => {
    for (let seed = 1; seed <= toCount(2, 60); seed += 1) {
      const random = createRandom(300 + seed);
      const graph = makeOracleGraph(200 + seed);
      const draw = () => [{ vertex: random.int(0, graph.vertexCount - 1), cost: random.int(0, 9) }];
      const [roots, others] = [Array.from({ length: 9 }, draw), Array.from({ length: 5 }, draw)];
      const plan = { arcs: seed % 2 === 0 ? toForward(graph) : toBackward(graph), roots, others };
      const one = openMatrixTasks(plan)({ from: 0, to: roots.length });
      const tasks = divideEvenly(roots.length, random.int(1, 4));
      const more = await doTasks({ kind: 'matrix', plan }, tasks, { threads: 2, words: 'Searching' });
      expect(more.flat(), `seed ${seed}`).toEqual(one);
      expect(one).toHaveLength(roots.length);
    }
  });
});

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-threads-'));
  const town = join(folder, 'town');
  const sites = join(ROOT, 'test', 'region', 'town-sites.csv');
  beforeAll(() => importTown(town));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('values the links of a town to the same bytes with one, two and three', async () => {
    const asked = ['value', '--data', town, '--sites', sites, '--cutoff', '3', '--threads'];
    const one = await runLater([...asked, '1']);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(runChild([...asked, '2'])).toEqual(one);
    expect(runChild([...asked, '3'])).toEqual(one);
  });

  it('divides the roads of a scenario to the same bytes with one, two and three', async () => {
    const file = join(folder, 'roads.json');
    const signs = { kind: 'change', highways: ['LINK'], postedKmh: 50 };
    writeFileSync(
      file,
      toPlan('roads', [DIAGONAL, signs, { kind: 'close', highways: ['highway=secondary'] }]),
    );
    const asked = ['value', '--data', town, '--sites', sites, '--build', file, '--only', 'sections'];
    const one = await runLater([...asked, '--threads', '1']);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(await runLater([...asked, '--threads', '2'])).toEqual(one);
    expect(runChild([...asked, '--threads', '3'])).toEqual(one);
  });

  it('compares a town without and with to the same bytes with one, two and three', async () => {
    const shut = { kind: 'close', highways: ['highway=secondary'] };
    for (const rows of [
      [DIAGONAL],
      [shut, { kind: 'change', highways: ['highway=primary'], postedKmh: 30 }],
    ]) {
      const file = join(folder, 'compared.json');
      writeFileSync(file, toPlan('compared', rows));
      const asked = ['compare', '--data', town, '--sites', sites, '--build', file, '--format', 'json'];
      const one = await runLater([...asked, '--threads', '1']);
      expect(one).toMatchObject({ code: 0, err: '' });
      expect(await runLater([...asked, '--threads', '2'])).toEqual(one);
      expect(await runLater([...asked, '--threads', '3'])).toEqual(one);
    }
  });

  it('times the pairs of a town to the same bytes with one and three', async () => {
    const places = '113.3021,23.1002,113.3005,23.0893,113.3002,23.0949,113.3105,23.0927';
    const asked = ['matrix', '--data', town, '--origins', places, '--format', 'csv', '--threads'];
    const one = await runLater([...asked, '1']);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(runChild([...asked, '3'])).toEqual(one);
  });

  it('refuses threads where nothing takes long enough', async () => {
    const { code, err } = await runLater(['value', '--threads', '2', '--data', REGION]);
    expect(code).toBe(2);
    expect(err).toContain('--threads: for an imported network');
  });
});
