/** Whether the scenario studio stands in the place of the question. */
import { signal } from '@preact/signals';

export const studioOpen = signal(false);

/** A scenario file that was dropped on the page, to be opened. */
export const droppedScenario = signal<File | null>(null);
