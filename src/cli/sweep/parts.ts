/** A part of a sweep in its file: rows, whose they are, and a digest by which a broken file is known. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CsvValue } from '../../index.ts';
import { replaceFile } from '../write.ts';
import { sha256 } from './plan.ts';

export type Row = readonly CsvValue[];

interface PartFile {
  readonly schema: 'beltway/sweep-part@2';
  readonly plan: string;
  readonly part: number;
  readonly digest: string;
  readonly rows: readonly Row[];
}

/** File of a part in the folder of a sweep. */
function toPartPath(folder: string, part: number): string {
  return join(folder, 'parts', `part-${String(part).padStart(6, '0')}.json`);
}

function digest(rows: readonly Row[]): string {
  return sha256(JSON.stringify(rows));
}

/** Writes a part, whole or not at all. Throws Failure where it cannot. */
export function writePart(folder: string, plan: string, part: number, rows: readonly Row[]): void {
  const file: PartFile = { schema: 'beltway/sweep-part@2', plan, part, digest: digest(rows), rows };
  replaceFile(toPartPath(folder, part), `${JSON.stringify(file)}\n`);
}

/** Rows of a part; null where it is missing, broken, or of another plan: it has to be made again. */
export function readPart(folder: string, plan: string, part: number): readonly Row[] | null {
  const path = toPartPath(folder, part);
  if (!existsSync(path)) return null;
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as PartFile;
    const isWhole = file.plan === plan && file.part === part && file.digest === digest(file.rows);
    return isWhole ? file.rows : null;
  } catch {
    return null;
  }
}
