/** `beltway report`: the whole answer with what it rests on, as one file that can be read, printed and checked. */
import { InvalidArgumentError, type Command } from 'commander';
import {
  makeReport,
  renderReport,
  REPORT_FORMATS,
  REPORT_PARTS,
  type FixTarget,
  type ReportPart,
} from '../../index.ts';
import { addArrangementOptions, toArrangementRequest, type ArrangementOptions } from '../arrangement.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import { addOutputOptions, addQuestionOptions, toRequest, type QuestionOptions } from '../options.ts';
import { follow } from '../steps.ts';
import { readTargets } from '../fix-options.ts';
import { readWhole } from '../values.ts';
import { writeAnswer } from '../write.ts';

interface ReportOptions extends QuestionOptions, ArrangementOptions {
  readonly draws?: number;
  readonly seed?: number;
  readonly fix?: readonly FixTarget[];
  readonly without?: readonly ReportPart[];
}

const isPart = (word: string): word is ReportPart => (REPORT_PARTS as readonly string[]).includes(word);

/** Parts separated by commas. */
function readParts(text: string): readonly ReportPart[] {
  const words = text.split(',').map((word) => word.trim());
  if (words.every(isPart)) return words;
  throw new InvalidArgumentError(`Parts separated by commas expected: ${REPORT_PARTS.join(', ')}.`);
}

/** Adds `report`. */
export function addReport(program: Command, end: (code: Promise<ExitCode>) => void): void {
  const command = program
    .command('report')
    .description('the whole answer with maps, doubts and sources, as one file to read, print and verify');
  addArrangementOptions(addQuestionOptions(command))
    .option('--draws <count>', 'draws behind "how sure", 0 for none (default: 200)', readWhole)
    .option('--seed <number>', 'the same seed gives the same draws (default: 1)', readWhole)
    .option(
      '--fix <target>',
      "what should hold: 'ORIGIN TARGET', ORIGIN or 'iOut>=0.5'; repeatable (default: what fails by the least)",
      readTargets,
    )
    .option('--without <parts>', `parts left out: ${REPORT_PARTS.join(', ')}`, readParts);
  addHelp(addOutputOptions(command, REPORT_FORMATS), [
    'beltway report --out report.html && beltway verify report.html',
    'beltway report --traffic peak --draws 500 --out peak.html',
    'beltway report --format csv --without sensitivity --out report.csv',
  ]);
  command.action((options: ReportOptions) => end(runReport(options)));
}

async function runReport(options: ReportOptions): Promise<ExitCode> {
  const { draws, seed, fix: fixes, without, data, sites, profile } = options;
  const dataset = openDataset(options);
  const files = { data, sites, profile: profile?.endsWith('.json') === true ? profile : undefined };
  const request = {
    ...toRequest(dataset, options),
    ...toArrangementRequest(options),
    draws,
    seed,
    fixes,
    without,
    files,
  };
  const report = await follow(makeReport(dataset, request));
  const format = REPORT_FORMATS.find((one) => one === options.format) ?? 'html';
  const file = options.out === undefined || options.out === '-' ? null : options.out;
  writeAnswer(renderReport(report, format), file);
  return EXIT.done;
}
