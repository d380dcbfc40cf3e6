/** A route of a question measured for its spread: mean, least time at the signed limits, and the times of its links. */
import { buildNetwork, getDestinationVertex, getOriginVertex, type Network } from '../network/network.ts';
import { applyScenario } from '../scenario/apply.ts';
import { MM_PER_M, MS_PER_SECOND } from '../units.ts';
import { findTripSearch } from '../matrix/trip-search.ts';
import { buildQuestionNetwork } from './paths.ts';
import type { Question } from './question.ts';
import type { Times } from './times.ts';

export interface MeasuredRoute {
  readonly meanS: number;
  /** At the signed limits, without signals and plazas; connectors at their own speed. Never above the mean. */
  readonly leastS: number;
  readonly lengthM: number;
  /** Mean times of whole links and of connectors, in order. */
  readonly linkTimesS: readonly number[];
}

/** Times of the pieces of a path, those of one link together. */
function listLinkTimesS({ link, timeMs }: Network, path: readonly number[]): readonly number[] {
  const times: number[] = [];
  let before = -1;
  for (const edge of path) {
    const of = link[edge] as number;
    const timeS = (timeMs[edge] as number) / MS_PER_SECOND;
    if (of >= 0 && of === before) times.push((times.pop() ?? 0) + timeS);
    else times.push(timeS);
    before = of;
  }
  return times;
}

function measure(network: Network, atLimits: Network, path: readonly number[]): MeasuredRoute {
  const sum = (of: Int32Array | Float64Array): number =>
    path.reduce((total, edge) => total + (of[edge] as number), 0);
  const meanMs = sum(network.timeMs);
  return {
    meanS: meanMs / MS_PER_SECOND,
    // A data set may say that more than the limit is driven: then the modelled time is the least.
    leastS: Math.min(meanMs, sum(atLimits.timeMs)) / MS_PER_SECOND,
    lengthM: sum(network.graph.length) / MM_PER_M,
    linkTimesS: listLinkTimesS(network, path),
  };
}

/** A function from a site and a place to the fastest route between them in a scenario; null = there is none. */
export function createRouteMeasure(
  question: Question,
  times: Times,
): (site: string, place: string) => MeasuredRoute | null {
  const network = buildQuestionNetwork(question, times);
  const { dataset, sites, targets } = question;
  const limits = {
    ...times.setting,
    rule: 'signed-limits',
    delays: false,
    valueOfTimeCnyPerH: null,
  } as const;
  // The same places in the same state: the same edges under the same numbers.
  const atLimits = buildNetwork(dataset, applyScenario(dataset, times.scenario), limits, [
    ...sites,
    ...targets,
  ]);
  return (site, place) => {
    const ends = [getOriginVertex(network, site), getDestinationVertex(network, place)] as const;
    const found = findTripSearch(network).findPath(...ends);
    return found === null ? null : measure(network, atLimits, found.path);
  };
}
