/**
 * Which parameters the roads of a question make use of. What no road asks for is not drawn: it could change nothing, and
 * over a finite number of draws it would still seem to.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Facility, Link, Plaza } from '../model/road.ts';
import type { ParameterId } from '../model/travel.ts';
import { findPlaza } from '../network/impedance.ts';
import type { RoadState } from '../scenario/apply.ts';
import type { Target } from './dimensions.ts';

const PLAZA_DELAYS: Readonly<Record<Plaza, ParameterId>> = {
  entry: 'plazaEntryS',
  exit: 'plazaExitS',
  barrier: 'plazaBarrierS',
};

/** What the links of a question's states are like. */
export interface Uses {
  readonly facilities: ReadonlySet<Facility>;
  /** Rows of a traffic state. */
  readonly rows: ReadonlySet<Facility>;
  readonly parameters: ReadonlySet<ParameterId>;
  readonly ways: ReadonlySet<string>;
}

/** Parameter of the limit that a facility has where no figure is known. */
export const DEFAULT_LIMITS = {
  expressway: 'defaultExpresswayKmh',
  'urban-expressway': 'defaultUrbanExpresswayKmh',
  arterial: 'defaultArterialKmh',
  local: 'defaultLocalKmh',
  ramp: 'defaultRampKmh',
} as const satisfies Record<Facility, ParameterId>;

function listParameters(dataset: Dataset, link: Link, { day, gantry }: RoadState): readonly ParameterId[] {
  const plaza = findPlaza(dataset, link, day);
  return [
    ...(link.postedKmh === null && link.designKmh === null ? [DEFAULT_LIMITS[link.facility]] : []),
    ...(link.signals > 0 ? (['signalDelayS'] as const) : []),
    ...(plaza === null ? [] : [gantry ? ('gantryPassS' as const) : PLAZA_DELAYS[plaza]]),
  ];
}

/** How a length was estimated, without what is special to the link, e.g. `town chain: crow × 1.25`. */
export function toWay({ lengthHow }: Pick<Link, 'lengthHow'>): string {
  return lengthHow.split(/[(;,]/)[0]?.trim() ?? lengthHow;
}

/** What the roads of some states use; connectors are always used. */
export function findUses(dataset: Dataset, states: readonly RoadState[]): Uses {
  const links = states.flatMap((state) => state.links);
  return {
    facilities: new Set(links.map(({ facility }) => facility)),
    rows: new Set(links.map(({ facility, stateAs }) => stateAs ?? facility)),
    parameters: new Set<ParameterId>([
      'connectorSpeedKmh',
      ...states.flatMap((state) => state.links.flatMap((link) => listParameters(dataset, link, state))),
    ]),
    ways: new Set(links.filter(({ lengthLowM, lengthHighM }) => lengthLowM < lengthHighM).map(toWay)),
  };
}

/** Whether a target changes the time of any road; places and tags always count. */
export function isUsed({ facilities, rows, parameters, ways }: Uses, target: Target): boolean {
  switch (target.kind) {
    case 'factor':
      return facilities.has(target.facility);
    case 'state':
      return rows.has(target.facility);
    case 'parameter':
      return parameters.has(target.parameter);
    case 'lengths':
      return ways.has(target.way);
    case 'radius':
    case 'angle':
    case 'tag':
      return true;
  }
}
