/** One trip on an imported network, link by link, with what each costs. */
import type { LonLat } from '../model/source.ts';
import type { City, Site } from './city.ts';
import type { CityConnector } from './connectors.ts';
import { findDirect, listGoals, listStarts, toPart, type End, type SiteEdge } from './ends.ts';
import { toLine } from './line.ts';
import { cutStep, toSpan } from './pieces.ts';
import { findWay, openDestination } from './ways.ts';

/** Part of a link that is driven in one direction. */
export interface Leg {
  readonly step: number;
  /** Shares of the step at which it is entered and left, in the direction it is driven; of a part those of the whole. */
  readonly fromShare: number;
  readonly toShare: number;
  readonly timeMs: number;
  readonly lengthMm: number;
}

export interface CityRoute {
  readonly timeMs: number;
  readonly lengthMm: number;
  readonly access: CityConnector;
  readonly egress: CityConnector;
  readonly legs: readonly Leg[];
}

function toLeg(city: City, step: number, fromShare: number, toShare: number): Leg {
  return { step, fromShare, toShare, ...toPart(city, step, fromShare, toShare) };
}

/** Legs between the ends of a trip: on one link, or the rest of the first, whole ones, and a part of the last. */
function listLegs(
  city: City,
  start: End,
  goal: End,
  steps: readonly number[],
  isDirect: boolean,
): readonly Leg[] {
  const legs = isDirect
    ? [toLeg(city, start.step, start.share, goal.share)]
    : [
        toLeg(city, start.step, start.share, toSpan(city.cuts, start.step)[1]),
        ...steps.map((step) => toLeg(city, step, ...toSpan(city.cuts, step))),
        toLeg(city, goal.step, toSpan(city.cuts, goal.step)[0], goal.share),
      ];
  return legs.filter(({ fromShare, toShare }) => toShare > fromShare);
}

/** The fastest trip from a place to another one, of equally fast ones the shortest; null where there is none. */
export function findCityRoute(city: City, from: Site, to: Site): CityRoute | null {
  const [starts, goals] = [listStarts(city, from.connectors, 0), listGoals(city, to.connectors, 0)];
  const way = findWay(city, openDestination(city, goals), starts, findDirect(city, starts, goals));
  if (way === null) return null;
  const ends = way.edges.filter((edge): edge is SiteEdge => typeof edge !== 'number');
  const start = ends.find((one) => one.start !== null)?.start ?? null;
  const goal = ends.find((one) => one.goal !== null)?.goal ?? null;
  if (start === null || goal === null) return null;
  const steps = way.edges
    .filter((edge): edge is number => typeof edge === 'number')
    .map((edge) => city.graph.graph.label[edge] as number);
  return {
    timeMs: way.timeMs,
    lengthMm: way.lengthMm,
    access: start.connector,
    egress: goal.connector,
    legs: listLegs(city, start, goal, steps, ends.length === 1),
  };
}

/** The drawn line of a trip, from place to place. */
export function toCityLine(
  { network, cuts }: City,
  from: Site,
  to: Site,
  { legs }: CityRoute,
): readonly LonLat[] {
  const points = legs.flatMap(({ step, fromShare, toShare }) => {
    return cutStep(cuts, toLine(network, step >>> 1), step, [fromShare, toShare]);
  });
  const whole = [from.place.at, ...points, to.place.at];
  return whole.filter(
    (point, i) => i === 0 || point[0] !== whole[i - 1]?.[0] || point[1] !== whole[i - 1]?.[1],
  );
}
