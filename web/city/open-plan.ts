/**
 * Opens scenarios over the network: files of the reader's, the one that is served, or the one that this browser kept. A
 * file that is wrong is told of and changes nothing.
 */
import { toSentence, type NamedText } from '../../src/index.ts';
import { notify } from '../state/notices.ts';
import { t } from '../words/index.ts';
import { fetchScenario, toSentences } from './ask.ts';
import { findKeptPlan } from './keep-plans.ts';
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
  if (from === 'opened') return findKeptPlan(name);
  const chain = readChain(await fetchScenario().catch(() => null));
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

/** Another tab has kept another version of the scenario: it is taken in as a step, which can be taken back. */
export async function hearKept(): Promise<void> {
  const now = plan.peek();
  if (now?.called.from !== 'opened') return;
  const files = findKeptPlan(now.called.name);
  if (files === null || JSON.stringify(files) === JSON.stringify(now.files)) return;
  await open({ called: now.called, files });
  const title = plan.peek()?.file.title ?? now.called.name;
  notify('info', [t('studio.newerElsewhere', { title })]);
}

/** The network as it was imported, as a step. */
export function closePlan(): void {
  takeOff();
  noteTakenOff();
}
