/** `beltway fastest-routes`: on how many supplier–maker pairs' fastest routes each road lies. */
import type { Command } from 'commander';
import { countFastestRoutes, toFastestBlocks, toFastestCsv, toFastestGeoJson } from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addContrastOptions,
  addExitCodeOption,
  addGroupOptions,
  addOriginsOption,
  addOutputOptions,
  addSettingOptions,
  addSuppliersOption,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';

/** Adds `fastest-routes`. */
export function addFastestRoutes(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command('fastest-routes')
    .description('how many supplier–maker pairs have their fastest route on each road: not traffic');
  addGroupOptions(addSettingOptions(addContrastOptions(command)));
  addOriginsOption(addSuppliersOption(command));
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'geojson', 'markdown']),
    'a pair has no way with the belt',
  );
  addHelp(command, [
    'beltway fastest-routes --traffic peak',
    'beltway fastest-routes --suppliers all --format geojson --out roads.geojson',
  ]);
  command.action((options: QuestionOptions) => end(runFastestRoutes(options)));
}

function runFastestRoutes(options: QuestionOptions): ExitCode {
  const dataset = openDataset(options);
  showProgress('Computing …');
  const routes = countFastestRoutes(dataset, toRequest(dataset, options));
  giveAnswer(options, {
    text: () => toFastestBlocks(routes),
    json: () => routes,
    csv: () => toFastestCsv(routes),
    geojson: () => toFastestGeoJson(dataset, routes),
  });
  return toExitCode(options, routes.build.noWay === 0);
}
