/** Congestion: the driven speed of the links among the targets becomes a part of what it was. */
import type { SetSpeedFactorModification } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { checkRange } from './check.ts';
import type { Draft } from './draft.ts';
import { changeTargets, checkTargets } from './targets.ts';

/** A road at less than a hundredth of its speed is closed. */
export const FACTOR = [0.01, 1] as const;

/** What is wrong with the modification at a path such as `modifications[0]`; nothing is applied. */
export function checkSetSpeedFactor(
  draft: Draft,
  modification: SetSpeedFactorModification,
  path: string,
): readonly Problem[] {
  const { factor } = modification;
  return [
    ...checkTargets(draft, modification, path),
    ...checkRange(factor, FACTOR, 'a part of the driven speed', `${path}.factor`),
  ];
}

/** New link values where the speed changes; factors of several modifications multiply. */
export function applySetSpeedFactor(draft: Draft, modification: SetSpeedFactorModification): Draft {
  return changeTargets(draft, modification, (link) => {
    return { ...link, speedFactor: (link.speedFactor ?? 1) * modification.factor };
  });
}
