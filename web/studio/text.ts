/** A scenario as the text of its file: what a command writes and takes. */
import { toJsonText, type ScenarioFile } from '../../src/index.ts';

export function toFileText(file: ScenarioFile): string {
  return toJsonText(file);
}
