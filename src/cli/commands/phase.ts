/** `beltway phase`: in which order sections are best built, beside the order in which they were. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  startBuildOrder,
  toBuildOrderBlocks,
  toBuildOrderCsv,
  VALUE_MEASURES,
  type BuildOrder,
} from '../../index.ts';
import { nameFiles } from '../again.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { isCityQuestion, refuseScenario, refuseThreads } from '../city.ts';
import { runCityPhase } from '../city-phase.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { workInPieces } from '../interrupt.ts';
import { openDataset } from '../load.ts';
import { addCityScenarioOption, addExitCodeOption, addOutputOptions, addThreadsOption } from '../options.ts';
import { showProgress } from '../terminal.ts';
import { addValueOptions, advance, toValueRequest, type ValueOptions } from '../value-options.ts';
import { readAmount, readShare, readWhole } from '../values.ts';

interface PhaseOptions extends ValueOptions {
  readonly perYear?: number;
  readonly budget?: number;
  readonly costPerKm?: Readonly<Record<string, number>>;
  readonly discount?: number;
  readonly condition?: readonly string[];
  readonly level?: number;
  readonly scenario?: string;
  readonly threads?: number;
}

/** Networks between two turns of the event loop. */
const NETWORKS = 8;

/** `COST` for all sections or `SECTION=COST`, repeatable. */
function readCosts(
  text: string,
  before: Readonly<Record<string, number>> | undefined,
): Readonly<Record<string, number>> {
  const at = text.lastIndexOf('=');
  const section = at < 0 ? 'all' : text.slice(0, at);
  if (section === '') throw new InvalidArgumentError('COST or SECTION=COST expected, e.g. E2R=120.');
  return { ...before, [section]: readAmount(text.slice(at + 1)) };
}

function readConditions(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

/** Adds `phase`. */
export function addPhase(program: Command, end: (code: ExitCode | Promise<ExitCode>) => void): void {
  const command = program
    .command('phase')
    .description(
      'in which order sections, or roads of a scenario, are best built; from which year on verdicts can hold',
    );
  addThreadsOption(addCityScenarioOption(addValueOptions(command)))
    .addOption(
      new Option('--measure <id>', 'what the years are to make most of (default: minutes)').choices(
        VALUE_MEASURES,
      ),
    )
    .option('--per-year <count>', 'sections finished a year (default: 1)', readWhole)
    .option('--budget <money>', 'money a year instead, in any currency', readAmount)
    .option(
      '--cost-per-km <cost>',
      'cost of a km in the same money, or SECTION=COST for one; repeatable',
      readCosts,
    )
    .option('--discount <rate>', 'rate a year, 0 to 1 (default: of the data, assumed)', readShare)
    .option(
      '--condition <verdict>',
      'belt, independence, pair:FROM-TO, share:X or reach:ORIGIN-GROUP; repeatable',
      readConditions,
    )
    .option('--level <share>', 'critical level of independence, 0 to 1 (the paper gives none)', readShare);
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'markdown']),
    'one of the verdicts never holds',
  );
  addHelp(command, [
    'beltway phase',
    'beltway phase --traffic peak --measure passes --per-year 2',
    'beltway phase --budget 1000 --cost-per-km 60 --cost-per-km E2R=150 --discount 0.05',
    'beltway phase --traffic peak --condition independence --condition share:0.4 --format json',
    'beltway phase --data porto --sites sites.csv --build belt.json --discount 0.05',
  ]);
  command.action((options: PhaseOptions) => end(runPhase(options)));
}

async function findOrder(options: PhaseOptions): Promise<BuildOrder> {
  const dataset = openDataset({ ...options, scenario: [] });
  showProgress('Computing …');
  const run = startBuildOrder(dataset, {
    ...toValueRequest(dataset, options),
    criticalLevel: options.level,
    perYear: options.perYear,
    budget: options.budget,
    costPerKm: options.costPerKm,
    discountRate: options.discount,
    conditions: options.condition,
  });
  await workInPieces(advance(run, 'Opening sections', NETWORKS));
  return nameFiles(run.document(), options);
}

async function runPhase(options: PhaseOptions): Promise<ExitCode> {
  if (isCityQuestion(options)) return runCityPhase(options);
  refuseThreads(options);
  refuseScenario(options);
  const order = await findOrder(options);
  giveAnswer(options, {
    text: () => toBuildOrderBlocks(order),
    json: () => order,
    csv: () => toBuildOrderCsv(order),
  });
  return toExitCode(
    options,
    order.conditions.every(({ earliest }) => earliest !== null),
  );
}
