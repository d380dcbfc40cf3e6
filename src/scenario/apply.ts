/**
 * Data set and scenario give the roads of one day. The data set is an untouched base: modifications are all
 * checked before the first is applied, in order, to a copy of its link list.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import { MODIFICATION_KINDS, type Modification, type Scenario } from '../model/scenario.ts';
import { DataError, type Problem } from '../problems.ts';
import { applyClose, checkClose } from './close.ts';
import { isDate, isOpenOn, toLastDay } from './dates.ts';
import { applySetDates, checkSetDates } from './set-dates.ts';

/** The roads of one day. */
export interface RoadState {
  readonly scenario: Scenario;
  /** ISO day. */
  readonly day: string;
  /** Directed links open on the day, sorted by id in code-unit order. */
  readonly links: readonly Link[];
  /** Toll gantries stand where plazas stood. */
  readonly gantry: boolean;
}

function checkModification(dataset: Dataset, modification: Modification, path: string): readonly Problem[] {
  switch (modification.kind) {
    case 'close':
      return checkClose(dataset, modification, path);
    case 'set-dates':
      return checkSetDates(dataset, modification, path);
    default:
      return [toUnknownKind(modification, `${path}.kind`)];
  }
}

/** Reached by values that no compiler has seen, such as a scenario read from a file. */
function toUnknownKind(modification: never, path: string): Problem {
  const { kind } = modification as { readonly kind: unknown };
  const expected = `a kind of modification: ${MODIFICATION_KINDS.join(', ')}`;
  return { file: '', path, expected, found: JSON.stringify(kind) ?? 'nothing', code: 'unknown-id' };
}

function applyModification(links: readonly Link[], modification: Modification): readonly Link[] {
  switch (modification.kind) {
    case 'close':
      return applyClose(links, modification);
    case 'set-dates':
      return applySetDates(links, modification);
  }
}

function checkScenario(dataset: Dataset, { date, modifications }: Scenario): readonly Problem[] {
  const wrong = modifications.flatMap((one, i) => checkModification(dataset, one, `modifications[${i}]`));
  if (isDate(date)) return wrong;
  const expected = 'a date YYYY-MM or YYYY-MM-DD of the calendar';
  return [{ file: '', path: 'date', expected, found: JSON.stringify(date), code: 'out-of-range' }, ...wrong];
}

const byId = (a: Link, b: Link): number => (a.id < b.id ? -1 : Number(a.id > b.id));

function buildState(dataset: Dataset, scenario: Scenario): RoadState {
  const day = toLastDay(scenario.date);
  const { gantryFrom } = dataset.header;
  const links = scenario.modifications
    .reduce(applyModification, dataset.links)
    .filter((link) => isOpenOn(link.opened, link.closed, day))
    .toSorted(byId);
  return { scenario, day, links, gantry: gantryFrom !== null && isOpenOn(gantryFrom, null, day) };
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
 * The roads of a scenario's day after its modifications. Throws DataError with every unknown section, link,
 * kind and date of the scenario, and for a modification that touches nothing; nothing is applied then.
 */
export function applyScenario(dataset: Dataset, scenario: Scenario): RoadState {
  const states = STATES.get(dataset) ?? { byScenario: new WeakMap(), byText: new Map<string, RoadState>() };
  STATES.set(dataset, states);
  return keepState(states, scenario, () => {
    const problems = checkScenario(dataset, scenario);
    const file = `scenario ${scenario.id}`;
    if (problems.length > 0) throw new DataError(problems.map((problem) => ({ ...problem, file })));
    return buildState(dataset, scenario);
  });
}
