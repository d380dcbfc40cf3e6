/**
 * What every road is worth: the closing of every link, shared among workers that begin when it is asked for. It is asked
 * of one question; where that changes meanwhile the work is dropped, and what was found is shown for its own question alone.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import { uniteLosses, type CityMeasure, type LinkLoss } from '../../src/index.ts';
import { t } from '../words/index.ts';
import { askClosing, askWorth, toSentences } from './ask.ts';
import { GivenUp, shareWork, WorkerDied } from './pool.ts';
import type { ClosingWork, WorthAnswer, WorthFound, WorthQuestion } from './worth-protocol.ts';
import { cityChoice, plan, view } from './state.ts';

/** What is asked now; null without a scenario, which has the suppliers and plants. */
export const worthQuestion = computed<WorthQuestion | null>(() => {
  const now = plan.value;
  if (now === null) return null;
  const { vehicleClass, cutoffMin } = cityChoice.value;
  const files = { number: now.number, files: now.files };
  return { vehicleClass, cutoffMin, plan: files, isWith: view.value !== 'without' };
});

const toKey = (asked: WorthQuestion | null): string =>
  asked === null
    ? ''
    : [asked.vehicleClass, asked.cutoffMin, asked.plan.number, asked.isWith ? 'with' : 'without'].join(' ');
const questionKey = computed(() => toKey(worthQuestion.value));

/** By what links are ranked and drawn. */
export const worthMeasure = signal<CityMeasure>('minutes');

/** The closings of a question. */
export interface Closed {
  readonly key: string;
  readonly asked: WorthQuestion;
  readonly losses: readonly LinkLoss[];
  readonly workers: number;
  readonly ms: number;
}

/** Questions whose closings are kept: without and with, and each before the last change. */
const KEPT = 4;
const allClosed = signal<readonly Closed[]>([]);
export const closed = computed(
  () => allClosed.value.find(({ key }) => key === questionKey.value && key !== '') ?? null,
);

/** How far the work is, in closings; nothing of all while it is prepared. */
export interface WorthRun {
  readonly done: number;
  readonly all: number;
  readonly workers: number;
}
export const worthRun = signal<WorthRun | null>(null);

/** Why there is no answer: the question changed meanwhile, the reader gave it up, or what went wrong, as sentences. */
export type WorthEnd =
  | { readonly kind: 'dropped' | 'stopped' }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };
export const worthEnd = signal<WorthEnd | null>(null);

/** The work under way. */
interface Current {
  readonly key: string;
  stop: () => void;
}
let current: Current | null = null;

/** Ends the work under way, if there is any. */
function end(how: WorthEnd): void {
  if (current === null) return;
  const { stop } = current;
  current = null;
  stop();
  batch(() => {
    worthRun.value = null;
    worthEnd.value = how;
  });
}

export const stopClosing = (): void => end({ kind: 'stopped' });

/** The parts of the work, as they come. */
async function doWork(own: Current, { job, tasks, workers }: ClosingWork): Promise<readonly LinkLoss[]> {
  const count = (i: number): number => (tasks[i]?.to ?? 0) - (tasks[i]?.from ?? 0);
  const all = tasks.reduce((sum, _, i) => sum + count(i), 0);
  worthRun.value = { done: 0, all, workers };
  const { results, stop } = shareWork(job, tasks, {
    workers,
    startWorker: () => new Worker(new URL('./pool-worker.ts', import.meta.url), { type: 'module' }),
    onDone: (task) => {
      const run = worthRun.peek();
      if (current === own && run !== null) worthRun.value = { ...run, done: run.done + count(task) };
    },
  });
  own.stop = stop;
  return uniteLosses(await results);
}

function toProblems(error: unknown): readonly string[] {
  return error instanceof WorkerDied
    ? [t('city.worth.died', { why: error.message }).trim()]
    : toSentences(error);
}

/** Closes every link in turn for the question of now. */
export async function closeEveryLink(): Promise<void> {
  const asked = worthQuestion.peek();
  if (asked === null) return;
  stopClosing();
  const own: Current = { key: toKey(asked), stop: () => undefined };
  current = own;
  batch(() => {
    worthRun.value = { done: 0, all: 0, workers: 0 };
    worthEnd.value = null;
  });
  const since = performance.now();
  try {
    const work = await askClosing(asked, cityChoice.peek().threads);
    if (current !== own) return;
    const losses = await doWork(own, work);
    if (current !== own) return;
    const found = { key: own.key, asked, losses, workers: work.workers, ms: performance.now() - since };
    current = null;
    batch(() => {
      allClosed.value = [found, ...allClosed.peek().filter(({ key }) => key !== own.key)].slice(0, KEPT);
      worthRun.value = null;
    });
    performance.measure('beltway:worth', { start: since, end: performance.now() });
  } catch (error) {
    if (current === own && !(error instanceof GivenUp)) end({ kind: 'failed', problems: toProblems(error) });
  }
}

/** The work is that of the question, or there is none. */
effect(() => {
  const key = questionKey.value;
  if (current !== null && current.key !== key) end({ kind: 'dropped' });
  // That work was dropped is said until there is an answer again.
  else if (current === null && (closed.value !== null || worthEnd.peek()?.kind !== 'dropped'))
    worthEnd.value = null;
});

/** Closings as they are told by the measure that is looked at. */
export interface Told extends WorthAnswer {
  readonly of: Closed;
  readonly measure: CityMeasure;
}
const lastTold = signal<Told | null>(null);
/** What is told of the question and the measure of now. */
export const told = computed(() => {
  const last = lastTold.value;
  return last !== null && last.of === closed.value && last.measure === worthMeasure.value ? last : null;
});

export const toFound = ({ losses, asked }: Closed, measure: CityMeasure): WorthFound => ({
  ...{ losses, measure },
  cutoffMin: asked.cutoffMin,
});

async function tell(of: Closed, measure: CityMeasure): Promise<void> {
  try {
    const answer = await askWorth(of.asked, toFound(of, measure));
    if (closed.peek() === of && worthMeasure.peek() === measure) lastTold.value = { ...answer, of, measure };
  } catch (error) {
    if (closed.peek() !== of || worthMeasure.peek() !== measure) return;
    // It can be asked again: what cannot be told is not kept.
    allClosed.value = allClosed.peek().filter((one) => one !== of);
    worthEnd.value = { kind: 'failed', problems: toSentences(error) };
  }
}

effect(() => {
  if (closed.value !== null) void tell(closed.value, worthMeasure.value);
});
