/** Sentences the user must see: a broken link, a file that could not be read, a worker that had to be restarted. */
import { signal } from '@preact/signals';

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'problem';
  /** Shown as text, never as markup. */
  readonly lines: readonly string[];
}

export const notices = signal<readonly Notice[]>([]);
let last = 0;

/** Adds a notice; the same lines are not said twice. Null where nothing was added, else its id. */
export function notify(tone: Notice['tone'], lines: readonly string[]): number | null {
  const text = JSON.stringify(lines);
  if (lines.length === 0 || notices.value.some((one) => JSON.stringify(one.lines) === text)) return null;
  last += 1;
  notices.value = [...notices.value, { id: last, tone, lines }];
  return last;
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  notices.value = notices.value.filter((one) => one.id !== id);
}
