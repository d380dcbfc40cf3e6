/** What the workers have answered. Every value belongs to the question asked last, or is not shown as its answer. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Analysis, Dataset, QuickAnalysis } from '../../src/index.ts';
import type { PageAnswer, Scene } from '../engine/protocol.ts';
import type { TripExplanation } from '../../src/index.ts';

/** An answer with its state: `waiting` keeps the last value on screen, marked as not yet renewed. */
export interface Held<T> {
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly value: T | null;
  /** What went wrong, a sentence each. */
  readonly problems: readonly string[];
}

function hold<T>(): Held<T> {
  return { state: 'waiting', value: null, problems: [] };
}

export const dataset = signal<Dataset | null>(null);
export const answer = signal<Held<PageAnswer>>(hold());
/** The answer that is shown: panels that read this, and not its state, are drawn once a change instead of twice. */
export const shownAnswer = computed(() => answer.value.value);
export const isWaiting = computed(() => answer.value.state === 'waiting');
/** The slow rest of the answer: claims, companions, robustMin. */
export const full = signal<Held<Analysis>>(hold());
export const trip = signal<Held<TripExplanation>>(hold());
/** What the view draws on the map and lists in its table. */
export const scene = signal<Held<Scene>>(hold());

/** Ids of the scenarios that an answer compares; one stands for both where it has but one. */
export interface Roles {
  readonly base: string;
  readonly build: string;
}

/** Ids of base and build in an answer; null where it names none. */
export function rolesOf(said: QuickAnalysis | null): Roles | null {
  const find = (role: string): string | undefined => said?.scenarios.find((one) => one.role === role)?.id;
  const [base, build] = [find('base') ?? find('build'), find('build') ?? find('base')];
  return base === undefined || build === undefined ? null : { base, build };
}

/** Ids of base and build in the answer that is shown. */
export const roles: ReadonlySignal<Roles | null> = computed(() => rolesOf(shownAnswer.value));
