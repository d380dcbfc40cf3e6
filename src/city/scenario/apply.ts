/**
 * A network and a scenario give the roads and places of one day. The network is an untouched base: modifications are all
 * checked, each against what those before it would leave, and the first that is wrong leaves nothing applied.
 */
import { MODIFICATION_KINDS, type Modification, type Scenario } from '../../model/scenario.ts';
import { DataError, type Problem } from '../../problems.ts';
import { checkWhole } from '../../scenario/apply.ts';
import { toProblem } from '../../scenario/check.ts';
import { toLastDay } from '../../scenario/dates.ts';
import { startCityDraft, type CityDraft, type CityPlayer } from './draft.ts';
import type { CityGround } from './ground.ts';
import { findCityKind } from './modifications.ts';
import { toCityRoads, type CityRoads } from './state.ts';

/** A city under a scenario. */
export interface CityState extends CityRoads {
  readonly scenario: Scenario;
  readonly ground: CityGround;
  /** Vehicle that is asked about, by its place in the notes. */
  readonly profile: number;
  readonly players: ReadonlyMap<string, CityPlayer>;
  /** What the modifications made, whatever their dates. */
  readonly draft: CityDraft;
}

interface Step {
  readonly after: CityDraft;
  readonly problems: readonly Problem[];
}

function tryModification(before: CityDraft, modification: Modification, i: number): Step {
  if (modification.off === true) return { after: before, problems: [] };
  const kind = findCityKind(modification);
  const path = `modifications[${i}]`;
  if (kind === undefined) {
    const expected = `a kind of modification: ${MODIFICATION_KINDS.join(', ')}`;
    const { kind: found } = modification as { readonly kind: unknown };
    return { after: before, problems: [toProblem(`${path}.kind`, expected, found, 'unknown-id')] };
  }
  const problems = kind.check(before, modification, path);
  return { after: problems.length > 0 ? before : kind.apply(before, modification), problems };
}

/** What a scenario is tried on. */
export interface CityTrial {
  readonly ground: CityGround;
  readonly profile: number;
  /** Suppliers and plants that the question brings along. */
  readonly players?: readonly CityPlayer[];
}

function draw({ ground, profile, players = [] }: CityTrial, scenario: Scenario): Step {
  let step: Step = { after: startCityDraft(ground, profile, players), problems: checkWhole(scenario) };
  for (const [i, modification] of scenario.modifications.entries()) {
    const { after, problems } = tryModification(step.after, modification, i);
    step = { after, problems: [...step.problems, ...problems] };
  }
  return step;
}

/** Everything wrong in a scenario for a city, each at a path such as `modifications[2].line`. */
export function checkCityScenario(trial: CityTrial, scenario: Scenario): readonly Problem[] {
  return draw(trial, scenario).problems;
}

/** A city under a scenario. Throws DataError with everything wrong in it; nothing is applied then. */
export function applyCityScenario(trial: CityTrial, scenario: Scenario): CityState {
  const { after, problems } = draw(trial, scenario);
  const file = `scenario ${scenario.id}`;
  if (problems.length > 0) throw new DataError(problems.map((problem) => ({ ...problem, file })));
  const { ground, profile } = trial;
  return {
    ...toCityRoads(after, toLastDay(scenario.date)),
    scenario,
    ground,
    profile,
    players: after.players,
    draft: after,
  };
}
