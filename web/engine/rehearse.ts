/**
 * An edit answered that nobody made: the first ones of a browser take four times as long as those after, because what
 * computes them is not compiled yet. Rehearsed while the studio opens, the user's own first one is as quick as the next.
 */
import {
  analyseQuick,
  createMemory,
  findScenario,
  tryModifications,
  type AddSupplierModification,
  type AnalysisRequest,
  type BuildModification,
  type Dataset,
  type LonLat,
  type Scenario,
} from '../../src/index.ts';
import { trySoundly } from './own-scenarios.ts';

const ID = 'rehearsal';
/** Kilometres per hour of a road with its own number: no two rounds ask the same, which would be remembered. */
const LEAST_KMH = 60;

const memory = createMemory();

/** A road between the first and the last node on record, another one every round. */
function toRoad({ nodes }: Dataset, round: number): BuildModification | null {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const line: readonly LonLat[] = [first.at, last.at];
  return {
    ...{ kind: 'build', id: ID, title: ID, facility: 'expressway', postedKmh: LEAST_KMH + round, line },
    interchanges: [
      { vertex: 0, node: first.id },
      { vertex: 1, node: last.id },
    ],
  };
}

/** A supplier at the first plant, in every other round: whoever is added is asked about without the road as well. */
function toSupplier({ plants }: Dataset, round: number): AddSupplierModification | null {
  const [plant] = plants;
  if (plant === undefined || round % 2 === 0) return null;
  return { kind: 'add-supplier', id: `${ID}-supplier`, title: ID, keiretsu: null, tier: 1, at: plant.at };
}

/** The scenario with which roads are compared, and the edit; the very scenario where there is nothing to draw. */
export function toRehearsed(dataset: Dataset, request: AnalysisRequest, round: number): Scenario {
  const build = findScenario(dataset, request.build ?? dataset.header.defaults.build, request.scenarios);
  const made = [toRoad(dataset, round), toSupplier(dataset, round)].filter((one) => one !== null);
  return { ...build, id: ID, modifications: [...build.modifications, ...made] };
}

/** Tries and answers an edit as one of the user's is, and keeps nothing that a question of the user would find. */
export function rehearse(dataset: Dataset, request: AnalysisRequest, round: number): void {
  const { sound } = tryModifications(dataset, toRehearsed(dataset, request, round));
  const scenarios = [...(request.scenarios ?? []).map((one) => trySoundly(dataset, one).sound), sound];
  analyseQuick(dataset, { ...request, build: ID, scenarios }, memory);
}
