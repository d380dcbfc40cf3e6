/**
 * What a sweep is made of, so that anybody who runs a part of it makes the same bytes: the data, the question, the
 * scenarios with their texts' digests, and how the work is cut into parts. The cut hangs on nothing but the work.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toJsonText } from '../../index.ts';
import { EXIT, Failure, tryAll } from '../exit.ts';
import { readTextFile, toReason } from '../files.ts';
import { isScenarioFile } from '../scenario-file.ts';
import { replaceFile } from '../write.ts';

/** About a second of work on the shipped data. */
const SCENARIOS_A_PART = 25;
const DRAWS_A_PART = 100;
const MOST_SCENARIOS = 1_000_000;
export const PLAN_FILE = 'plan.json';

interface PlannedScenario {
  readonly name: string;
  /** SHA-256 of the file and of those it stands on; null = a scenario of the data, or a day. */
  readonly digest: string | null;
}

export interface SweepPlan {
  readonly schema: 'beltway/sweep-plan@2';
  readonly data: {
    readonly id: string;
    readonly digest: string;
    /** Of an imported network: its rows have columns of their own. */
    readonly isCity?: true;
  };
  readonly request: Readonly<Record<string, unknown>>;
  /** Roads opened and closed, and changes of a draw, are against this one. */
  readonly reference: PlannedScenario;
  readonly draws: { readonly count: number; readonly seed: number } | null;
  readonly scenarios: readonly PlannedScenario[];
  readonly parts: number;
}

/** A part of a sweep: some scenarios, or some draws of one. */
export interface Part {
  readonly scenarios: readonly number[];
  /** From the first to before the last; null = none. */
  readonly draws: readonly [first: number, end: number] | null;
}

export interface NamedScenario {
  readonly name: string;
  /** What the library and the command line take: an id, a day or a file. */
  readonly given: string;
}

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The id of a plan: of everything in it. */
export function toPlanId(plan: SweepPlan): string {
  return sha256(toJsonText(plan));
}

function listFolder(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => isScenarioFile(name) && !name.startsWith('.'))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

/**
 * Scenarios by name, a folder standing for the files in it. Throws Failure where two have one name, since rows could
 * not be told apart.
 */
export function nameScenarios(given: readonly string[]): readonly NamedScenario[] {
  const all = given.flatMap((one) =>
    existsSync(one) && statSync(one).isDirectory() ? listFolder(one) : [one],
  );
  if (all.length === 0) throw new Failure(EXIT.usage, 'sweep: expected scenarios; the folder holds no .json');
  if (all.length > MOST_SCENARIOS)
    throw new Failure(EXIT.usage, `sweep: expected at most ${MOST_SCENARIOS} scenarios, found ${all.length}`);
  const seen = new Map<string, string>();
  return all.map((one) => {
    const name = isScenarioFile(one) ? basename(one, '.json') : one;
    const before = seen.get(name);
    if (before !== undefined)
      throw new Failure(EXIT.usage, `sweep: expected every name once, found ${before} and ${one}`);
    seen.set(name, one);
    return { name, given: one };
  });
}

/** The data that a sweep is asked of. */
export interface SweepSource {
  readonly data: SweepPlan['data'];
  /** File beside one, by its text, that it stands on. */
  readonly findBeside: (file: string, text: string) => string | null;
  /** Throws for an id or a day that is none. */
  readonly checkId: (id: string) => void;
}

/** Digest of a file with those beside it that it stands on. */
function digestFile({ findBeside }: SweepSource, file: string): string {
  const texts: string[] = [];
  const files = new Set<string>();
  for (let at: string | null = file; at !== null && !files.has(at);) {
    files.add(at);
    const text = readTextFile(at);
    texts.push(text);
    at = findBeside(at, text);
  }
  return sha256(JSON.stringify(texts));
}

/** An id or a day that is none is told before anything is made. */
function toPlanned(source: SweepSource, { name, given }: NamedScenario): PlannedScenario {
  if (isScenarioFile(given)) return { name, digest: digestFile(source, given) };
  source.checkId(given);
  return { name, digest: null };
}

export interface PlanChoice {
  readonly request: object;
  readonly reference: NamedScenario;
  readonly scenarios: readonly NamedScenario[];
  readonly draws: SweepPlan['draws'];
}

/** The plan of a sweep. Throws Failure with all files that cannot be read and all ids that there are not. */
export function makePlan(
  source: SweepSource,
  { request, reference, scenarios, draws }: PlanChoice,
): SweepPlan {
  const asked = Object.entries(request as Readonly<Record<string, unknown>>);
  const [before, ...planned] = tryAll([reference, ...scenarios], (one) => toPlanned(source, one));
  return {
    schema: 'beltway/sweep-plan@2',
    data: source.data,
    request: Object.fromEntries(asked.filter(([, value]) => value !== undefined)),
    reference: before as PlannedScenario,
    draws,
    scenarios: planned,
    parts: countParts(scenarios.length, draws),
  };
}

function countParts(scenarios: number, draws: SweepPlan['draws']): number {
  if (draws === null) return Math.ceil(scenarios / SCENARIOS_A_PART);
  return scenarios * Math.ceil(draws.count / DRAWS_A_PART);
}

/** What a part of a sweep of so many scenarios is made of. */
export function toPart(scenarios: number, draws: SweepPlan['draws'], index: number): Part {
  if (draws === null) {
    const first = index * SCENARIOS_A_PART;
    const count = Math.min(SCENARIOS_A_PART, scenarios - first);
    return { scenarios: Array.from({ length: count }, (_, i) => first + i), draws: null };
  }
  const blocks = Math.ceil(draws.count / DRAWS_A_PART);
  const first = (index % blocks) * DRAWS_A_PART;
  return {
    scenarios: [Math.floor(index / blocks)],
    draws: [first, Math.min(first + DRAWS_A_PART, draws.count)],
  };
}

/** Parts of the i-th of n shards, i from 1: every n-th. */
export function listShardParts(
  { parts }: Pick<SweepPlan, 'parts'>,
  shard: number,
  of: number,
): readonly number[] {
  return Array.from({ length: parts }, (_, part) => part).filter((part) => part % of === shard - 1);
}

/** The plan in a folder; null where there is none. Throws Failure where it cannot be read. */
export function readPlan(folder: string): SweepPlan | null {
  const file = join(folder, PLAN_FILE);
  if (!existsSync(file)) return null;
  try {
    const plan = JSON.parse(readFileSync(file, 'utf8')) as SweepPlan;
    if (plan.schema === 'beltway/sweep-plan@2') return plan;
  } catch (error) {
    throw new Failure(EXIT.data, `${file}: expected the plan of a sweep (${toReason(error)})`);
  }
  throw new Failure(EXIT.data, `${file}: expected "schema": "beltway/sweep-plan@2"`);
}

/**
 * Lays the plan into the folder, or finds the same one there. Throws Failure where another sweep is in it: its parts
 * are kept.
 */
export function settlePlan(folder: string, plan: SweepPlan): void {
  try {
    mkdirSync(join(folder, 'parts'), { recursive: true });
  } catch (error) {
    throw new Failure(EXIT.failed, `${folder}: cannot be made (${toReason(error)})`);
  }
  const before = readPlan(folder);
  if (before === null) replaceFile(join(folder, PLAN_FILE), toJsonText(plan));
  else if (toPlanId(before) !== toPlanId(plan))
    throw new Failure(
      EXIT.usage,
      `${folder}: expected this sweep or none, found another (${listDifferences(before, plan).join(', ')}); choose another folder`,
    );
}

/** What of two plans differs. */
function listDifferences(before: SweepPlan, plan: SweepPlan): readonly string[] {
  const keys = ['data', 'request', 'reference', 'draws', 'scenarios', 'parts'] as const;
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(plan[key]));
}
