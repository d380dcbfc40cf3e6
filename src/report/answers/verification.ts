/** What `verify` found, as the answer `beltway/verification@1`. */
import type { Dataset } from '../../model/dataset.ts';
import type { Problem } from '../../problems.ts';
import { toDataName, type DataName } from './names.ts';

export interface VerificationDocument {
  readonly schema: 'beltway/verification@1';
  readonly data: DataName;
  readonly file: string;
  /** Schema the file names; null where it names none. */
  readonly of: string | null;
  readonly ok: boolean;
  /** What is proved, in one sentence; null where it is refused. */
  readonly statement: string | null;
  readonly problems: readonly Problem[];
}

/** The document of a check. */
export function toVerificationDocument(
  dataset: Dataset,
  check: Omit<VerificationDocument, 'schema' | 'data'>,
): VerificationDocument {
  return { schema: 'beltway/verification@1', data: toDataName(dataset), ...check };
}
