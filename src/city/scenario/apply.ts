/**
 * A network and a scenario give the roads and places of one day. The network is an untouched base: modifications are all
 * checked, each against what those before it would leave, and the first that is wrong leaves nothing applied.
 */
import type { Scenario } from '../../model/scenario.ts';
import type { Problem } from '../../problems.ts';
import { checkWhole } from '../../scenario/apply.ts';
import { toLastDay } from '../../scenario/dates.ts';
import { expectNone } from '../../scenario/steps.ts';
import { startCityDraft, type CityDraft, type CityFirm, type CityTrial } from './draft.ts';
import type { CityGround } from './ground.ts';
import { listCitySteps } from './modifications.ts';
import { toCityRoads, type CityRoads } from './state.ts';

/** A city under a scenario. */
export interface CityState extends CityRoads {
  readonly scenario: Scenario;
  readonly ground: CityGround;
  /** Vehicle that is asked about, by its place in the notes. */
  readonly profile: number;
  readonly firms: ReadonlyMap<string, CityFirm>;
  /** What the modifications made, whatever their dates. */
  readonly draft: CityDraft;
}

interface Drawn {
  readonly draft: CityDraft;
  readonly problems: readonly Problem[];
}

function draw(trial: CityTrial, scenario: Scenario): Drawn {
  const steps = listCitySteps(trial, scenario.modifications);
  return {
    draft: steps.at(-1)?.after ?? startCityDraft(trial),
    problems: [...checkWhole(scenario), ...steps.flatMap(({ problems }) => problems)],
  };
}

/** Everything wrong in a scenario for a city, each at a path such as `modifications[2].line`. */
export function checkCityScenario(trial: CityTrial, scenario: Scenario): readonly Problem[] {
  return draw(trial, scenario).problems;
}

/** A city under a scenario. Throws DataError with everything wrong in it; nothing is applied then. */
export function applyCityScenario(trial: CityTrial, scenario: Scenario): CityState {
  const { draft, problems } = draw(trial, scenario);
  expectNone(scenario, problems);
  const { ground, profile } = trial;
  return {
    ...toCityRoads(draft, toLastDay(scenario.date)),
    scenario,
    ground,
    profile,
    firms: draft.firms,
    draft,
  };
}
