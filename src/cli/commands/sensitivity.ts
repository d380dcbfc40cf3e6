/** `beltway sensitivity`: how sure the answer is under the ranges of the data, and what it hangs on. */
import { Option, type Command } from 'commander';
import {
  CONFIDENCE_MEASURES,
  startDraws,
  toConfidenceBlocks,
  toConfidenceCsv,
  toSensitivity,
  toSensitivityBlocks,
  toSensitivityCsv,
  toSensitivityReport,
  type ConfidenceDocument,
  type ConfidenceMeasure,
  type Dataset,
  type DrawRun,
  type Forms,
  type SensitivityDocument,
} from '../../index.ts';
import { nameFiles } from '../again.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { workInPieces } from '../interrupt.ts';
import { openDataset } from '../load.ts';
import {
  addContrastOptions,
  addExitCodeOption,
  addGroupOptions,
  addOriginsOption,
  addOutputOptions,
  addSuppliersOption,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { showBar, showProgress } from '../terminal.ts';
import { readMinutes, readShare, readWhole } from '../values.ts';

interface SensitivityOptions extends QuestionOptions {
  readonly only?: 'draws' | 'sweeps';
  readonly draws?: number;
  readonly seed?: number;
  readonly measure?: ConfidenceMeasure;
  readonly level?: number;
}

/** Draws between two turns of the event loop: about a twentieth of a second on the shipped data. */
const PIECE = 5;

/** Adds `sensitivity`. */
export function addSensitivity(program: Command, end: (code: ExitCode | Promise<ExitCode>) => void): void {
  const command = program
    .command('sensitivity')
    .description('how sure the answer is under the ranges of the data, and what it hangs on');
  addContrastOptions(command)
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--traffic <id>', 'free, off-peak or peak (default: free)')
    .option('--cutoff <min>', 'the one hour, inclusive', readMinutes)
    .option('--level <share>', 'critical level of independence, 0 to 1 (the paper gives none)', readShare);
  addOriginsOption(addSuppliersOption(addGroupOptions(command)))
    .option('--draws <count>', 'draws within the ranges of the data (default: 500)', readWhole)
    .option('--seed <number>', 'the same seed gives the same draws (default: 1)', readWhole)
    .addOption(
      new Option('--measure <share>', 'what the sweeps measure (default: pairs)').choices(
        CONFIDENCE_MEASURES,
      ),
    )
    .addOption(
      new Option('--only <part>', 'draws of everything at once, or sweeps of one thing at a time').choices([
        'draws',
        'sweeps',
      ]),
    );
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'markdown']),
    'a verdict of the flowchart cannot be told from the draws (with --only sweeps: turns over in a range)',
  );
  addHelp(command, [
    'beltway sensitivity',
    'beltway sensitivity --traffic peak --draws 2000 --seed 7',
    'beltway sensitivity --only sweeps --measure iOut --format json',
  ]);
  command.action((options: SensitivityOptions) => end(runSensitivity(options)));
}

/** Makes the draws, a piece at a time. */
function* advance(run: DrawRun): Generator<void> {
  while (run.done() < run.asked) {
    showBar('Drawing', run.done(), run.asked);
    run.advance(PIECE);
    yield;
  }
}

interface Doubts {
  readonly confidence: ConfidenceDocument | null;
  readonly sensitivity: SensitivityDocument | null;
}

async function findDoubts(dataset: Dataset, options: SensitivityOptions): Promise<Doubts> {
  const { only, draws, seed, measure, level } = options;
  const request = { ...toRequest(dataset, options), criticalLevel: level };
  showProgress('Computing …');
  const run = only === 'sweeps' ? null : startDraws(dataset, request, { draws, seed });
  let sensitivity: SensitivityDocument | null = null;
  await workInPieces(
    (function* (): Generator<void> {
      if (run !== null) yield* advance(run);
      if (only === 'draws') return;
      showProgress('Sweeping …');
      yield;
      sensitivity = nameFiles(toSensitivity(dataset, { ...request, measure }), options);
      yield;
    })(),
  );
  return { confidence: run === null ? null : nameFiles(run.document(), options), sensitivity };
}

/** Tables of two kinds do not fit into one. */
function checkUsage({ format, only }: SensitivityOptions): void {
  if (format === 'csv' && only === undefined)
    throw new Failure(
      EXIT.usage,
      'sensitivity: --format csv is one table: say --only draws or --only sweeps',
    );
}

function toForms({ confidence, sensitivity }: Doubts): Forms {
  return {
    text: () => [
      ...(confidence === null ? [] : toConfidenceBlocks(confidence)),
      ...(sensitivity === null ? [] : toSensitivityBlocks(sensitivity)),
    ],
    json: () =>
      confidence !== null && sensitivity !== null
        ? toSensitivityReport(confidence, sensitivity)
        : (confidence ?? sensitivity),
    csv: () =>
      confidence !== null
        ? toConfidenceCsv(confidence)
        : sensitivity === null
          ? ''
          : toSensitivityCsv(sensitivity),
  };
}

/** Whether every verdict of the flowchart is beyond doubt. */
function isSure({ confidence, sensitivity }: Doubts): boolean {
  const isPair = (id: string): boolean => id.startsWith('pair:');
  if (confidence !== null)
    return confidence.verdicts.every(({ id, verdict }) => isPair(id) || verdict !== 'cannot-tell');
  return (sensitivity?.flips ?? []).every(({ verdict, inRange }) => isPair(verdict) || !inRange);
}

async function runSensitivity(options: SensitivityOptions): Promise<ExitCode> {
  checkUsage(options);
  const doubts = await findDoubts(openDataset(options), options);
  giveAnswer(options, toForms(doubts));
  return toExitCode(options, isSure(doubts));
}
