/** Fields that the schemas of answers share: units in the descriptions, null = unreachable or not known. */
import * as z from 'zod';

export const timeS = z
  .number()
  .nonnegative()
  .nullable()
  .describe('seconds with whole milliseconds; null = unreachable');
export const lengthM = z.number().nonnegative().nullable().describe('metres; null = unreachable');
export const tollCny = z.number().nonnegative().nullable().describe('CNY; null = unreachable');
export const share = z.number().min(0).max(1).nullable().describe('0 to 1; null = of nothing');
export const id = z.string().min(1);
export const name = z.string();
export const nameZh = z.string().nullable();
export const lonLat = z.tuple([z.number(), z.number()]).describe('WGS84 degrees, longitude first');
export const date = z.string().describe('ISO date, month or year; a month or year means its last day');
export const seconds = z.number().nonnegative().describe('seconds');
export const count = z.int().nonnegative();
export const byFacilityS = z
  .record(z.string(), z.number().nonnegative())
  .nullable()
  .describe('seconds by facility; connectors under connector');

export const dataName = z.strictObject({
  id,
  title: z.string(),
  digest: z.string().length(64).describe('SHA-256 (hex) over all files of the data set'),
});
export const scenarioName = z.strictObject({ id, title: z.string(), date });
export const namedPlace = z.strictObject({ id, name, nameZh, at: lonLat });
export const valueOfTime = z
  .number()
  .positive()
  .nullable()
  .describe('CNY an hour; null = toll is not minimised');
