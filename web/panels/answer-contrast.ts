/**
 * What two scenarios differ by. Only a difference of belt sections alone may be called an effect of the belt, as
 * the command line has it.
 */
import { applyScenario, findScenario, type AnswerScenario, type Dataset } from '../../src/index.ts';

/** Nothing, all of the belt, the rest of it, sections taken away, or other roads too. */
export type Contrast = 'same' | 'belt' | 'rest' | 'removal' | 'roads';

const contrasts = new WeakMap<Dataset, Map<string, boolean>>();

/** Whether the two road networks differ by sections of the belt and by nothing else. */
function differsByBelt(dataset: Dataset, base: string, build: string): boolean {
  const known = contrasts.get(dataset) ?? new Map<string, boolean>();
  contrasts.set(dataset, known);
  const key = `${base}|${build}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const [before, after] = [base, build].map((id) => applyScenario(dataset, findScenario(dataset, id)).links);
  const [old, now] = [new Set(before), new Set(after)];
  const changed = [
    ...(before ?? []).filter((link) => !now.has(link)),
    ...(after ?? []).filter((link) => !old.has(link)),
  ];
  const belt = new Set(dataset.header.belt.sections);
  const only = changed.every(({ section }) => belt.has(section));
  known.set(key, only);
  return only;
}

/** What the two scenarios of an answer differ by. */
export function findContrast(dataset: Dataset, base: AnswerScenario, build: AnswerScenario): Contrast {
  if (base.id === build.id) return 'same';
  if (!differsByBelt(dataset, base.id, build.id)) return 'roads';
  const [old, now] = [new Set(base.beltSections), new Set(build.beltSections)];
  const gains = build.beltSections.every((one) => old.has(one)) ? 0 : 1;
  const loses = base.beltSections.every((one) => now.has(one)) ? 0 : 1;
  if (gains === 0 && loses === 0) return 'same';
  if (gains === 1 && loses === 1) return 'roads';
  if (loses === 1) return 'removal';
  return base.beltSections.length === 0 ? 'belt' : 'rest';
}
