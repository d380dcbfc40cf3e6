/**
 * How the address follows the state: a discrete change is a step that Back undoes; what follows the finger
 * replaces the address, and not more often than browsers allow.
 */
import { splitParts } from './address-parts.ts';

/** Keys that sliders and the map move. */
const CONTINUOUS: ReadonlySet<string> = new Set(['cutoff', 'level', 'line', 'map']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Safari allows 100 changes in 30 s. */
const PAUSE_MS = 400;

/** Whether the step from one state to another is one that the user would undo by itself. */
export function isDiscrete(before: string, after: string): boolean {
  const [old, now] = [before, after].map((text) => new Map(splitParts(text).pairs));
  if (old === undefined || now === undefined) return true;
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
  return changed.some((key) => {
    const slides = DAY.test(old.get(key) ?? '') && DAY.test(now.get(key) ?? '');
    return !CONTINUOUS.has(key) && !slides;
  });
}

export interface Trail {
  /** The text after `#` that is in the address, or will be after a pause. */
  readonly latest: () => string;
  /** Takes in a new state. */
  readonly follow: (text: string) => void;
  /** Takes in a state that the address has already; `text` corrects the address where it says it otherwise. */
  readonly settle: (text: string) => void;
}

/** Follows the state; `write` puts a text after `#`. */
export function createTrail(start: string, write: (how: 'push' | 'replace', text: string) => void): Trail {
  let latest = start;
  let written = start;
  let stepped = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function put(how: 'push' | 'replace', text: string): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (text !== written) write(how, text);
    latest = text;
    written = text;
  }
  function step(text: string): void {
    put('replace', latest);
    put('push', text);
    stepped = true;
    setTimeout(() => (stepped = false));
  }
  return {
    latest: () => latest,
    follow: (text) => {
      if (text === latest) return;
      if (!isDiscrete(latest, text)) {
        latest = text;
        timer ??= setTimeout(() => put('replace', latest), PAUSE_MS);
      } else if (stepped) put('replace', text);
      else step(text);
    },
    settle: (text) => put('replace', text),
  };
}
