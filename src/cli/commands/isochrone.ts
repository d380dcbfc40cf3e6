/** `beltway isochrone`: from where a place is reached within given times, or what it reaches. */
import { Option, type Command } from 'commander';
import { toIsochroneBlocks, toIsochroneDocument, toIsochronesCsv, toIsochronesGeoJson } from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { refuseDifference, runCityChange } from '../city-change.ts';
import { CITY_CUTOFF_S, CITY_CUTOFFS_S, isCityQuestion, refuseScenario, runCityReach } from '../city.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addCityScenarioOption,
  addContrastOptions,
  addDifferenceOption,
  addExitCodeOption,
  addOutputOptions,
  type OutputOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';
import { readMinutesList } from '../values.ts';

interface IsochroneOptions extends OutputOptions {
  readonly scenario?: string;
  readonly base?: string;
  readonly build?: string;
  readonly vehicle?: string;
  readonly traffic?: string;
  readonly direction: 'to' | 'from';
  readonly cutoff?: readonly number[];
  readonly difference?: boolean;
}

/** Adds `isochrone`. */
export function addIsochrone(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command('isochrone <site>')
    .description('the land from which a place is reached within given times, with and without');
  addContrastOptions(addDifferenceOption(addCityScenarioOption(command)))
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--traffic <id>', 'free, off-peak or peak (default: free)')
    .addOption(
      new Option('--direction <way>', 'to the place, or from it').choices(['to', 'from']).default('to'),
    )
    .option('--cutoff <list>', 'minutes separated by commas (default: 20,40,60,80)', readMinutesList);
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'geojson', 'markdown']),
    'no band is larger with the belt',
  );
  addHelp(command, [
    'beltway isochrone TOYOTA_NS --cutoff 30,60',
    'beltway isochrone 113.05,23.28 --direction from --traffic peak --format geojson',
    'beltway isochrone --data porto --scenario belt.json --difference --cutoff 30 -- -8.61,41.15',
  ]);
  command.action((site: string, options: IsochroneOptions) => end(runIsochrone(site, options)));
}

function runIsochrone(place: string, options: IsochroneOptions): ExitCode {
  if (isCityQuestion(options) && options.difference === true)
    return runCityChange([place], options, options.direction, options.cutoff ?? [CITY_CUTOFF_S]);
  if (isCityQuestion(options))
    return runCityReach(place, options, options.direction, options.cutoff ?? CITY_CUTOFFS_S);
  refuseScenario(options);
  refuseDifference(options);
  const dataset = openDataset({ ...options, scenario: [] });
  showProgress('Computing …');
  const { base, build, vehicle, traffic, direction, cutoff } = options;
  const question = { base, build, place, direction, vehicleClass: vehicle, traffic, cutoffsS: cutoff };
  const answer = toIsochroneDocument(dataset, question);
  giveAnswer(options, {
    text: () => toIsochroneBlocks(answer),
    json: () => answer,
    csv: () => toIsochronesCsv(answer),
    geojson: () => toIsochronesGeoJson(answer),
  });
  const before = answer.base.bands.map(({ areaKm2 }) => areaKm2);
  return toExitCode(
    options,
    answer.build.bands.some(({ areaKm2 }, i) => areaKm2 > (before[i] ?? 0)),
  );
}
