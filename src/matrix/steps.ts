/**
 * A path of edges as a route to read: connectors, whole links with the pieces joined, plazas, sums. The sums
 * are those of the matrix cell (`cell.ts`): same edges, same milliseconds.
 */
import type { LengthBasis, Link, Plaza } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import type { Surface } from '../network/setting.ts';
import { findConnectorOfEdge, findLinkOfEdge, type Network } from '../network/network.ts';
import { findCharge } from '../network/toll.ts';
import { listBeltSections, measurePath, type LevelOfService } from './cell.ts';
import type { TimedPath } from './timed-path.ts';

/** The way between a place and the road. */
export interface RouteConnector {
  readonly place: string;
  readonly featureId: string;
  /** Part of the feature's drawn length before the point. */
  readonly share: number;
  readonly lengthMm: number;
  readonly timeMs: number;
  readonly from: LonLat;
  readonly to: LonLat;
}

/** A directed link, or the part of it that is driven. */
export interface RouteStep {
  readonly link: string;
  readonly featureId: string;
  readonly highway: string;
  readonly section: string;
  readonly facility: Surface;
  readonly nameEn: string;
  readonly nameZh: string | null;
  readonly refNow: string | null;
  readonly refOld: string | null;
  /** Nodes at the ends of the whole link. */
  readonly from: string;
  readonly to: string;
  /** Part of the link that is driven, in its own direction; 0 and 1 = all of it. */
  readonly fromShare: number;
  readonly toShare: number;
  readonly timeMs: number;
  readonly lengthMm: number;
  readonly tollFen: number;
  readonly lengthBasis: LengthBasis;
  /** Plaza passed on a day on which the link is tolled; null else. */
  readonly plaza: Plaza | null;
  /** Part of a section of the belt. */
  readonly belt: boolean;
}

export interface Route extends LevelOfService {
  readonly access: RouteConnector;
  readonly egress: RouteConnector;
  readonly steps: readonly RouteStep[];
  /** Links with a plaza in force, in order. */
  readonly plazas: readonly { readonly link: string; readonly plaza: Plaza }[];
  /** Waiting before banned links, in order. */
  readonly waits: readonly {
    readonly link: string;
    readonly nameEn: string;
    readonly waitMs: number;
    /** Moment in ms after midnight. */
    readonly untilMs: number;
  }[];
}

/** A route and the edges it was made of. */
export interface TracedRoute {
  readonly route: Route;
  readonly path: readonly number[];
}

function toConnector(network: Network, edge: number, timeMs: number, leaving: boolean): RouteConnector {
  const connector = findConnectorOfEdge(network, edge);
  const place = network.places.find(({ id }) => id === connector?.place);
  if (connector === null || place === undefined) throw new RangeError(`edge ${edge} is no connector`);
  const [from, to] = leaving ? [place.at, connector.at] : [connector.at, place.at];
  const { featureId, share, lengthMm } = connector;
  return { place: place.id, featureId, share, lengthMm, timeMs, from, to };
}

function toStep(network: Network, link: Link, edge: number, timeMs: number): RouteStep {
  const { highway, section, facility, nameEn, nameZh, refNow, refOld, from, to, lengthBasis, featureId } =
    link;
  const charged = findCharge(network.dataset, link, network.state.day) !== null;
  return {
    link: link.id,
    featureId,
    highway,
    section,
    facility,
    nameEn,
    nameZh,
    refNow,
    refOld,
    from,
    to,
    fromShare: network.fromShare[edge] as number,
    toShare: network.toShare[edge] as number,
    timeMs,
    lengthMm: network.graph.length[edge] as number,
    tollFen: network.tollFen[edge] as number,
    lengthBasis,
    plaza: charged && network.setting.delays ? link.plaza : null,
    belt: listBeltSections(network.dataset).has(section),
  };
}

/** A step continued by the next piece of its link. */
function joinStep(step: RouteStep, next: RouteStep): RouteStep {
  return {
    ...step,
    toShare: next.toShare,
    timeMs: step.timeMs + next.timeMs,
    lengthMm: step.lengthMm + next.lengthMm,
    tollFen: step.tollFen + next.tollFen,
  };
}

type TimeOf = (i: number) => number;

function toSteps(network: Network, path: readonly number[], timeOf: TimeOf): readonly RouteStep[] {
  const steps: RouteStep[] = [];
  for (const [i, edge] of path.entries()) {
    const link = findLinkOfEdge(network, edge);
    if (link === null || network.fromShare[edge] === network.toShare[edge]) continue;
    const step = toStep(network, link, edge, timeOf(i));
    const last = steps.at(-1);
    if (last?.link === step.link && last.toShare === step.fromShare)
      steps[steps.length - 1] = joinStep(last, step);
    else steps.push(step);
  }
  return steps;
}

function toWaits(network: Network, { waits }: TimedPath): Route['waits'] {
  return waits.map(({ edge, waitMs, untilMs }) => {
    const link = findLinkOfEdge(network, edge);
    return { link: link?.id ?? '', nameEn: link?.nameEn ?? '', waitMs, untilMs };
  });
}

/** A route from the path between two places of a network. */
export function toRoute(network: Network, timed: TimedPath): Route {
  const { path, edgeMs } = timed;
  const [first, last] = [path[0] ?? -1, path.at(-1) ?? -1];
  const timeOf: TimeOf = (i) => (edgeMs === null ? network.timeMs[path[i] as number] : edgeMs[i]) as number;
  const steps = toSteps(network, path, timeOf);
  return {
    ...measurePath(network, timed),
    access: toConnector(network, first, timeOf(0), true),
    egress: toConnector(network, last, timeOf(path.length - 1), false),
    steps,
    plazas: steps.flatMap(({ link, plaza }) => (plaza === null ? [] : [{ link, plaza }])),
    waits: toWaits(network, timed),
  };
}
