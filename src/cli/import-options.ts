/** Options that every kind of import has, and how its network is told and written. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  rankNodes,
  toImportedBlocks,
  toImportedDocument,
  type ImportedDocument,
  type ImportedNetwork,
} from '../index.ts';
import { giveAnswer } from './answer.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { openSplit } from './kernels.ts';
import { writeNetworkFolder } from './network-folder.ts';
import { showProgress } from './terminal.ts';

export interface ImportCommandOptions {
  readonly out?: string;
  readonly format: string;
  readonly country?: string;
  readonly rules?: string;
  readonly title?: string;
  readonly gcj02?: boolean;
}

/** `--out`, `--country`, `--rules`, `--title`, `--gcj02`, `--format`. */
export function addImportOptions(command: Command): Command {
  return command
    .option('--out <dir>', 'folder of the data set (default: it is told, and nothing is written)')
    .option('--country <code>', 'ISO 3166-1 code: its general limits hold where no sign stands', readCountry)
    .option('--rules <file>', 'road rules of your own (default: data/import/road-rules.json)')
    .option('--title <text>', 'title of the data set (default: the name of the file)')
    .option('--gcj02', 'the coordinates are those of a Chinese map (GCJ-02): turn them into WGS84')
    .addOption(
      new Option('--format <format>', 'form of the report').choices(['text', 'json']).default('text'),
    );
}

/** System of the coordinates of a file. */
export function toCoordinates({ gcj02 }: ImportCommandOptions): 'WGS84' | 'GCJ-02' {
  return gcj02 === true ? 'GCJ-02' : 'WGS84';
}

function readCountry(text: string): string {
  if (!/^[A-Za-z]{2}$/.test(text)) throw new InvalidArgumentError('Two letters expected, e.g. CN.');
  return text.toUpperCase();
}

/** Writes a network with the order of its nodes, so that no question has to find it again. */
function writeOrdered(network: ImportedNetwork, folder: string): ImportedDocument {
  showProgress('Ordering the nodes …');
  return writeNetworkFolder({ ...network, nodeRank: rankNodes(network, openSplit()) }, folder);
}

/** Writes the folder where one is named, and gives the report. */
export function finishImport(network: ImportedNetwork, { out, format }: ImportCommandOptions): ExitCode {
  const document = out === undefined ? toImportedDocument(network, null) : writeOrdered(network, out);
  giveAnswer({ format }, { text: () => toImportedBlocks(document), json: () => document });
  return EXIT.done;
}
