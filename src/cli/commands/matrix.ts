/** `beltway matrix`: times of every origin × destination. */
import type { Command } from 'commander';
import {
  findPlace,
  findScenario,
  listDay,
  toClock,
  skim,
  toCellsCsv,
  toDayBlocks,
  toDayCsv,
  toMatrixBlocks,
  toMatrixDocument,
  toSetting,
  type Dataset,
  type KnownPlace,
  type Place,
} from '../../index.ts';
import { nameFiles } from '../again.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { isCityQuestion, refuseThreads } from '../city.ts';
import { runCityMatrix } from '../city-matrix.ts';
import { addClockOptions, openProfile, toClockRequest, type ClockOptions } from '../clock.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addExitCodeOption,
  addOutputOptions,
  addSettingOptions,
  addSitesOption,
  addThreadsOption,
  type OutputOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';
import { readPlaces } from '../values.ts';

interface MatrixOptions extends OutputOptions, ClockOptions {
  readonly everyHour?: boolean;
  readonly scenario?: readonly string[];
  readonly vehicle?: string;
  readonly traffic?: string;
  readonly valueOfTime?: number;
  readonly origins?: readonly string[];
  readonly destinations?: readonly string[];
  readonly corners: boolean;
  readonly threads?: number;
}

/** Adds `matrix`. */
export function addMatrix(program: Command, end: (code: ExitCode | Promise<ExitCode>) => void): void {
  const command = program
    .command('matrix')
    .description('time, length and toll of every origin × destination')
    .option(
      '--scenario <id>',
      'id, YYYY-MM or YYYY-MM-DD; repeatable (default: with the belt); on an imported network a file .json',
      readScenarios,
    );
  addClockOptions(addSettingOptions(addSitesOption(command)))
    .option('--every-hour', 'leave at each full hour of the day: 24 matrices')
    .option(
      '--origins <list>',
      'ids or lon,lat separated by commas (default: every seat and zone)',
      readPlaces,
    )
    .option('--destinations <list>', 'ids or lon,lat separated by commas (default: every plant)', readPlaces)
    .option('--no-corners', 'leave out the times at the ends of the parameters’ ranges');
  const withThreads = addThreadsOption(command);
  addExitCodeOption(
    addOutputOptions(withThreads, ['text', 'json', 'csv', 'markdown']),
    'a pair is unreachable',
  );
  addHelp(command, [
    'beltway matrix --origins Z_SS_LP --scenario 2010-without-belt --scenario 2010-with-belt',
    'beltway matrix --origins 113.05,23.28 --destinations TOYOTA_NS,HONDA_ZC --format csv',
  ]);
  command.action((options: MatrixOptions) => end(runMatrix(options)));
}

function readScenarios(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

/** The same places at every hour: the trips of `beltway day`, with places for destinations. */
function runDayMatrix(dataset: Dataset, options: MatrixOptions): ExitCode {
  const [base, build] = [options.scenario?.[0], options.scenario?.at(-1)];
  const { defaults } = dataset.header;
  showProgress('Computing …');
  const day = listDay(dataset, {
    base: base ?? defaults.build,
    build: build ?? defaults.build,
    vehicleClass: options.vehicle,
    profile: openProfile(dataset, options.profile),
    origins: options.origins ?? dataset.zones.map(({ id }) => id),
    destinations: options.destinations ?? dataset.plants.map(({ id }) => id),
  });
  const answer = nameFiles(day, options);
  giveAnswer(options, {
    text: () => toDayBlocks(answer),
    json: () => answer,
    csv: () => toDayCsv(answer),
  });
  return toExitCode(
    options,
    answer.pairs.every(({ hours }) => hours.every(({ timeS }) => timeS !== null)),
  );
}

function checkEveryHour(options: MatrixOptions): void {
  const { everyHour, depart, arriveBy, traffic, valueOfTime, corners, scenario = [] } = options;
  if (everyHour !== true) return;
  const said = [
    ...(depart === undefined ? [] : ['--depart']),
    ...(arriveBy === undefined ? [] : ['--arrive-by']),
    ...(traffic === undefined ? [] : ['--traffic']),
    ...(valueOfTime === undefined ? [] : ['--value-of-time']),
    ...(corners ? [] : ['--no-corners']),
  ];
  if (said.length > 0)
    throw new Failure(EXIT.usage, `matrix: --every-hour stands for itself, without ${said.join(' and ')}`);
  if (scenario.length > 2) throw new Failure(EXIT.usage, 'matrix: --every-hour takes at most two scenarios');
}

function runMatrix(options: MatrixOptions): ExitCode | Promise<ExitCode> {
  if (isCityQuestion(options)) return runCityMatrix(options);
  refuseThreads(options);
  checkEveryHour(options);
  const dataset = openDataset(options);
  if (options.everyHour === true) return runDayMatrix(dataset, options);
  showProgress('Computing …');
  const origins = listPlaces(dataset, options.origins ?? dataset.zones.map(({ id }) => id));
  const destinations = listPlaces(dataset, options.destinations ?? dataset.plants.map(({ id }) => id));
  const setting = toSetting(dataset, {
    vehicleClass: options.vehicle ?? 'car',
    trafficState: options.traffic ?? 'free',
    valueOfTimeCnyPerH: options.valueOfTime,
    clock: toClock(dataset, toClockRequest(dataset, options)),
  });
  const scenarios = [...new Set(options.scenario ?? [dataset.header.defaults.build])];
  const skims = scenarios.map((id) =>
    skim(dataset, findScenario(dataset, id), setting, toSites(origins), toSites(destinations), {
      corners: options.corners,
    }),
  );
  const matrix = toMatrixDocument(dataset, skims, origins, destinations);
  giveAnswer(options, {
    text: () => toMatrixBlocks(matrix),
    json: () => matrix,
    csv: () => toCellsCsv(matrix.cells, [...matrix.destinations, ...matrix.origins]),
  });
  return toExitCode(
    options,
    matrix.cells.every(({ timeS }) => timeS !== null),
  );
}

function listPlaces(dataset: Dataset, ids: readonly string[]): readonly KnownPlace[] {
  return [...new Set(ids)].map((id) => findPlace(dataset, id));
}

/** Each site once: suppliers of one zone share it. */
export function toSites(places: readonly KnownPlace[]): readonly Place[] {
  return [...new Map(places.map(({ place }) => [place.id, place])).values()];
}
