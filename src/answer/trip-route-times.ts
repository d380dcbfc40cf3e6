/** A route of a question measured for its spread: mean, least time at the signed limits, and the times of its links. */
import { findTripSearch } from '../matrix/trip-search.ts';
import type { TimedPath } from '../matrix/timed-path.ts';
import { buildNetwork, getDestinationVertex, getOriginVertex, type Network } from '../network/network.ts';
import type { Setting } from '../network/setting.ts';
import { applyScenario } from '../scenario/apply.ts';
import { MM_PER_M, MS_PER_SECOND } from '../units.ts';
import { buildQuestionNetwork } from './paths.ts';
import type { Question } from './question.ts';
import type { Times } from './times.ts';

export interface MeasuredRoute {
  /** Waiting included. */
  readonly meanS: number;
  /** At the signed limits, without signals and plazas; connectors at their own speed. Never above the mean. */
  readonly leastS: number;
  /** Before banned links: the same every day, and in both times. */
  readonly waitS: number;
  readonly lengthM: number;
  /** Mean times of whole links and of connectors, in order, without waiting. */
  readonly linkTimesS: readonly number[];
  /** Seconds on the same route in each traffic state, by id; none without a clock. */
  readonly byStateS: ReadonlyMap<string, number>;
}

/** Milliseconds of each edge of a path, waiting left out. */
function listDrivenMs(network: Network, { path, edgeMs, waits }: TimedPath): readonly number[] {
  if (edgeMs === null) return path.map((edge) => network.timeMs[edge] as number);
  const waitOf = new Map(waits.map(({ edge, waitMs }) => [edge, waitMs]));
  return path.map((edge, i) => (edgeMs[i] as number) - (waitOf.get(edge) ?? 0));
}

/** Times of the pieces of a path, those of one link together. */
function joinLinksS(
  { link }: Network,
  path: readonly number[],
  drivenMs: readonly number[],
): readonly number[] {
  const times: number[] = [];
  let before = -1;
  for (const [i, edge] of path.entries()) {
    const of = link[edge] as number;
    const timeS = (drivenMs[i] as number) / MS_PER_SECOND;
    if (of >= 0 && of === before) times.push((times.pop() ?? 0) + timeS);
    else times.push(timeS);
    before = of;
  }
  return times;
}

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Networks of the same edges under the same numbers, at other times. */
interface Beside {
  readonly atLimits: Network;
  readonly byState: ReadonlyMap<string, Network>;
}

function measure(network: Network, { atLimits, byState }: Beside, timed: TimedPath): MeasuredRoute {
  const { path, waitMs } = timed;
  const sum = (of: Int32Array | Float64Array): number => add(path.map((edge) => of[edge] as number));
  const drivenMs = listDrivenMs(network, timed);
  const meanMs = add(drivenMs);
  return {
    meanS: (meanMs + waitMs) / MS_PER_SECOND,
    // A data set may say that more than the limit is driven: then the modelled time is the least.
    leastS: (Math.min(meanMs, sum(atLimits.timeMs)) + waitMs) / MS_PER_SECOND,
    waitS: waitMs / MS_PER_SECOND,
    lengthM: sum(network.graph.length) / MM_PER_M,
    linkTimesS: joinLinksS(network, path, drivenMs),
    byStateS: new Map([...byState].map(([id, { timeMs }]) => [id, sum(timeMs) / MS_PER_SECOND])),
  };
}

/** The network of the question in each traffic state where the hour stands in for it. */
function buildStates(
  question: Question,
  { setting }: Times,
  build: (setting: Setting) => Network,
): ReadonlyMap<string, Network> {
  if (setting.clock === null) return new Map();
  return new Map(
    question.dataset.trafficStates.map((trafficState) => [
      trafficState.id,
      build({ ...setting, trafficState, clock: null }),
    ]),
  );
}

/** A function from a site and a place to the fastest route between them in a scenario; null = there is none. */
export function createRouteMeasure(
  question: Question,
  times: Times,
): (site: string, place: string) => MeasuredRoute | null {
  const network = buildQuestionNetwork(question, times);
  const { dataset, sites, targets } = question;
  const state = applyScenario(dataset, times.scenario);
  const build = (setting: Setting): Network => buildNetwork(dataset, state, setting, [...sites, ...targets]);
  const beside = {
    atLimits: build({
      ...times.setting,
      rule: 'signed-limits',
      delays: false,
      valueOfTimeCnyPerH: null,
      clock: null,
    }),
    byState: buildStates(question, times, build),
  };
  return (site, place) => {
    const ends = [getOriginVertex(network, site), getDestinationVertex(network, place)] as const;
    const found = findTripSearch(network).findPath(...ends);
    return found === null ? null : measure(network, beside, found);
  };
}
