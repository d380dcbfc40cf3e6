/** One line a kind of modification on a city: how it is checked, and how it is applied. */
import type { Modification } from '../../model/scenario.ts';
import { listSteps, type Kinds, type Step } from '../../scenario/steps.ts';
import { applyCityBuild } from './build.ts';
import { checkCityBuild } from './check-build.ts';
import { startCityDraft, type CityDraft, type CityTrial } from './draft.ts';
import {
  applyAddCityPlant,
  applyAddCitySupplier,
  applyMoveCityPlant,
  checkAddFirm,
  checkMoveCityPlant,
} from './firms.ts';
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

const KINDS: Kinds<CityDraft> = {
  build: { check: checkCityBuild, apply: applyCityBuild },
  close: { check: (draft, one, path) => checkCityTargets(draft, one, path), apply: applyCityClose },
  change: { check: checkCityChange, apply: applyCityChange },
  'set-dates': { check: checkCityDates, apply: applyCityDates },
  'set-speed-factor': { check: checkCitySpeedFactor, apply: applyCitySpeedFactor },
  'add-plant': { check: checkAddFirm, apply: applyAddCityPlant },
  'move-plant': { check: checkMoveCityPlant, apply: applyMoveCityPlant },
  'add-supplier': { check: checkAddFirm, apply: applyAddCitySupplier },
};

/** The modifications of a scenario, tried one after the other on a city. */
export function listCitySteps(
  trial: CityTrial,
  modifications: readonly Modification[],
): readonly Step<CityDraft>[] {
  return listSteps(startCityDraft(trial), KINDS, modifications);
}
