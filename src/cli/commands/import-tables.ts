/** `beltway import gmns`, `csv` and `routingkit`: networks that others keep as tables or vectors. */
import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import {
  importTables,
  importVectors,
  VECTOR_FILES,
  type ImportedNetwork,
  type TableOptions,
  type TableText,
} from '../../index.ts';
import type { ExitCode } from '../exit.ts';
import { readTextFile } from '../files.ts';
import { readFolderFiles } from '../folder.ts';
import { addHelp } from '../help.ts';
import {
  addImportOptions,
  finishImport,
  toCoordinates,
  type ImportCommandOptions,
} from '../import-options.ts';
import { checkTarget, findLicence } from '../network-folder.ts';
import { openRules } from '../rules.ts';
import { showProgress } from '../terminal.ts';
import { openVehicleClasses } from '../vehicle-classes.ts';

type End = (code: ExitCode) => void;

interface TableCommandOptions extends ImportCommandOptions {
  readonly config?: string;
  readonly vehicle?: string;
  readonly attribution?: string;
  readonly licence?: string;
}

/** Adds the kinds of import that are no maps. */
export function addTableImports(group: Command, end: End): void {
  const gmns = group
    .command('gmns <nodes> <links>')
    .description('tables of the General Modeling Network Specification: node.csv and link.csv');
  addOptions(gmns).option('--config <file>', 'config.csv with the units (default: metres and km/h)');
  addHelp(gmns, ['beltway import gmns node.csv link.csv --config config.csv --out city']);
  gmns.action((nodes: string, links: string, options: TableCommandOptions) =>
    end(runTables('gmns', nodes, links, options)),
  );
  const csv = group
    .command('csv <nodes> <links>')
    .description('plain tables: id,lon,lat and id,from,to,oneway,class (length_m, speed_kmh, name, wkt)');
  addHelp(addOptions(csv), ['beltway import csv nodes.csv links.csv --country CN --out city']);
  csv.action((nodes: string, links: string, options: TableCommandOptions) =>
    end(runTables('csv', nodes, links, options)),
  );
  addVectors(group, end);
}

function addVectors(group: Command, end: End): void {
  const command = group
    .command('routingkit <dir>')
    .description('a folder of vectors: first_out, head, travel_time, latitude, longitude');
  addOptions(command).option('--vehicle <id>', 'vehicle class that the times are of (default: car)');
  addHelp(command, ['beltway import routingkit graph/ --out city']);
  command.action((folder: string, options: TableCommandOptions) => end(runVectors(folder, options)));
}

function addOptions(command: Command): Command {
  return addImportOptions(command)
    .option(
      '--attribution <text>',
      'what must be said wherever the network is shown (default: LICENSE beside it)',
    )
    .option('--licence <text>', 'licence of the network (default: that it is not stated)');
}

const NOT_STATED = 'The licence of the source is not stated here: it holds for this network too.';

/** What is said of a file; where nothing is, what the licence beside it says. */
function toTableOptions(file: string, folder: string, options: TableCommandOptions): TableOptions {
  const beside = findLicence(folder);
  const { title, country = null, attribution = beside?.attribution, licence = beside?.licence } = options;
  const name = basename(file);
  return {
    title: title ?? name.replace(/\.[a-z]+$/i, ''),
    ...{ file: name, country, coordinates: toCoordinates(options) },
    licence: licence ?? NOT_STATED,
    attribution: attribution ?? `Roads of ${name}`,
  };
}

function readTable(path: string): TableText {
  return { name: basename(path), text: readTextFile(path) };
}

/** Checks the folder first: an import that could not be written is not made. */
function make(options: TableCommandOptions, work: () => ImportedNetwork): ExitCode {
  if (options.out !== undefined) checkTarget(options.out);
  showProgress('Making the network …');
  return finishImport(work(), options);
}

function runTables(
  form: 'gmns' | 'csv',
  nodes: string,
  links: string,
  options: TableCommandOptions,
): ExitCode {
  return make(options, () => {
    const vehicleClasses = openVehicleClasses();
    const config = options.config === undefined ? null : readTable(options.config);
    const texts = { form, nodes: readTable(nodes), links: readTable(links), config };
    return importTables(
      texts,
      openRules(options.rules),
      vehicleClasses,
      toTableOptions(links, dirname(links), options),
    );
  });
}

function runVectors(folder: string, options: TableCommandOptions): ExitCode {
  return make(options, () => {
    const files = readFolderFiles(folder, VECTOR_FILES);
    const vehicle = options.vehicle ?? 'car';
    return importVectors(files, openRules(options.rules), vehicle, toTableOptions(folder, folder, options));
  });
}
