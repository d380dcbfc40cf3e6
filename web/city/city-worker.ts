/** The worker that holds an imported network: opens it once, and answers one task after the other. */
import { DataError, toSentence } from '../../src/index.ts';
import type { Reply } from '../engine/protocol.ts';
import { fetchNetwork, NoNetwork } from './fetch-network.ts';
import { toLabel } from './network-label.ts';
import type { CityTasks, OpenedCity, ReachAnswer } from './protocol.ts';
import { openDesk, type ReachDesk } from './reach.ts';
import { toRoadColumns } from './road-columns.ts';
import { toRoadNames } from './road-names.ts';

type TaskName = keyof CityTasks;
type Ask = {
  readonly [N in TaskName]: { readonly id: number; readonly task: N; readonly input: CityTasks[N]['input'] };
}[TaskName];

let opened: { readonly url: string; readonly network: ReturnType<typeof fetchNetwork> } | null = null;
let desk: ReachDesk | null = null;

/** The network of a folder, fetched once. */
function openNetwork(url: string): ReturnType<typeof fetchNetwork> {
  if (opened?.url !== url) {
    opened = { url, network: fetchNetwork(url) };
    desk = null;
  }
  return opened.network;
}

async function openDeskOf(url: string): Promise<ReachDesk> {
  const network = await openNetwork(url);
  desk ??= openDesk(network);
  return desk;
}

async function open(url: string): Promise<OpenedCity> {
  try {
    const network = await openNetwork(url);
    const roads = toRoadColumns(network);
    return { ok: true, label: toLabel(network), roads, names: toRoadNames(network) };
  } catch (error) {
    if (error instanceof NoNetwork) return { ok: false, problem: error.problem };
    throw error;
  }
}

async function run(ask: Ask): Promise<OpenedCity | ReachAnswer | string> {
  const { url } = ask.input;
  if (ask.task === 'open') return open(url);
  const answering = await openDeskOf(url);
  if (ask.task === 'reach') return answering.answer(ask.input.question, ask.input.known);
  return answering.write(ask.input.question, ask.input.kind);
}

/** What is handed over and not copied. */
function listHandedOver(output: OpenedCity | ReachAnswer | string): Transferable[] {
  if (typeof output === 'string') return [];
  if ('sides' in output) return output.sides.flatMap((side) => side?.seconds?.buffer ?? []);
  return output.ok ? [output.roads.stretches.buffer] : [];
}

function toProblems(error: unknown): readonly string[] {
  if (error instanceof DataError) return error.problems.map(toSentence);
  return [error instanceof Error ? error.message : String(error)];
}

async function reply(ask: Ask): Promise<void> {
  try {
    const output = await run(ask);
    self.postMessage({ id: ask.id, ok: true, output } satisfies Reply, { transfer: listHandedOver(output) });
  } catch (error) {
    self.postMessage({ id: ask.id, ok: false, problems: toProblems(error) } satisfies Reply);
  }
}

let queue: Promise<void> = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  queue = queue.then(() => reply(data));
});
