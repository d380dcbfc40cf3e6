/**
 * Opens scenarios over the network: files of the reader's, the one that is served, or the one that this browser kept. A
 * file that is wrong is told of and changes nothing.
 */
import { batch, signal } from '@preact/signals';
import { toSentence, type NamedText } from '../../src/index.ts';
import { keep, readKept, type KeepResult } from '../state/keep.ts';
import { askPlan, fetchScenario, toSentences } from './ask.ts';
import { orderFiles, readChain } from './plan-files.ts';
import { changeCity, cityChoice, plan, type PlanName } from './state.ts';

/** A scenario file longer than this was not made by anybody's hand. */
const MOST_BYTES = 5_000_000;

/** What became of the newest opening. */
export type PlanSaid =
  | { readonly kind: 'reading' }
  | { readonly kind: 'wrong'; readonly name: string; readonly problems: readonly string[] }
  /** It is in the address and neither served nor kept. */
  | { readonly kind: 'gone'; readonly name: string }
  | { readonly kind: 'notKept'; readonly why: Exclude<KeepResult, 'kept'> };
export const planSaid = signal<PlanSaid | null>(null);

let lastNumber = 0;

/** Lays a scenario over the network; says what is wrong with its files where anything is. */
async function layPlan(called: PlanName, files: readonly NamedText[]): Promise<boolean> {
  lastNumber += 1;
  const number = lastNumber;
  planSaid.value = { kind: 'reading' };
  try {
    const opened = await askPlan({ number, files });
    if (number !== lastNumber) return false;
    batch(() => {
      planSaid.value = null;
      plan.value = { number, files, called, ...opened };
      changeCity({ scenario: called });
    });
    return true;
  } catch (error) {
    if (number === lastNumber)
      planSaid.value = { kind: 'wrong', name: called.name, problems: toSentences(error) };
    return false;
  }
}

/** Texts of files. Throws where one cannot be read. */
async function readAll(files: readonly File[]): Promise<readonly NamedText[]> {
  const long = files.find(({ size }) => size > MOST_BYTES);
  if (long !== undefined)
    throw new Error(`${long.name}: expected at most ${MOST_BYTES} bytes, found ${long.size}`);
  return Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
}

/** Opens files of the reader's device: a scenario, and those that it stands on. */
export async function openFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const name = files.map((file) => file.name).join(', ');
  try {
    const ordered = orderFiles(await readAll(files));
    if ('problem' in ordered) {
      planSaid.value = { kind: 'wrong', name, problems: [toSentence(ordered.problem)] };
      return;
    }
    await openChain(ordered.chain);
  } catch (error) {
    planSaid.value = { kind: 'wrong', name, problems: toSentences(error) };
  }
}

async function openChain(chain: readonly NamedText[]): Promise<void> {
  const name = chain.at(-1)?.name ?? '';
  if (!(await layPlan({ name, from: 'opened' }, chain))) return;
  const kept = keep('beltway:city-scenario', JSON.stringify(chain));
  if (kept !== 'kept') planSaid.value = { kind: 'notKept', why: kept };
}

async function findChain({ name, from }: PlanName): Promise<readonly NamedText[] | null> {
  const text =
    from === 'opened' ? readKept('beltway:city-scenario') : await fetchScenario().catch(() => null);
  const chain = readChain(text);
  return chain?.at(-1)?.name === name ? chain : null;
}

/** Lays the scenario that the address names, or none. */
export async function followPlan(called: PlanName | null): Promise<void> {
  if (called === null) {
    closePlan();
    return;
  }
  const now = plan.peek()?.called;
  if (now?.name === called.name && now.from === called.from) return;
  // Another one is asked for: what is on the map meanwhile is the network itself.
  plan.value = null;
  const chain = await findChain(called);
  if (chain !== null) await layPlan(called, chain);
  else planSaid.value = { kind: 'gone', name: called.name };
}

/** The network as it was imported. */
export function closePlan(): void {
  lastNumber += 1;
  batch(() => {
    plan.value = null;
    planSaid.value = null;
    if (cityChoice.peek().scenario !== null) changeCity({ scenario: null });
  });
}
