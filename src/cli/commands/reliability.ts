/** `beltway reliability`: how often trips keep the hour, from one day to the next. */
import type { Command } from 'commander';
import { toReliability, toReliabilityBlocks, toReliabilityCsv } from '../../index.ts';
import { nameFiles } from '../again.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addExitCodeOption,
  addOutputOptions,
  addQuestionOptions,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { checkPair, toPair } from '../pair.ts';
import { showProgress } from '../terminal.ts';

interface ReliabilityOptions extends QuestionOptions {
  readonly to?: string;
  readonly incidents?: boolean;
}

/** Adds `reliability`. */
export function addReliability(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command('reliability [from] [to]')
    .description('how often trips keep the hour: share of trips in time, percentiles, with and without');
  addQuestionOptions(command)
    .option('--to <group>', 'this assembler group only')
    .option('--incidents', 'mix in breakdowns and crashes that delay some trips');
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'markdown']),
    'a trip does not keep the hour in 95 % of trips with the belt',
  );
  addHelp(command, [
    'beltway reliability',
    'beltway reliability Z_SS_LP toyota --traffic peak --incidents',
    'beltway reliability S001 HONDA_ZC --format json',
  ]);
  command.action((from: string | undefined, to: string | undefined, options: ReliabilityOptions) =>
    end(runReliability(from, to, options)),
  );
}

function runReliability(
  from: string | undefined,
  to: string | undefined,
  options: ReliabilityOptions,
): ExitCode {
  checkPair('reliability', from, to, options);
  const dataset = openDataset(options);
  showProgress('Computing …');
  const answer = nameFiles(
    toReliability(dataset, {
      ...toRequest(dataset, options),
      group: options.to,
      incidents: options.incidents,
      ...toPair(dataset, from, to),
    }),
    options,
  );
  giveAnswer(options, {
    text: () => toReliabilityBlocks(answer),
    json: () => answer,
    csv: () => toReliabilityCsv(answer),
  });
  const build = answer.scenarios.find(({ role }) => role === 'build')?.id;
  const asked = answer.rows.filter(({ scenario }) => scenario === build);
  return toExitCode(
    options,
    asked.every(({ verdict }) => verdict === 'holds'),
  );
}
