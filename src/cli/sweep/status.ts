/**
 * How each scenario of a sweep went, in its own row: done, or failed with everything that is wrong in its file. What a
 * row says names no folder, so that the bytes are the same wherever the files lie.
 */
import { basename } from 'node:path';
import { DataError, type Problem } from '../../index.ts';
import { EXIT, Failure } from '../exit.ts';
import type { Row } from './parts.ts';
import type { NamedScenario } from './plan.ts';

export interface SweepColumn {
  readonly name: string;
  readonly isText: boolean;
}

const DONE = 'done';
const FAILED = 'failed';
/** Between the problems of a row. */
const LINE = '\n';

/** Columns of rows that say how they went: the name is the first, the problems are the last. */
export function withStatus([name, ...values]: readonly SweepColumn[]): readonly SweepColumn[] {
  const told = (title: string): SweepColumn => ({ name: title, isText: true });
  return [...(name === undefined ? [] : [name]), told('status'), ...values, told('problems')];
}

/** A row of a scenario that was computed. */
export function toDoneRow([name = null, ...values]: Row): Row {
  return [name, DONE, ...values, null];
}

function toLine({ file, path, expected, found }: Problem, given: string): string {
  const where = [file === given ? '' : basename(file), path].filter((part) => part !== '');
  return [...where, `expected ${expected}, found ${found}`].join(': ');
}

/** What is wrong, a line each; what says nothing of the scenario is thrown on. */
function listLines(error: unknown, given: string): readonly string[] {
  if (!(error instanceof DataError || error instanceof Failure)) throw error;
  if (error.problems.length > 0) return error.problems.map((problem) => toLine(problem, given));
  return [error.message.replaceAll(given, basename(given))];
}

/** The row of a scenario that could not be computed, as wide as the others: it has no number. */
export function toFailedRow({ name, given }: NamedScenario, error: unknown, width: number): Row {
  const empty = Array.from({ length: width - 3 }, () => null);
  return [name, FAILED, ...empty, listLines(error, given).join(LINE)];
}

/** A scenario that failed. */
export interface Failed {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Scenarios that failed, by their rows. */
export function listFailed(rows: readonly Row[]): readonly Failed[] {
  return rows
    .filter((row) => row[1] === FAILED)
    .map((row) => ({ name: String(row[0]), lines: String(row.at(-1)).split(LINE) }));
}

/** Throws Failure where some failed, with every problem of every one. `scenarios`: where their files lie, if known. */
export function checkFailed(
  failed: readonly Failed[],
  of: number,
  scenarios: readonly NamedScenario[] = [],
): void {
  if (failed.length === 0) return;
  const places = new Map(scenarios.map(({ name, given }) => [name, given]));
  const lines = failed.flatMap(({ name, lines: own }) =>
    own.map((line) => `${places.get(name) ?? name}: ${line}`),
  );
  const count = `${failed.length} of ${of} scenario${of === 1 ? '' : 's'}`;
  throw new Failure(EXIT.data, `${count} failed; what is wrong stands in the rows too:`, [], lines);
}
