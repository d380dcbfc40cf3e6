/** What each modification of a scenario does to the road records, whatever their dates: counted, not judged. */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { Modification, Scenario } from '../model/scenario.ts';
import type { Draft } from './draft.ts';
import { listDraftSteps } from './modifications.ts';
import type { Step } from './steps.ts';

export interface Effect {
  readonly modification: Modification;
  /** Directed links that it adds, takes away, and gives other values. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Length of what it builds, both directions of a road counted once, ramps not at all. */
  readonly builtM: number;
  /** Places that it puts somewhere. */
  readonly places: number;
}

/** Metres of the features of some links. */
function sumM(links: readonly Link[]): number {
  return links
    .filter(({ id, featureId, facility }) => id === featureId && facility !== 'ramp')
    .reduce((sum, { lengthM }) => sum + lengthM, 0);
}

function compare({ modification, before, after }: Step<Draft>): Effect {
  const [known, left] = [before, after].map(({ links }) => new Map(links.map((link) => [link.id, link])));
  if (known === undefined || left === undefined) throw new RangeError('two drafts');
  const added = after.links.filter(({ id }) => !known.has(id));
  const moved = [...after.at].filter(([id, at]) => before.at.get(id) !== at);
  return {
    modification,
    added: added.length,
    removed: before.links.filter(({ id }) => !left.has(id)).length,
    changed: after.links.filter((link) => known.has(link.id) && known.get(link.id) !== link).length,
    builtM: sumM(added),
    places: moved.length,
  };
}

/** The effects of a scenario that can be applied, in order; one that is switched off has none. */
export function listEffects(dataset: Dataset, { modifications }: Scenario): readonly Effect[] {
  return listDraftSteps(dataset, modifications).map(compare);
}
