/** One draw: a data set and a setting with drawn values in place of the middle ones, drawn lengths, places and tags. */
import type { Dataset } from '../model/dataset.ts';
import type { Facility } from '../model/road.ts';
import type { LonLat, Parameter } from '../model/source.ts';
import type { FacilitySpeed, ParameterId } from '../model/travel.ts';
import { createPlane, type LocalPlane } from '../network/local-plane.ts';
import type { Setting } from '../network/setting.ts';
import type { Dimension, Drawn, GradedPlace } from './dimensions.ts';
import { toDrawn } from './hypercube.ts';

/** What a search of one draw is made with. */
export interface Values {
  /** Parameters as drawn; everything else is the data set's own. */
  readonly dataset: Dataset;
  readonly setting: Setting;
  /** Part of each link's range by way of estimating, −1 … 1. */
  readonly lengthParts: ReadonlyMap<string, number>;
  /** Where places and points of the roads are moved to. */
  readonly at: ReadonlyMap<string, LonLat>;
  /** Suppliers that count as without a tag. */
  readonly untagged: ReadonlySet<string>;
}

/** Value of a dimension in this draw: what stands in a document between low and high, or u itself of a tag. */
export type ReadValue = (dimension: Dimension, index: number) => number;

/** Metres to 6 decimals of a degree, which is about 0.1 m, so that every engine has the same digits. */
const roundDegrees = (value: number): number => Math.round(value * 1e6) / 1e6;

const PLANES = new WeakMap<GradedPlace, LocalPlane>();

function findPlane(place: GradedPlace): LocalPlane {
  const plane = PLANES.get(place) ?? createPlane(place.at);
  PLANES.set(place, plane);
  return plane;
}

/** A place moved by a radius in metres into a direction in turns from east. */
function move(place: GradedPlace, radiusM: number, turns: number): LonLat {
  const { at } = place;
  const { kx, ky } = findPlane(place);
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
  /** By number of the place. */
  readonly radii: Float64Array;
  readonly angles: Float64Array;
  readonly untagged: Set<string>;
}

function gather(places: number, dimensions: readonly Dimension[], read: ReadValue): Gathered {
  const found: Gathered = {
    ...{ factors: new Map(), states: new Map(), parameters: new Map(), lengths: new Map() },
    ...{ radii: new Float64Array(places), angles: new Float64Array(places), untagged: new Set() },
  };
  for (const [index, dimension] of dimensions.entries()) put(found, dimension, read(dimension, index));
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
      found.radii[target.place] = value;
      break;
    case 'angle':
      found.angles[target.place] = value;
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

function moveAll(places: readonly GradedPlace[], { radii, angles }: Gathered): ReadonlyMap<string, LonLat> {
  const at = new Map<string, LonLat>();
  for (const [i, place] of places.entries()) {
    const radiusM = radii[i] as number;
    if (radiusM > 0) at.set(place.id, move(place, radiusM, angles[i] as number));
  }
  return at;
}

/** The values of one draw. */
export function toValues(drawn: Drawn, dimensions: readonly Dimension[], read: ReadValue): Values {
  const places = [...drawn.places, ...drawn.points];
  const found = gather(places.length, dimensions, read);
  return {
    dataset: toDataset(drawn, found),
    setting: toSetting(drawn, found),
    lengthParts: found.lengths,
    at: moveAll(places, found),
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
