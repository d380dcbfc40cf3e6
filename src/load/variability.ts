/** File `variability.json`: what a travel time varies by from one trip to the next. */
import * as z from 'zod';

import type { Variability } from '../model/variability.ts';
import { exactly, id, record } from './fields.ts';
import type { Folder } from './folder.ts';
import { parameter, RATIO } from './parameters.ts';
import type { Report } from './report.ts';
import { type Rows, readRow } from './rows.ts';

const CV_WORDS = 'coefficients of variation by traffic state';

const variability = record('variability of travel times', {
  coefficientOfVariation: z
    .record(id('a traffic state'), parameter('standard deviation over mean of a trip', RATIO, 0, 2), CV_WORDS)
    .describe(CV_WORDS),
  correlation: parameter('correlation between links of a trip', RATIO, 0, 1),
  level: parameter('share of trips', RATIO, 0.5, 0.999),
  incidentsPer100Km: parameter('incidents', 'per 100 km', 0, 10),
  incidentDelayS: parameter('mean delay by an incident', 's', 0, 86_400),
  incidentDelayCv: parameter('standard deviation over mean of that delay', RATIO, 0, 5),
}) satisfies z.ZodType<Variability>;

export const variabilityFile = record('variability of travel times', {
  schema: exactly('beltway/variability@1'),
  ...variability.shape,
});
export type VariabilityFile = z.output<typeof variabilityFile>;

/** Reads the variability: one row, or none. */
export function readVariability(folder: Folder, report: Report): Rows<VariabilityFile> {
  const { files, complete } = folder.variability;
  return {
    rows: files.map(({ file, value }) => readRow(variabilityFile, value, { file, keys: [] }, report)),
    complete,
  };
}
