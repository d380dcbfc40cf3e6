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

/** Points of a step without its two ends. */
function listInner(link: Link, step: RouteStep, route: Route): readonly LonLat[] {
  const leaving = step.fromShare > 0 ? route.access.from : null;
  const arriving = step.toShare < 1 ? route.egress.to : null;
  if (leaving === null && arriving === null) return link.geometry.slice(1, -1);
  const inner = listBetween(link, step, leaving ?? arriving ?? route.access.from);
  if (leaving === null || arriving === null) return inner;
  const second = new Set(listBetween(link, step, arriving));
  return inner.filter((point) => second.has(point));
}

/** Coordinates of a route from its origin to its destination, connectors included. */
export function toRouteLine(dataset: Dataset, route: Route): readonly LonLat[] {
  const links = new Map(dataset.links.map((link) => [link.id, link]));
  const points: LonLat[] = [route.access.from, route.access.to];
  for (const step of route.steps) {
    const link = links.get(step.link);
    if (link === undefined) continue;
    points.push(...listInner(link, step, route));
    const end = link.geometry.at(-1);
    if (step.toShare === 1 && end !== undefined) points.push(end);
  }
  points.push(route.egress.from, route.egress.to);
  return points.filter(
    (point, i) => i === 0 || point[0] !== points[i - 1]?.[0] || point[1] !== points[i - 1]?.[1],
  );
}
