/**
 * Keeps the draws in step with what is asked while their view is open: the first after fifty, then on to all, until
 * another question comes or the reader stops them. The worker answers other questions in between.
 */
import { computed, effect, untracked } from '@preact/signals';
import { answer } from '../state/answers.ts';
import { confidence, isStopped, sweeps } from '../state/doubts.ts';
import { look } from '../state/look.ts';
import { request, slow } from './ask.ts';
import { Overtaken, Refused } from './client.ts';

/** Draws between two pictures. */
const STEP = 50;
/** Draws of the page: as many as the command line makes where nothing is said. */
export const ALL_DRAWS = 500;

/** The same text as long as the question is the same. */
const key = computed(() => JSON.stringify(request.value));
let asked = '';

function toProblems(error: unknown): readonly string[] {
  if (error instanceof Refused) return error.problems;
  return [error instanceof Error ? error.message : String(error)];
}

async function draw(text: string, from: number): Promise<void> {
  for (let upTo = from + STEP; upTo <= ALL_DRAWS; upTo += STEP) {
    if (asked !== text || isStopped.peek()) return;
    const value = await slow().ask('draws', { request: request.peek(), upTo });
    if (asked !== text) return;
    confidence.value = { state: upTo < ALL_DRAWS ? 'waiting' : 'ready', value, problems: [] };
  }
}

/** Who stops and goes on at once asks for the same draws again: they are those in hand. */
function passOvertaken(error: unknown): void {
  if (!(error instanceof Overtaken)) throw error;
}

async function begin(text: string): Promise<void> {
  asked = text;
  isStopped.value = false;
  confidence.value = { ...confidence.peek(), state: 'waiting' };
  sweeps.value = { ...sweeps.peek(), state: 'waiting' };
  try {
    await draw(text, 0).catch(passOvertaken);
    if (asked !== text) return;
    const value = await slow().ask('sweeps', request.peek());
    if (asked === text) sweeps.value = { state: 'ready', value, problems: [] };
  } catch (error) {
    if (error instanceof Overtaken || asked !== text) return;
    confidence.value = { state: 'failed', value: null, problems: toProblems(error) };
  }
}

/** Stops the draws; those made stay. */
export function stopDraws(): void {
  isStopped.value = true;
}

/** Draws on from where the reader stopped. */
export function goOnDrawing(): void {
  isStopped.value = false;
  const text = asked;
  draw(text, confidence.peek().value?.draws ?? 0).catch((error: unknown) => {
    if (error instanceof Overtaken || asked !== text) return;
    confidence.value = { state: 'failed', value: null, problems: toProblems(error) };
  });
}

let isFollowing = false;

/** Begins to follow; more than once is once. */
export function followDoubts(): void {
  if (isFollowing) return;
  isFollowing = true;
  effect(() => {
    const isOpen = look.value.view === 'confidence' && answer.value.state === 'ready';
    const text = key.value;
    if (isOpen && text !== asked) untracked(() => void begin(text));
  });
}
