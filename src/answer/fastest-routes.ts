/**
 * How many supplier–plant pairs have their fastest route on each road. A pair is a supplier of the question
 * and an assembler group; its route goes to the plant that decides the group's time in that scenario: the
 * nearest for `any`, the farthest for `every`, the one named. So every pair has one route or none, suppliers
 * of one site count each, and a pair adds one to every link of its route. It is not traffic: nobody's volume,
 * one route a pair, toll ignored unless a value of time is asked for.
 */
import { toGroupTime } from '../condition/groups.ts';
import { listBeltSections } from '../matrix/cell.ts';
import type { Dataset } from '../model/dataset.ts';
import type { FastestRoad, FastestRoutes, FastestSide, FeaturePairs } from '../model/fastest-routes.ts';
import type { Link } from '../model/road.ts';
import type { Scenario } from '../model/scenario.ts';
import { findLinkOfEdge, type Network } from '../network/network.ts';
import { uniteLinks } from '../scenario/draft.ts';
import type { Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';
import { toTripScenario } from './trip-explanation.ts';
import { findTripNetwork, findTripPath, findTripTimeMs } from './trip-network.ts';
import { toTripQuestion } from './trip-question.ts';

/** Suppliers asked about, by the site they begin at. */
function countSuppliers({ origins }: Question): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, site } of origins) {
    if (kind === 'supplier') counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  return counts;
}

/** Links driven on a path, each once; a piece of no length is none. */
function listLinks(network: Network, path: readonly number[]): ReadonlySet<Link> {
  const links = path.flatMap((edge) => {
    const link = findLinkOfEdge(network, edge);
    return link === null || network.fromShare[edge] === network.toShare[edge] ? [] : [link];
  });
  return new Set(links);
}

interface Count {
  readonly side: FastestSide;
  /** By feature. */
  readonly pairs: ReadonlyMap<string, FeaturePairs>;
  readonly open: ReadonlySet<string>;
  /** The data set with what the scenario builds. */
  readonly built: Dataset;
}

const NONE: FeaturePairs = { forward: 0, backward: 0, both: 0 };

/** Adds the pairs of one route to the features it runs on. */
function addRoute(pairs: Map<string, FeaturePairs>, links: ReadonlySet<Link>, count: number): void {
  const ids = new Set([...links].map(({ id }) => id));
  const against = new Set([...links].filter(({ id, featureId }) => id !== featureId).map(toFeature));
  for (const feature of new Set([...links].map(toFeature))) {
    const { forward, backward, both } = pairs.get(feature) ?? NONE;
    pairs.set(feature, {
      forward: forward + (ids.has(feature) ? count : 0),
      backward: backward + (against.has(feature) ? count : 0),
      both: both + count,
    });
  }
}

function toFeature({ featureId }: Link): string {
  return featureId;
}

/** Links of the route that decides a site's time to a group; null = there is no way. */
function findRouteLinks(
  network: Network,
  site: string,
  { choice, plants }: Question['groups'][number],
): ReadonlySet<Link> | null {
  const { plant } = toGroupTime(choice, plants, (one) => findTripTimeMs(network, site, one));
  const path = plant === null ? null : findTripPath(network, site, plant);
  return path === null ? null : listLinks(network, path.path);
}

function countScenario(question: Question, scenario: Scenario): Count {
  const { dataset, setting, groups } = question;
  const network = findTripNetwork(dataset, scenario, setting, []);
  const belt = listBeltSections(dataset);
  const pairs = new Map<string, FeaturePairs>();
  const sums = { routed: 0, noWay: 0, viaBelt: 0 };
  for (const [site, count] of countSuppliers(question)) {
    for (const group of groups) {
      const links = findRouteLinks(network, site, group);
      sums[links === null ? 'noWay' : 'routed'] += count;
      if (links === null) continue;
      if ([...links].some(({ section }) => belt.has(section))) sums.viaBelt += count;
      addRoute(pairs, links, count);
    }
  }
  const open = new Set(network.state.links.map(({ featureId }) => featureId));
  return { side: { scenario: toTripScenario(scenario), ...sums }, pairs, open, built: network.state.dataset };
}

function toRoads(dataset: Dataset, base: Count, build: Count): readonly FastestRoad[] {
  const belt = listBeltSections(dataset);
  const read = ({ pairs, open }: Count, id: string): FeaturePairs | null =>
    pairs.get(id) ?? (open.has(id) ? NONE : null);
  return uniteLinks([base.built, build.built])
    .filter(({ id, featureId }) => id === featureId && (base.pairs.has(id) || build.pairs.has(id)))
    .map(({ id, highway, section, facility, nameEn, nameZh, refNow, plaza }): FastestRoad => {
      const names = { feature: id, highway, section, facility, nameEn, nameZh, ref: refNow, plaza };
      return { ...names, belt: belt.has(section), base: read(base, id), build: read(build, id) };
    })
    .toSorted((a, b) => toOrder(b) - toOrder(a) || (a.feature < b.feature ? -1 : 1));
}

/** Most pairs with the belt first; those without any of them last, most without the belt first. */
function toOrder({ base, build }: FastestRoad): number {
  return (build?.both ?? 0) + (base?.both ?? 0) / 1e6;
}

/**
 * Counts the fastest routes of a request's suppliers on every road, in base and build. Throws DataError with
 * everything wrong in the request.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : countFastestRoutes(dataset, { traffic: 'peak' }).build.noWay; // → null
 */
export function countFastestRoutes(dataset: Dataset, request: AnalysisRequest = {}): FastestRoutes {
  const question = toTripQuestion(dataset, { ...request, destinations: [] });
  const counts = countSuppliers(question);
  const suppliers = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const base = countScenario(question, question.base);
  const build = countScenario(question, question.build);
  const { setting, groups } = question;
  return {
    schema: 'beltway/fastest-routes@1',
    data: { id: dataset.header.id, title: dataset.header.title, digest: dataset.digest },
    vehicleClass: setting.vehicleClass.id,
    traffic: setting.trafficState.id,
    valueOfTimeCnyPerH: setting.valueOfTimeCnyPerH,
    groupChoice: Object.fromEntries(groups.map(({ group, choice }) => [group, choice])),
    ...{ suppliers, sites: counts.size, pairs: suppliers * groups.length },
    ...{ base: base.side, build: build.side, roads: toRoads(dataset, base, build) },
  };
}
