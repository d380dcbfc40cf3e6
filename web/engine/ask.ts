/**
 * Keeps the answers in step with what is asked: a change of the choice asks for new numbers at once, then for
 * what the view draws, then for the slow rest. Answers that were overtaken are dropped by the client.
 */
import { computed, effect, untracked, type Signal } from '@preact/signals';
import type { Dataset } from '../../src/index.ts';
import { openDataset } from '../dataset/open.ts';
import { answer, dataset, full, scene, trip, type Held } from '../state/answers.ts';
import { changedAt, choice, toDay, toRequest } from '../state/choice.ts';
import { drawnPlace, look } from '../state/look.ts';
import { askedScenarios, findNamedScenario } from '../state/own-scenarios.ts';
import { notify } from '../state/notices.ts';
import { studioOpen } from '../state/studio-open.ts';
import { t } from '../words/index.ts';
import { Broken, createEngine, Overtaken, Refused, type Engine } from './client.ts';
import type { SceneInput, TaskName, Tasks } from './protocol.ts';

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

const restarted = (): void => void notify('problem', [t('app.restarted')]);
/** Follows the finger: numbers, trips. */
export const quick: Engine = createEngine(startWorker, restarted);
let slowEngine: Engine | null = null;
/** Takes longer: areas, claims, exports. Started with the first use, so that it does not delay the first answer. */
export function slow(): Engine {
  slowEngine ??= createEngine(startWorker, restarted);
  return slowEngine;
}

/** Day of a scenario of the data set or the user, or the day it is. */
export function dayOf(scenario: string): string {
  return findNamedScenario(scenario)?.date ?? toDay(scenario) ?? scenario;
}

/** The request of what is asked now. */
export const request = computed(() => ({ ...toRequest(choice.value, dayOf), ...askedScenarios.value }));

function toProblems(error: unknown): readonly string[] {
  if (error instanceof Refused) return error.problems;
  if (error instanceof Broken) return [t('app.broken')];
  return [error instanceof Error ? error.message : String(error)];
}

/** Asks and holds the answer; the value before stays while waiting. */
export async function follow<N extends TaskName>(
  engine: Engine,
  task: N,
  input: Tasks[N]['input'],
  held: Signal<Held<Tasks[N]['output']>>,
): Promise<void> {
  held.value = { ...held.peek(), state: 'waiting' };
  try {
    held.value = { state: 'ready', value: await engine.ask(task, input), problems: [] };
  } catch (error) {
    if (error instanceof Overtaken) return;
    held.value = { ...held.peek(), state: 'failed', problems: toProblems(error) };
  }
}

const sceneInput = computed<SceneInput>(() => {
  const { view, reach, direction, measure } = look.value;
  return { request: request.value, view, place: drawnPlace.value, reach, direction, measure };
});
/** The same text as long as a scene asks the same. */
const sceneKey = computed(() => JSON.stringify(sceneInput.value));
const tripKey = computed(() => JSON.stringify([request.value, look.value.trip]));
/** How long nothing must change before the slow part is asked for, in ms. */
export const PAUSE_MS = 150;
/** While roads are drawn, one click after the other: what takes longer would share a processor with the next numbers. */
const DRAWING_PAUSE_MS = 1500;

/** Puts the whole data set in the place of its core, as soon as the first answer has been seen; then the rest. */
function takeAllOnceAnswered(core: Dataset, complete: () => Promise<Dataset>, rest: () => void): void {
  const takeAll = async (): Promise<void> => {
    try {
      const whole = await complete();
      if (dataset.peek() === core) dataset.value = whole;
    } catch (error) {
      notify('problem', toProblems(error));
    }
  };
  const stop = effect(() => {
    if (answer.value.value === null) return;
    setTimeout(() => {
      stop();
      void takeAll();
      setTimeout(rest, REST_MS);
    });
  });
}

/** How long after the first answer the rest may be fetched, in ms: the map comes first. */
const REST_MS = 1500;

/** Begins to keep every answer in step with what is asked; `rest` is for what can wait until the first is seen. */
export async function startAsking(rest: () => void): Promise<void> {
  const { dataset: core, complete } = await openDataset();
  dataset.value = core;
  effect(() => {
    const asked = request.value;
    untracked(() => void follow(quick, 'answer', asked, answer));
  });
  takeAllOnceAnswered(core, complete, rest);
  effect(() => {
    const ready = answer.value.value !== null && sceneKey.value !== '';
    // First the numbers, then what is drawn of them.
    if (ready) setTimeout(() => void askScene());
  });
  effect(() => {
    const [asked, opened] = JSON.parse(tripKey.value) as [
      Tasks['trip']['input']['request'],
      typeof look.value.trip,
    ];
    if (opened !== null) untracked(() => void follow(quick, 'trip', { request: asked, ...opened }, trip));
  });
  effect(() => {
    const asked = request.value;
    if (answer.value.state !== 'ready') return undefined;
    const pauseMs = studioOpen.peek() ? DRAWING_PAUSE_MS : PAUSE_MS;
    const timer = setTimeout(() => void follow(slow(), 'full', asked, full), pauseMs);
    return () => clearTimeout(timer);
  });
}

let lastScene = '';
async function askScene(): Promise<void> {
  if (sceneKey.peek() === lastScene) return;
  lastScene = sceneKey.peek();
  const input = sceneInput.peek();
  const engine = ['reach', 'fastest', 'value'].includes(input.view) ? slow() : quick;
  await follow(engine, 'scene', input, scene);
}

/** Notes how long the newest change took to reach the page; called when the new numbers are in the DOM. */
export function measureUpdate(): void {
  const start = changedAt.peek();
  if (start === null) return;
  changedAt.value = null;
  performance.measure('beltway:update', { start, end: performance.now() });
}
