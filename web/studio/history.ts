/** Steps that can be undone and done again: plain values, each a whole. */

export interface History<T> {
  /** Oldest first. */
  readonly past: readonly T[];
  readonly now: T;
  /** Next first. */
  readonly future: readonly T[];
  /** What made `now`: the same thing again (typing on, dragging on) is no further step. */
  readonly by: string | null;
}

/** More steps than anybody takes back one by one. */
const MOST_STEPS = 200;

export function startHistory<T>(now: T): History<T> {
  return { past: [], now, future: [], by: null };
}

/** A new value; with `by` the same as before it takes the place of the one before. */
export function pushStep<T>(history: History<T>, now: T, by: string | null = null): History<T> {
  if (by !== null && by === history.by) return { ...history, now, future: [] };
  return { past: [...history.past, history.now].slice(-MOST_STEPS), now, future: [], by };
}

/** One step back; the same history where there is none. */
export function undoStep<T>({ past, now, future, by }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, now, future, by };
  return { past: past.slice(0, -1), now: before, future: [now, ...future], by: null };
}

/** One step on again; the same history where there is none. */
export function redoStep<T>({ past, now, future, by }: History<T>): History<T> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, now, future, by };
  return { past: [...past, now], now: next, future: rest, by: null };
}

/**
 * The steps up to one that was taken before; what was not a step of its own takes the place of the newest one, which may
 * go on.
 */
export function backToStep<T>(history: History<T>, now: T): History<T> {
  const at = history.past.lastIndexOf(now);
  if (at < 0) return { past: history.past, now, future: [], by: history.by };
  return { past: history.past.slice(0, at), now, future: [], by: null };
}
