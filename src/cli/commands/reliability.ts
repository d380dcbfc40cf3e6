/** `beltway reliability`: how often trips keep the hour, from one day to the next. */
import type { Command } from 'commander';
import {
  toReliability,
  toReliabilityBlocks,
  toReliabilityCsv,
  type Dataset,
  type ReliabilityRequest,
} from '../../index.ts';
import { nameFiles } from '../again.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addExitCodeOption,
  addOutputOptions,
  addQuestionOptions,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
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

/** The ends of a pair are a place and a group or place. */
function toPair(dataset: Dataset, from: string | undefined, to: string | undefined): ReliabilityRequest {
  const isGroup = dataset.header.groups.some(({ id }) => id === to);
  return {
    ...(from === undefined ? {} : { origins: [from] }),
    ...(to === undefined ? {} : isGroup ? { group: to } : { destinations: [to] }),
  };
}

/** What is said twice is refused, not passed over. */
function checkUsage(
  from: string | undefined,
  to: string | undefined,
  { to: group, origins, destinations }: ReliabilityOptions,
): void {
  const twice = [
    ...(from !== undefined && origins !== undefined ? ['FROM with --origins'] : []),
    ...(to !== undefined && group !== undefined ? ['TO with --to'] : []),
    ...(to !== undefined && destinations !== undefined ? ['TO with --destinations'] : []),
    ...(group !== undefined && destinations !== undefined ? ['--to with --destinations'] : []),
  ];
  if (twice.length > 0)
    throw new Failure(EXIT.usage, `reliability: expected each end once, found ${twice.join(' and ')}`);
}

function runReliability(
  from: string | undefined,
  to: string | undefined,
  options: ReliabilityOptions,
): ExitCode {
  checkUsage(from, to, options);
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
