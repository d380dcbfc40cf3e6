/** `beltway scenario compare`: the measures of some scenarios side by side. */
import type { Command } from 'commander';
import {
  compareScenarios,
  toScenarioTableBlocks,
  toScenarioTableCsv,
  type ScenarioTableRequest,
} from '../../index.ts';
import { nameFiles } from '../again.ts';
import { giveAnswer } from '../answer.ts';
import { isCityQuestion } from '../city.ts';
import { compareCityScenarios } from '../city-scenarios.ts';
import { addClockOptions } from '../clock.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addCutoffOptions,
  addGroupOptions,
  addOutputOptions,
  addSitesOption,
  addSuppliersOption,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';

/** Adds `compare` to the group of scenario commands. */
export function addScenarioCompare(group: Command, end: (code: ExitCode) => void): void {
  const command = group
    .command('compare [scenarios...]')
    .description(
      'passes, independence, mean and longest minutes, toll and kilometres of scenarios side by side: ids, dates or files (default: those of the main answer); of an imported network files, beside it as imported',
    );
  addSitesOption(command)
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--traffic <id>', 'free, off-peak or peak (default: free)');
  addSuppliersOption(addGroupOptions(addCutoffOptions(addClockOptions(command))));
  addOutputOptions(command, ['text', 'json', 'csv', 'markdown']);
  addHelp(command, [
    'beltway scenario compare 2010-without-belt 2010-with-belt my-road.json',
    'beltway scenario compare 2006-07 2008-12 2010-12 --traffic peak --format csv',
    'beltway scenario compare belt.json --data porto --sites sites.csv',
  ]);
  command.action((scenarios: readonly string[], options: QuestionOptions) =>
    end(runCompare(scenarios, options)),
  );
}

function runCompare(scenarios: readonly string[], options: QuestionOptions): ExitCode {
  if (isCityQuestion(options)) return compareCityScenarios(scenarios, options);
  const dataset = openDataset({ ...options, scenario: scenarios });
  showProgress('Computing …');
  const request: ScenarioTableRequest = {
    ...toRequest(dataset, options),
    ...(scenarios.length === 0 ? {} : { columns: scenarios }),
  };
  const table = nameFiles(compareScenarios(dataset, request), options);
  giveAnswer(options, {
    text: () => toScenarioTableBlocks(table),
    json: () => table,
    csv: () => toScenarioTableCsv(table),
  });
  return EXIT.done;
}
