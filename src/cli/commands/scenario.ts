/** `beltway scenario`: scenario files, from the first to the roads they give. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import {
  applyScenario,
  findScenario,
  importProjectCard,
  readScenario,
  toGmns,
  toJsonText,
  toPlainText,
  toProjectCard,
  toRoadsCsv,
  toRoadsGeoJson,
  toScenarioDocument,
  toScenarioDocumentBlocks,
  toScenarioDocumentCsv,
  type Dataset,
  type RoadState,
  type Scenario,
  type ScenarioDocument,
  type ScenarioFile,
} from '../../index.ts';
import { giveAnswer } from '../answer.ts';
import { openCityScenario, openFirstTrial, toCityDocument, writeCityRoads } from '../city-scenario.ts';
import { findCityBase } from '../city-scenarios.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import { isNetworkFolder } from '../network-folder.ts';
import { addOutputOptions, type OutputOptions } from '../options.ts';
import { readTextFile, toReason } from '../files.ts';
import { isScenarioFile, openScenario } from '../scenario-file.ts';
import { clearProgress } from '../terminal.ts';
import { writeAnswer } from '../write.ts';
import { addScenarioCompare } from './scenario-compare.ts';
import { addScenarioLay } from './scenario-lay.ts';

type End = (code: ExitCode) => void;

/** Adds the group of commands. */
export function addScenario(program: Command, end: End): void {
  const group = program
    .command('scenario')
    .description('scenario files: begin, check, show, compare, apply, exchange');
  addNew(group, end);
  addCheckFiles(group, end);
  addShow(group, end);
  addScenarioCompare(group, end);
  addApply(group, end);
  addExport(group, end);
  addImport(group, end);
  addScenarioLay(group, end);
  addHelp(group, [
    'beltway scenario new my-road --on 2010-without-belt --out my-road.json',
    'beltway scenario check my-road.json',
    'beltway compare --base 2010-without-belt --build my-road.json',
  ]);
}

interface NewOptions extends Pick<OutputOptions, 'data' | 'out'> {
  readonly on?: string;
  readonly title?: string;
}

function addNew(group: Command, end: End): void {
  const command = group
    .command('new <id>')
    .description(
      'a scenario file without modifications, to be filled; beltway schema scenario has every kind',
    )
    .option(
      '--on <scenario>',
      'what it stands on: an id or a date (default: the base of the data); of an imported network a date or a file (default: the day of its source)',
    )
    .option('--title <title>', 'title (default: the id)')
    .option('--out <file>', 'write it to a file, whole or not at all')
    .option('--data <dir>', 'data folder, or an imported network (default: the data shipped)');
  addHelp(command, ['beltway scenario new my-road --on 2010-without-belt --out my-road.json']);
  command.action((id: string, { on, title = id, out, data }: NewOptions) => {
    const base = findBase(data, on);
    const file: ScenarioFile = { schema: 'beltway/scenario@2', id, title, base, modifications: [] };
    writeAnswer(toJsonText(file), out === undefined || out === '-' ? null : out);
    end(EXIT.done);
  });
}

/** What a new scenario stands on. Throws DataError or Failure for what is not there. */
function findBase(data: string | undefined, on: string | undefined): string {
  if (data !== undefined && isNetworkFolder(data)) return findCityBase(data, on);
  const dataset = openDataset({ data });
  return findScenario(dataset, on ?? dataset.header.defaults.base).id;
}

function addCheckFiles(group: Command, end: End): void {
  const command = group
    .command('check <files...>')
    .description('read scenario files and tell everything that is wrong with each')
    .option('--data <dir>', 'data folder, or an imported network (default: the data shipped)');
  addHelp(command, ['beltway scenario check my-road.json', 'beltway scenario check plans/*.json']);
  command.action((files: readonly string[], { data }: Pick<OutputOptions, 'data'>) =>
    end(checkFiles(createOpen(data), files)),
  );
}

/** How a scenario file is read: for a data set, or for an imported network. */
function createOpen(data: string | undefined): (file: string) => Scenario {
  if (data !== undefined && isNetworkFolder(data)) {
    const trial = openFirstTrial(data);
    return (file) => openCityScenario(trial, file);
  }
  const dataset = openDataset({ data });
  return (file) => openNamed(dataset, file).scenario;
}

/** Every file is read, also after one that is wrong. */
function checkFiles(open: (file: string) => Scenario, files: readonly string[]): ExitCode {
  const wrong: Failure[] = [];
  for (const file of files) {
    try {
      const count = open(file).modifications.length;
      process.stdout.write(
        `${file}: a scenario of ${count} ${count === 1 ? 'modification' : 'modifications'}\n`,
      );
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      wrong.push(error);
    }
  }
  if (wrong.length === 0) return EXIT.done;
  const messages = wrong.map(({ message }) => message).join('; ');
  throw new Failure(
    EXIT.data,
    messages,
    wrong.flatMap(({ problems }) => problems),
  );
}

/** The state of a scenario by id, date or file. */
function openNamed(dataset: Dataset, name: string): RoadState {
  const known = isScenarioFile(name) ? openScenario(dataset, name) : dataset;
  return applyScenario(dataset, findScenario(known, name));
}

function addShow(group: Command, end: End): void {
  const command = group
    .command('show <scenario>')
    .description(
      'what a scenario stands on and what each of its modifications does: an id, a date or a file',
    );
  addOutputOptions(command, ['text', 'json', 'csv', 'markdown']);
  addHelp(command, ['beltway scenario show 2010-without-belt', 'beltway scenario show my-road.json']);
  command.action((name: string, options: OutputOptions) => {
    const document = findDocument(name, options);
    giveAnswer(options, {
      text: () => toScenarioDocumentBlocks(document),
      json: () => document,
      csv: () => toScenarioDocumentCsv(document),
    });
    end(EXIT.done);
  });
}

/** What a scenario does to a data set, or to an imported network. */
function findDocument(name: string, options: OutputOptions): ScenarioDocument {
  const { data } = options;
  if (data !== undefined && isNetworkFolder(data)) return toCityDocument(name, data);
  const dataset = openDataset(options);
  return toScenarioDocument(dataset, openNamed(dataset, name).scenario);
}

interface ApplyOptions extends Pick<OutputOptions, 'data' | 'out'> {
  readonly format: 'geojson' | 'csv' | 'gmns';
}

function addApply(group: Command, end: End): void {
  const command = group
    .command('apply <scenario>')
    .description(
      'the roads as they stand under a scenario: lines to draw, a table, or a GMNS folder; of an imported network those that differ',
    )
    .addOption(
      new Option('--format <format>', 'form of the roads; gmns needs --out, a folder')
        .choices(['geojson', 'csv', 'gmns'])
        .default('geojson'),
    )
    .option('--out <path>', 'write them to a file (for gmns a folder), each file whole or not at all')
    .option('--data <dir>', 'data folder of the same schema (default: the data shipped)');
  addHelp(command, [
    'beltway scenario apply my-road.json --out roads.geojson',
    'beltway scenario apply 2010-with-belt --format gmns --out gmns/',
  ]);
  command.action((name: string, options: ApplyOptions) => {
    const { data } = options;
    if (data !== undefined && isNetworkFolder(data)) return end(writeCityRoads(name, { ...options, data }));
    const dataset = openDataset({ data });
    writeRoads(dataset, openNamed(dataset, name), options);
    return end(EXIT.done);
  });
}

function writeRoads(dataset: Dataset, state: RoadState, { format, out }: ApplyOptions): void {
  const file = out === undefined || out === '-' ? null : out;
  if (format === 'gmns') writeGmns(dataset, state, file);
  else writeAnswer(format === 'csv' ? toRoadsCsv(state) : toRoadsGeoJson(state), file);
}

function writeGmns(dataset: Dataset, state: RoadState, folder: string | null): void {
  if (folder === null)
    throw new Failure(EXIT.usage, 'scenario apply: --format gmns is several files: say --out FOLDER');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure(
      EXIT.failed,
      `${folder}: expected a folder that can be written to (${toReason(error)})`,
    );
  }
  for (const [name, text] of toGmns(state, dataset)) writeAnswer(text, join(folder, name));
}

interface ExchangeOptions extends Pick<OutputOptions, 'data' | 'out'> {
  readonly on?: string;
}

function addExport(group: Command, end: End): void {
  const command = group
    .command('export <scenario>')
    .description(
      'a scenario as a ProjectCard (JSON), with those it stands on; what a card cannot say is told',
    )
    .option('--out <file>', 'write it to a file, whole or not at all')
    .option('--data <dir>', 'data folder of the same schema (default: the data shipped)');
  addHelp(command, ['beltway scenario export my-road.json --out card.json']);
  command.action((name: string, { data, out }: ExchangeOptions) => {
    const dataset = openDataset({ data });
    const { card, left } = toProjectCard(dataset, openNamed(dataset, name).scenario);
    writeAnswer(toJsonText(card), out === undefined || out === '-' ? null : out);
    clearProgress();
    for (const one of left) process.stderr.write(`${toPlainText(`not in the card: ${one}`)}\n`);
    end(EXIT.done);
  });
}

function addImport(group: Command, end: End): void {
  const command = group
    .command('import <card>')
    .description('a ProjectCard (JSON) as a scenario file: roadway_deletion, _addition and _property_change')
    .option('--on <scenario>', 'what it stands on: an id or a date (default: the base of the data)')
    .option('--out <file>', 'write it to a file, whole or not at all')
    .option('--data <dir>', 'data folder of the same schema (default: the data shipped)');
  addHelp(command, ['beltway scenario import card.json --on 2010-12-31 --out my-road.json']);
  command.action((card: string, { on, data, out }: ExchangeOptions) => {
    const dataset = openDataset({ data });
    const base = findScenario(dataset, on ?? dataset.header.defaults.base).id;
    const { file, problems } = importProjectCard(dataset, readTextFile(card), card, base);
    const text = file === null ? '' : toJsonText(file);
    const wrong = file === null ? problems : readScenario(dataset, text, card).problems;
    if (wrong.length > 0) throw new Failure(EXIT.data, `${card}: not a card of these roads`, wrong);
    writeAnswer(text, out === undefined || out === '-' ? null : out);
    end(EXIT.done);
  });
}
