/**
 * The roads that a drawn road may meet: those of the scenario before it, each stretch once, without ramps, which are
 * entered at their ends.
 */
import {
  applyScenario,
  standOn,
  tryModifications,
  type Dataset,
  type DrawnLink,
  type Link,
  type LonLat,
  type Scenario,
  type ScenarioFile,
} from '../../src/index.ts';

interface RoadEnd {
  readonly id: string;
  readonly at: LonLat;
}

/** A stretch of road between two nodes. */
interface RoadLine extends DrawnLink {
  readonly from: string;
  readonly to: string;
}

export interface Roads<L extends RoadLine = RoadLine> {
  readonly links: readonly L[];
  readonly nodes: readonly RoadEnd[];
}

/** One link of each stretch that is open, in a stable order. */
function listStretches(links: readonly Link[]): readonly Link[] {
  const byFeature = new Map<string, Link>();
  for (const link of links) {
    if (link.facility === 'ramp') continue;
    const known = byFeature.get(link.featureId);
    // Shares are parts of the length as drawn: forwards where both directions are open.
    if (known === undefined || link.id === link.featureId) byFeature.set(link.featureId, link);
  }
  return [...byFeature.values()];
}

/** Roads of a scenario that can be applied. */
export function toRoads(dataset: Dataset, scenario: Scenario): Roads<Link> {
  const state = applyScenario(dataset, scenario);
  const links = listStretches(state.links);
  const ends = new Set(links.flatMap(({ from, to }) => [from, to]));
  const nodes = state.dataset.nodes.filter(({ id }) => ends.has(id)).map(({ id, at }) => ({ id, at }));
  return { links, nodes };
}

const NONE: Roads<Link> = { links: [], nodes: [] };

/** Roads that row `at` of a file finds: what is wrong in the rows before it is passed over. */
export function findRoadsBefore(
  dataset: Dataset,
  file: ScenarioFile,
  at: number,
  find: (id: string) => Scenario | undefined,
): Roads<Link> {
  const scenario = standOn({ ...file, modifications: file.modifications.slice(0, at) }, find);
  return scenario === null ? NONE : toRoads(dataset, tryModifications(dataset, scenario).sound);
}
