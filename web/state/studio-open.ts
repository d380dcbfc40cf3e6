/** Whether the scenario studio stands in the place of the question. */
import { signal } from '@preact/signals';

/** What this tab keeps of the studio while it is open. */
export const SESSION_KEY = 'beltway:drawing';

/** Whether the studio was open in this tab when it was left. */
function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(SESSION_KEY) !== null;
  } catch {
    return false;
  }
}

export const studioOpen = signal(wasOpen());

/** A tool of the studio has the pointer: the map tells nothing of places and opens none. */
export const isPointing = signal(false);

/** A scenario file that was dropped on the page, to be opened. */
export const droppedScenario = signal<File | null>(null);
