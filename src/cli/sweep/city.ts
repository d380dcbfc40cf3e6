/** A sweep over an imported network: suppliers by plants under each scenario file, against one reference. */
import {
  contrastCities,
  roundNumber,
  toCityCompareDocument,
  type CityCompareDocument,
  type CityTrial,
  type CsvValue,
  type SettledCity,
} from '../../index.ts';
import { checkCityOptions } from '../city.ts';
import {
  checkFirms,
  NOT_OF_CITIES,
  openEnd,
  openSettledTrial,
  toCityLimits,
  type CityCompareOptions,
} from '../city-compare.ts';
import { EXIT, Failure } from '../exit.ts';
import { digestNetworkFolder, openNetworkFolder } from '../network-folder.ts';
import { findFileBeside, isScenarioFile } from '../scenario-file.ts';
import { readTextFile } from '../files.ts';
import type { Row } from './parts.ts';
import { nameScenarios, sha256, type NamedScenario, type SweepSource } from './plan.ts';

const SIDES = ['reference', ''] as const;
const BOTH = ['within', 'about', 'unreachable', 'mean_s', 'share_any', 'share_all'];

/** Columns of a row. Those that end in `reference` are of the reference, the same in all rows with the same places. */
export const CITY_TITLES: readonly string[] = [
  ...['name', 'scenario', 'title', 'date', 'suppliers', 'plants', 'pairs', 'come_within', 'fall_out'],
  ...['gaining', 'losing', 'saved_s', 'pairs_in_both'],
  ...BOTH.flatMap((title) => SIDES.map((side) => (side === '' ? title : `${title}_${side}`))),
];
export const CITY_TEXTS: ReadonlySet<string> = new Set(['name', 'scenario', 'title', 'date']);

/** Where nothing is said: the network as it was imported. */
const AS_IMPORTED: NamedScenario = { name: 'as-imported', given: '' };

export interface CitySweep {
  readonly source: SweepSource;
  readonly trial: CityTrial;
  readonly vehicle: string;
  readonly limits: { readonly cutoffS: number; readonly toleranceS: number };
  readonly request: object;
  readonly reference: NamedScenario;
  readonly scenarios: readonly NamedScenario[];
  readonly draws: null;
}

/** Options of a sweep over a city. */
export interface CitySweepOptions extends Omit<CityCompareOptions, 'scenario'> {
  readonly data: string;
  readonly reference?: string;
  readonly draws?: number;
  readonly seed?: number;
}

/** A city has no scenarios of its own: files alone, and the network as it was imported for a reference. */
function checkId(id: string): void {
  if (id === AS_IMPORTED.given) return;
  throw new Failure(
    EXIT.usage,
    `${id}: a scenario file .json expected, an imported network has none of its own`,
  );
}

/** What the bytes of a row hang on besides the scenario: the network, the places, and how signs become times. */
function toDigest(options: CitySweepOptions, trial: CityTrial): string {
  const { rules, vehicles } = trial.ground;
  const { sites: file } = options;
  const isTable = file !== undefined && !isScenarioFile(file);
  const sites = isTable ? readTextFile(file) : file === undefined ? null : trial.firms;
  return sha256(JSON.stringify([digestNetworkFolder(options.data), sites, rules, vehicles]));
}

/** The sweep of the arguments. Throws Failure with everything wrong in the network and the places. */
export function readCitySweep(given: readonly string[], options: CitySweepOptions): CitySweep {
  const { vehicle = 'car', reference } = options;
  const { cutoffS, toleranceS } = toCityLimits(options);
  checkCityOptions(options, new Map([...NOT_OF_CITIES, ['draws', '--draws'], ['seed', '--seed']]));
  const network = openNetworkFolder(options.data);
  const trial = openSettledTrial(network, vehicle, options);
  const [asked = AS_IMPORTED] = reference === undefined ? [] : nameScenarios([reference]);
  const { title } = network.notes;
  return {
    source: {
      data: { id: title, digest: toDigest(options, trial), isCity: true },
      findBeside: findFileBeside,
      checkId,
    },
    ...{
      trial,
      vehicle,
      limits: { cutoffS, toleranceS },
      request: { vehicleClass: vehicle, cutoffS, toleranceS },
    },
    ...{ reference: asked, scenarios: nameScenarios(given), draws: null },
  };
}

const toShare = (answer: CityCompareDocument, kind: 'any' | 'all', side: 'base' | 'build'): CsvValue => {
  // One plant is both any and all.
  const row = answer.reach.find((one) => one.kind === kind) ?? answer.reach[0];
  return row === undefined ? null : roundNumber(row.share[side]);
};

function toRow(name: string, date: string, answer: CityCompareDocument): Row {
  const { cells, changes, suppliers, plants, mean, unreachable, scenarios } = answer;
  const count = (attribution: string): number =>
    cells.filter((cell) => cell.attribution === attribution).length;
  const both = (of: (side: 'base' | 'build') => CsvValue): readonly CsvValue[] => [of('base'), of('build')];
  const verdicts = (side: 'base' | 'build', some: readonly string[]): number =>
    cells.filter((cell) => some.includes(cell[side].verdict)).length;
  return [
    ...[name, scenarios.build?.id ?? AS_IMPORTED.name, scenarios.build?.title ?? '', date],
    ...[suppliers.length, plants.length, cells.length, count('no-to-yes'), count('yes-to-no')],
    ...[
      changes.filter(({ gains }) => gains.length > 0).length,
      changes.filter(({ loses }) => loses.length > 0).length,
    ],
    ...[roundNumber(changes.reduce((sum, { savedS }) => sum + savedS, 0)), mean?.pairs ?? 0],
    ...both((side) => verdicts(side, ['strict'])),
    ...both((side) => verdicts(side, ['strict', 'tolerant'])),
    ...both((side) => unreachable[side]),
    ...both((side) => (mean === null ? null : roundNumber(mean.timeS[side]))),
    ...both((side) => toShare(answer, 'any', side)),
    ...both((side) => toShare(answer, 'all', side)),
  ];
}

/** Rows of scenarios; the reference is timed once for the same places. */
export function createCityMeasure(sweep: CitySweep): (one: NamedScenario) => Row {
  const { trial, vehicle, limits, reference } = sweep;
  let base: SettledCity | null = null;
  return ({ name, given }) => {
    base ??= openEnd(trial, vehicle, reference.given === '' ? undefined : reference.given);
    const build = openEnd(trial, vehicle, given);
    checkFirms([base, build]);
    const answer = toCityCompareDocument(contrastCities(base, build), limits);
    return toRow(name, build.city.scenario?.date ?? '', answer);
  };
}
