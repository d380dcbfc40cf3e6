/** `beltway sweep` and `beltway merge`: thousands of scenarios or draws, shared out over threads and machines. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { EXIT, Failure, tryAll, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { addCutoffOptions, addGroupOptions, addSitesOption, addSuppliersOption } from '../options.ts';
import { readSweep, type AskedOptions } from '../sweep/arguments.ts';
import { toManifest } from '../sweep/kubernetes.ts';
import { checkQuestion, checkScenario, toSource, type Sweep } from '../sweep/measure.ts';
import { readPart } from '../sweep/parts.ts';
import { checkFailed, listFailed } from '../sweep/status.ts';
import { listMissing, MERGE_FORMATS, mergeParts, type MergeFormat } from '../sweep/merge.ts';
import { listShardParts, makePlan, settlePlan, toPlanId, type SweepPlan } from '../sweep/plan.ts';
import { makeParts } from '../sweep/run.ts';
import { readShard, withoutSharing, type Shard } from '../sweep/sharing.ts';
import { runOnSlurm } from '../sweep/slurm.ts';
import { writeAnswer } from '../write.ts';
import { readCount, readWhole } from '../values.ts';

interface SweepOptions extends Omit<AskedOptions, 'format'> {
  readonly out: string;
  readonly format: MergeFormat;
  readonly shard?: Shard;
  readonly threads: number;
  readonly strict?: boolean;
  readonly slurm?: boolean;
  readonly kubernetes?: boolean;
  readonly shards: number;
  readonly image: string;
  readonly claim: string;
  readonly abreast: number;
}

type End = (ending: ExitCode | Promise<ExitCode>) => void;

const DEFAULT_SHARDS = 16;

/** Adds `sweep` and `merge`. */
export function addSweep(program: Command, end: End): void {
  const command = program
    .command('sweep <scenarios...>')
    .description(
      'the measures of thousands of scenarios (ids, days, files, folders of files), or of draws of each',
    )
    .requiredOption('--out <dir>', 'folder of the sweep; what is there already is not made again');
  addAskedOptions(command);
  addSharingOptions(command);
  addHelp(command, [
    'beltway sweep scenarios/ --traffic peak --out swept',
    'beltway sweep 2010-with-belt --draws 10000 --seed 7 --out drawn',
    'beltway sweep scenarios/ --out swept --shard 3/40   # one of 40, anywhere; then: beltway merge swept',
    'beltway sweep scenarios/ --out swept --slurm --shards 40',
    'beltway sweep scenarios/ --data town --sites sites.csv --out swept   # over an imported network',
  ]);
  command.action((scenarios: readonly string[], options: SweepOptions) =>
    end(runSweep(scenarios, options, listWords(program))),
  );
  addMerge(program, end);
}

function addAskedOptions(command: Command): void {
  addSitesOption(command)
    .option('--data <dir>', 'data folder, or an imported network (default: the data shipped)')
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--traffic <id>', 'free, off-peak or peak (default: free)')
    .option('--reference <scenario>', 'what changes are against (default: without the belt)')
    .option('--draws <count>', 'a row for each of so many draws within the ranges of the data', readWhole)
    .option('--seed <number>', 'the same seed gives the same draws (default: 1)', readWhole);
  addSuppliersOption(addGroupOptions(addCutoffOptions(command)));
}

function addSharingOptions(command: Command): void {
  addFormatOption(command)
    .option('--threads <n>', 'threads on this machine', readCount, availableParallelism())
    .option('--strict', 'make nothing where a scenario is wrong (default: its row says that it failed)')
    .option('--shard <i/n>', 'only the i-th of n shares; merge puts them together', readShard)
    .option('--slurm', 'run as a job array of Slurm, wait for it, and merge')
    .option('--kubernetes', 'print the manifest of an indexed job, and do nothing else')
    .option('--shards <n>', 'tasks of the job array or of the indexed job', readCount, DEFAULT_SHARDS)
    .option('--abreast <n>', 'pods of the indexed job at once', readCount, DEFAULT_SHARDS)
    .option('--image <name>', 'container image that has beltway', 'beltway:latest')
    .option('--claim <name>', 'volume claim that holds scenarios and --out, mounted at /work', 'beltway');
}

function addFormatOption(command: Command): Command {
  return command.addOption(
    new Option('--format <format>', 'form of the merged file').choices(MERGE_FORMATS).default('parquet'),
  );
}

function addMerge(program: Command, end: End): void {
  const command = program
    .command('merge <dir>')
    .description('put the parts of a sweep together: the same bytes whoever made them')
    .option('--out <file>', 'file to write (default: sweep.parquet in the folder)');
  addFormatOption(command);
  addHelp(command, ['beltway merge swept', 'beltway merge swept --format csv --out swept.csv']);
  command.action((folder: string, { format, out }: { readonly format: MergeFormat; readonly out?: string }) =>
    end(runMerge(folder, format, out)),
  );
}

/** The words that were typed; commander keeps them with the program. */
function listWords(program: Command): readonly string[] {
  const { rawArgs = [] } = program as Command & { readonly rawArgs?: readonly string[] };
  return rawArgs.slice(2);
}

function runMerge(folder: string, format: MergeFormat, out?: string): ExitCode {
  const { file, rows, parts, scenarios, failed } = mergeParts(folder, format, out);
  writeAnswer(`${file}: ${rows} rows of ${parts} parts\n`, null);
  checkFailed(failed, scenarios);
  return EXIT.done;
}

function checkUsage({ slurm, kubernetes, shard }: SweepOptions): void {
  const asked = [slurm === true, kubernetes === true, shard !== undefined].filter((one) => one);
  if (asked.length > 1)
    throw new Failure(EXIT.usage, 'sweep: expected one of --slurm, --kubernetes and --shard');
}

/** Kept apart from what is asked: nothing here may change a byte. */
function toAsked(options: SweepOptions): AskedOptions {
  const {
    out: _out,
    shard: _shard,
    threads: _threads,
    strict: _strict,
    slurm: _slurm,
    kubernetes: _kubernetes,
    ...rest
  } = options;
  return rest;
}

/** Refuses what no row could be made of, and, where that is asked for, everything for one scenario that is wrong. */
function checkSweep(sweep: Sweep, { strict }: SweepOptions): void {
  checkQuestion(sweep);
  if (strict === true) tryAll(sweep.scenarios, (one) => checkScenario(sweep, one));
}

async function runSweep(
  scenarios: readonly string[],
  options: SweepOptions,
  words: readonly string[],
): Promise<ExitCode> {
  checkUsage(options);
  const shared = withoutSharing(words);
  if (options.kubernetes === true) {
    writeAnswer(toManifest({ ...options, words: shared }), null);
    return EXIT.done;
  }
  const given = { scenarios, options: toAsked(options) };
  const sweep = readSweep(given);
  const plan = makePlan(toSource(sweep), sweep);
  checkSweep(sweep, options);
  settlePlan(options.out, plan);
  if (options.slurm === true) return runShared(plan, options, shared);
  const { shard, of } = options.shard ?? { shard: 1, of: 1 };
  const mine = new Set(listShardParts(plan, shard, of));
  const parts = listMissing(options.out, plan).filter((part) => mine.has(part));
  const work = { folder: options.out, plan: toPlanId(plan), parts, threads: options.threads };
  await makeParts(sweep, given, work);
  return finish(plan, sweep, options, parts.length, [...mine]);
}

function finish(
  plan: SweepPlan,
  sweep: Sweep,
  options: SweepOptions,
  made: number,
  mine: readonly number[],
): ExitCode {
  const { out, format, shard } = options;
  const what = sweep.draws === null ? '' : ` × ${sweep.draws.count} draws`;
  const count = `${plan.scenarios.length} scenario${plan.scenarios.length === 1 ? '' : 's'}${what}`;
  const found = mine.length - made;
  const parts = `${made} parts made${found > 0 ? `, ${found} were there` : ''}`;
  if (shard !== undefined) {
    writeAnswer(`${out}: shard ${shard.shard} of ${shard.of} of ${count}: ${parts}\n`, null);
    const rows = mine.flatMap((part) => readPart(out, toPlanId(plan), part) ?? []);
    checkFailed(listFailed(rows), plan.scenarios.length, sweep.scenarios);
    return EXIT.done;
  }
  const { file, rows, failed } = mergeParts(out, format);
  writeAnswer(`${out}: ${count}: ${parts}\n${file}: ${rows} rows\n`, null);
  checkFailed(failed, plan.scenarios.length, sweep.scenarios);
  return EXIT.done;
}

/** The shards that have something left to do, as a job array; then all of it in one file. */
function runShared(plan: SweepPlan, options: SweepOptions, words: readonly string[]): ExitCode {
  const { out, shards, format } = options;
  const missing = new Set(listMissing(out, plan));
  const open = Array.from({ length: shards }, (_, i) => i + 1).filter((shard) =>
    listShardParts(plan, shard, shards).some((part) => missing.has(part)),
  );
  const main = resolve(process.argv[1] ?? '');
  if (open.length > 0) runOnSlurm({ folder: out, words: [main, ...words], shards, open });
  return runMerge(out, format);
}
