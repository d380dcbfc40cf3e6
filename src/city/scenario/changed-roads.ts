/** The roads of a city that a scenario leaves otherwise than they were on its day: to be drawn, or listed. */
import { CLOSED, ROAD_STATUS } from '../../model/imported-network.ts';
import type { LonLat } from '../../model/source.ts';
import { toLastDay } from '../../scenario/dates.ts';
import { MM_PER_M, MS_PER_SECOND } from '../../units.ts';
import { toStepMs } from '../graph.ts';
import type { CityState } from './apply.ts';
import { toBuiltMs, toChangedMs } from './changed-times.ts';
import { toDraftLine, toLinkId, type CityDraft } from './draft.ts';
import { isOpenNow, listBuilt, listTouched } from './state.ts';

/** Seconds forward and backward; null where it is closed to the vehicle. */
type BothWays = readonly [forward: number | null, backward: number | null];

export interface ChangedRoad {
  readonly what: 'built' | 'opened' | 'closed' | 'changed';
  /** Link as a scenario file calls it. */
  readonly id: string;
  readonly name: string | null;
  readonly line: readonly LonLat[];
  readonly lengthM: number;
  readonly beforeS: BothWays;
  readonly afterS: BothWays;
}

const NOT_THERE: BothWays = [null, null];

const toSeconds = (ms: number): number | null => (ms === CLOSED ? null : ms / MS_PER_SECOND);

const isThere = ([forward, backward]: BothWays): boolean => forward !== null || backward !== null;

/** A link of the network, before and after; null where it is the same. */
function toChanged(draft: CityDraft, link: number, day: string): ChangedRoad | null {
  const { network } = draft.ground;
  const { links, roads, names } = network;
  const road = links.road[link] as number;
  const both = (isOpen: boolean, toMs: (step: number) => number): BothWays =>
    isOpen ? [toSeconds(toMs(2 * link)), toSeconds(toMs(2 * link + 1))] : NOT_THERE;
  const { profile } = draft;
  const wasOpen = roads.status[road] === ROAD_STATUS.open;
  const beforeS = both(wasOpen, (step) => toStepMs(network, profile, step));
  const afterS = both(isOpenNow(draft, link, day), (step) => toChangedMs(draft, profile, step));
  if (beforeS.every((second, i) => second === afterS[i])) return null;
  const what = !isThere(beforeS) ? 'opened' : isThere(afterS) ? 'changed' : 'closed';
  return {
    ...{ what, id: toLinkId(draft, link), name: names[roads.names[road] as number]?.['name'] ?? null },
    ...{
      line: toDraftLine(draft, link),
      lengthM: (links.lengthMm[link] as number) / MM_PER_M,
      beforeS,
      afterS,
    },
  };
}

/** Links that a scenario opens, closes and changes, in the order of the network, then what it builds. */
export function listChangedRoads({ draft, scenario }: CityState): readonly ChangedRoad[] {
  const day = toLastDay(scenario.date);
  const changed = listTouched(draft).flatMap((link) => toChanged(draft, link, day) ?? []);
  const built = [...listBuilt(draft, day)].map(([link, one]): ChangedRoad => {
    const [forward, backward] = toBuiltMs(draft, draft.profile, link, one);
    const afterS: BothWays = [toSeconds(forward), toSeconds(backward)];
    const { id, title, line, lengthMm } = one;
    return { what: 'built', id, name: title, line, lengthM: lengthMm / MM_PER_M, beforeS: NOT_THERE, afterS };
  });
  return [...changed, ...built];
}

/** Metres of road, both directions once, that a scenario builds, opens and closes. */
export function measureChangesM(
  state: CityState,
): Readonly<Record<'builtM' | 'openedM' | 'closedM', number>> {
  const roads = listChangedRoads(state);
  const sumM = (kind: ChangedRoad['what']): number =>
    roads.filter(({ what }) => what === kind).reduce((sum, { lengthM }) => sum + lengthM, 0);
  return { builtM: sumM('built'), openedM: sumM('opened'), closedM: sumM('closed') };
}
