/**
 * Everything the data leave open, as a list of dimensions to draw: speeds, defaults, traffic, delays, estimated
 * lengths, places and keiretsu tags. What errs in common is one dimension: a speed factor of a facility, a way of
 * estimating lengths, a place, a firm. Independent errors of every link would average out to a precision that
 * nobody has.
 */
import type { ConfidenceDimension } from '../model/confidence.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Supplier } from '../model/place.ts';
import { FACILITIES, type Facility } from '../model/road.ts';
import type { CoordinateGrade, LonLat, Parameter } from '../model/source.ts';
import type { ParameterId } from '../model/travel.ts';
import type { Setting } from '../network/setting.ts';
import type { RoadState } from '../scenario/apply.ts';
import { DEFAULT_LIMITS, findUses, isUsed, toWay } from './used.ts';

/** What a drawn value is put into. */
export type Target =
  | { readonly kind: 'factor' | 'state'; readonly facility: Facility }
  | { readonly kind: 'parameter'; readonly parameter: ParameterId }
  /** Lengths estimated one way: −1 … 1 through each link's own range. */
  | { readonly kind: 'lengths'; readonly way: string }
  /** How far and in which direction a place is moved: the n-th of the places and points of what is drawn. */
  | { readonly kind: 'radius' | 'angle'; readonly place: number }
  | { readonly kind: 'tag'; readonly supplier: string };

export interface Dimension extends ConfidenceDimension {
  readonly target: Target;
}

/** A place whose coordinate is drawn. */
export interface GradedPlace {
  readonly id: string;
  readonly name: string;
  readonly at: LonLat;
  /** Null where the place is exact by definition: a point that the user gave. */
  readonly grade: CoordinateGrade | null;
}

/** What of a data set is drawn: the suppliers and places of the question. */
export interface Drawn {
  readonly dataset: Dataset;
  readonly setting: Setting;
  /** Roads of the scenarios compared. */
  readonly states: readonly RoadState[];
  readonly places: readonly GradedPlace[];
  /** Points of those roads (`road-points.ts`). */
  readonly points: readonly GradedPlace[];
  readonly suppliers: readonly Supplier[];
}

const NAMES: Readonly<Record<Facility, string>> = {
  expressway: 'expressways',
  'urban-expressway': 'urban expressways',
  arterial: 'arterials',
  local: 'local roads',
  ramp: 'ramps',
};

const DELAYS = {
  connectorSpeedKmh: 'speed between site and road',
  signalDelayS: 'delay at a signal',
  plazaEntryS: 'delay at an entry plaza',
  plazaExitS: 'delay at an exit plaza',
  plazaBarrierS: 'delay at a barrier plaza',
  gantryPassS: 'delay under a gantry',
} as const satisfies Partial<Record<ParameterId, string>>;

function toDimension(target: Target, id: string, label: string, drawn: string, one: Parameter): Dimension {
  const { low, value, high, unit, source, grade } = one;
  return { id, label, low, value, high, unit, source, grade, drawn, target };
}

/** One a facility: factor, limit where no figure is known, traffic. */
function listSpeeds({ dataset, setting }: Drawn): readonly Dimension[] {
  const { vehicleClass, trafficState } = setting;
  const rows = trafficState.byVehicleClass[vehicleClass.id];
  return FACILITIES.flatMap((facility) => {
    const name = NAMES[facility];
    const { factor } = vehicleClass.facilities[facility];
    const limit = dataset.parameters[DEFAULT_LIMITS[facility]];
    const state = rows?.[facility] ?? trafficState.factors[facility];
    const once = 'once per facility';
    return [
      toDimension(
        { kind: 'factor', facility },
        `factor:${facility}`,
        `share of the limit driven on ${name}`,
        once,
        factor,
      ),
      toDimension(
        { kind: 'parameter', parameter: DEFAULT_LIMITS[facility] },
        `limit:${facility}`,
        `limit of ${name} without a figure`,
        once,
        limit,
      ),
      toDimension({ kind: 'state', facility }, `traffic:${facility}`, `traffic on ${name}`, once, state),
    ];
  });
}

function listDelays({ dataset }: Drawn): readonly Dimension[] {
  return Object.entries(DELAYS).map(([id, label]) => {
    const parameter = id as keyof typeof DELAYS;
    return toDimension({ kind: 'parameter', parameter }, id, label, 'once', dataset.parameters[parameter]);
  });
}

/** Ways of estimating by which some link has a range. */
function listLengths({ dataset }: Drawn): readonly Dimension[] {
  const open = dataset.links.filter(({ lengthLowM, lengthHighM }) => lengthLowM < lengthHighM);
  const ways = [...new Set(open.map(toWay))].toSorted();
  return ways.map((way) => {
    const range = { low: -1, value: 0, high: 1, unit: 'part of each link’s own range', source: 'assumption' };
    const label = `lengths from ${way}`;
    return {
      ...range,
      id: `lengths:${way}`,
      label,
      grade: 'assumed',
      drawn: 'once per way of estimating',
      target: { kind: 'lengths', way },
    };
  });
}

/** Distance and direction of each place from where it is recorded. */
function listPlaces({ dataset, places, points }: Drawn): readonly Dimension[] {
  const { uncertainty } = dataset;
  if (uncertainty === null) return [];
  return [...places, ...points].flatMap(({ id, name, grade }, place) => {
    if (grade === null) return [];
    const { value: radiusM, unit, source, grade: own } = uncertainty.coordinateM[grade];
    const head = { value: 0, low: 0, drawn: 'once per place', source, grade: own };
    return [
      {
        ...head,
        id: `radius:${id}`,
        label: `place of ${name}`,
        high: radiusM,
        unit,
        target: { kind: 'radius', place },
      },
      {
        ...head,
        id: `angle:${id}`,
        label: `direction of ${name}`,
        high: 1,
        unit: 'turns',
        target: { kind: 'angle', place },
      },
    ] as const;
  });
}

function listTags({ dataset, suppliers }: Drawn): readonly Dimension[] {
  const { uncertainty } = dataset;
  if (uncertainty === null) return [];
  return suppliers
    .filter(({ keiretsu }) => keiretsu !== null)
    .map(({ id, name, confidence }) => {
      const share = uncertainty.wrongTagShare[confidence];
      const target = { kind: 'tag', supplier: id } as const;
      return toDimension(target, `tag:${id}`, `keiretsu tag of ${name}`, 'once per firm', share);
    });
}

/** A tag has a chance, a place a radius: both are drawn as soon as that is not 0. Others need a range. */
function isOpen({ target: { kind }, low, value, high }: Dimension): boolean {
  return kind === 'tag' ? value > 0 : low < high;
}

/** Everything of the question that some road, place or firm makes use of, open or not, each under an id of its own. */
function listUsed(drawn: Drawn): readonly Dimension[] {
  const uses = findUses(drawn.dataset, drawn.states);
  const lists = [listSpeeds, listDelays, listLengths, listPlaces, listTags];
  return lists.flatMap((list) => list(drawn)).filter(({ target }) => isUsed(uses, target));
}

/** Every dimension of the question with something to draw. */
export function listDimensions(drawn: Drawn): readonly Dimension[] {
  return listUsed(drawn).filter(isOpen);
}

const UNORDERED: ReadonlySet<Target['kind']> = new Set(['radius', 'angle', 'tag']);

/** Parameters that may be moved one at a time, those without a range too: no places, no tags. */
export function listOrdered(drawn: Drawn): readonly Dimension[] {
  return listUsed(drawn).filter(({ target: { kind } }) => !UNORDERED.has(kind));
}
