/**
 * Roads that a change of an area would touch, before it is made: counted by their kinds, as some modifications leave
 * them. What is wrong among these is passed over.
 */
import { FACILITIES, type Facility } from '../../model/road.ts';
import type { Area, Modification } from '../../model/scenario.ts';
import type { Problem } from '../../problems.ts';
import { checkRing } from '../../scenario/area.ts';
import { MM_PER_M } from '../../units.ts';
import { findAdded, isThere, startCityDraft, type CityDraft, type CityTrial } from './draft.ts';
import { findFacility } from './ground.ts';
import { listCitySteps } from './modifications.ts';
import { isRoad } from './roads.ts';
import { listTargets } from './targets.ts';

/** Links of one kind of road; null = a ferry. */
export interface AreaKind {
  readonly facility: Facility | null;
  readonly links: number;
  readonly lengthM: number;
}

export interface AreaRoads {
  /** Kinds that lie in the area, none of them empty. */
  readonly kinds: readonly AreaKind[];
  /** What is wrong with its ring. */
  readonly problems: readonly Problem[];
}

/** What a change does to roads of an area: a ferry can be closed alone. */
export type AreaChange = 'close' | 'change' | 'set-speed-factor';

function toLengthM(draft: CityDraft, link: number): number {
  const added = findAdded(draft, link);
  const lengthMm = added === null ? (draft.ground.network.links.lengthMm[link] as number) : added.lengthMm;
  return lengthMm / MM_PER_M;
}

function countKinds(draft: CityDraft, links: readonly number[]): readonly AreaKind[] {
  return [...FACILITIES, null].flatMap((facility): readonly AreaKind[] => {
    const own = links.filter(
      (link) => (findAdded(draft, link)?.facility ?? findFacility(draft.ground.network, link)) === facility,
    );
    const lengthM = own.reduce((sum, link) => sum + toLengthM(draft, link), 0);
    return own.length === 0 ? [] : [{ facility, links: own.length, lengthM }];
  });
}

/** Counts roads of areas, whatever their dates. */
export type CountAreaRoads = (change: AreaChange, area: Area) => AreaRoads;

/** Opens the counting of roads as some modifications leave them. */
export function openAreaRoads(trial: CityTrial, modifications: readonly Modification[]): CountAreaRoads {
  const draft = listCitySteps(trial, modifications).at(-1)?.after ?? startCityDraft(trial);
  const isAny = (link: number): boolean => isThere(draft, link);
  return (change, area) => {
    const problems = checkRing(area.ring, 'area.ring');
    if (problems.length > 0) return { kinds: [], problems };
    const links = listTargets(draft, { area }, change === 'close' ? isAny : isRoad(draft));
    return { kinds: countKinds(draft, links), problems };
  };
}
