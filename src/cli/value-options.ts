/** Options of the commands that ask what roads are worth, and the work they do in pieces. */
import type { Command } from 'commander';
import type { Dataset, PieceRun, SectionsRequest, ValueMeasure } from '../index.ts';
import {
  addCutoffOptions,
  addGroupOptions,
  addOriginsOption,
  addSitesOption,
  addSuppliersOption,
  toRequest,
  type QuestionOptions,
} from './options.ts';
import { showBar } from './terminal.ts';
import { readIds } from './values.ts';

export interface ValueOptions extends QuestionOptions {
  readonly sections?: readonly string[];
  readonly measure?: ValueMeasure;
}

/** Everything both commands may be asked; no tolls as time and no clock, which closings do not know. */
export function addValueOptions(command: Command): Command {
  const question = addSitesOption(command)
    .option(
      '--build <scenario>',
      'roads to take from: id, YYYY-MM, YYYY-MM-DD or a scenario file .json (default: with the belt)',
    )
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--traffic <id>', 'free, off-peak or peak (default: free)');
  return addOriginsOption(addSuppliersOption(addGroupOptions(addCutoffOptions(question)))).option(
    '--sections <list>',
    'section ids, or roads and labels of a scenario over an imported network, by commas, up to 12 (default: the belt’s, all)',
    readIds,
  );
}

/** The request of the options that both commands have. */
export function toValueRequest(dataset: Dataset, options: ValueOptions): SectionsRequest {
  const { base: _, ...request } = toRequest(dataset, options);
  return { ...request, sections: options.sections, measure: options.measure };
}

/** Goes on with a run, some pieces between two turns of the event loop, and shows how far it is. */
export function* advance(run: PieceRun<unknown>, words: string, pieces: number): Generator<void> {
  while (run.done() < run.asked) {
    showBar(words, run.done(), run.asked);
    run.advance(pieces);
    yield;
  }
}
