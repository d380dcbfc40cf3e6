/** A fix made ready: what should hold as a goal, and the roads of the scenario with the times around every place. */
import type { GroupPlants } from '../condition/group-pairs.ts';
import { searchAround, type Around } from '../fix/around.ts';
import { makeShareGoal, makeTimeGoal, type Goal, type Reading } from '../fix/goal.ts';
import { makeTripRoads, type TripRoads } from '../fix/trips.ts';
import { skim } from '../matrix/skim.ts';
import type { AnswerOrigin } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { FixReading, FixTarget } from '../model/fix.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Place } from '../network/connectors.ts';
import { DataError, type Problem } from '../problems.ts';
import { applyScenario, type RoadState } from '../scenario/apply.ts';
import { toSeconds } from './cells.ts';
import { checkFix, type FixRequest } from './fix-request.ts';
import { toQuestion, type Question } from './question.ts';
import { collect, toProblem } from './request-checks.ts';

export interface FixQuestion {
  readonly question: Question;
  readonly scenario: Scenario;
  readonly state: RoadState;
  readonly target: FixTarget;
  readonly goal: Goal;
  /** Places of the trips. */
  readonly places: readonly Place[];
  readonly origins: readonly AnswerOrigin[];
  readonly around: Around;
  readonly now: Reading;
}

/** Where the trip of a pair ends: the plants of a group, or one place. */
function toDestination({ groups, destinations }: Question, id: string): GroupPlants {
  const group = groups.find((one) => one.group === id);
  if (group !== undefined) return group;
  const place = destinations[0]?.id ?? id;
  return { group: place, choice: 'any', plants: [place] };
}

function toOriginGoal(question: Question, origin: AnswerOrigin, reach: 'outside' | 'all'): Goal {
  const { groups, cutoffS } = question;
  if (reach === 'all') return makeTimeGoal(origin.site, groups, 'every', cutoffS);
  const others = groups.filter(({ group }) => group !== origin.group);
  return makeTimeGoal(origin.site, others, 'one', cutoffS);
}

function toShareGoal(question: Question, target: Extract<FixTarget, { readonly level: number }>): Goal {
  const { groups, cutoffS, population } = question;
  const suppliers = population.placed.map(({ id, zone: site, keiretsu: ownGroup, tier, volume }) => {
    return { id, site, ownGroup, tier, volume };
  });
  const asked = target.kind === 'group' ? groups.filter(({ group }) => group === target.group) : groups;
  const measure = target.kind === 'group' ? 'passes' : target.measure;
  return makeShareGoal(suppliers, asked, measure, target.level, cutoffS);
}

function toGoal(question: Question, target: FixTarget): Goal {
  const [origin] = question.origins;
  switch (target.kind) {
    case 'pair':
      return makeTimeGoal(
        origin?.site ?? '',
        [toDestination(question, target.destination)],
        'one',
        question.cutoffS,
      );
    case 'origin':
      return toOriginGoal(question, origin as AnswerOrigin, target.reach);
    case 'group':
    case 'share':
      return toShareGoal(question, target);
  }
}

/** Places that trips begin at: the target's own, or the suppliers that it counts. */
function listOrigins({ origins, population }: Question, target: FixTarget): readonly AnswerOrigin[] {
  if (target.kind === 'pair' || target.kind === 'origin') return origins.slice(0, 1);
  const counted = new Set(population.placed.map(({ id }) => id));
  return origins.filter(({ id, kind }) => kind === 'supplier' && counted.has(id));
}

/** The ends of the target as places of the question. */
function toEnds(dataset: Dataset, target: FixTarget): { origins?: string[]; destinations?: string[] } {
  if (target.kind === 'group' || target.kind === 'share') return {};
  const isGroup =
    target.kind === 'origin' || dataset.header.groups.some(({ id }) => id === target.destination);
  return { origins: [target.origin], ...(isGroup ? {} : { destinations: [target.destination] }) };
}

/** Roads of a state for the trips of the question. */
export function makeFixRoads(
  { question, goal, places }: Pick<FixQuestion, 'question' | 'goal' | 'places'>,
  state: RoadState,
): TripRoads {
  return makeTripRoads(question.dataset, state, question.setting, goal.trips, places);
}

/** Nobody to count. */
function checkSomebody(target: FixTarget, now: Reading): readonly Problem[] {
  if (target.kind === 'pair' || target.kind === 'origin' || now.share !== null) return [];
  return [toProblem('target', 'suppliers that the share counts', 'none')];
}

/** The question of a request. Throws DataError with everything wrong in the request. */
export function toFixQuestion(dataset: Dataset, request: FixRequest): FixQuestion {
  const { target } = request;
  const wrong = [
    ...checkFix(
      dataset.header.groups.map(({ id }) => id),
      request,
    ),
  ];
  const build = request.build ?? dataset.header.defaults.build;
  const question = collect(wrong, () =>
    toQuestion(dataset, { ...request, ...toEnds(dataset, target), base: build, build, beside: null }),
  );
  if (question === null || wrong.length > 0) throw new DataError(wrong);
  const goal = toGoal(question, target);
  const asked = new Set(goal.trips.flatMap(({ from, to }) => [from, to]));
  const known = [...question.sites, ...question.targets].filter(({ id }) => asked.has(id));
  const places = [...new Map(known.map((place) => [place.id, place])).values()];
  const { build: scenario } = question;
  const state = applyScenario(question.dataset, scenario);
  const around = searchAround(makeFixRoads({ question, goal, places }, state));
  const now = goal.read(around.timesMs);
  const nobody = checkSomebody(target, now);
  if (nobody.length > 0) throw new DataError(nobody);
  const origins = listOrigins(question, target);
  return { question, scenario, state, target, goal, places, origins, around, now };
}

/** A reading in the units of the answer. */
export function toFixReading({ holds, timeMs, share }: Reading): FixReading {
  return {
    ...{ holds, timeS: share === null ? toSeconds(timeMs) : null },
    ...{ share: share?.value ?? null, passing: share?.passing ?? null, of: share?.of ?? null },
  };
}

/** What the target comes to in another scenario, whose network is built and searched anew by the skim. */
export function readAnew({ question, goal, places }: FixQuestion, scenario: Scenario): FixReading {
  const { dataset, setting } = question;
  const pick = (ids: readonly string[]): readonly Place[] => {
    const asked = new Set(ids);
    return places.filter(({ id }) => asked.has(id));
  };
  const origins = pick(goal.trips.map(({ from }) => from));
  const destinations = pick(goal.trips.map(({ to }) => to));
  const { find } = skim(dataset, scenario, setting, origins, destinations, { corners: false });
  return toFixReading(goal.read(Float64Array.from(goal.trips, ({ from, to }) => find(from, to).timeMs)));
}
