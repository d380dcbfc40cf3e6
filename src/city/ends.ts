/** The ends of trips: ways from a place onto the roads, and off them to a place, as edges of a search. */
import { CLOSED } from '../model/imported-network.ts';
import { roundHalfUp } from '../units.ts';
import type { City } from './city.ts';
import type { CityConnector } from './connectors.ts';
import { toStepMs } from './graph.ts';
import { toSpan } from './pieces.ts';

/** A connector driven on along one direction of its link. */
export interface End {
  readonly connector: CityConnector;
  /** Link × 2, 1 more backward. */
  readonly step: number;
  /** Share of the step before the point, in the direction it is driven. */
  readonly share: number;
}

/** The way from a place to a vertex, from a vertex to a place, or both on one link. */
export interface SiteEdge {
  readonly tail: number;
  readonly head: number;
  readonly timeMs: number;
  readonly lengthMm: number;
  /** Step that is driven. */
  readonly label: number;
  readonly start: End | null;
  readonly goal: End | null;
}

/** Milliseconds, or millimetres, of a step before a share of it: the first part of a cut link. */
function toFirstPart(whole: number, share: number): number {
  return roundHalfUp(share * whole);
}

/**
 * What is driven of a step between two shares of it: differences of the rounded running sums. Shares of a part of a link
 * are those of the whole.
 */
export function toPart(
  { network, profile, cuts }: City,
  step: number,
  fromShare: number,
  toShare: number,
): { readonly timeMs: number; readonly lengthMm: number } {
  const between = (whole: number): number => toFirstPart(whole, toShare) - toFirstPart(whole, fromShare);
  const piece = cuts.pieces.get(step >>> 1);
  const wholeMs = piece?.wholeMs[profile]?.[step & 1] ?? toStepMs(network, profile, step);
  const wholeMm = piece?.wholeMm ?? network.links.lengthMm[step >>> 1] ?? 0;
  return { timeMs: between(wholeMs), lengthMm: between(wholeMm) };
}

function listEnds({ network, profile }: City, connectors: readonly CityConnector[]): readonly End[] {
  return connectors.flatMap((connector) =>
    [0, 1].flatMap((side): readonly End[] => {
      const step = 2 * connector.link + side;
      if (toStepMs(network, profile, step) === CLOSED) return [];
      return [{ connector, step, share: side === 0 ? connector.share : 1 - connector.share }];
    }),
  );
}

/** What a connector and the part of its link beside it cost together. */
function toCost(city: City, { connector, step }: End, from: number, to: number) {
  const part = toPart(city, step, from, to);
  return {
    timeMs: connector.timeMs + part.timeMs,
    lengthMm: connector.lengthMm + part.lengthMm,
    label: step,
  };
}

/** Ways from a place, a vertex of its own, to those from which a trip goes on after its first link. */
export function listStarts(
  city: City,
  connectors: readonly CityConnector[],
  tail: number,
): readonly SiteEdge[] {
  return listEnds(city, connectors).flatMap((start) => {
    const cost = toCost(city, start, start.share, toSpan(city.cuts, start.step)[1]);
    return city.graph.listStarts(start.step).map((head) => ({ ...cost, tail, head, start, goal: null }));
  });
}

/** Ways to a place from the vertices at which a trip turns into its last link. */
export function listGoals(
  city: City,
  connectors: readonly CityConnector[],
  head: number,
): readonly SiteEdge[] {
  const { graph, listEdges } = city.graph;
  return listEnds(city, connectors).flatMap((goal) => {
    const cost = toCost(city, goal, toSpan(city.cuts, goal.step)[0], goal.share);
    const tails = new Set(listEdges(goal.step).map((edge) => graph.tail[edge] as number));
    return [...tails].map((tail) => ({ ...cost, tail, head, start: null, goal }));
  });
}

/** The fastest trip that stays on one link and is driven on along it; null where there is none. */
export function findDirect(
  city: City,
  starts: readonly SiteEdge[],
  goals: readonly SiteEdge[],
): SiteEdge | null {
  let best: SiteEdge | null = null;
  for (const { tail, start } of starts) {
    for (const { head, goal } of goals) {
      if (start === null || goal === null || start.step !== goal.step || start.share > goal.share) continue;
      const { timeMs: partMs, lengthMm: partMm } = toPart(city, start.step, start.share, goal.share);
      const timeMs = start.connector.timeMs + partMs + goal.connector.timeMs;
      const lengthMm = start.connector.lengthMm + partMm + goal.connector.lengthMm;
      const isBetter =
        best === null || timeMs < best.timeMs || (timeMs === best.timeMs && lengthMm < best.lengthMm);
      if (isBetter) best = { tail, head, timeMs, lengthMm, label: start.step, start, goal };
    }
  }
  return best;
}

/** Trips that stay on one link. Only places that join the same one can have any: few of all pairs. */
export function listDirect(
  city: City,
  starts: readonly (readonly SiteEdge[])[],
  goals: readonly (readonly SiteEdge[])[],
): readonly SiteEdge[] {
  const goalsOf = new Map<number, Set<number>>();
  for (const [i, ends] of goals.entries())
    for (const { label } of ends) goalsOf.set(label, (goalsOf.get(label) ?? new Set()).add(i));
  return starts.flatMap((ends) => {
    const near = new Set(ends.flatMap(({ label }) => [...(goalsOf.get(label) ?? [])]));
    return [...near].flatMap((i) => findDirect(city, ends, goals[i] as readonly SiteEdge[]) ?? []);
  });
}
