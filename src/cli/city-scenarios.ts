/** `scenario new` and `scenario compare` where `--data` names an imported network. */
import {
  isMonthOrDay,
  measureChangesM,
  measureCity,
  timeTogether,
  toCityScenariosBlocks,
  toCityScenariosCsv,
  toCityScenariosDocument,
  type CityMeasures,
  type CitySide,
} from '../index.ts';
import { giveAnswer } from './answer.ts';
import { checkCityOptions } from './city.ts';
import { openCityScenario, openFirstTrial } from './city-scenario.ts';
import {
  checkFirms,
  NOT_OF_CITIES,
  openEnd,
  openSettledTrial,
  toCityLimits,
  type CityEnd,
} from './city-compare.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';
import { openNetworkFolder } from './network-folder.ts';
import type { QuestionOptions } from './options.ts';
import { isScenarioFile } from './scenario-file.ts';
import { showProgress } from './terminal.ts';

const UNCHANGED = { builtM: 0, openedM: 0, closedM: 0 };

function toSide(end: CityEnd, measures: CityMeasures): CitySide {
  const { state } = end;
  if (state === null) return { ...end, date: null, lengths: UNCHANGED, measures };
  return { ...end, date: state.scenario.date, lengths: measureChangesM(state), measures };
}

/** The network as imported, then every file, side by side. Throws Failure with everything wrong in them. */
export function compareCityScenarios(
  files: readonly string[],
  options: QuestionOptions & { readonly data: string },
): ExitCode {
  checkCityOptions(options, NOT_OF_CITIES);
  const twice = files.find((file, i) => files.indexOf(file) !== i);
  if (twice !== undefined) throw new Failure(EXIT.usage, `${twice}: every scenario once expected`);
  const vehicle = options.vehicle ?? 'car';
  showProgress('Reading the network …');
  const trial = openSettledTrial(openNetworkFolder(options.data), vehicle, options);
  showProgress('Computing …');
  const ends = [undefined, ...files].map((file) => openEnd(trial, vehicle, file));
  checkFirms(ends);
  const [timed, limits] = [timeTogether(ends), toCityLimits(options)];
  const sides = ends.map((end, place) => toSide(end, measureCity(timed, place, limits)));
  const table = toCityScenariosDocument(sides, timed, limits);
  giveAnswer(options, {
    text: () => toCityScenariosBlocks(table),
    json: () => table,
    csv: () => toCityScenariosCsv(table),
  });
  return EXIT.done;
}

/**
 * What a new scenario of an imported network stands on: a day, or the scenario of a file; else the day of its source.
 * Throws Failure for anything else.
 */
export function findCityBase(folder: string, on: string | undefined): string {
  if (on !== undefined && isScenarioFile(on)) return openCityScenario(openFirstTrial(folder), on).id;
  const { asOf } = openNetworkFolder(folder).notes.source;
  const day = on ?? asOf ?? undefined;
  if (day !== undefined && isMonthOrDay(day)) return day;
  const why = on === undefined ? 'the source of this network has no date' : `found ${on}`;
  throw new Failure(
    EXIT.usage,
    `--on: a date YYYY-MM or YYYY-MM-DD, or a scenario file .json, expected: ${why}`,
  );
}
