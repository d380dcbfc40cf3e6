/**
 * What two scenarios differ by. Only a difference of belt sections alone may be called an effect of the belt, as
 * the command line has it.
 */
import type { AnswerScenario } from '../../src/index.ts';

/** Nothing, all of the belt, the rest of it, sections taken away, or other roads too. */
export type Contrast = 'same' | 'belt' | 'rest' | 'removal' | 'roads';

/** What the two scenarios of an answer differ by; `beltAlone`: their roads differ by sections of the belt at most. */
export function findContrast(beltAlone: boolean, base: AnswerScenario, build: AnswerScenario): Contrast {
  if (base.id === build.id) return 'same';
  if (!beltAlone) return 'roads';
  const [old, now] = [new Set(base.beltSections), new Set(build.beltSections)];
  const gains = build.beltSections.every((one) => old.has(one)) ? 0 : 1;
  const loses = base.beltSections.every((one) => now.has(one)) ? 0 : 1;
  if (gains === 0 && loses === 0) return 'same';
  if (gains === 1 && loses === 1) return 'roads';
  if (loses === 1) return 'removal';
  return base.beltSections.length === 0 ? 'belt' : 'rest';
}
