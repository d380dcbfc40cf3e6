/** `beltway day`: trips by the hour of departure. */
import type { Command } from 'commander';
import { listDay, toDayBlocks, toDayCsv } from '../../index.ts';
import { nameFiles } from '../again.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { openProfile } from '../clock.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addContrastOptions,
  addExitCodeOption,
  addGroupOptions,
  addOriginsOption,
  addDestinationsOption,
  addOutputOptions,
  addSuppliersOption,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { checkPair, toPair } from '../pair.ts';
import { showProgress } from '../terminal.ts';
import { readMinutes } from '../values.ts';

interface DayOptions extends QuestionOptions {
  readonly to?: string;
  readonly profile?: string;
}

/** Adds `day`. */
export function addDay(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command('day [from] [to]')
    .description('trips by the hour of departure: best, typical and worst hour, and when the hour is kept');
  addContrastOptions(command)
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--cutoff <min>', 'the one hour, inclusive', readMinutes)
    .option('--profile <id|file>', 'day of traffic: of the data, or a JSON file (default: the first)')
    .option('--to <group>', 'this assembler group only');
  addGroupOptions(addDestinationsOption(addOriginsOption(addSuppliersOption(command))));
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'markdown']),
    'a trip does not keep the hour at every hour of departure with the belt',
  );
  addHelp(command, ['beltway day', 'beltway day Z_SS_LP toyota', 'beltway day S001 HONDA_ZC --format csv']);
  command.action((from: string | undefined, to: string | undefined, options: DayOptions) =>
    end(runDay(from, to, options)),
  );
}

function runDay(from: string | undefined, to: string | undefined, options: DayOptions): ExitCode {
  checkPair('day', from, to, options);
  const dataset = openDataset(options);
  showProgress('Computing …');
  const answer = nameFiles(
    listDay(dataset, {
      ...toRequest(dataset, options),
      group: options.to,
      profile: openProfile(dataset, options.profile),
      ...toPair(dataset, from, to),
    }),
    options,
  );
  giveAnswer(options, {
    text: () => toDayBlocks(answer),
    json: () => answer,
    csv: () => toDayCsv(answer),
  });
  const build = answer.scenarios.at(-1)?.id;
  const asked = answer.pairs.filter(({ scenario }) => scenario === build);
  return toExitCode(
    options,
    asked.every(({ holdsAt, hours }) => holdsAt.length === hours.length),
  );
}
