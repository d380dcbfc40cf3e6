/** Scenarios of the user as files: the very file that a command takes. A file that is wrong changes nothing. */
import type { ScenarioFile } from '../../src/index.ts';
import { slow } from '../engine/ask.ts';
import { toFileText } from '../studio/text.ts';
import { toScenarioFileName } from './command.ts';
import { saveText } from './download.ts';
import { findFile, findOwnScenario, ownScenarios } from './own-scenarios.ts';
import { markSaved } from './studio-saved.ts';
import { addScenario, compareWith } from './studio.ts';

/** A scenario file longer than this was not made by anybody's hand. */
const MOST_BYTES = 5_000_000;

export type Opened =
  | { readonly state: 'problems'; readonly name: string; readonly problems: readonly string[] }
  /** `as`: what it is called here; `known`: it was here already, just the same. */
  | { readonly state: 'opened'; readonly title: string; readonly as: string; readonly known: boolean };

/** Gives the user the file. */
export function saveScenario(file: ScenarioFile): void {
  saveText(toScenarioFileName(file.id), toFileText(file), 'application/json');
  markSaved(file);
}

/** Reads a text as a scenario, takes it in where nothing is wrong, and compares with it. */
async function openScenarioText(name: string, text: string): Promise<Opened> {
  const others = ownScenarios.peek().flatMap(({ file }) => findOwnScenario(file.id) ?? []);
  const { file, problems } = await slow().ask('scenario', { name, text, others });
  if (file === null) return { state: 'problems', name, problems };
  const known = findFile(file.id);
  if (known !== undefined && toFileText(known) === toFileText(file)) {
    compareWith(known);
    return { state: 'opened', title: file.title, as: known.title, known: true };
  }
  const { title } = addScenario(file);
  return { state: 'opened', title: file.title, as: title, known: false };
}

/** Reads a file of the user's device. */
export async function openScenarioFile(file: File): Promise<Opened> {
  const { name, size } = file;
  if (size > MOST_BYTES) {
    const problem = `${name}: expected at most ${MOST_BYTES} bytes, found ${size}`;
    return { state: 'problems', name, problems: [problem] };
  }
  try {
    return await openScenarioText(name, await file.text());
  } catch (error) {
    return { state: 'problems', name, problems: [error instanceof Error ? error.message : String(error)] };
  }
}
