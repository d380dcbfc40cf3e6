/** One line a kind of modification: how it is checked, and how it is applied. */
import type { Modification, ModificationKind, ModificationOf } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { applyAddPlant, checkAddPlant } from './add-plant.ts';
import { applyAddSupplier, checkAddSupplier } from './add-supplier.ts';
import { applyBuild } from './build.ts';
import { applyChange, checkChange } from './change.ts';
import { checkBuild } from './check-build.ts';
import { applyClose } from './close.ts';
import type { Draft } from './draft.ts';
import { applyMovePlant, checkMovePlant } from './move-plant.ts';
import { applySetDates, checkSetDates } from './set-dates.ts';
import { applySetSpeedFactor, checkSetSpeedFactor } from './set-speed-factor.ts';
import { checkTargets } from './targets.ts';

interface Kind<M> {
  readonly check: (draft: Draft, modification: M, path: string) => readonly Problem[];
  readonly apply: (draft: Draft, modification: M) => Draft;
}

const KINDS: { readonly [K in ModificationKind]: Kind<ModificationOf<K>> } = {
  build: { check: checkBuild, apply: applyBuild },
  close: { check: checkTargets, apply: applyClose },
  change: { check: checkChange, apply: applyChange },
  'set-dates': { check: checkSetDates, apply: applySetDates },
  'set-speed-factor': { check: checkSetSpeedFactor, apply: applySetSpeedFactor },
  'add-plant': { check: checkAddPlant, apply: applyAddPlant },
  'move-plant': { check: checkMovePlant, apply: applyMovePlant },
  'add-supplier': { check: checkAddSupplier, apply: applyAddSupplier },
};

/** The two of a modification's own kind; undefined for a value that no compiler has seen. */
export function findKind(modification: Modification): Kind<Modification> | undefined {
  const { kind } = modification;
  return Object.hasOwn(KINDS, kind) ? (KINDS[kind] as Kind<Modification>) : undefined;
}
