/**
 * What every road of a network is worth, as the page finds it without a browser: the work shared among threads of one memory
 * or kept in one, and its files held against the command's bytes.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openCity,
  openClosingTasks,
  readNetwork,
  uniteLosses,
  type ClosingTask,
  type LinkLoss,
} from '../../src/index.ts';
import { readCityAddress, toCityAddress } from '../../web/city/address.ts';
import {
  GivenUp,
  shareWork,
  WorkerDied,
  type Done,
  type PoolWorker,
  type Told,
} from '../../web/city/pool.ts';
import { openPlan, type Plan } from '../../web/city/plan.ts';
import { CITY_FILE_KINDS } from '../../web/city/protocol.ts';
import { DEFAULT_CITY } from '../../web/city/state.ts';
import { toWorthArguments } from '../../web/city/worth-command.ts';
import { openWorth, type WorthDesk } from '../../web/city/worth-desk.ts';
import type { ClosingWork } from '../../web/city/worth-protocol.ts';
import { listWorthLayers, NO_LINES, toWorthLines, WORTH_SOURCE } from '../../web/city/worth-layers.ts';
import { toScale } from '../../web/city/worth-scale.ts';
import { PALETTES } from '../../web/flavor/colours.ts';
import { measureContrast } from './flavor-math.ts';
import { openTrial } from '../../src/cli/city-scenario.ts';
import { FIRM_PLAN } from '../city/firm-plan.ts';
import { importTown } from '../city/town.ts';
import { buildOnce, runLater } from '../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'beltway-worth-'));
const town = join(folder, 'town');
const file = join(folder, 'firms.json');
const CUTOFF_MIN = 3;
const ISOLATED = { isShared: true, processors: 8 };
let plan: Plan;
let base: WorthDesk;

const openWith = (vehicle: string): WorthDesk =>
  openWorth(plan.openFor(vehicle), plan.findState(vehicle), plan.firms);

beforeAll(async () => {
  buildOnce();
  await importTown(town);
  writeFileSync(file, FIRM_PLAN);
  const name = readdirSync(town).find((one) => one.endsWith('.bin')) ?? '';
  const network = readNetwork(readFileSync(join(town, name)), name);
  plan = openPlan(openTrial(network, 'car').ground, 1, [{ name: file, text: FIRM_PLAN }]);
  base = openWorth(openCity(network, 'car'), null, plan.firms);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

let alive = 0;

/** A thread that a page would take for a worker. */
function startThread(): PoolWorker {
  const thread = new Worker(new URL('pool-thread.mjs', import.meta.url));
  alive += 1;
  return {
    postMessage: (told) => thread.postMessage(told),
    terminate: () => {
      alive -= 1;
      void thread.terminate();
    },
    addEventListener: (kind: 'message' | 'error', listener: (event: never) => void) => {
      if (kind === 'message') thread.on('message', (data: Done) => listener({ data } as never));
    },
  };
}

/** The same in this thread, with nothing of the page's memory but what crosses to a worker. */
function startHere(): PoolWorker {
  let run: ReturnType<typeof openClosingTasks> | null = null;
  let hear: (event: never) => void = () => undefined;
  alive += 1;
  return {
    terminate: () => void (alive -= 1),
    addEventListener: (kind: 'message' | 'error', listener: (event: never) => void) => {
      if (kind === 'message') hear = listener;
    },
    postMessage: (told) => {
      const own = structuredClone(told);
      if ('job' in own) run = openClosingTasks(own.job.plan, own.job.limits);
      else {
        const data: Done = { number: own.number, result: run?.(own.task) ?? [] };
        setImmediate(() => hear({ data } as never));
      }
    },
  };
}

async function close({ job, tasks }: ClosingWork, workers: number, startWorker = startHere) {
  const done: number[] = [];
  const { results } = shareWork(job, tasks, {
    ...{ workers, startWorker, onDone: (task) => done.push(task) },
  });
  const losses = uniteLosses(await results);
  expect(done.toSorted((a, b) => a - b)).toEqual(tasks.map((_, i) => i));
  expect(alive).toBe(0);
  return losses;
}

describe('the closing of every link', () => {
  it('gives the bytes of the command with one, two and three workers, with the scenario', async () => {
    const desk = openWith('car');
    for (const workers of [1, 2, 3]) {
      const work = desk.plan(CUTOFF_MIN, workers, ISOLATED);
      expect(work.tasks.length).toBeGreaterThan(workers);
      expect([work.workers, work.job.plan.used.buffer instanceof SharedArrayBuffer]).toEqual([workers, true]);
      const found = {
        losses: await close(work, workers, startThread),
        cutoffMin: CUTOFF_MIN,
        measure: 'minutes',
      } as const;
      expect(found.losses.length).toBeGreaterThan(4);
      const asked = { vehicleClass: 'car', cutoffMin: CUTOFF_MIN, isWith: true };
      for (const kind of workers === 2 ? CITY_FILE_KINDS : (['json'] as const)) {
        const { code, out, err } = await runLater([...toWorthArguments(asked, 'minutes', town, file, kind)]);
        expect([code, err]).toEqual([0, '']);
        expect(desk.write(found, kind) === out, `${workers} ${kind}`).toBe(true);
      }
    }
  });

  it('gives them without the scenario and for a truck, ranked by what is past the time', async () => {
    const desks = [
      ['car', false, base],
      ['heavy-truck', true, openWith('heavy-truck')],
    ] as const;
    for (const [vehicleClass, isWith, desk] of desks) {
      const losses = await close(desk.plan(CUTOFF_MIN, 2, ISOLATED), 2);
      const found = { losses, cutoffMin: CUTOFF_MIN, measure: 'passes' } as const;
      const asked = { vehicleClass, cutoffMin: CUTOFF_MIN, isWith };
      const { out, err } = await runLater([...toWorthArguments(asked, 'passes', town, file, 'csv')]);
      expect(err).toBe('');
      expect(desk.write(found, 'csv') === out, vehicleClass).toBe(true);
      const { document, lines } = desk.answer(found);
      expect(document.data.scenario?.id ?? null).toBe(isWith ? 'firms' : null);
      expect(lines.map((line) => line.length > 1)).toEqual(document.links.map(() => true));
    }
  });

  it('has one worker and a memory of its own where the page is not isolated', async () => {
    const work = base.plan(CUTOFF_MIN, 3, { ...ISOLATED, isShared: false });
    expect([work.workers, work.job.plan.used.buffer instanceof SharedArrayBuffer]).toEqual([1, false]);
    const shared = await close(base.plan(CUTOFF_MIN, 3, ISOLATED), 3);
    expect(await close(work, work.workers)).toEqual(shared);
    expect(base.plan(CUTOFF_MIN, null, ISOLATED).workers).toBe(1);
  });
});

/** A worker that is told and says what a test lets it say. */
class Puppet implements PoolWorker {
  readonly told: Told[] = [];
  readonly listeners = new Map<string, (event: never) => void>();
  ended = false;
  postMessage = (told: Told): void => void this.told.push(told);
  terminate = (): void => void (this.ended = true);
  addEventListener = (kind: string, listener: (event: never) => void): void =>
    void this.listeners.set(kind, listener);
  say(kind: 'message' | 'error', event: object): void {
    this.listeners.get(kind)?.(event as never);
  }
}

const toLoss = (link: number): LinkLoss => ({
  ...{ link, lostMs: 1, slowed: 1, cutOff: 0, strict: 0, tolerant: 0 },
  worst: { origin: 0, destination: 0, lostMs: 1 },
});

describe('the pool', () => {
  const tasks: readonly ClosingTask[] = [0, 1, 2].map((from) => ({ destination: 0, from, to: from + 1 }));
  const begin = (workers: number, some = tasks) => {
    const puppets: Puppet[] = [];
    const startWorker = (): Puppet => puppets[puppets.push(new Puppet()) - 1] as Puppet;
    const { job } = base.plan(CUTOFF_MIN, 1, ISOLATED);
    return { puppets, ...shareWork(job, some, { workers, startWorker, onDone: () => undefined }) };
  };

  it('begins no more workers than there are tasks, and none for nothing', async () => {
    const { puppets, stop, results } = begin(9);
    expect(puppets).toHaveLength(3);
    stop();
    await expect(results).rejects.toThrow(GivenUp);
    const nothing = begin(2, []);
    expect([nothing.puppets, await nothing.results]).toEqual([[], []]);
  });

  it('ends all of them where one dies or the work is given up, and says so', async () => {
    const died = begin(2);
    let prevented = 0;
    died.puppets[1]?.say('error', { message: 'out of memory', preventDefault: () => (prevented += 1) });
    await expect(died.results).rejects.toThrow(new WorkerDied('out of memory'));
    expect([prevented, ...died.puppets.map(({ ended }) => ended)]).toEqual([1, true, true]);
    const given = begin(2);
    given.stop();
    await expect(given.results).rejects.toBeInstanceOf(GivenUp);
    expect(given.puppets.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('puts results in the order of the tasks, whoever is ready first', async () => {
    const { puppets, results } = begin(2);
    const [one, other] = puppets;
    expect([one?.told.length, other?.told.length]).toEqual([3, 2]);
    other?.say('message', { data: { number: 1, result: [toLoss(1)] } });
    one?.say('message', { data: { number: 2, result: [toLoss(2)] } });
    one?.say('message', { data: { number: 0, result: [toLoss(0)] } });
    expect(await results).toEqual([0, 1, 2].map((link) => [toLoss(link)]));
    expect(puppets.map(({ ended }) => ended)).toEqual([true, true]);
  });
});

describe('the scale of the map', () => {
  it('is wider and darker the more is lost; what cuts pairs off is as wide as they are many', async () => {
    const losses = await close(base.plan(CUTOFF_MIN, 1, ISOLATED), 1);
    const { links } = base.answer({ losses, cutoffMin: CUTOFF_MIN, measure: 'minutes' }).document;
    const { toStep, toWidth, half, tenth } = toScale('minutes', links);
    const open = links.filter(({ cutOffPairs }) => cutOffPairs === 0);
    const widths = open.map(toWidth);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(open.map(toStep)).toEqual(
      open.map(({ lostS }) => Number(lostS >= tenth && lostS > 0) + Number(lostS >= half)),
    );
    expect(toScale('passes', []).half).toBe(0);
  });
});

describe('the map', () => {
  it('has lines of what is lost or cut off alone, in valid layers whose colours stand on the land', async () => {
    const losses = await close(base.plan(CUTOFF_MIN, 1, ISOLATED), 1);
    const answer = base.answer({ losses, cutoffMin: CUTOFF_MIN, measure: 'passes' });
    const { features } = toWorthLines({ ...answer, measure: 'passes' });
    const shown = answer.document.links.filter(({ strict, cutOffPairs }) => strict + cutOffPairs > 0);
    expect(features.map(({ properties }) => properties?.['link'] as string)).toEqual(
      shown.map(({ link }) => link),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(answer.document.links.length);
    for (const theme of ['light', 'dark'] as const) {
      const sources = { [WORTH_SOURCE]: { type: 'geojson', data: NO_LINES } } as const;
      const layers = listWorthLayers(theme, 'W1');
      expect(validateStyleMin({ version: 8, sources, layers: [...layers] })).toEqual([]);
      const { land, bands, no, chosen } = PALETTES[theme];
      for (const colour of [...bands.slice(0, 3), no, chosen])
        expect(measureContrast(colour, land), `${theme} ${colour}`).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('the address', () => {
  it('says how many workers are asked for, and nothing that cannot be', () => {
    expect(toCityAddress({ ...DEFAULT_CITY, threads: 2 })).toContain('threads=2');
    expect(readCityAddress('city&1&threads=2').threads).toBe(2);
    for (const wrong of ['0', '1.5', '-1', 'all', '1000', ''])
      expect(readCityAddress(`city&1&threads=${wrong}`).threads).toBeNull();
    expect(toCityAddress(DEFAULT_CITY)).not.toContain('threads');
  });
});
