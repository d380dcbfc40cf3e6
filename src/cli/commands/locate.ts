/** `beltway locate`: places ranked by the makers they reach within the cutoff, with and without. */
import type { Command } from 'commander';
import { rankLocations, toLocationBlocks, toLocationsCsv } from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addContrastOptions,
  addCutoffOptions,
  addExitCodeOption,
  addGroupOptions,
  addOriginsOption,
  addOutputOptions,
  addSettingOptions,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';

/** Adds `locate`. */
export function addLocate(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command('locate')
    .description('zones and seats ranked by the makers they reach within the cutoff, with and without');
  addCutoffOptions(addSettingOptions(addContrastOptions(command)));
  addOriginsOption(addGroupOptions(command));
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'markdown']),
    'no place reaches every maker with the belt',
  );
  addHelp(command, [
    'beltway locate --cutoff 45',
    'beltway locate --origins 113.2,23.2,Z_SS_LP --format csv',
  ]);
  command.action((options: QuestionOptions) => end(runLocate(options)));
}

function runLocate(options: QuestionOptions): ExitCode {
  const dataset = openDataset(options);
  showProgress('Computing …');
  const ranked = rankLocations(dataset, toRequest(dataset, options));
  giveAnswer(options, {
    text: () => toLocationBlocks(ranked),
    json: () => ranked,
    csv: () => toLocationsCsv(ranked),
  });
  return toExitCode(
    options,
    ranked.locations.some(({ build }) => build.strict === build.times.length),
  );
}
