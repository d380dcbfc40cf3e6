/** `beltway reach`: what lies within the cutoff of a place, with and without. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  findPlace,
  findScenario,
  PERCENTILES,
  skim,
  toClock,
  toReachBlocks,
  toReachCsv,
  toReachDocument,
  toReachGeoJson,
  toReliability,
  toSetting,
  type Dataset,
  type KnownPlace,
  type Percentile,
  type ReachInput,
} from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { CITY_CUTOFF_S, isCityQuestion, refuseScenario, runCityReach } from '../city.ts';
import { addClockOptions, toClockRequest } from '../clock.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addCityScenarioOption,
  addContrastOptions,
  addExitCodeOption,
  addOutputOptions,
  addSettingOptions,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';
import { readMinutes, readPlaces } from '../values.ts';
import { toSites } from './matrix.ts';

interface ReachOptions extends QuestionOptions {
  readonly scenario?: string;
  readonly percentile?: Percentile;
}

/** Adds `reach`. */
export function addReach(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command('reach <site>')
    .description('plants, seats and zones within the cutoff of a place, with and without');
  addClockOptions(addSettingOptions(addContrastOptions(addCityScenarioOption(command))))
    .addOption(
      new Option('--percentile <of 100>', 'so many of 100 trips must be within, from one day to the next')
        .choices(PERCENTILES.map(String))
        .argParser(readPercentile),
    )
    .option('--cutoff <min>', 'inclusive (default: of the data)', readMinutes)
    .option('--destinations <list>', 'ids or lon,lat separated by commas', readPlaces);
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'geojson', 'markdown']),
    'nothing is within the cutoff with the belt',
  );
  addHelp(command, [
    'beltway reach NISSAN_HD1',
    'beltway reach Z_SS_LP --percentile 95 --traffic peak',
    'beltway reach 113.05,23.28 --cutoff 45 --format geojson',
  ]);
  command.action((site: string, options: ReachOptions) => end(runReach(site, options)));
}

function readPercentile(text: string): Percentile {
  const found = PERCENTILES.find((one) => String(one) === text);
  if (found === undefined) throw new InvalidArgumentError(`One of ${PERCENTILES.join(', ')} expected.`);
  return found;
}

/** How the trips to all targets vary, where a percentile of them is asked for. */
function findSpread(
  dataset: Dataset,
  options: ReachOptions,
  from: KnownPlace,
  targets: readonly KnownPlace[],
): ReachInput['spread'] {
  const { percentile } = options;
  if (percentile === undefined) return null;
  const ends = { origins: [from.origin.id], destinations: targets.map(({ origin }) => origin.id) };
  return { percentile, answer: toReliability(dataset, { ...toRequest(dataset, options), ...ends }) };
}

function runReach(site: string, options: ReachOptions): ExitCode {
  if (isCityQuestion(options)) return runCityReach(site, options, 'from', [options.cutoff ?? CITY_CUTOFF_S]);
  refuseScenario(options);
  const dataset = openDataset({ ...options, scenario: [] });
  showProgress('Computing …');
  const from = findPlace(dataset, site);
  const targets = listTargets(dataset, options, from);
  const setting = toSetting(dataset, {
    vehicleClass: options.vehicle ?? 'car',
    trafficState: options.traffic ?? 'free',
    valueOfTimeCnyPerH: options.valueOfTime,
    clock: toClock(dataset, toClockRequest(dataset, options)),
  });
  const { defaults } = dataset.header;
  const run = (id: string) =>
    skim(dataset, findScenario(dataset, id), setting, [from.place], toSites(targets), { corners: false });
  const reach = toReachDocument(dataset, {
    base: run(options.base ?? defaults.base),
    build: run(options.build ?? defaults.build),
    ...{ from, targets, cutoffS: options.cutoff ?? dataset.parameters.cutoffS.value },
    spread: findSpread(dataset, options, from, targets),
  });
  const at = new Map(targets.map(({ origin, place }) => [origin.id, place.at]));
  giveAnswer(options, {
    text: () => toReachBlocks(reach),
    json: () => reach,
    csv: () => toReachCsv(reach),
    geojson: () => toReachGeoJson(reach, (id) => at.get(id) ?? from.place.at),
  });
  return toExitCode(
    options,
    reach.places.some(({ within }) => within.build),
  );
}

/** Every plant, seat and zone but the place itself, or those asked for. */
function listTargets(dataset: Dataset, options: QuestionOptions, from: KnownPlace): readonly KnownPlace[] {
  const all = [...dataset.plants, ...dataset.zones].map(({ id }) => id).filter((id) => id !== from.place.id);
  return [...new Set(options.destinations ?? all)].map((id) => findPlace(dataset, id));
}
