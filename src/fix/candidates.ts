/**
 * Candidates for a set of roads: sections on record that a scenario has not, and drawn roads. One network has all of
 * them, and leaves out those that are not chosen: equal to the network of the set alone, because nothing that is left
 * out lends a time or a connector to anything else.
 */
import type { Dataset } from '../model/dataset.ts';
import type { FixCandidate } from '../model/fix.ts';
import type { Link } from '../model/road.ts';
import type { BuildModification, Scenario } from '../model/scenario.ts';
import { DataError } from '../problems.ts';
import { applyScenario, type RoadState } from '../scenario/apply.ts';
import { closeLinks } from '../uncertainty/trip-times.ts';
import { mayUse, searchAround } from './around.ts';
import type { Goal } from './goal.ts';
import { isMain, openSections } from './open-sections.ts';
import type { Chosen } from './smallest-set.ts';
import { timeTrips, type TripRoads } from './trips.ts';

export interface Candidates {
  readonly list: readonly FixCandidate[];
  /** Sections that cannot be opened on their own. */
  readonly leftOut: readonly { readonly id: string; readonly why: string }[];
  /** With all of them. */
  readonly state: RoadState;
  /** By candidate: places of its links in the state. */
  readonly linksOf: readonly ReadonlySet<number>[];
  /** The scenario with some of them. */
  readonly toScenario: (ids: ReadonlySet<string>) => Scenario;
}

/** A scenario with sections opened and roads built in it. */
function addRoads(
  dataset: Dataset,
  scenario: Scenario,
  sections: readonly string[],
  builds: readonly BuildModification[],
): Scenario {
  const { modifications } = openSections(dataset, scenario, sections);
  return { ...scenario, modifications: [...modifications, ...builds] };
}

/** Whether some sections can be opened together. */
function canOpen(dataset: Dataset, scenario: Scenario, ids: readonly string[]): boolean {
  try {
    const { links } = applyScenario(dataset, addRoads(dataset, scenario, ids, []));
    const open = new Set(links.filter(isMain).map(({ section }) => section));
    return ids.every((id) => open.has(id));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return false;
  }
}

/** Sections that can be opened each on its own: where all can together, each can. */
function listOpenable(dataset: Dataset, scenario: Scenario, ids: readonly string[]): readonly string[] {
  if (canOpen(dataset, scenario, ids)) return ids;
  return ids.filter((id) => canOpen(dataset, scenario, [id]));
}

const OBSTACLE = 'the scenario closes it other than by its name';

/** New links of a section or drawn road, as drawn and backwards. */
function listNewLinks(
  { links }: RoadState,
  isThere: (link: Link) => boolean,
  id: string,
): ReadonlySet<number> {
  return new Set(links.flatMap((link, place) => (link.section === id && !isThere(link) ? [place] : [])));
}

/** Metres of main line, each stretch once. */
function measureM({ links }: RoadState, own: ReadonlySet<number>): number {
  return [...own].reduce((sum, place) => {
    const link = links[place] as Link;
    return isMain(link) && link.id === link.featureId ? sum + link.lengthM : sum;
  }, 0);
}

/**
 * The candidates of some sections and drawn roads for a scenario. Throws DataError where the drawn roads cannot all be
 * built in it.
 */
export function makeCandidates(
  dataset: Dataset,
  scenario: Scenario,
  sections: readonly string[],
  builds: readonly BuildModification[],
): Candidates {
  const shut = listOpenable(dataset, scenario, sections);
  const toScenario = (ids: ReadonlySet<string>): Scenario =>
    addRoads(
      dataset,
      scenario,
      shut.filter((id) => ids.has(id)),
      builds.filter(({ id }) => ids.has(id)),
    );
  const all = [...shut, ...builds.map(({ id }) => id)];
  const state = applyScenario(dataset, toScenario(new Set(all)));
  const before = new Set(applyScenario(dataset, scenario).links.map(({ id }) => id));
  const linksOf = all.map((id) => listNewLinks(state, (link) => before.has(link.id), id));
  const records = new Map(dataset.sections.map((section) => [section.id, section]));
  const list = all.map((id, i): FixCandidate => {
    const lengthM = measureM(state, linksOf[i] ?? new Set());
    const section = records.get(id);
    const title = builds.find((build) => build.id === id)?.title ?? id;
    return section === undefined
      ? { id, kind: 'build', title, titleZh: title, lengthM, opened: null }
      : {
          id,
          kind: 'section',
          title: section.titleEn,
          titleZh: section.titleZh,
          lengthM,
          opened: section.opened,
        };
  });
  const leftOut = sections.filter((id) => !shut.includes(id)).map((id) => ({ id, why: OBSTACLE }));
  return { list, leftOut, state, linksOf, toScenario };
}

/** Times of the trips with the chosen candidates alone. */
export function timeChosen(
  roads: TripRoads,
  { linksOf }: Pick<Candidates, 'linksOf'>,
  isChosen: (candidate: number) => boolean,
): Float64Array {
  const { drawn } = roads;
  const closed = new Uint8Array(drawn.roads.state.links.length);
  for (const [i, links] of linksOf.entries()) if (!isChosen(i)) for (const link of links) closed[link] = 1;
  return timeTrips(roads, drawn, closeLinks(drawn.roads, closed));
}

/**
 * Places of the candidates that a way within the cutoff may use, with all of them there, and of all drawn roads:
 * another may stand on them.
 */
export function listUseful(roads: TripRoads, { list, linksOf }: Candidates, goal: Goal): readonly number[] {
  const around = searchAround(roads);
  return linksOf.flatMap((links, i) =>
    list[i]?.kind === 'build' || mayUse(around, links, goal.cutoffMs) ? [i] : [],
  );
}

/** Whether the chosen candidates can be had without the others, such as a drawn road that joins another. */
export function isPossible(dataset: Dataset, { list, toScenario }: Candidates, chosen: Chosen): boolean {
  try {
    applyScenario(
      dataset,
      toScenario(new Set(list.filter((_, i) => chosen[i] === true).map(({ id }) => id))),
    );
    return true;
  } catch (error) {
    if (error instanceof DataError) return false;
    throw error;
  }
}
