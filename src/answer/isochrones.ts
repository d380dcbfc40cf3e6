/**
 * Isochrones: from where a place is reached within given times, or what it reaches. A band is the union of
 * the grid cells of which every point is proved within the cutoff, so that a point of a band routes within it.
 */
import type { Direction } from '../access/grid-times.ts';
import { NO_ACCESS } from '../access/grid.ts';
import type { Dataset } from '../model/dataset.ts';
import type { IsochroneDocument, Isochrones } from '../model/grid-views.ts';
import type { Scenario } from '../model/scenario.ts';
import { toSetting } from '../network/setting.ts';
import { DataError } from '../problems.ts';
import { MS_PER_SECOND } from '../units.ts';
import { findCaseGrid, findGridTimes, findNoAccess, toCellArea, toGridScenario } from './grid-question.ts';
import { findPlace } from './place.ts';
import { DEFAULT_TRAFFIC, DEFAULT_VEHICLE_CLASS } from './request.ts';
import { toTripScenario } from './trip-explanation.ts';

/** What both scenarios of a question share. */
interface IsochroneQuestion {
  /** Plant, zone, seat or supplier id, or `lon,lat`. */
  readonly place: string;
  /** to: from where the place is reached (left out); from: what it reaches. */
  readonly direction?: Direction | undefined;
  readonly vehicleClass?: string | undefined;
  readonly traffic?: string | undefined;
  /** Seconds, inclusive; left out = 20, 40, 60 and 80 min. */
  readonly cutoffsS?: readonly number[] | undefined;
}

export interface IsochroneRequest extends IsochroneQuestion {
  /** Id, `YYYY-MM` or `YYYY-MM-DD`, or a scenario of the caller's own. */
  readonly scenario: string | Scenario;
}

export interface IsochroneContrast extends IsochroneQuestion {
  readonly base?: string | Scenario | undefined;
  readonly build?: string | Scenario | undefined;
}

const DEFAULT_CUTOFFS_S = [1200, 2400, 3600, 4800] as const;
const MOST_CUTOFF_S = 86_400;

function checkCutoffs(cutoffsS: readonly number[]): readonly number[] {
  const fine = cutoffsS.every((one) => Number.isFinite(one) && one >= 1 && one <= MOST_CUTOFF_S);
  if (fine && cutoffsS.length > 0) return [...new Set(cutoffsS)].toSorted((a, b) => a - b);
  const expected = `at least one number of seconds from 1 to ${MOST_CUTOFF_S}`;
  throw new DataError([
    {
      file: 'request',
      path: 'cutoffsS',
      expected,
      found: JSON.stringify(cutoffsS),
      code: 'out-of-range',
    },
  ]);
}

/**
 * Bands of a place in one scenario. Throws DataError for an unknown scenario, place, vehicle or traffic state,
 * a place without access, and cutoffs out of range.
 */
export function toIsochrones(dataset: Dataset, request: IsochroneRequest): Isochrones {
  const { place } = findPlace(dataset, request.place);
  const cutoffsS = checkCutoffs(request.cutoffsS ?? DEFAULT_CUTOFFS_S);
  const scenario = toGridScenario(dataset, request.scenario);
  const setting = toSetting(dataset, {
    vehicleClass: request.vehicleClass ?? DEFAULT_VEHICLE_CLASS,
    trafficState: request.traffic ?? DEFAULT_TRAFFIC,
  });
  const grid = findCaseGrid({ dataset, scenario });
  const [times] = findGridTimes({ dataset, scenario, setting }, [place], request.direction ?? 'to');
  if (times === undefined) throw new RangeError('one place has one table of times');
  const { most, least } = times;
  const bands = cutoffsS.map((cutoffS) => {
    const limitMs = cutoffS * MS_PER_SECOND;
    return {
      cutoffS,
      ...toCellArea(
        grid,
        grid.access.map((_, cell) => Number((most[cell] as number) <= limitMs)),
      ),
    };
  });
  const boundary = cutoffsS.map((cutoffS) => {
    const limitMs = cutoffS * MS_PER_SECOND;
    const isOpen = grid.access.map((access, cell) =>
      Number(access !== NO_ACCESS && (most[cell] as number) > limitMs && (least[cell] as number) <= limitMs),
    );
    return { cutoffS, ...toCellArea(grid, isOpen) };
  });
  return { scenario: toTripScenario(scenario), bands, boundary, noAccess: findNoAccess(grid) };
}

/** The same for two scenarios, as the answer `beltway/isochrones@1`. Throws as `toIsochrones` does. */
export function toIsochroneDocument(dataset: Dataset, question: IsochroneContrast): IsochroneDocument {
  const { header, digest } = dataset;
  const { base = header.defaults.base, build = header.defaults.build, ...shared } = question;
  const { origin, place } = findPlace(dataset, question.place);
  const { id, name, nameZh } = origin;
  return {
    schema: 'beltway/isochrones@1',
    data: { id: header.id, title: header.title, digest },
    vehicleClass: question.vehicleClass ?? DEFAULT_VEHICLE_CLASS,
    traffic: question.traffic ?? DEFAULT_TRAFFIC,
    direction: question.direction ?? 'to',
    place: { id, name, nameZh, at: place.at },
    cutoffsS: checkCutoffs(question.cutoffsS ?? DEFAULT_CUTOFFS_S),
    base: toIsochrones(dataset, { ...shared, scenario: base }),
    build: toIsochrones(dataset, { ...shared, scenario: build }),
  };
}
