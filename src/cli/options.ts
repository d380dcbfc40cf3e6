/** Options that commands share, and what they ask of the library. */
import { Option, type Command } from 'commander';
import { POPULATIONS, type AnalysisRequest, type Dataset, type PopulationId } from '../index.ts';
import { addClockOptions, toClockRequest, type ClockOptions } from './clock.ts';
import {
  readChoices,
  readCount,
  readHandlingMinutes,
  readMinutes,
  readPlaces,
  readValueOfTime,
  resolveChoice,
} from './values.ts';

/** Options of every command. */
export interface OutputOptions {
  readonly format: string;
  readonly out?: string;
  readonly data?: string;
  /** CSV of the user's own sites. */
  readonly sites?: string;
  readonly exitCode?: boolean;
}

/** Options of a question about two scenarios. */
export interface QuestionOptions extends OutputOptions, ClockOptions {
  readonly base?: string;
  readonly build?: string;
  readonly vehicle?: string;
  readonly traffic?: string;
  readonly cutoff?: number;
  readonly tolerance?: number;
  readonly honda?: string;
  readonly group?: Readonly<Record<string, string>>;
  readonly suppliers?: PopulationId;
  readonly origins?: readonly string[];
  readonly destinations?: readonly string[];
  readonly valueOfTime?: number;
  readonly asOf?: string;
}

/** `--format`, `--out`, `--data`. */
export function addOutputOptions(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(
      new Option('--format <format>', 'form of the answer').choices(formats).default(formats[0] ?? 'text'),
    )
    .option('--out <file>', 'write the answer to a file, whole or not at all')
    .option('--data <dir>', 'data folder of the same schema (default: the data shipped)');
}

/** `--exit-code`, with what counts as negative. */
export function addExitCodeOption(command: Command, negative: string): Command {
  return command.option('--exit-code', `leave with 1 when ${negative}`);
}

/** `--threads`. */
export function addThreadsOption(command: Command): Command {
  return command.option(
    '--threads <n>',
    'threads for an imported network: the same bytes (default: as many as pay)',
    readCount,
  );
}

/** `--sites`. */
export function addSitesOption(command: Command): Command {
  return command.option(
    '--sites <file>',
    'CSV of your own sites: name,lon,lat (and group,volume); on an imported network also kind, or a scenario file with places',
  );
}

/** `--vehicle`, `--traffic`, `--value-of-time`. */
export function addSettingOptions(command: Command): Command {
  return command
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--traffic <id>', 'free, off-peak or peak (default: free)')
    .option('--value-of-time <cny>', 'count tolls as time at this many CNY an hour', readValueOfTime);
}

/** `--sites`, `--base`, `--build`. */
export function addContrastOptions(command: Command): Command {
  return addSitesOption(command)
    .option(
      '--base <scenario>',
      'id, YYYY-MM, YYYY-MM-DD or a scenario file .json (default: without the belt)',
    )
    .option('--build <scenario>', 'the same (default: with the belt)');
}

/** `--scenario`, where a question on a data set has `--base` and `--build`. */
export function addCityScenarioOption(command: Command): Command {
  return command.option('--scenario <file>', 'on an imported network: a scenario file .json');
}

/** `--difference`: minutes won and lost by that scenario, road by road. */
export function addDifferenceOption(command: Command): Command {
  return command.option('--difference', 'with --scenario: the minutes that it wins and loses, road by road');
}

/** `--cutoff`, `--tolerance`. */
export function addCutoffOptions(command: Command): Command {
  return command
    .option('--cutoff <min>', 'the one hour, inclusive', readMinutes)
    .option('--tolerance <min>', 'added for "about an hour"', readHandlingMinutes);
}

/** `--honda`, `--group`, `--as-of`. */
export function addGroupOptions(command: Command): Command {
  return command
    .option('--honda <choice>', 'any, every, zengcheng, huangpu or export: which Honda plant counts')
    .option(
      '--group <group=choice>',
      'the same for any group: any, every or a plant; repeatable',
      readChoices,
    )
    .option('--as-of <date>', 'plants in production and suppliers existing then (default: of the data)');
}

/** `--suppliers`. */
export function addSuppliersOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--suppliers <set>',
      'documented by 2006, all on record, existing on the base day, or your own',
    ).choices(POPULATIONS),
  );
}

/** `--origins`. */
export function addOriginsOption(command: Command): Command {
  return command.option('--origins <list>', 'ids or lon,lat separated by commas; repeatable', readPlaces);
}

/** `--destinations`. */
export function addDestinationsOption(command: Command): Command {
  return command.option(
    '--destinations <list>',
    'ids or lon,lat separated by commas; repeatable',
    readPlaces,
  );
}

/** Everything a comparison may be asked. */
export function addQuestionOptions(command: Command): Command {
  addGroupOptions(addCutoffOptions(addClockOptions(addSettingOptions(addContrastOptions(command)))));
  return addDestinationsOption(addOriginsOption(addSuppliersOption(command)));
}

/** The request of a question's options. */
export function toRequest(dataset: Dataset, options: QuestionOptions): AnalysisRequest {
  const { honda, group = {} } = options;
  const choices = honda === undefined ? group : { ...group, honda };
  const groupChoice = Object.fromEntries(
    Object.entries(choices).map(([id, choice]) => [id, resolveChoice(dataset.plants, id, choice)]),
  );
  return {
    base: options.base,
    build: options.build,
    vehicleClass: options.vehicle,
    traffic: options.traffic,
    cutoffS: options.cutoff,
    toleranceS: options.tolerance,
    groupChoice,
    population: options.suppliers,
    origins: options.origins,
    destinations: options.destinations,
    valueOfTimeCnyPerH: options.valueOfTime,
    asOf: options.asOf,
    ...toClockRequest(dataset, options),
  };
}
