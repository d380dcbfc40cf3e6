/** One line a kind of modification: how it is checked, and how it is applied. */
import type { Dataset } from '../model/dataset.ts';
import type { Modification, ModificationKind } from '../model/scenario.ts';
import { applyAddPlant, checkAddPlant } from './add-plant.ts';
import { applyAddSupplier, checkAddSupplier } from './add-supplier.ts';
import { applyBuild } from './build.ts';
import { applyChange, checkChange } from './change.ts';
import { checkBuild } from './check-build.ts';
import { applyClose } from './close.ts';
import { startDraft, type Draft } from './draft.ts';
import { applyMovePlant, checkMovePlant } from './move-plant.ts';
import { applySetDates, checkSetDates } from './set-dates.ts';
import { applySetSpeedFactor, checkSetSpeedFactor } from './set-speed-factor.ts';
import { listSteps, type Kinds, type Step } from './steps.ts';
import { checkTargets } from './targets.ts';

const KINDS: Kinds<Draft> = {
  build: { check: checkBuild, apply: applyBuild },
  close: { check: checkTargets, apply: applyClose },
  change: { check: checkChange, apply: applyChange },
  'set-dates': { check: checkSetDates, apply: applySetDates },
  'set-speed-factor': { check: checkSetSpeedFactor, apply: applySetSpeedFactor },
  'add-plant': { check: checkAddPlant, apply: applyAddPlant },
  'move-plant': { check: checkMovePlant, apply: applyMovePlant },
  'add-supplier': { check: checkAddSupplier, apply: applyAddSupplier },
};

/** Kinds that leave every road as it is. */
export const PLACE_KINDS: ReadonlySet<ModificationKind> = new Set([
  'add-plant',
  'move-plant',
  'add-supplier',
]);

/** The modifications of a scenario, tried one after the other on the records of a data set. */
export function listDraftSteps(
  dataset: Dataset,
  modifications: readonly Modification[],
): readonly Step<Draft>[] {
  return listSteps(startDraft(dataset), KINDS, modifications);
}
