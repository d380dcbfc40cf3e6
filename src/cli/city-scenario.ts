/** Scenario files over an imported network: read with those beside them that they stand on, and applied for a vehicle. */
import {
  applyCityScenario,
  findProfile,
  openCity,
  openCityState,
  openGround,
  readCityScenario,
  type City,
  type CityPlayer,
  type CityTrial,
  type ImportedNetwork,
  type Scenario,
} from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { readTextFile } from './files.ts';
import { openDataset } from './load.ts';
import { openRules } from './rules.ts';
import { findFileBeside, isScenarioFile } from './scenario-file.ts';

/** What scenarios of a question are tried on: the rules and vehicle classes are those that imports go by. */
export function openTrial(
  network: ImportedNetwork,
  vehicle: string,
  players: readonly CityPlayer[] = [],
): CityTrial {
  const profile = findProfile(network, vehicle);
  const ground = openGround(network, openRules(undefined), openDataset({}).vehicleClasses);
  return { ground, profile, players };
}

/**
 * The scenario of a file behind those it stands on, which are read from the files beside it that are named like them.
 * Throws Failure with everything wrong in them.
 */
function readChain(trial: CityTrial, file: string, above: readonly string[] = []): readonly Scenario[] {
  const text = readTextFile(file);
  const beside = above.includes(file) ? null : findFileBeside(file, text);
  const known = beside === null ? [] : readChain(trial, beside, [...above, file]);
  const { scenario, problems } = readCityScenario(trial, text, file, known);
  if (scenario === null) throw new Failure(EXIT.data, `${file}: not a scenario of this network`, problems);
  return [...known, scenario];
}

/** The scenario of a file. Throws Failure with everything wrong in it. */
export function openCityScenario(trial: CityTrial, file: string): Scenario {
  if (!isScenarioFile(file))
    throw new Failure(
      EXIT.usage,
      `${file}: a scenario file .json expected, an imported network has none of its own`,
    );
  return readChain(trial, file).at(-1) as Scenario;
}

/** A network for a vehicle, under the scenario of a file where one is named. */
export function openCityUnder(network: ImportedNetwork, vehicle: string, file: string | undefined): City {
  if (file === undefined) return openCity(network, vehicle);
  const trial = openTrial(network, vehicle);
  return openCityState(applyCityScenario(trial, openCityScenario(trial, file)));
}
