/** What the engine said of the rows of a scenario: the newest answer's word, in the engine's own words. */
import type { Problem, ScenarioFile, TriedModification } from '../../src/index.ts';
import { answer } from './answers.ts';
import { findNamedScenario } from './own-scenarios.ts';

/** A problem within a row; without a path it is about the whole of it. */
function toSentence({ path, expected, found }: Problem): string {
  return `${path === '' ? '' : `${path}: `}expected ${expected}, found ${found}`;
}

/** The own rows of a scenario as they were tried, after those of what it stands on; none before they were. */
function listTried({ id, base, modifications }: ScenarioFile): readonly (TriedModification | undefined)[] {
  const tried = answer.value.value?.tried[id]?.modifications ?? [];
  const before = findNamedScenario(base)?.modifications.length ?? 0;
  return modifications.map((_, i) => tried[before + i]);
}

/** What is wrong with each row. */
export function listRowProblems(file: ScenarioFile): readonly (readonly string[])[] {
  return listTried(file).map((tried) => (tried?.problems ?? []).map(toSentence));
}

/** How many stretches of road each row touches, and how many metres it builds; null before that is known. */
export function listRowEffects(
  file: ScenarioFile,
): readonly ({ readonly features: number; readonly builtM: number } | null)[] {
  return listTried(file).map((tried) =>
    tried === undefined ? null : { features: tried.features.length, builtM: tried.builtM },
  );
}

/** What is wrong with a scenario as a whole. */
export function listWholeProblems({ id }: ScenarioFile): readonly string[] {
  return (answer.value.value?.tried[id]?.problems ?? []).map(toSentence);
}
