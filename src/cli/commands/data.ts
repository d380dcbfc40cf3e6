/** `beltway scenarios`, `data check` and `schema`: what the data hold and what they must look like. */
import type { Command } from 'commander';
import {
  findConnectors,
  findPlace,
  listSchemas,
  toDataCheckBlocks,
  toDataCheckDocument,
  toJsonSchema,
  toJsonText,
  toScenarioBlocks,
  toScenarioListDocument,
  toScenariosCsv,
  type Dataset,
} from '../../index.ts';
import { giveAnswer } from '../answer.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import { addOutputOptions, type OutputOptions } from '../options.ts';
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
    const list = toScenarioListDocument(openDataset(options.data));
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
  command.action((dir: string | undefined, options: OutputOptions) => {
    const dataset = openDataset(dir ?? options.data);
    checkSites(dataset);
    const document = toDataCheckDocument(dataset);
    giveAnswer(options, { text: () => toDataCheckBlocks(document), json: () => document });
    end(EXIT.done);
  });
}

/** Every site must reach a road: throws DataError for one off the map. */
function checkSites(dataset: Dataset): void {
  for (const { id } of [...dataset.zones, ...dataset.plants])
    findConnectors(dataset, findPlace(dataset, id).place);
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
