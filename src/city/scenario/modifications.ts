/** One line a kind of modification on a city: how it is checked, and how it is applied. */
import type { Modification, ModificationKind, ModificationOf } from '../../model/scenario.ts';
import type { Problem } from '../../problems.ts';
import { applyCityBuild } from './build.ts';
import { checkCityBuild } from './check-build.ts';
import type { CityDraft } from './draft.ts';
import {
  applyAddCityPlant,
  applyAddCitySupplier,
  applyMoveCityPlant,
  checkAddPlayer,
  checkMoveCityPlant,
} from './players.ts';
import {
  applyCityChange,
  applyCityClose,
  applyCityDates,
  applyCitySpeedFactor,
  checkCityChange,
  checkCityDates,
  checkCitySpeedFactor,
} from './roads.ts';
import { checkCityTargets } from './targets.ts';

interface CityKind<M> {
  readonly check: (draft: CityDraft, modification: M, path: string) => readonly Problem[];
  readonly apply: (draft: CityDraft, modification: M) => CityDraft;
}

const KINDS: { readonly [K in ModificationKind]: CityKind<ModificationOf<K>> } = {
  build: { check: checkCityBuild, apply: applyCityBuild },
  close: { check: (draft, one, path) => checkCityTargets(draft, one, path), apply: applyCityClose },
  change: { check: checkCityChange, apply: applyCityChange },
  'set-dates': { check: checkCityDates, apply: applyCityDates },
  'set-speed-factor': { check: checkCitySpeedFactor, apply: applyCitySpeedFactor },
  'add-plant': { check: checkAddPlayer, apply: applyAddCityPlant },
  'move-plant': { check: checkMoveCityPlant, apply: applyMoveCityPlant },
  'add-supplier': { check: checkAddPlayer, apply: applyAddCitySupplier },
};

/** The two of a modification's own kind; undefined for a value that no compiler has seen. */
export function findCityKind(modification: Modification): CityKind<Modification> | undefined {
  const { kind } = modification;
  return Object.hasOwn(KINDS, kind) ? (KINDS[kind] as CityKind<Modification>) : undefined;
}
