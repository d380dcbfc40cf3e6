/**
 * Times of all open links of a road state at once, equal to `linkImpedanceMs` of each. Links of the same
 * facility, limits and surroundings share a speed, which is found once for a setting.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link, Plaza } from '../model/road.ts';
import type { Roads, RoadState } from '../scenario/apply.ts';
import { MS_PER_SECOND, roundHalfUp } from '../units.ts';
import { findPlaza, getDesiredMPerS, getPlazaS, getStateFactor } from './impedance.ts';
import { pickSlowing, type Setting } from './setting.ts';
import { linkTollFen } from './toll.ts';

/** What times are made of besides the setting, by link in the order of the state. */
interface Columns {
  /** One link of each kind of road. */
  readonly kinds: readonly Link[];
  readonly kind: Uint32Array;
  readonly lengthM: Readonly<Record<Setting['corner'], Float64Array>>;
  readonly signals: Float64Array;
  readonly plaza: readonly (Plaza | null)[];
  /** Fen by vehicle class. */
  readonly tolls: Map<Setting['vehicleClass'], Float64Array>;
}

const COLUMNS = new WeakMap<Roads, Columns>();

/** Everything of a link that its speed and its traffic depend on. */
export function toKind(link: Link): string {
  const { facility, stateAs, postedKmh, designKmh, centreLine, lanesPerDirection, urban, speedFactor } = link;
  const speeds = `${postedKmh} ${designKmh} ${speedFactor ?? 1}`;
  return `${facility} ${stateAs} ${speeds} ${centreLine} ${lanesPerDirection} ${urban}`;
}

/** Links are the same objects from state to state, but for those that a scenario builds or changes. */
const KINDS = new WeakMap<Link, string>();

function findKind(link: Link): string {
  const known = KINDS.get(link) ?? toKind(link);
  KINDS.set(link, known);
  return known;
}

/** By loops, since every edit of a scenario makes a state: an array's mapped copy as a typed one took three times as long. */
function makeColumns(dataset: Dataset, { links, day }: Roads): Columns {
  const kinds: Link[] = [];
  const kindOf = new Map<string, number>();
  const kind = new Uint32Array(links.length);
  const lengthM = {
    mid: new Float64Array(links.length),
    fast: new Float64Array(links.length),
    slow: new Float64Array(links.length),
  };
  const signals = new Float64Array(links.length);
  for (const [i, link] of links.entries()) {
    const key = findKind(link);
    const known = kindOf.get(key) ?? kinds.push(link) - 1;
    kindOf.set(key, known);
    kind[i] = known;
    lengthM.mid[i] = link.lengthM;
    lengthM.fast[i] = link.lengthLowM;
    lengthM.slow[i] = link.lengthHighM;
    signals[i] = link.signals;
  }
  const plaza = links.map((link) => findPlaza(dataset, link, day));
  return { kinds, kind, lengthM, signals, plaza, tolls: new Map() };
}

function findColumns(dataset: Dataset, { roads }: RoadState): Columns {
  const columns = COLUMNS.get(roads) ?? makeColumns(dataset, roads);
  COLUMNS.set(roads, columns);
  return columns;
}

/** What the time of every link is the sum of, in seconds, in the order of the state. */
export interface LinkParts {
  readonly runningS: Float64Array;
  /** At signals. */
  readonly delayS: Float64Array;
  readonly plazaS: Float64Array;
}

/**
 * Parts of the time of every link, its running time without the traffic state; `lengthsM` replaces the links' own
 * lengths.
 */
export function listLinkParts(
  dataset: Dataset,
  state: RoadState,
  setting: Setting,
  lengthsM: Float64Array | null = null,
): LinkParts {
  const { kinds, kind, lengthM, signals, plaza } = findColumns(dataset, state);
  const speeds = kinds.map((link) => getDesiredMPerS(dataset, link, setting));
  const lengths = lengthsM ?? lengthM[setting.corner];
  const signalS = pickSlowing(dataset.parameters.signalDelayS, setting.corner);
  const { delays, corner } = setting;
  const stopS = new Map<Plaza | null, number>([[null, 0]]);
  const count = kind.length;
  const parts = {
    runningS: new Float64Array(count),
    delayS: new Float64Array(count),
    plazaS: new Float64Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    parts.runningS[i] = (lengths[i] as number) / (speeds[kind[i] as number] as number);
    if (!delays) continue;
    parts.delayS[i] = (signals[i] as number) * signalS;
    const one = plaza[i] as Plaza | null;
    const known = stopS.get(one) ?? getPlazaS(dataset, one as Plaza, corner, state.day);
    stopS.set(one, known);
    parts.plazaS[i] = known;
  }
  return parts;
}

/** Milliseconds of every link of the state, in its order; `lengthsM` replaces the links' own lengths. */
export function listLinkTimes(
  dataset: Dataset,
  state: RoadState,
  setting: Setting,
  lengthsM: Float64Array | null = null,
): Float64Array {
  const { kinds, kind } = findColumns(dataset, state);
  const factors = kinds.map((link) => getStateFactor(link, setting));
  const { runningS, delayS, plazaS } = listLinkParts(dataset, state, setting, lengthsM);
  const ms = new Float64Array(runningS.length);
  for (let i = 0; i < ms.length; i += 1) {
    const running = (runningS[i] as number) * (factors[kind[i] as number] as number);
    ms[i] = roundHalfUp(MS_PER_SECOND * (running + (delayS[i] as number) + (plazaS[i] as number)));
  }
  return ms;
}

/** Fen of every link of the state for a vehicle, in its order. Throws DataError for a tariff without a rate. */
export function listLinkTolls(dataset: Dataset, state: RoadState, { vehicleClass }: Setting): Float64Array {
  const { tolls } = findColumns(dataset, state);
  const known = tolls.get(vehicleClass);
  if (known !== undefined) return known;
  const tollFen = new Float64Array(state.links.length);
  for (const [i, link] of state.links.entries())
    tollFen[i] = linkTollFen(dataset, link, vehicleClass, state.day);
  tolls.set(vehicleClass, tollFen);
  return tollFen;
}
