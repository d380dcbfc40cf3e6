/** Lengths of road that tell scenarios apart: drawn, opened, closed. */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import { findCharge } from '../network/toll.ts';
import type { RoadState } from '../scenario/apply.ts';

/** A road of the same id may be drawn in two ways. */
const toKey = ({ id, lengthM }: Link): string => `${id}:${lengthM}`;

/** Main line, each feature once. */
function listMainLine({ links }: RoadState): ReadonlyMap<string, Link> {
  const main = links.filter(({ id, featureId, facility }) => id === featureId && facility !== 'ramp');
  return new Map(main.map((link) => [toKey(link), link]));
}

/** Metres of the first that are not in the second. */
function sumBeyondM(of: ReadonlyMap<string, Link>, other: ReadonlyMap<string, unknown>): number {
  return [...of].reduce((sum, [key, { lengthM }]) => (other.has(key) ? sum : sum + lengthM), 0);
}

interface RoadLengths {
  /** Metres that no record of the data set has. */
  readonly builtM: number;
  /** Metres open here but not in the first, and the reverse. */
  readonly openedM: number;
  readonly closedM: number;
}

/** Lengths open in a state, against the data set and another state. */
export function measureRoads(dataset: Dataset, state: RoadState, first: RoadState): RoadLengths {
  const [here, there] = [listMainLine(state), listMainLine(first)];
  const onRecord = new Map(dataset.links.map((link) => [toKey(link), link]));
  return {
    builtM: sumBeyondM(here, onRecord),
    openedM: sumBeyondM(here, there),
    closedM: sumBeyondM(there, here),
  };
}

/** Whether a toll charged in a state is an estimate. */
export function hasEstimatedToll({ dataset, links, day }: RoadState): boolean {
  return links.some((link) => findCharge(dataset, link, day)?.estimated === true);
}
