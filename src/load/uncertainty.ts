/** File `uncertainty.json`: what is not known about places and firms, and when a verdict counts as certain. */
import type * as z from 'zod';

import type { Uncertainty } from '../model/variability.ts';
import { exactly, record } from './fields.ts';
import type { Folder } from './folder.ts';
import { parameter, RATIO } from './parameters.ts';
import type { Report } from './report.ts';
import { type Rows, readRow } from './rows.ts';

const within = parameter('metres within which the true place lies', 'm', 0, 20_000);
const wrong = parameter('share of tags that are wrong', RATIO, 0, 1);

const uncertainty = record('uncertainty of the data', {
  coordinateM: record('metres by grade of the coordinate', { A: within, B: within, C: within }),
  wrongTagShare: record('shares by confidence', { high: wrong, medium: wrong, low: wrong }),
  holdsShare: parameter('share of draws from which a verdict holds', RATIO, 0.5, 1),
  failsShare: parameter('share of draws up to which a verdict fails', RATIO, 0, 0.5),
}) satisfies z.ZodType<Uncertainty>;

export const uncertaintyFile = record('uncertainty of the data', {
  schema: exactly('beltway/uncertainty@1'),
  ...uncertainty.shape,
});
export type UncertaintyFile = z.output<typeof uncertaintyFile>;

/** Reads the uncertainty: one row, or none. */
export function readUncertainty(folder: Folder, report: Report): Rows<UncertaintyFile> {
  const { files, complete } = folder.uncertainty;
  return {
    rows: files.map(({ file, value }) => readRow(uncertaintyFile, value, { file, keys: [] }, report)),
    complete,
  };
}
