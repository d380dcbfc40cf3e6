/**
 * What an answer's cells should say, derived again: for each scenario a network of all places, three times over
 * for the ends of the parameters' ranges. Slow and simple on purpose.
 */
import type { AnswerCell } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { applyScenario } from '../scenario/apply.ts';
import { FEN_PER_CNY, MM_PER_M, MS_PER_SECOND } from '../units.ts';
import type { Site } from './connectors.ts';
import { arriving, joinSite, leaving, listPieces, type Piece } from './graph.ts';
import type { Conditions, Corner } from './impedance.ts';
import { keep } from './keep.ts';
import { prepareSums, prepareWays } from './shortest.ts';

/** What the time of a route varies by. */
export interface Trip {
  /** Seconds at the signed limits without delays; never more than the time. */
  readonly leastS: number;
  /** Seconds of whole links and of connectors, in order. */
  readonly linkTimesS: readonly number[];
}

/** A cell without the names of its pair, and the route it was read off; null where there is none. */
export type Derived = Omit<AnswerCell, 'scenario' | 'origin' | 'destination'> & {
  readonly trip: Trip | null;
};

/** Cells derived again, by scenario, origin and destination as JSON text. */
export type DerivedCells = ReadonlyMap<string, Derived>;

/** Key of a derived cell: its origin is the site, which several suppliers may share. */
export function toKey(scenario: string, site: string, destination: string): string {
  return JSON.stringify([scenario, site, destination]);
}

/** Vehicle, traffic and value of time of an answer. */
export interface Terms extends Omit<Conditions, 'corner'> {
  readonly valueOfTimeCnyPerH: number | null;
}

const UNREACHED: Derived = {
  timeS: null,
  lowS: null,
  highS: null,
  lengthM: null,
  tollCny: null,
  estimatedShare: null,
  townChainShare: null,
  viaBeltM: null,
  byFacilityS: null,
  trip: null,
};

type Route = readonly Piece[];
type TimeBetween = (from: string, to: string) => number | null;

const MILLION = 1e6;

/** Seconds of an answer; null where there is no way. */
export function toSeconds(timeMs: number): number | null {
  return timeMs === Infinity ? null : timeMs / MS_PER_SECOND;
}

/** Decimal numbers of an answer carry six places. */
export function toSixPlaces(value: number): number {
  return Math.round(value * MILLION) / MILLION;
}

function sum(route: Route, measure: (piece: Piece) => number): number {
  return route.reduce((total, piece) => total + measure(piece), 0);
}

const timeOf = (route: Route): number => sum(route, (piece) => piece.timeMs);

/** Share of a route's time on the pieces that pass a test. */
function shareOf(route: Route, test: (piece: Piece) => boolean): number {
  const whole = timeOf(route);
  return whole === 0 ? 0 : toSixPlaces(timeOf(route.filter(test)) / whole);
}

function byFacility(route: Route): Readonly<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const piece of route) {
    const facility = piece.link?.facility ?? 'connector';
    times[facility] = (times[facility] ?? 0) + piece.timeMs;
  }
  const spent = Object.entries(times).filter(([, ms]) => ms > 0);
  return Object.fromEntries(spent.map(([facility, ms]) => [facility, ms / MS_PER_SECOND]));
}

/** A route's links with their times at the limits, pieces of one link together. */
function toTrip(route: Route, atLimits: (piece: Piece) => number): Trip {
  const linkTimesS: number[] = [];
  for (const [i, { linkId, link, timeMs }] of route.entries()) {
    const goesOn = link !== null && route[i - 1]?.linkId === linkId;
    linkTimesS.push((goesOn ? (linkTimesS.pop() ?? 0) : 0) + timeMs / MS_PER_SECOND);
  }
  return { leastS: Math.min(timeOf(route), sum(route, atLimits)) / MS_PER_SECOND, linkTimesS };
}

function describe(
  dataset: Dataset,
  route: Route,
  trip: Trip,
  lowS: number | null,
  highS: number | null,
): Derived {
  const { sections } = dataset.header.belt;
  const onBelt = ({ link }: Piece): boolean => link !== null && sections.includes(link.section);
  return {
    timeS: timeOf(route) / MS_PER_SECOND,
    lowS,
    highS,
    lengthM: sum(route, (piece) => piece.lengthMm) / MM_PER_M,
    tollCny: sum(route, (piece) => piece.tollFen) / FEN_PER_CNY,
    estimatedShare: shareOf(route, ({ link }) => link === null || link.lengthBasis === 'estimated'),
    townChainShare: shareOf(route, ({ link }) => link?.lengthHow.startsWith('town chain') === true),
    viaBeltM: sum(route.filter(onBelt), (piece) => piece.lengthMm) / MM_PER_M,
    byFacilityS: byFacility(route),
    trip,
  };
}

/**
 * Seconds between two places; null where there is no way. Searched back from the places that trips end at, which are
 * fewer; where money has a value the time is that of the route.
 */
function prepareTimes(pieces: readonly Piece[], tolled: boolean): TimeBetween {
  if (tolled) {
    const waysFrom = keep(prepareWays(pieces));
    return (from, to) => {
      const route = waysFrom(from).findRoute(to);
      return route === null ? null : toSeconds(timeOf(route));
    };
  }
  const turned = pieces.map((piece) => ({ ...piece, from: piece.to, to: piece.from }));
  const sumsTo = keep(prepareSums(turned, ({ timeMs }) => timeMs));
  return (from, to) => toSeconds(sumsTo(to).get(from) ?? Infinity);
}

/** Derives the cells from places to others on a scenario's day, by `toKey`. */
export function deriveCells(
  dataset: Dataset,
  scenario: Scenario,
  terms: Terms,
  origins: readonly Site[],
  destinations: readonly Site[],
): DerivedCells {
  const state = applyScenario(dataset, scenario);
  const sites = [...new Map([...origins, ...destinations].map((site) => [site.id, site])).values()];
  const places = sites.map((site) => joinSite(state, site));
  const list = (corner: Corner, signed = false): readonly Piece[] =>
    listPieces(dataset, state, { ...terms, corner, signed }, places, terms.valueOfTimeCnyPerH);
  const pieces = list('mid');
  const middle = prepareWays(pieces);
  const [timeLow, timeHigh] = [list('fast'), list('slow')].map((corner) =>
    prepareTimes(corner, terms.valueOfTimeCnyPerH !== null),
  ) as [TimeBetween, TimeBetween];
  // The same pieces in the same order, at other times.
  const limits = new Map(list('mid', true).map(({ timeMs }, i) => [pieces[i], timeMs]));
  const atLimits = (piece: Piece): number => limits.get(piece) ?? NaN;
  const rows = origins.flatMap((origin) => {
    const from = leaving(origin.id);
    const ways = middle(from);
    return destinations.map(({ id }): [string, Derived] => {
      const to = arriving(id);
      const route = ways.findRoute(to);
      const key = toKey(scenario.id, origin.id, id);
      if (route === null) return [key, UNREACHED];
      return [key, describe(dataset, route, toTrip(route, atLimits), timeLow(from, to), timeHigh(from, to))];
    });
  });
  return new Map(rows);
}
