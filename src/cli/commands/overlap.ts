/**
 * `beltway overlap`: how many makers are within the cutoff of each place, with and without; on an imported network the
 * roads within the cutoff of several places.
 */
import { Option, type Command } from 'commander';
import { toOverlapBlocks, toOverlapCsv, toOverlapDocument, toOverlapGeoJson } from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { refuseDifference, runCityChange } from '../city-change.ts';
import { CITY_CUTOFF_S, isCityQuestion, runCityOverlap } from '../city.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addCityScenarioOption,
  addContrastOptions,
  addDifferenceOption,
  addExitCodeOption,
  addGroupOptions,
  addOutputOptions,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';
import { readMinutes, readPlaces } from '../values.ts';

interface OverlapOptions extends QuestionOptions {
  readonly scenario?: string;
  readonly direction?: 'to' | 'from';
  readonly difference?: boolean;
}

/** Adds `overlap`. */
export function addOverlap(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command('overlap')
    .description('the land from which none, one, two or all makers are within the cutoff, with and without');
  addContrastOptions(addDifferenceOption(addCityScenarioOption(command)))
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--traffic <id>', 'free, off-peak or peak (default: free)')
    .option('--cutoff <min>', 'the one hour, inclusive', readMinutes);
  addGroupOptions(command)
    .option('--origins <list>', 'places of an imported network, lon,lat separated by commas', readPlaces)
    .addOption(
      new Option('--direction <way>', 'to these places, or from them (default: to)').choices(['to', 'from']),
    );
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'geojson', 'markdown']),
    'no more land has every maker within the cutoff with the belt',
  );
  addHelp(command, [
    'beltway overlap --honda every',
    'beltway overlap --cutoff 45 --format geojson',
    'beltway overlap --data porto --origins=-8.61,41.15,-8.58,41.16 --cutoff 10',
    'beltway overlap --data porto --origins=-8.61,41.15,-8.58,41.16 --cutoff 10 --scenario belt.json',
  ]);
  command.action((options: OverlapOptions) => end(runOverlap(options)));
}

function runOverlap(options: OverlapOptions): ExitCode {
  const { direction = 'to', difference, cutoff, origins = [] } = options;
  if (isCityQuestion(options) && difference === true && origins.length > 1)
    return runCityChange(origins, options, direction, [cutoff ?? CITY_CUTOFF_S]);
  if (isCityQuestion(options)) return runCityOverlap(options, direction);
  refuseDifference(options);
  const ofCity = (['origins', 'direction', 'scenario'] as const).find((name) => options[name] !== undefined);
  if (ofCity !== undefined)
    throw new Failure(
      EXIT.usage,
      `--${ofCity}: for an imported network, named by --data; makers have plants`,
    );
  const dataset = openDataset({ ...options, scenario: [] });
  showProgress('Computing …');
  const { base, build, vehicleClass, traffic, cutoffS, groupChoice, asOf } = toRequest(dataset, options);
  const question = { base, build, vehicleClass, traffic, cutoffS, groupChoice, asOf };
  const answer = toOverlapDocument(dataset, question);
  giveAnswer(options, {
    text: () => toOverlapBlocks(answer),
    json: () => answer,
    csv: () => toOverlapCsv(answer),
    geojson: () => toOverlapGeoJson(answer),
  });
  const [before, after] = [answer.base, answer.build].map(({ counts }) => counts.at(-1)?.areaKm2 ?? 0);
  return toExitCode(options, (after ?? 0) > (before ?? 0));
}
