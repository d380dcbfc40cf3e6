/** The drawn line of a route, from place to place: what a map shows and a GeoJSON file holds. */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import { createPlane, listVertexShares } from '../network/local-plane.ts';
import type { Route, RouteStep } from './steps.ts';

/**
 * Vertices of a link's drawn line strictly inside the part that is driven. Shares were measured in the plane
 * of the site that cut the link, so the same plane decides which vertices lie before the cut.
 */
function listBetween(link: Link, step: RouteStep, site: LonLat): readonly LonLat[] {
  const shares = listVertexShares(createPlane(site), link.geometry);
  return link.geometry.filter((_, i) => {
    const share = shares[i] ?? 0;
    return share > step.fromShare && share < step.toShare;
  });
}

/** Points in whose planes the cuts before and after a step were measured; null where the link is driven to its end. */
interface Cuts {
  readonly leaving: LonLat | null;
  readonly arriving: LonLat | null;
}

/** A step is cut where a place joins its link, else where a built road meets it: at an end of the step beside it. */
function findCuts(steps: readonly DrawnStep[], i: number, route: Route): Cuts {
  const { step } = steps[i] as DrawnStep;
  const [before, after] = [steps[i - 1]?.link.geometry.at(-1), steps[i + 1]?.link.geometry[0]];
  return {
    leaving: step.fromShare > 0 ? (before ?? route.access.from) : null,
    arriving: step.toShare < 1 ? (after ?? route.egress.to) : null,
  };
}

/** Points of a step without its two ends. */
function listInner({ link, step }: DrawnStep, { leaving, arriving }: Cuts): readonly LonLat[] {
  if (leaving === null && arriving === null) return link.geometry.slice(1, -1);
  const inner = listBetween(link, step, leaving ?? arriving ?? [NaN, NaN]);
  if (leaving === null || arriving === null) return inner;
  const second = new Set(listBetween(link, step, arriving));
  return inner.filter((point) => second.has(point));
}

/** A step with its link. */
interface DrawnStep {
  readonly step: RouteStep;
  readonly link: Link;
}

/**
 * Coordinates of a route from its origin to its destination, connectors included. The data set is that of the road
 * state (`RoadState.dataset`): it has what the scenario builds.
 */
export function toRouteLine(dataset: Pick<Dataset, 'links'>, route: Route): readonly LonLat[] {
  const links = new Map(dataset.links.map((link) => [link.id, link]));
  const points: LonLat[] = [route.access.from, route.access.to];
  const steps = route.steps.flatMap((step): readonly DrawnStep[] => {
    const link = links.get(step.link);
    return link === undefined ? [] : [{ step, link }];
  });
  for (const [i, drawn] of steps.entries()) {
    const cuts = findCuts(steps, i, route);
    points.push(...listInner(drawn, cuts));
    const isLast = i === steps.length - 1;
    const end = drawn.step.toShare === 1 ? drawn.link.geometry.at(-1) : isLast ? undefined : cuts.arriving;
    if (end !== undefined && end !== null) points.push(end);
  }
  points.push(route.egress.from, route.egress.to);
  return points.filter(
    (point, i) => i === 0 || point[0] !== points[i - 1]?.[0] || point[1] !== points[i - 1]?.[1],
  );
}
