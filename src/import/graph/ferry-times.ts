/**
 * Times of ferries that stand on their route and not on its ways: the route's duration is shared by length among the
 * ways, where all of them are there and none has a time of its own.
 */
import type { RoadRules } from '../../model/road-rules.ts';
import type { Member, Tags } from '../osm/element.ts';
import { readDurationS } from '../roads/duration.ts';
import { isVessel } from '../roads/road-class.ts';
import type { Tally } from '../roads/tally.ts';
import type { RoadStore } from './road-store.ts';
import { shareMs, type Segments } from './segments.ts';

/** A route of several ways and what it takes from end to end. */
export interface FerryRoute {
  readonly id: number;
  readonly ways: readonly number[];
  readonly durationS: number;
}

/** The route of a relation; null where it is none, or gives no time that is understood: that is tallied. */
export function readFerryRoute(
  id: number,
  members: readonly Member[],
  tags: Tags,
  tally: Tally,
): FerryRoute | null {
  const text = tags.get('duration');
  if (tags.get('type') !== 'route' || !isVessel(tags) || text === undefined) return null;
  const durationS = readDurationS(text);
  const ways = [...new Set(members.filter(({ kind }) => kind === 'way').map((member) => member.id))];
  if (durationS === null) tally.add('duration', text, id);
  return durationS === null || ways.length === 0 ? null : { id, ways, durationS };
}

/** Segments of the ferries that routes name, by the id of their way. */
function groupSegments(roads: RoadStore, segments: Segments, { classes }: RoadRules): Map<number, number[]> {
  const ofWay = new Map(roads.ferryRoutes.flatMap(({ ways }) => ways.map((way) => [way, [] as number[]])));
  for (let segment = 0; segment < segments.count; segment += 1) {
    const index = segments.way[segment] as number;
    const roadClass = roads.traits[roads.wayTraits[index] as number]?.classIndex ?? -1;
    if (classes[roadClass]?.id === 'ferry') ofWay.get(roads.wayId[index] as number)?.push(segment);
  }
  return ofWay;
}

/** Gives the segments of routes their share; a route that cannot be shared out is tallied. Of several the first holds. */
export function giveFerryTimes(roads: RoadStore, segments: Segments, rules: RoadRules, tally: Tally): void {
  if (roads.ferryRoutes.length === 0) return;
  const ofWay = groupSegments(roads, segments, rules);
  const isGiven = new Set<number>();
  for (const { id, ways, durationS } of roads.ferryRoutes) {
    const parts = ways.map((way) => ofWay.get(way) ?? []);
    const all = parts.flat();
    if (all.every((segment) => isGiven.has(segment))) continue;
    if (parts.every((part) => part.length > 0) && all.every((one) => segments.givenMs[one] === -1)) {
      const lengths = all.map((segment) => segments.lengthM[segment] as number);
      for (const [i, ms] of shareMs(durationS, lengths).entries()) segments.givenMs[all[i] as number] = ms;
      for (const segment of all) isGiven.add(segment);
    } else tally.add('duration', 'of a route whose ways are not all ferries here without their own', id);
  }
}
