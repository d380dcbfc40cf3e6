/**
 * A scenario over the opened network: read and checked as by the command, and the network under it for each vehicle.
 * Like `scenario show` it is told as the first vehicle drives it.
 */
import type { FeatureCollection } from 'geojson';
import {
  applyCityScenario,
  DataError,
  findProfile,
  listChangedRoads,
  listCityEffects,
  listCityNames,
  openAreaRoads,
  openCityRoads,
  openCityState,
  readCityFiles,
  toLastDay,
  toUsualKmh,
  type Box,
  type ChangedRoad,
  type City,
  type CityFirm,
  type CityGround,
  type CityState,
  type CityTrial,
  type CountAreaRoads,
  type NamedText,
  type RoadTargets,
  type Scenario,
  type ScenarioFile,
} from '../../src/index.ts';
import { CHANGES, type ChangeCount, type PlanLabel, type RoadsNear } from './protocol.ts';

export interface Plan {
  readonly number: number;
  /** What its roads are made of: plans of one key have the same roads. */
  readonly roadsKey: string;
  readonly label: PlanLabel;
  readonly file: ScenarioFile;
  /** Suppliers and plants that its questions are asked about, whatever the vehicle. */
  readonly firms: readonly CityFirm[];
  /** As the first vehicle drives it. */
  readonly state: CityState;
  readonly changed: FeatureCollection;
  readonly openFor: (vehicleClass: string) => City;
  /** As a vehicle drives it. */
  readonly findState: (vehicleClass: string) => CityState;
  /** Roads in some boxes as the first so many rows of its file leave them. */
  readonly listRoads: (rows: number, boxes: readonly Box[]) => RoadsNear;
  /** Counts roads of areas as the first so many rows of its file leave them. */
  readonly countArea: (rows: number) => CountAreaRoads;
}

function countChanges(roads: readonly ChangedRoad[]): readonly ChangeCount[] {
  return CHANGES.flatMap((what) => {
    const own = roads.filter((one) => one.what === what);
    const km = own.reduce((sum, { lengthM }) => sum + lengthM, 0) / 1000;
    return own.length === 0 ? [] : [{ what, links: own.length, km }];
  });
}

/** One feature a kind of change: what is drawn alike is drawn at once. */
function toFeatures(roads: readonly ChangedRoad[]): FeatureCollection {
  const features = CHANGES.map((what) => {
    const lines = roads.filter((one) => one.what === what).map(({ line }) => line.map(([x, y]) => [x, y]));
    const geometry = { type: 'MultiLineString' as const, coordinates: lines };
    return { type: 'Feature' as const, properties: { what }, geometry };
  });
  return { type: 'FeatureCollection', features };
}

/** Ids by which rows name roads. */
function listNamed({ modifications }: ScenarioFile): readonly string[] {
  return modifications.flatMap((row) => {
    const { links = [], sections = [] } = row as RoadTargets;
    return [...links, ...sections];
  });
}

/** Roads in some boxes without a scenario. */
export function listBaseRoads(ground: CityGround, boxes: readonly Box[]): RoadsNear {
  return { ...openCityRoads({ ground, profile: 0 }, [])(boxes), usualKmh: toUsualKmh(ground) };
}

/** Counts roads of areas without a scenario. */
export function openBaseArea(ground: CityGround): CountAreaRoads {
  return openAreaRoads({ ground, profile: 0 }, []);
}

/** What is made of the first so many rows of a file, made once for each. */
function keepByRows<T>(make: (rows: number) => T): (rows: number) => T {
  const kept = new Map<number, T>();
  return (rows) => {
    const made = kept.get(rows) ?? make(rows);
    kept.set(rows, made);
    return made;
  };
}

/** Places and names change no road, and a row that is off changes nothing. */
function toRoadsKey({ date, modifications }: Scenario): string {
  const rows = modifications.filter((row) => row.off !== true && !('at' in row));
  return JSON.stringify([date, rows], (key, value: unknown) => (key === 'label' ? undefined : value));
}

/** Opens a scenario of files, the lowest first. Throws DataError with everything wrong in them. */
export function openPlan(ground: CityGround, number: number, files: readonly NamedText[]): Plan {
  const { network } = ground;
  const trial: CityTrial = { ground, profile: 0 };
  const { scenario, file, problems } = readCityFiles(trial, files);
  if (scenario === null || file === null) throw new DataError(problems);
  const state = applyCityScenario(trial, scenario);
  const roads = listChangedRoads(state);
  const effects = listCityEffects(trial, scenario);
  const { id, title, date } = scenario;
  const below = scenario.modifications.length - file.modifications.length;
  const usualKmh = toUsualKmh(ground);
  const listBefore = (rows: number) => scenario.modifications.slice(0, below + rows);
  // Without a scenario below there are none: nothing is applied for them.
  const under = below === 0 ? null : applyCityScenario(trial, { ...scenario, modifications: listBefore(0) });
  const openRoads = keepByRows((rows) => openCityRoads(trial, listBefore(rows)));
  const cities = new Map<string, City>();
  const states = new Map<number, CityState>([[trial.profile, state]]);
  const findState = (vehicleClass: string): CityState => {
    const profile = findProfile(network, vehicleClass);
    const own = states.get(profile) ?? applyCityScenario({ ground, profile }, scenario);
    states.set(profile, own);
    return own;
  };
  return {
    ...{
      number,
      roadsKey: toRoadsKey(scenario),
      file,
      state,
      changed: toFeatures(roads),
      firms: [...state.firms.values()],
    },
    label: {
      id,
      title,
      day: toLastDay(date),
      effects,
      counts: countChanges(roads),
      names: listCityNames(network, listNamed(file)),
      usualKmh,
      firmsBelow: [...(under?.firms.values() ?? [])],
    },
    listRoads: (rows, boxes) => ({ ...openRoads(rows)(boxes), usualKmh }),
    countArea: keepByRows((rows) => openAreaRoads(trial, listBefore(rows))),
    findState,
    openFor: (vehicleClass) => {
      const city = cities.get(vehicleClass) ?? openCityState(findState(vehicleClass));
      cities.set(vehicleClass, city);
      return city;
    },
  };
}
