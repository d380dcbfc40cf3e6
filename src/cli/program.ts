/** From arguments to an exit code: the commands, and what is said when something is wrong. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { DataError, toPlainText, toSentence, type Problem } from '../index.ts';
import { addCheck } from './commands/check.ts';
import { addCompare } from './commands/compare.ts';
import { addData } from './commands/data.ts';
import { addDay } from './commands/day.ts';
import { addExport } from './commands/export.ts';
import { addFastestRoutes } from './commands/fastest-routes.ts';
import { addFix } from './commands/fix.ts';
import { addImport } from './commands/import.ts';
import { addIsochrone } from './commands/isochrone.ts';
import { addLocate } from './commands/locate.ts';
import { addMatrix } from './commands/matrix.ts';
import { addOverlap } from './commands/overlap.ts';
import { addParts } from './commands/parts.ts';
import { addPhase } from './commands/phase.ts';
import { addReach } from './commands/reach.ts';
import { addReliability } from './commands/reliability.ts';
import { addReport } from './commands/report.ts';
import { addRoute } from './commands/route.ts';
import { addScenario } from './commands/scenario.ts';
import { addSensitivity } from './commands/sensitivity.ts';
import { addStart } from './commands/start.ts';
import { addSweep } from './commands/sweep.ts';
import { addValue } from './commands/value.ts';
import { addVerify } from './commands/verify.ts';
import { EXIT, Failure, toProblemCode, type ExitCode } from './exit.ts';
import { addHelp } from './help.ts';
import { PACKAGE_JSON } from './package-files.ts';
import { clearProgress } from './terminal.ts';

/** Codes commander leaves with after help or the version was asked for. */
const ASKED_FOR: ReadonlySet<string> = new Set(['commander.helpDisplayed', 'commander.version']);

/** How a command ends: at once, or after turns of the event loop in which Ctrl-C is heard. */
type Ending = ExitCode | Promise<ExitCode>;

/** Runs one command: the answer goes to stdout, what is wrong to stderr. Never throws for what a user can do. */
export function run(argv: readonly string[]): Ending {
  let ending: Ending = EXIT.done;
  try {
    // Nothing is returned to commander: it would wait for a promise too, and let its error go unheard.
    createProgram((ended) => {
      ending = ended;
    }).parse(argv.map(shieldPoint));
    return typeof ending === 'number' ? ending : (ending as Promise<ExitCode>).catch(tellLast);
  } catch (error) {
    return tellLast(error);
  }
}

/** What ended a command, below a progress line that goes. */
function tellLast(error: unknown): ExitCode {
  clearProgress();
  return tell(error);
}

/** A place such as `-29.5,30.5` is no option: a blank before it says so, and readers of places skip blanks. */
function shieldPoint(argument: string): string {
  return /^-\d+(?:\.\d+)?\s*,/.test(argument) ? ` ${argument}` : argument;
}

function createProgram(end: (ending: Ending) => void): Command {
  const program = new Command('beltway')
    .description('Which suppliers reach which assemblers within the hour, with and without a belt highway.')
    .version(readVersion())
    .exitOverride()
    .configureHelp({ helpWidth: 100 })
    .showHelpAfterError('(beltway --help lists the commands; each has --help of its own)');
  const questions = [addCompare, addMatrix, addCheck, addRoute, addReach, addFastestRoutes, addLocate];
  const maps = [addIsochrone, addOverlap];
  const doubts = [addDay, addReliability, addSensitivity];
  const worths = [addFix, addValue, addPhase];
  for (const add of [...questions, ...maps, ...doubts, ...worths, addParts]) add(program, end);
  const data = [addScenario, addSweep, addData, addImport, addExport];
  for (const add of [addReport, ...data, addVerify, addStart]) add(program, end);
  return addHelp(program, ['beltway compare', 'beltway route Z_SS_LP TOYOTA_NS', 'beltway compare --help']);
}

function readVersion(): string {
  const text = readFileSync(PACKAGE_JSON, 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

/** Says what went wrong on stderr and gives the code to leave with. */
function tell(error: unknown): ExitCode {
  if (error instanceof CommanderError) return ASKED_FOR.has(error.code) ? EXIT.done : EXIT.usage;
  if (error instanceof DataError) {
    writeProblems(error.problems);
    return toProblemCode(error.problems);
  }
  if (error instanceof Failure) {
    for (const line of [error.message, ...error.more]) writeLine(line);
    writeProblems(error.problems);
    return error.code;
  }
  throw error;
}

function writeProblems(problems: readonly Problem[]): void {
  for (const problem of problems) writeLine(toSentence(problem));
}

function writeLine(line: string): void {
  process.stderr.write(`${toPlainText(line)}\n`);
}
