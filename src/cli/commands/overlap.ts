/** `beltway overlap`: how many makers are within the cutoff of each place, with and without. */
import type { Command } from 'commander';
import { toOverlapBlocks, toOverlapCsv, toOverlapDocument, toOverlapGeoJson } from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addContrastOptions,
  addExitCodeOption,
  addGroupOptions,
  addOutputOptions,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';
import { readMinutes } from '../values.ts';

/** Adds `overlap`. */
export function addOverlap(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command('overlap')
    .description('the land from which none, one, two or all makers are within the cutoff, with and without');
  addContrastOptions(command)
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--traffic <id>', 'free, off-peak or peak (default: free)')
    .option('--cutoff <min>', 'the one hour, inclusive', readMinutes);
  addGroupOptions(command);
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'geojson', 'markdown']),
    'no more land has every maker within the cutoff with the belt',
  );
  addHelp(command, ['beltway overlap --honda every', 'beltway overlap --cutoff 45 --format geojson']);
  command.action((options: QuestionOptions) => end(runOverlap(options)));
}

function runOverlap(options: QuestionOptions): ExitCode {
  const dataset = openDataset(options);
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
