/**
 * Data set and scenario give the roads and places of one day. The data set is an untouched base: modifications are all
 * checked, each against what those before it would leave, and the first that is wrong leaves nothing applied.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { Scenario } from '../model/scenario.ts';
import type { LonLat } from '../model/source.ts';
import type { Problem } from '../problems.ts';
import { toProblem } from './check.ts';
import { isDate, isOpenOn, toLastDay } from './dates.ts';
import { startDraft, toBuiltDataset, type Draft, type Junction } from './draft.ts';
import { listDraftSteps } from './modifications.ts';
import { expectNone } from './steps.ts';
import { listAbsent } from './what-if.ts';

/** The roads of one day, and the places where the scenario has them. */
export interface RoadState {
  readonly scenario: Scenario;
  /** The data set with the roads that the scenario builds; the one given where it builds none. */
  readonly dataset: Dataset;
  /** ISO day. */
  readonly day: string;
  /** Directed links open on the day, sorted by id in code-unit order. */
  readonly links: readonly Link[];
  /** Points at which built roads meet others, by feature, in rising share. */
  readonly junctions: ReadonlyMap<string, readonly Junction[]>;
  /** Where places stand that are not where the data set has them; by id. */
  readonly at: ReadonlyMap<string, LonLat>;
  /** Places of the data set that this scenario has not: nothing reaches them. */
  readonly absent: ReadonlySet<string>;
  /** Toll gantries stand where plazas stood. */
  readonly gantry: boolean;
}

function checkDay(date: string): readonly Problem[] {
  if (isDate(date)) return [];
  return [toProblem('date', 'a date YYYY-MM or YYYY-MM-DD of the calendar', date, 'out-of-range')];
}

/** Other scenarios that it needs beside it. */
function checkMissing(missing: readonly string[]): readonly Problem[] {
  if (missing.length === 0) return [];
  const expected = `to stand on or be stood on by ${missing.join(', ')}`;
  return [toProblem('dependencies.corequisites', expected, 'not so', 'contradiction')];
}

/** What is wrong with a scenario as a whole, whatever its modifications. */
export function checkWhole({ date, missing = [] }: Scenario): readonly Problem[] {
  return [...checkDay(date), ...checkMissing(missing)];
}

/** The draft of a scenario. Throws DataError with everything wrong in it. */
function draw(dataset: Dataset, scenario: Scenario): Draft {
  const steps = listDraftSteps(dataset, scenario.modifications);
  expectNone(scenario, [...checkWhole(scenario), ...steps.flatMap(({ problems }) => problems)]);
  return steps.at(-1)?.after ?? startDraft(dataset);
}

/** Links that a scenario leaves, whatever their dates. Throws DataError with everything wrong in it. */
export function listLinksOfEveryDay(dataset: Dataset, scenario: Scenario): readonly Link[] {
  return draw(dataset, scenario).links;
}

const byId = (a: Link, b: Link): number => (a.id < b.id ? -1 : Number(a.id > b.id));

/** A stable order: share, then node. */
const byShare = (a: Junction, b: Junction): number => a.share - b.share || (a.node < b.node ? -1 : 1);

function byFeature(junctions: readonly Junction[]): RoadState['junctions'] {
  const lists = new Map<string, Junction[]>();
  for (const junction of junctions.toSorted(byShare)) {
    lists.set(junction.featureId, [...(lists.get(junction.featureId) ?? []), junction]);
  }
  return lists;
}

function buildState(dataset: Dataset, scenario: Scenario): RoadState {
  const draft = draw(dataset, scenario);
  const day = toLastDay(scenario.date);
  const { gantryFrom } = dataset.header;
  return {
    scenario,
    day,
    dataset: toBuiltDataset(draft),
    links: draft.links.filter((link) => isOpenOn(link.opened, link.closed, day)).toSorted(byId),
    junctions: byFeature(draft.junctions),
    at: draft.at,
    absent: listAbsent(dataset.plants, draft.added),
    gantry: gantryFrom !== null && isOpenOn(gantryFrom, null, day),
  };
}

/** States already made, a pure function of two immutable values: by scenario, and by what a scenario says. */
interface States {
  readonly byScenario: WeakMap<Scenario, RoadState>;
  readonly byText: Map<string, RoadState>;
}

const STATES = new WeakMap<Dataset, States>();

/** Every day of a slider is a scenario of its own. */
const KEPT_STATES = 64;

function keepState({ byScenario, byText }: States, scenario: Scenario, make: () => RoadState): RoadState {
  const known = byScenario.get(scenario);
  if (known !== undefined) return known;
  const text = JSON.stringify(scenario);
  const state = byText.get(text) ?? make();
  if (byText.size >= KEPT_STATES) byText.clear();
  byText.set(text, state);
  byScenario.set(scenario, state);
  return state;
}

/**
 * The roads of a scenario's day after its modifications. Throws DataError with everything wrong in the scenario, such
 * as an unknown id, a date that is none, and a modification that touches nothing; nothing is applied then.
 */
export function applyScenario(dataset: Dataset, scenario: Scenario): RoadState {
  const states = STATES.get(dataset) ?? { byScenario: new WeakMap(), byText: new Map<string, RoadState>() };
  STATES.set(dataset, states);
  return keepState(states, scenario, () => buildState(dataset, scenario));
}
