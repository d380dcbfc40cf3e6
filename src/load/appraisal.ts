/** File `appraisal.json`: what weighs one year against another. */
import type * as z from 'zod';

import type { Appraisal } from '../model/appraisal.ts';
import { exactly, record } from './fields.ts';
import type { Folder } from './folder.ts';
import { parameter, RATIO } from './parameters.ts';
import type { Report } from './report.ts';
import { type Rows, readRow } from './rows.ts';

const appraisal = record('what weighs years', {
  discountRate: parameter('share by which a year counts less than the one before', RATIO, 0, 1),
}) satisfies z.ZodType<Appraisal>;

export const appraisalFile = record('what weighs years', {
  schema: exactly('beltway/appraisal@1'),
  ...appraisal.shape,
});
export type AppraisalFile = z.output<typeof appraisalFile>;

/** Reads the appraisal: one row, or none. */
export function readAppraisal(folder: Folder, report: Report): Rows<AppraisalFile> {
  const { files, complete } = folder.appraisal;
  return {
    rows: files.map(({ file, value }) => readRow(appraisalFile, value, { file, keys: [] }, report)),
    complete,
  };
}
