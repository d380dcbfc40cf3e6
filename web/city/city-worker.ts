/** The worker that holds an imported network: opens it once, and answers one task after the other. */
import {
  DataError,
  openCity,
  toSentence,
  type AreaRoads,
  type Box,
  type CityGround,
  type ImportedNetwork,
} from '../../src/index.ts';
import type { Reply } from '../engine/protocol.ts';
import { fetchNetwork, NoNetwork } from './fetch-network.ts';
import { toLabel } from './network-label.ts';
import type { Plan } from './plan.ts';
import type { NamedMeeting } from './meet-roads.ts';
import type { CityTasks, OpenedCity, OpenedPlan, PlanFiles, ReachAnswers, RoadsNear } from './protocol.ts';
import { openChanges, type ChangeDesk } from './change.ts';
import { openDesk, type ReachDesk, type Under } from './reach.ts';
import { toRoadColumns } from './road-columns.ts';
import { toRoadNames } from './road-names.ts';
import { listRoadsToCome } from './roads-to-come.ts';
import type { Machine, WorthDesk } from './worth-desk.ts';
import type { ClosingWork, WorthAnswer, WorthQuestion } from './worth-protocol.ts';

type TaskName = keyof CityTasks;
type Ask = {
  readonly [N in TaskName]: { readonly id: number; readonly task: N; readonly input: CityTasks[N]['input'] };
}[TaskName];

let opened: { readonly url: string; readonly network: ReturnType<typeof fetchNetwork> } | null = null;
let desk: ReachDesk | null = null;
let ground: { readonly network: ImportedNetwork; readonly opened: Promise<CityGround> } | null = null;
/** A scenario, and what is asked of its roads. */
interface Planned {
  readonly plan: Plan;
  readonly under: Under;
  readonly desk: ReachDesk;
  readonly changes: ChangeDesk;
}
let planned: Planned | null = null;
let worth: { readonly key: string; readonly desk: WorthDesk } | null = null;

/** The network of a folder, fetched once. */
function openNetwork(url: string): ReturnType<typeof fetchNetwork> {
  if (opened?.url !== url) {
    opened = { url, network: fetchNetwork(url) };
    desk = null;
    planned = null;
    worth = null;
  }
  return opened.network;
}

async function openDeskOf(url: string): Promise<ReachDesk> {
  const network = await openNetwork(url);
  desk ??= openDesk(network);
  return desk;
}

/** What scenarios are tried on; most readers open none. */
async function openGroundOf(url: string): Promise<CityGround> {
  const network = await openNetwork(url);
  const { openRoadGround } = await import('./ground.ts');
  if (ground?.network !== network) ground = { network, opened: openRoadGround(network) };
  return ground.opened;
}

/** What reads a scenario comes with the first. */
async function openScenario(url: string, { number, files }: PlanFiles): Promise<Planned> {
  const network = await openNetwork(url);
  if (planned?.plan.number === number) return planned;
  const [{ openPlan }, opening] = await Promise.all([import('./plan.ts'), openGroundOf(url)]);
  const plan = openPlan(opening, number, files);
  planned =
    planned?.plan.roadsKey === plan.roadsKey
      ? { ...planned, plan }
      : openDesks(await openDeskOf(url), network, plan);
  return planned;
}

/** Another plan of the same roads is asked at the same desks: what they have found holds. */
function openDesks(base: ReachDesk, network: ImportedNetwork, plan: Plan): Planned {
  const under = { name: `plan ${plan.number}`, openFor: plan.openFor };
  const own = openDesk(network, under);
  return { plan, under, desk: own, changes: openChanges(base, own) };
}

async function showPlan(url: string, files: PlanFiles): Promise<OpenedPlan> {
  const network = await openNetwork(url);
  const { roadsKey, label, file, changed, state } = (await openScenario(url, files)).plan;
  return { roadsKey, label, file, changed, roads: toRoadColumns(state.network, network) };
}

type ListRoads = (boxes: readonly Box[]) => RoadsNear;

/** What lists roads as the first so many rows of a scenario leave them. */
async function openRoads(url: string, plan: PlanFiles | null, rows: number): Promise<ListRoads> {
  if (plan !== null) {
    const { listRoads } = (await openScenario(url, plan)).plan;
    return (boxes) => listRoads(rows, boxes);
  }
  const [{ listBaseRoads }, opening] = await Promise.all([import('./plan.ts'), openGroundOf(url)]);
  return (boxes) => listBaseRoads(opening, boxes);
}

/** Counts roads of an area; those without a scenario are there anew each time, which costs nothing. */
async function countArea({ url, plan, rows, change, area }: CityTasks['area']['input']): Promise<AreaRoads> {
  if (plan !== null) return (await openScenario(url, plan)).plan.countArea(rows)(change, area);
  const [{ openBaseArea }, opening] = await Promise.all([import('./plan.ts'), openGroundOf(url)]);
  return openBaseArea(opening)(change, area);
}

async function meet({ url, plan, rows, road }: CityTasks['meet']['input']): Promise<readonly NamedMeeting[]> {
  const [{ meetRoads }, listRoads] = await Promise.all([
    import('./meet-roads.ts'),
    openRoads(url, plan, rows),
  ]);
  return meetRoads(listRoads, road);
}

async function answer(
  url: string,
  { question, known, plan }: CityTasks['reach']['input'],
): Promise<ReachAnswers> {
  const base = await openDeskOf(url);
  if (plan === null) return { without: base.answer(question, known), with: null, change: null, plan: null };
  const { plan: laid, under, desk: own, changes } = await openScenario(url, plan);
  return {
    without: base.answer(question, known, under, laid.firms),
    with: own.answer(question, known, undefined, laid.firms),
    change: changes.answer(question, known),
    plan: plan.number,
  };
}

/** What is asked of the worth of roads: the last question's is kept, for its answer and its files. */
async function openWorthOf(
  url: string,
  { vehicleClass, plan: files, isWith }: WorthQuestion,
): Promise<WorthDesk> {
  const key = [vehicleClass, files.number, isWith].join(' ');
  if (worth?.key === key) return worth.desk;
  const [{ openWorth }, network] = await Promise.all([import('./worth-desk.ts'), openNetwork(url)]);
  const { plan } = await openScenario(url, files);
  const [city, state] = isWith
    ? [plan.openFor(vehicleClass), plan.findState(vehicleClass)]
    : [openCity(network, vehicleClass), null];
  worth = { key, desk: openWorth(city, state, plan.firms) };
  return worth.desk;
}

const MACHINE: Machine = {
  isShared: self.crossOriginIsolated,
  processors: navigator.hardwareConcurrency,
};

async function planClosings({ url, asked, workers }: CityTasks['closing']['input']): Promise<ClosingWork> {
  return (await openWorthOf(url, asked)).plan(asked.cutoffMin, workers, MACHINE);
}

async function write(
  url: string,
  { question, kind, plan, isDifference }: CityTasks['file']['input'],
): Promise<string> {
  if (plan === null) return (await openDeskOf(url)).write(question, kind);
  const { desk: under, changes } = await openScenario(url, plan);
  return (isDifference ? changes : under).write(question, kind);
}

async function open(url: string): Promise<OpenedCity> {
  try {
    const network = await openNetwork(url);
    const roads = toRoadColumns(network);
    const label = toLabel(network);
    return { ok: true, label, roads, names: toRoadNames(network), toCome: listRoadsToCome(network) };
  } catch (error) {
    if (error instanceof NoNetwork) return { ok: false, problem: error.problem };
    throw error;
  }
}

type Output =
  | OpenedCity
  | OpenedPlan
  | RoadsNear
  | AreaRoads
  | readonly NamedMeeting[]
  | ReachAnswers
  | ClosingWork
  | WorthAnswer
  | string;

async function run(ask: Ask): Promise<Output> {
  const { url } = ask.input;
  if (ask.task === 'open') return open(url);
  if (ask.task === 'plan') return showPlan(url, ask.input.plan);
  if (ask.task === 'meet') return meet(ask.input);
  if (ask.task === 'area') return countArea(ask.input);
  if (ask.task === 'roads' || ask.task === 'pointed' || ask.task === 'seen') {
    const { plan, rows, boxes } = ask.input;
    return (await openRoads(url, plan, rows))(boxes);
  }
  if (ask.task === 'closing') return planClosings(ask.input);
  if (ask.task === 'worth') return (await openWorthOf(url, ask.input.asked)).answer(ask.input.found);
  if (ask.task === 'worthFile')
    return (await openWorthOf(url, ask.input.asked)).write(ask.input.found, ask.input.kind);
  return ask.task === 'reach' ? answer(url, ask.input) : write(url, ask.input);
}

/** What is handed over and not copied. */
function listHandedOver(output: Output): Transferable[] {
  if (typeof output === 'string') return [];
  if ('without' in output) {
    const { without, with: under, change } = output;
    const sides = [...without.sides, ...(under?.sides ?? []), change?.side ?? null];
    return sides.flatMap((side) => side?.seconds?.buffer ?? []);
  }
  return 'roads' in output ? [output.roads.stretches.buffer] : [];
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
