/** Scenario files over an imported network: read with those beside them that they stand on, and applied for a vehicle. */
import {
  applyCityScenario,
  countOpenWays,
  findProfile,
  listChangedRoads,
  listCityEffects,
  openCity,
  openCityState,
  openGround,
  readCityFiles,
  toChangedRoadsCsv,
  toChangedRoadsGeoJson,
  toLastDay,
  type City,
  type CityFirm,
  type CityTrial,
  type ImportedNetwork,
  type NamedText,
  type Scenario,
  type ScenarioDocument,
} from '../index.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';
import { readTextFile } from './files.ts';
import { digestNetworkFolder, openNetworkFolder } from './network-folder.ts';
import { openRules } from './rules.ts';
import { findFileBeside, isScenarioFile } from './scenario-file.ts';
import { openVehicleClasses } from './vehicle-classes.ts';
import { writeAnswer } from './write.ts';

/** What scenarios of a question are tried on: the rules and vehicle classes are those that imports go by. */
export function openTrial(
  network: ImportedNetwork,
  vehicle: string,
  firms: readonly CityFirm[] = [],
): CityTrial {
  const profile = findProfile(network, vehicle);
  const ground = openGround(network, openRules(undefined), openVehicleClasses());
  return { ground, profile, firms };
}

/**
 * A scenario file behind those it stands on, which are the files beside it that are named like them. Throws Failure for
 * one that cannot be read.
 */
export function listChain(file: string, above: readonly string[] = []): readonly NamedText[] {
  const text = readTextFile(file);
  const beside = above.includes(file) ? null : findFileBeside(file, text);
  const below = beside === null ? [] : listChain(beside, [...above, file]);
  return [...below, { name: file, text }];
}

/** The scenario of a file. Throws Failure with everything wrong in it. */
export function openCityScenario(trial: CityTrial, file: string): Scenario {
  if (!isScenarioFile(file))
    throw new Failure(
      EXIT.usage,
      `${file}: a scenario file .json expected, an imported network has none of its own`,
    );
  const { scenario, problems } = readCityFiles(trial, listChain(file));
  if (scenario !== null) return scenario;
  throw new Failure(EXIT.data, `${problems[0]?.file ?? file}: not a scenario of this network`, problems);
}

/** A network for a vehicle, under the scenario of a file where one is named. */
export function openCityUnder(network: ImportedNetwork, vehicle: string, file: string | undefined): City {
  if (file === undefined) return openCity(network, vehicle);
  const trial = openTrial(network, vehicle);
  return openCityState(applyCityScenario(trial, openCityScenario(trial, file)));
}

/** What scenarios are tried on where no vehicle is named: the first one of the network. */
export function openFirstTrial(folder: string): CityTrial {
  const network = openNetworkFolder(folder);
  return openTrial(network, network.notes.profiles[0]?.vehicleClass ?? '');
}

/** What the scenario of a file does to an imported network, as its first vehicle drives it. */
export function toCityDocument(file: string, folder: string): ScenarioDocument {
  const trial = openFirstTrial(folder);
  const state = applyCityScenario(trial, openCityScenario(trial, file));
  const { title, source } = trial.ground.network.notes;
  return {
    schema: 'beltway/scenario-effects@1',
    data: { id: source.file, title, digest: digestNetworkFolder(folder) },
    scenario: state.scenario,
    day: toLastDay(state.scenario.date),
    links: countOpenWays(state.network, state.profile),
    effects: listCityEffects(trial, state.scenario),
  };
}

interface RoadsOptions {
  readonly data: string;
  readonly format: string;
  readonly out?: string;
}

/** Writes the roads that the scenario of a file changes. Throws Failure for a form that a city has not. */
export function writeCityRoads(file: string, { data, format, out }: RoadsOptions): ExitCode {
  if (format === 'gmns') throw new Failure(EXIT.usage, '--format: geojson or csv on an imported network');
  const trial = openFirstTrial(data);
  const roads = listChangedRoads(applyCityScenario(trial, openCityScenario(trial, file)));
  const { attribution } = trial.ground.network.notes;
  const text = format === 'csv' ? toChangedRoadsCsv(roads) : toChangedRoadsGeoJson(roads, attribution);
  writeAnswer(text, out === undefined || out === '-' ? null : out);
  return EXIT.done;
}
