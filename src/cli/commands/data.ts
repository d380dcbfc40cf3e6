/** `beltway scenarios`, `data check` and `schema`: what the data hold and what they must look like. */
import type { Command } from 'commander';
import {
  DataError,
  findConnectors,
  listSchemas,
  toDataCheckBlocks,
  toDataCheckDocument,
  toJsonSchema,
  toJsonText,
  toScenarioBlocks,
  toScenarioListDocument,
  toScenariosCsv,
  type Dataset,
  type Problem,
} from '../../index.ts';
import { giveAnswer } from '../answer.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { inspectFolder, openDataset } from '../load.ts';
import { addOutputOptions, type OutputOptions } from '../options.ts';
import { SHIPPED_DATA } from '../package-files.ts';
import { writeAnswer } from '../write.ts';

type End = (code: ExitCode) => void;

/** Adds the three commands. */
export function addData(program: Command, end: End): void {
  addScenarios(program, end);
  addDataCheck(program, end);
  addSchema(program, end);
}

function addScenarios(program: Command, end: End): void {
  const command = program
    .command('scenarios')
    .description('the scenarios there are, and the contrasts between them');
  addOutputOptions(command, ['text', 'json', 'csv', 'markdown']);
  addHelp(command, ['beltway scenarios']);
  command.action((options: OutputOptions) => {
    const list = toScenarioListDocument(openDataset(options));
    giveAnswer(options, {
      text: () => toScenarioBlocks(list),
      json: () => list,
      csv: () => toScenariosCsv(list),
    });
    end(EXIT.done);
  });
}

function addDataCheck(program: Command, end: End): void {
  const data = program.command('data').description('work on a data folder');
  const command = data
    .command('check [dir]')
    .description('read a data folder and tell everything that is wrong with it, each with what was expected');
  addOutputOptions(command, ['text', 'json', 'markdown']);
  addHelp(command, ['beltway data check', 'beltway data check my-region --format json']);
  addHelp(data, ['beltway data check my-region']);
  command.action((dir: string | undefined, options: OutputOptions) => end(runDataCheck(dir, options)));
}

/** Problems go to stderr as sentences like anywhere; `--format json` gives them as data on stdout too. */
function runDataCheck(dir: string | undefined, options: OutputOptions): ExitCode {
  const { dataset, problems } = inspectFolder(dir ?? options.data);
  const document = toDataCheckDocument(dataset, [...problems, ...listOffMap(dataset)]);
  const isFine = document.problems.length === 0;
  if (isFine || options.format === 'json') {
    giveAnswer(options, { text: () => toDataCheckBlocks(document), json: () => document });
  }
  if (isFine) return EXIT.done;
  throw new Failure(EXIT.data, `${dir ?? options.data ?? SHIPPED_DATA}: not a data set`, document.problems);
}

/** Every site must reach a road: problems of those that do not. */
function listOffMap(dataset: Dataset | null): readonly Problem[] {
  const sites = dataset === null ? [] : [...dataset.zones, ...dataset.plants];
  return sites.flatMap((site) => {
    try {
      if (dataset !== null) findConnectors(dataset, site);
      return [];
    } catch (error) {
      if (error instanceof DataError) return error.problems;
      throw error;
    }
  });
}

interface SchemaOptions {
  readonly out?: string;
}

function addSchema(program: Command, end: End): void {
  const command = program
    .command('schema [name]')
    .description('JSON Schema (2020-12) of a data file or an answer; without a name, the list of names')
    .option('--out <file>', 'write it to a file, whole or not at all');
  addHelp(command, [
    'beltway schema',
    'beltway schema highway',
    'beltway schema analysis --out analysis.schema.json',
  ]);
  command.action((name: string | undefined, { out }: SchemaOptions) => {
    const text = name === undefined ? `${listSchemas().join('\n')}\n` : toJsonText(toJsonSchema(name));
    writeAnswer(text, out === undefined || out === '-' ? null : out);
    end(EXIT.done);
  });
}
