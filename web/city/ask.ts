/**
 * Keeps the answer in step with the question: one request is under way, and when it comes the newest question is asked
 * next. Every answer is shown, so that the map follows a pin while it is dragged.
 */
import { batch, effect } from '@preact/signals';
import { createEngine, Refused } from '../engine/client.ts';
import { notify } from '../state/notices.ts';
import { t } from '../words/index.ts';
import type { Area, AreaChange, AreaRoads, Box, BuildModification } from '../../src/index.ts';
import type { NamedMeeting } from './meet-roads.ts';
import type { CityFileKind, CityTasks, PlanFiles, ReachAnswers, RoadsNear } from './protocol.ts';
import {
  answers,
  asking,
  city,
  cityChoice,
  changeCity,
  changedAt,
  isWaiting,
  plan,
  reachProblems,
  roadsToCome,
  view,
  type Asking,
} from './state.ts';
import type { ClosingWork, WorthAnswer, WorthFound, WorthQuestion } from './worth-protocol.ts';

const engine = createEngine<CityTasks>(
  () => new Worker(new URL('./city-worker.ts', import.meta.url), { type: 'module' }),
  () => void notify('problem', [t('app.restarted')]),
);

/** Folder of the network, beside the page. */
const URL_OF_CITY = new URL('city/', new URL('.', location.href)).href;

/** What is wrong, as sentences. */
export function toSentences(error: unknown): readonly string[] {
  if (error instanceof Refused) return error.problems;
  return [error instanceof Error ? error.message : String(error)];
}

type Opened = Extract<CityTasks['open']['output'], { readonly ok: true }>;

/** The network's roads for the map; null where there is no network, and why is said. */
export async function openNetwork(): Promise<Opened | null> {
  const opened = await engine.ask('open', { url: URL_OF_CITY });
  if (!opened.ok) {
    city.value = opened;
    return null;
  }
  const { label } = opened;
  batch(() => {
    const { first, vehicleClass } = cityChoice.peek();
    const [vehicle = ''] = label.vehicles;
    changeCity({
      first: first ?? label.home,
      vehicleClass: label.vehicles.includes(vehicleClass) ? vehicleClass : vehicle,
    });
    city.value = { ok: true, label };
    roadsToCome.value = opened.toCome;
  });
  return opened;
}

/** What takes an answer before the page says its numbers, and which times it has. */
export interface Taker {
  readonly known: () => readonly string[];
  /** `since`: when its question was asked by the reader, in ms of the page. */
  readonly take: (answers: ReachAnswers, since: number) => void;
}

let isAsking = false;

async function askNewest(taker: Taker): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  isWaiting.value = true;
  try {
    for (let asked: Asking | null = null; asked !== asking.peek();) {
      asked = asking.peek();
      if (asked !== null) await askOnce(asked, taker);
    }
  } finally {
    isAsking = false;
    isWaiting.value = false;
  }
}

async function askOnce(asked: Asking, taker: Taker): Promise<void> {
  const since = changedAt.peek();
  try {
    const answer = await engine.ask('reach', { url: URL_OF_CITY, ...asked, known: taker.known() });
    // Another scenario has other roads: its answer is asked for next.
    if (answer.plan !== (plan.peek()?.number ?? null)) return;
    taker.take(answer, since);
    batch(() => {
      answers.value = answer;
      reachProblems.value = [];
    });
  } catch (error) {
    reachProblems.value = toSentences(error);
  }
}

/** Asks from now on. */
export function keepAsking(taker: Taker): () => void {
  return effect(() => {
    if (asking.value !== null) void askNewest(taker);
  });
}

/** The text of a file of the question, without the scenario or with it. */
export function askFile({ question, plan: under }: Asking, kind: CityFileKind): Promise<string> {
  const seen = view.peek();
  const asked = seen === 'without' ? null : under;
  return engine.ask('file', {
    url: URL_OF_CITY,
    question,
    kind,
    plan: asked,
    isDifference: seen === 'difference',
  });
}

/** A scenario over the network. Rejects with everything wrong in its files. */
export function askPlan(files: PlanFiles): Promise<CityTasks['plan']['output']> {
  return engine.ask('plan', { url: URL_OF_CITY, plan: files });
}

/** The scenario that is laid, as questions name it. */
function underPlan(): PlanFiles | null {
  const now = plan.peek();
  return now === null ? null : { number: now.number, files: now.files };
}

/** Roads in some boxes, as the first so many rows of the scenario that is laid leave them. */
export function askRoads(
  rows: number,
  boxes: readonly Box[],
  lane: 'roads' | 'pointed' | 'seen' = 'roads',
): Promise<RoadsNear> {
  return engine.ask(lane, { url: URL_OF_CITY, plan: underPlan(), rows, boxes });
}

/** Roads that a change of an area would touch, as so many rows of the scenario that is laid leave them. */
export function askArea(rows: number, change: AreaChange, area: Area): Promise<AreaRoads> {
  return engine.ask('area', { url: URL_OF_CITY, plan: underPlan(), rows, change, area });
}

/** Where a drawn road meets what so many rows of the scenario that is laid leave. */
export function askMeetings(
  rows: number,
  { line, interchanges }: BuildModification,
): Promise<readonly NamedMeeting[]> {
  return engine.ask('meet', { url: URL_OF_CITY, plan: underPlan(), rows, road: { line, interchanges } });
}

/** The closings of every link, prepared for `workers`; null = as many as pay. */
export function askClosing(asked: WorthQuestion, workers: number | null): Promise<ClosingWork> {
  return engine.ask('closing', { url: URL_OF_CITY, asked, workers });
}

/** What the closings of a question lose, told. */
export function askWorth(asked: WorthQuestion, found: WorthFound): Promise<WorthAnswer> {
  return engine.ask('worth', { url: URL_OF_CITY, asked, found });
}

export function askWorthFile(asked: WorthQuestion, found: WorthFound, kind: CityFileKind): Promise<string> {
  return engine.ask('worthFile', { url: URL_OF_CITY, asked, found, kind });
}

/** Text that is served with the network as its scenario. */
export async function fetchScenario(): Promise<string> {
  const response = await fetch(`${URL_OF_CITY}scenario.json`);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}
