/** Parts of a sweep put together in their order: the bytes hang on the plan alone, not on who made the parts. */
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { toCsv, toJsonText } from '../../index.ts';
import { EXIT, Failure } from '../exit.ts';
import { replaceFile } from '../write.ts';
import { listColumns } from './measure.ts';
import { readPart, type Row } from './parts.ts';
import { listFailed, type Failed } from './status.ts';
import { PLAN_FILE, readPlan, toPlanId, type SweepPlan } from './plan.ts';

export const MERGE_FORMATS = ['parquet', 'csv', 'json'] as const;
export type MergeFormat = (typeof MERGE_FORMATS)[number];

/** Missing parts that are named one by one. */
const NAMED_PARTS = 12;

/** Parts of a plan that are not in the folder, or broken there. */
export function listMissing(folder: string, plan: SweepPlan): readonly number[] {
  const id = toPlanId(plan);
  return Array.from({ length: plan.parts }, (_, part) => part).filter(
    (part) => readPart(folder, id, part) === null,
  );
}

function toMissingFailure(folder: string, plan: SweepPlan, missing: readonly number[]): Failure {
  const some = missing.slice(0, NAMED_PARTS).join(', ');
  const more = missing.length > NAMED_PARTS ? ` and ${missing.length - NAMED_PARTS} more` : '';
  return new Failure(
    EXIT.failed,
    `${folder}: expected ${plan.parts} parts, found ${plan.parts - missing.length}; missing or broken: ${some}${more}. The same sweep again makes these.`,
  );
}

function readRows(folder: string, plan: SweepPlan): readonly Row[] {
  const id = toPlanId(plan);
  const parts = Array.from({ length: plan.parts }, (_, part) => readPart(folder, id, part));
  const missing = parts.flatMap((rows, part) => (rows === null ? [part] : []));
  if (missing.length > 0) throw toMissingFailure(folder, plan, missing);
  return parts.flatMap((rows) => rows ?? []);
}

/** Words as they are, numbers as 64-bit floating; an empty field is null, never 0. */
function toParquet(plan: SweepPlan, rows: readonly Row[]): Uint8Array {
  const columnData = listColumns(plan).map(({ name, isText }, i) => ({
    name,
    data: rows.map((row) => row[i] ?? null),
    type: isText ? ('STRING' as const) : ('DOUBLE' as const),
  }));
  const kvMetadata = [{ key: 'beltway', value: toJsonText({ ...plan, scenarios: plan.scenarios.length }) }];
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: 'beltway' }));
}

function toBytes(format: MergeFormat, plan: SweepPlan, rows: readonly Row[]): string | Uint8Array {
  const names = listColumns(plan).map(({ name }) => name);
  if (format === 'parquet') return toParquet(plan, rows);
  if (format === 'csv') return toCsv(names, rows);
  const records = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
  return toJsonText({ schema: 'beltway/sweep@2', plan, rows: records });
}

export interface Merged {
  readonly file: string;
  readonly rows: number;
  readonly parts: number;
  readonly scenarios: number;
  readonly failed: readonly Failed[];
}

/** Writes all rows to one file. Throws Failure with the parts that are missing or broken. */
export function mergeParts(folder: string, format: MergeFormat, out?: string): Merged {
  const plan = readPlan(folder);
  if (plan === null)
    throw new Failure(EXIT.usage, `${folder}: expected the folder of a sweep, with its ${PLAN_FILE}`);
  const rows = readRows(folder, plan);
  const file = out ?? join(folder, `sweep.${format}`);
  replaceFile(file, toBytes(format, plan, rows));
  return {
    ...{ file, rows: rows.length, parts: plan.parts },
    ...{ scenarios: plan.scenarios.length, failed: listFailed(rows) },
  };
}
