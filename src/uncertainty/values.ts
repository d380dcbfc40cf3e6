/** One draw: a data set and a setting with drawn values in place of the middle ones, drawn lengths, places and tags. */
import type { Dataset } from '../model/dataset.ts';
import type { Facility } from '../model/road.ts';
import type { LonLat, Parameter } from '../model/source.ts';
import type { FacilitySpeed, ParameterId } from '../model/travel.ts';
import { createPlane } from '../network/local-plane.ts';
import type { Setting } from '../network/setting.ts';
import type { RoadState } from '../scenario/apply.ts';
import type { Dimension, Drawn, GradedPlace } from './dimensions.ts';
import { toDrawn } from './hypercube.ts';
import { toWay } from './used.ts';

/** What a search of one draw is made with. */
export interface Values {
  /** Parameters as drawn; everything else is the data set's own. */
  readonly dataset: Dataset;
  readonly setting: Setting;
  /** Part of each link's range by way of estimating, −1 … 1. */
  readonly lengthParts: ReadonlyMap<string, number>;
  /** Where the places are moved to. */
  readonly at: ReadonlyMap<string, LonLat>;
  /** Suppliers that count as without a tag. */
  readonly untagged: ReadonlySet<string>;
}

/** Value of a dimension in this draw: what stands in a document between low and high, or u itself of a tag. */
export type ReadValue = (dimension: Dimension) => number;

/** Metres to 6 decimals of a degree, which is about 0.1 m, so that every engine has the same digits. */
const roundDegrees = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A place moved by a radius in metres into a direction in turns from east. */
function move({ at }: GradedPlace, radiusM: number, turns: number): LonLat {
  const { kx, ky } = createPlane(at);
  const angle = 2 * Math.PI * turns;
  return [
    roundDegrees(at[0] + (radiusM * Math.cos(angle)) / kx),
    roundDegrees(at[1] + (radiusM * Math.sin(angle)) / ky),
  ];
}

/** The same parameter at another value, without a range. */
function fixed(parameter: Parameter, value: number): Parameter {
  return { ...parameter, value, low: value, high: value };
}

interface Gathered {
  readonly factors: Map<Facility, number>;
  readonly states: Map<Facility, number>;
  readonly parameters: Map<ParameterId, number>;
  readonly lengths: Map<string, number>;
  readonly radii: Map<string, number>;
  readonly angles: Map<string, number>;
  readonly untagged: Set<string>;
}

function gather(dimensions: readonly Dimension[], read: ReadValue): Gathered {
  const found: Gathered = {
    ...{ factors: new Map(), states: new Map(), parameters: new Map(), lengths: new Map() },
    ...{ radii: new Map(), angles: new Map(), untagged: new Set() },
  };
  for (const dimension of dimensions) put(found, dimension, read(dimension));
  return found;
}

function put(found: Gathered, { target, value: middle }: Dimension, value: number): void {
  switch (target.kind) {
    case 'factor':
      found.factors.set(target.facility, value);
      break;
    case 'state':
      found.states.set(target.facility, value);
      break;
    case 'parameter':
      found.parameters.set(target.parameter, value);
      break;
    case 'lengths':
      found.lengths.set(target.way, value);
      break;
    case 'radius':
      found.radii.set(target.place, value);
      break;
    case 'angle':
      found.angles.set(target.place, value);
      break;
    case 'tag':
      if (value < middle) found.untagged.add(target.supplier);
  }
}

function toSetting({ setting }: Drawn, { factors, states }: Gathered): Setting {
  const { vehicleClass, trafficState } = setting;
  const facilities = { ...vehicleClass.facilities } as Record<Facility, FacilitySpeed>;
  for (const [facility, value] of factors) {
    const own = facilities[facility];
    facilities[facility] = { ...own, factor: fixed(own.factor, value) };
  }
  const factorsNow = { ...trafficState.factors } as Record<Facility, Parameter>;
  const row = { ...trafficState.byVehicleClass[vehicleClass.id] };
  for (const [facility, value] of states) {
    const own = row[facility];
    if (own === undefined) factorsNow[facility] = fixed(factorsNow[facility], value);
    else row[facility] = fixed(own, value);
  }
  const byVehicleClass = { ...trafficState.byVehicleClass, [vehicleClass.id]: row };
  return {
    ...setting,
    vehicleClass: { ...vehicleClass, facilities },
    trafficState: { ...trafficState, factors: factorsNow, byVehicleClass },
  };
}

function toDataset({ dataset }: Drawn, { parameters }: Gathered): Dataset {
  const drawn = { ...dataset.parameters } as Record<ParameterId, Parameter>;
  for (const [id, value] of parameters) drawn[id] = fixed(drawn[id], value);
  return { ...dataset, parameters: drawn };
}

/** The values of one draw. */
export function toValues(drawn: Drawn, dimensions: readonly Dimension[], read: ReadValue): Values {
  const found = gather(dimensions, read);
  const moved = drawn.places.filter(({ id }) => (found.radii.get(id) ?? 0) > 0);
  return {
    dataset: toDataset(drawn, found),
    setting: toSetting(drawn, found),
    lengthParts: found.lengths,
    at: new Map(
      moved.map((place) => [
        place.id,
        move(place, found.radii.get(place.id) ?? 0, found.angles.get(place.id) ?? 0),
      ]),
    ),
    untagged: found.untagged,
  };
}

/**
 * Value of a dimension at u: through its range, but a radius so that the moved places lie even over the disc, a
 * direction once around, and of a tag u itself, which is wrong below its share.
 */
export function readAt({ target: { kind }, low, value, high }: Dimension, u: number): number {
  if (kind === 'radius') return high * Math.sqrt(u);
  if (kind === 'angle' || kind === 'tag') return u;
  return toDrawn({ low, value, high }, u);
}

/** Every dimension at its middle value: places where they are recorded, tags as they stand. */
export function readMiddle({ target: { kind }, value }: Dimension): number {
  if (kind === 'radius' || kind === 'angle') return 0;
  return kind === 'tag' ? 1 : value;
}

/** Ways of estimating of the links of a state, as numbers, and their ranges. */
interface LengthColumns {
  readonly ways: readonly string[];
  readonly way: Int32Array;
  readonly low: Float64Array;
  readonly middle: Float64Array;
  readonly high: Float64Array;
}

const COLUMNS = new WeakMap<RoadState, LengthColumns>();

function makeColumns({ links }: RoadState): LengthColumns {
  const ways = [...new Set(links.map(toWay))];
  const numbers = new Map(ways.map((way, i) => [way, i]));
  return {
    ways,
    way: Int32Array.from(links, (link) => numbers.get(toWay(link)) ?? 0),
    low: Float64Array.from(links, ({ lengthLowM }) => lengthLowM),
    middle: Float64Array.from(links, ({ lengthM }) => lengthM),
    high: Float64Array.from(links, ({ lengthHighM }) => lengthHighM),
  };
}

/** Metres of every link of a state in a draw, in its order. */
export function listLengthsM(state: RoadState, { lengthParts }: Values): Float64Array {
  const { ways, way, low, middle, high } = COLUMNS.get(state) ?? makeColumns(state);
  if (!COLUMNS.has(state)) COLUMNS.set(state, { ways, way, low, middle, high });
  const parts = ways.map((one) => lengthParts.get(one) ?? 0);
  return middle.map((lengthM, link) => {
    const part = parts[way[link] as number] as number;
    const end = (part < 0 ? low[link] : high[link]) as number;
    return lengthM + Math.abs(part) * (end - lengthM);
  });
}
