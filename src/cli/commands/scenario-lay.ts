/** `beltway scenario lay`: sections of a data set as a scenario file for an imported network of their region. */
import type { Command } from 'commander';
import {
  checkCityScenario,
  laySections,
  standOn,
  toJsonText,
  toPlainText,
  type CityTrial,
  type LaidNode,
  type ScenarioFile,
} from '../../index.ts';
import { openTrial } from '../city-scenario.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import { openNetworkFolder } from '../network-folder.ts';
import { clearProgress } from '../terminal.ts';
import { readKm, readMeetings } from '../values.ts';
import { writeAnswer } from '../write.ts';

interface LayOptions {
  readonly onto: string;
  readonly at?: Readonly<Record<string, string>>;
  readonly within?: number;
  readonly id?: string;
  readonly on?: string;
  readonly vehicle?: string;
  readonly out?: string;
  readonly data?: string;
}

/** Metres within which an interchange joins a main road where nothing is said. */
const WITHIN_M = 1000;
/** A day for a map that does not say its own: nothing over a city hangs on it but the dates that a file gives. */
const SOME_DAY = '2010-12-31';

/** Adds `scenario lay`. */
export function addScenarioLay(group: Command, end: (code: ExitCode) => void): void {
  const command = group
    .command('lay <sections...>')
    .description('sections of the data as a scenario file that builds them over an imported network')
    .requiredOption('--onto <dir>', 'imported network of their region')
    .option(
      '--at <node=id>',
      'interchange of the data = node of the network, or link@share; repeatable',
      readMeetings,
    )
    .option(
      '--within <km>',
      'other interchanges join the nearest point of a main road within it (default: 1)',
      readKm,
    )
    .option('--id <id>', 'id of the scenario (default: the sections, joined by hyphens)')
    .option('--on <date>', 'day it stands on (default: of the map)')
    .option('--vehicle <id>', 'whose roads are looked at (default: car)')
    .option('--out <file>', 'write it to a file, whole or not at all')
    .option('--data <dir>', 'data folder with the sections (default: the data shipped)');
  addHelp(command, [
    'beltway scenario lay N2R E2R --onto guangzhou --out belt.json',
    'beltway scenario lay S2R --onto guangzhou --at LELIU=2080615866 --within 3 --out south.json',
  ]);
  command.action((sections: readonly string[], options: LayOptions) => end(runLay(sections, options)));
}

function toText({ node, met, awayM }: LaidNode, withinM: number): string {
  if (met === null)
    return `${node}: joins nothing, no main road within ${withinM / 1000} km (--at ${node}=ID)`;
  return `${node}: joins ${met}, ${(awayM ?? 0).toFixed(0)} m away`;
}

/** Throws Failure where the roads cannot be built as they are laid. */
function checkFile(trial: CityTrial, file: ScenarioFile): void {
  const scenario = standOn(file, () => undefined);
  if (scenario === null)
    throw new Failure(EXIT.usage, `--on: ${file.base}: a date YYYY-MM or YYYY-MM-DD expected`);
  const problems = checkCityScenario(trial, scenario).map((problem) => ({ ...problem, file: file.id }));
  if (problems.length > 0) throw new Failure(EXIT.data, `${file.id}: cannot be laid like that`, problems);
}

function runLay(sections: readonly string[], options: LayOptions): ExitCode {
  const {
    onto,
    at = {},
    within: withinM = WITHIN_M,
    id = sections.join('-'),
    vehicle = 'car',
    out,
  } = options;
  const dataset = openDataset({ data: options.data });
  const network = openNetworkFolder(onto);
  const trial = openTrial(network, vehicle);
  const { modifications, nodes, left } = laySections(dataset, trial, { sections, at, withinM });
  const title = `${network.notes.title} with ${sections.join(', ')}`;
  const base = options.on ?? network.notes.source.asOf ?? SOME_DAY;
  const file: ScenarioFile = { schema: 'beltway/scenario@2', id, title, base, modifications };
  checkFile(trial, file);
  writeAnswer(toJsonText(file), out === undefined || out === '-' ? null : out);
  clearProgress();
  for (const node of nodes) process.stderr.write(`${toPlainText(toText(node, withinM))}\n`);
  for (const one of left) process.stderr.write(`${toPlainText(`not taken over: ${one}`)}\n`);
  return EXIT.done;
}
