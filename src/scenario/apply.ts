/**
 * Data set and scenario give the roads and places of one day. The data set is an untouched base: modifications are all
 * checked, each against what those before it would leave, and the first that is wrong leaves nothing applied.
 */
import { keepLatest } from '../latest.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { Scenario } from '../model/scenario.ts';
import type { LonLat } from '../model/source.ts';
import type { Problem } from '../problems.ts';
import { toProblem } from './check.ts';
import { isDate, isOpenOn, toLastDay } from './dates.ts';
import {
  startDraft,
  toBuiltRecords,
  withRoads,
  type Draft,
  type Junction,
  type RoadRecords,
} from './draft.ts';
import { listDraftSteps, PLACE_KINDS } from './modifications.ts';
import { expectNone } from './steps.ts';
import { findWithoutPlaces, listAbsent } from './what-if.ts';

/** The roads of one day, whoever stands beside them. */
export interface Roads {
  /** ISO day. */
  readonly day: string;
  /** Directed links open on the day, sorted by id in code-unit order. */
  readonly links: readonly Link[];
  /** Points at which built roads meet others, by feature, in rising share. */
  readonly junctions: ReadonlyMap<string, readonly Junction[]>;
  /** Toll gantries stand where plazas stood. */
  readonly gantry: boolean;
}

/** The roads of one day, and the places where the scenario has them. */
export interface RoadState extends Roads {
  readonly scenario: Scenario;
  /** The data set with the roads that the scenario builds; the one given where it builds none. */
  readonly dataset: Dataset;
  /** The same value for scenarios that differ in places alone: what is made of roads is kept by it. */
  readonly roads: Roads;
  /** Where places stand that are not where the data set has them; by id. */
  readonly at: ReadonlyMap<string, LonLat>;
  /** Places of the data set that this scenario has not: nothing reaches them. */
  readonly absent: ReadonlySet<string>;
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

function openRoads({ dataset, links, junctions }: Draft, day: string): Roads {
  const { gantryFrom } = dataset.header;
  return {
    day,
    links: links.filter((link) => isOpenOn(link.opened, link.closed, day)).toSorted(byId),
    junctions: byFeature(junctions),
    gantry: gantryFrom !== null && isOpenOn(gantryFrom, null, day),
  };
}

/** Roads of a day with the records that a data set needs to have them. */
interface OpenRoads {
  readonly roads: Roads;
  readonly records: RoadRecords;
}

/** By what is said of roads: of a data set and of those that only add places to it. */
const OPEN_ROADS = new WeakMap<Dataset, Map<string, OpenRoads>>();
/** Every day of a slider is a scenario of its own, and every point of a road that is drawn. */
const KEPT_ROADS = 64;

/** What a scenario says of roads: places change none. */
function toRoadsKey({ date, modifications }: Scenario): string {
  const ofRoads = modifications.filter(({ kind, off }) => off !== true && !PLACE_KINDS.has(kind));
  return JSON.stringify([date, ofRoads]);
}

/** The roads that a sound draft of a scenario leaves: the same ones where scenarios differ in places alone. */
function findRoads(draft: Draft, scenario: Scenario): OpenRoads {
  const root = findWithoutPlaces(draft.dataset);
  const known = OPEN_ROADS.get(root) ?? new Map<string, OpenRoads>();
  OPEN_ROADS.set(root, known);
  return keepLatest(known, toRoadsKey(scenario), KEPT_ROADS, () => {
    return { roads: openRoads(draft, toLastDay(scenario.date)), records: toBuiltRecords(draft) };
  });
}

function buildState(dataset: Dataset, scenario: Scenario): RoadState {
  const draft = draw(dataset, scenario);
  const { roads, records } = findRoads(draft, scenario);
  return {
    ...roads,
    scenario,
    roads,
    dataset: withRoads(dataset, records),
    at: draft.at,
    absent: listAbsent(dataset.plants, draft.added),
  };
}

/** States already made, a pure function of two immutable values: by scenario, and by what a scenario says. */
interface States {
  readonly byScenario: WeakMap<Scenario, RoadState>;
  readonly byText: Map<string, RoadState>;
}

const STATES = new WeakMap<Dataset, States>();

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
