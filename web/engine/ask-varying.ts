/** Keeps how a trip varies in step with the trip that is open. */
import { computed, effect, untracked } from '@preact/signals';
import { trip } from '../state/answers.ts';
import { varying } from '../state/doubts.ts';
import { look } from '../state/look.ts';
import { follow, PAUSE_MS, request, slow } from './ask.ts';
import type { TripInput } from './protocol.ts';

/** The same text as long as the question is the same; empty where no trip is open. */
const key = computed(() => {
  const opened = look.value.trip;
  return opened === null ? '' : JSON.stringify({ request: request.value, ...opened } satisfies TripInput);
});

let isFollowing = false;

/** Begins to follow; more than once is once. */
export function followVarying(): void {
  if (isFollowing) return;
  isFollowing = true;
  effect(() => {
    const text = key.value;
    // First the way, then how it varies.
    if (text === '' || trip.value.state !== 'ready') return undefined;
    const asked = JSON.parse(text) as TripInput;
    const timer = setTimeout(() => untracked(() => void follow(slow(), 'varying', asked, varying)), PAUSE_MS);
    return () => clearTimeout(timer);
  });
}
