/**
 * Takes in the user's own sites: both workers read them with the loader of the data, and this browser keeps the
 * text. Nothing is taken in where anything is wrong, and nothing leaves the browser.
 */
import { batch } from '@preact/signals';
import type { Dataset } from '../../src/index.ts';
import { quick, slow } from '../engine/ask.ts';
import { Overtaken } from '../engine/client.ts';
import type { OwnSites, Tasks } from '../engine/protocol.ts';
import { dataset } from './answers.ts';
import { change, choice } from './choice.ts';
import { forget, keep, readKept, type KeepResult } from './keep.ts';
import { show } from './look.ts';
import { ownSites } from './sites.ts';

export interface Taken {
  /** A sentence each; where there is one, nothing was taken in. */
  readonly problems: readonly string[];
  readonly sites: number;
  /** Null where nothing was taken in. */
  readonly kept: KeepResult | null;
}

type Read = Tasks['sites']['output'];

/** Ids of the shipped records; what a data set with own sites has beyond them is the user's. */
let shipped: ReadonlySet<string> | null = null;

function listIds({ suppliers, zones }: Dataset): readonly string[] {
  return [...suppliers, ...zones].map(({ id }) => id);
}

function hold(sites: OwnSites, read: Read): void {
  const before = dataset.peek();
  if (read.dataset === null || before === null) return;
  shipped ??= new Set(listIds(before));
  const known = shipped;
  const ids = new Set(listIds(read.dataset).filter((id) => !known.has(id)));
  batch(() => {
    dataset.value = read.dataset;
    ownSites.value = { ...sites, sites: read.sites, ids };
    // The same question has another answer now.
    change({});
  });
}

/** Reads a file of sites and takes them in where nothing is wrong with it. */
export async function takeSites(sites: OwnSites): Promise<Taken> {
  const before = ownSites.peek();
  const read = await quick.ask('sites', sites);
  if (read.problems.length > 0) {
    if (before !== null) await quick.ask('sites', before);
    return { problems: read.problems, sites: 0, kept: null };
  }
  await slow().ask('sites', sites);
  hold(sites, read);
  return { problems: [], sites: read.sites, kept: keep('beltway:sites', JSON.stringify(sites)) };
}

/** Forgets the user's sites, and whatever on the page rests on them. */
export async function dropSites(): Promise<void> {
  forget('beltway:sites');
  batch(() => {
    if (choice.peek().population === 'own') change({ population: '2006' });
    show({ place: null, trip: null });
    ownSites.value = null;
  });
  const [read] = await Promise.all([quick.ask('sites', null), slow().ask('sites', null)]);
  batch(() => {
    if (read.dataset !== null) dataset.value = read.dataset;
    change({});
  });
}

function readKeptSites(): OwnSites | null {
  const text = readKept('beltway:sites');
  if (text === null) return null;
  try {
    const { name, text: csv } = JSON.parse(text) as Partial<Record<keyof OwnSites, unknown>>;
    return typeof name === 'string' && typeof csv === 'string' ? { name, text: csv } : null;
  } catch {
    return null;
  }
}

/**
 * Takes in what this browser kept. The worker is told at once, so that it has the sites before the first question;
 * `onProblems` hears where the kept file no longer fits the data.
 */
export function restoreSites(onProblems: (problems: readonly string[]) => void): void {
  const kept = readKeptSites();
  if (kept === null) return;
  ownSites.value = { ...kept, sites: 0, ids: new Set() };
  void restore(kept, onProblems);
}

async function restore(kept: OwnSites, onProblems: (problems: readonly string[]) => void): Promise<void> {
  try {
    const read = await quick.ask('sites', kept);
    if (read.problems.length === 0) {
      await slow().ask('sites', kept);
      hold(kept, read);
      return;
    }
    await dropSites();
    onProblems(read.problems);
  } catch (error) {
    if (!(error instanceof Overtaken)) onProblems([error instanceof Error ? error.message : String(error)]);
  }
}
