/**
 * Opens scenarios over the network: files of the reader's, the one that is served, or the one that this browser kept. A
 * file that is wrong is told of and changes nothing.
 */
import { toSentence, type NamedText } from '../../src/index.ts';
import { readKept } from '../state/keep.ts';
import { fetchScenario, toSentences } from './ask.ts';
import { layPlan, planSaid, takeOff, type Laid } from './lay-plan.ts';
import { orderFiles, readChain } from './plan-files.ts';
import { noteOpened, noteTakenOff } from './plan-steps.ts';
import { plan, type PlanName } from './state.ts';

/** A scenario file longer than this was not made by anybody's hand. */
const MOST_BYTES = 5_000_000;

/** Lays a scenario that is opened, as a step. */
async function open(laid: Laid): Promise<void> {
  planSaid.value = { kind: 'reading' };
  if ((await layPlan(laid)) !== 'laid') return;
  const now = plan.peek();
  if (now !== null) noteOpened({ ...laid, file: now.file });
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
  const all = files.map((file) => file.name).join(', ');
  try {
    const ordered = orderFiles(await readAll(files));
    if ('problem' in ordered) {
      planSaid.value = { kind: 'wrong', name: all, problems: [toSentence(ordered.problem)] };
      return;
    }
    const name = ordered.chain.at(-1)?.name ?? '';
    await open({ called: { name, from: 'opened' }, files: ordered.chain });
  } catch (error) {
    planSaid.value = { kind: 'wrong', name: all, problems: toSentences(error) };
  }
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
  if (chain !== null) await open({ called, files: chain });
  else planSaid.value = { kind: 'gone', name: called.name };
}

/** Name of the scenario that this browser kept last; null = none. */
export function findKeptName(): string | null {
  return readChain(readKept('beltway:city-scenario'))?.at(-1)?.name ?? null;
}

/** Lays what this browser kept last. */
export async function bringBack(): Promise<void> {
  const name = findKeptName();
  if (name !== null) await followPlan({ name, from: 'opened' });
}

/** The network as it was imported, as a step. */
export function closePlan(): void {
  takeOff();
  noteTakenOff();
}
