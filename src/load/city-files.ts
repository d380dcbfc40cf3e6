/** Scenario files for an imported network that stand one on another: all read, from the lowest up. */
import type { CityTrial } from '../city/scenario/draft.ts';
import type { Scenario, ScenarioFile } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { readCityScenario } from './city-scenario.ts';

/** A file by the name it is called, and what stands in it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** The uppermost scenario and its file in the form of today, or everything wrong in the lowest file that is wrong: those above it cannot be judged. */
export interface ReadCityFiles {
  readonly scenario: Scenario | null;
  readonly file: ScenarioFile | null;
  readonly problems: readonly Problem[];
}

/** What a scenario file says it stands on, as far as it can be read at all; what is wrong with it is told later. */
export function peekBase(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('base' in value)) return null;
    return typeof value.base === 'string' ? value.base : null;
  } catch {
    return null;
  }
}

/** The scenario of the last of some files, each of which stands on one before it or on a day. */
export function readCityFiles(trial: CityTrial, files: readonly NamedText[]): ReadCityFiles {
  const known: Scenario[] = [];
  let last: ScenarioFile | null = null;
  for (const { name, text } of files) {
    const { scenario, file, problems } = readCityScenario(trial, text, name, known);
    if (scenario === null) return { scenario, file, problems };
    known.push(scenario);
    last = file;
  }
  return { scenario: known.at(-1) ?? null, file: last, problems: [] };
}
