/** Kinds of value in an answer, with their units as descriptions of the published JSON Schema. */
import * as z from 'zod';
import type { ProblemCode } from '../../problems.ts';

const PROBLEM_CODES: Readonly<Record<ProblemCode, ProblemCode>> = {
  'not-json': 'not-json',
  'too-large': 'too-large',
  'wrong-type': 'wrong-type',
  'out-of-range': 'out-of-range',
  'unknown-key': 'unknown-key',
  missing: 'missing',
  'unknown-id': 'unknown-id',
  'duplicate-id': 'duplicate-id',
  'off-region': 'off-region',
  'not-wgs84': 'not-wgs84',
  'broken-file': 'broken-file',
  unsupported: 'unsupported',
  contradiction: 'contradiction',
};

const described = <T extends z.ZodType>(schema: T, what: string): T => schema.describe(what);

export const id = described(z.string(), 'id in the data set, or lon,lat');
export const text = (what: string) => described(z.string(), what);
export const count = (what: string) => described(z.int().min(0), what);
export const flag = (what: string) => described(z.boolean(), what);
export const ids = (what: string) => described(z.array(z.string()), what);

export const seconds = described(z.number().min(0), 'seconds, whole milliseconds');
export const secondsOrNull = described(
  z.number().min(0).nullable(),
  'seconds, whole milliseconds; null = unreachable',
);
export const metresOrNull = described(z.number().min(0).nullable(), 'metres; null = unreachable');
export const metres = described(z.number().min(0), 'metres');
export const cny = described(z.number().min(0), 'CNY');
export const cnyOrNull = described(z.number().min(0).nullable(), 'CNY; null = unreachable');
export const share = described(z.number().min(0).max(1), 'share, 0 to 1');
export const shareOrNull = described(
  z.number().min(0).max(1).nullable(),
  'share, 0 to 1; null = none to share',
);
export const numberOrNull = (what: string) => described(z.number().nullable(), what);
export const textOrNull = (what: string) => described(z.string().nullable(), what);
export const secondsBy = described(z.record(z.string(), z.number().min(0)), 'seconds by facility');
export const countsBy = described(z.record(z.string(), z.int().min(0)), 'counts by group');
export const choices = described(z.record(z.string(), z.string()), 'any, every or a plant, by group');

export const vehicleClass = text('id of the vehicle class');
export const traffic = text('id of the traffic state');
export const scenario = text('id of the scenario');
export const group = text('id of the assembler group');
export const valueOfTime = numberOrNull('CNY/h at which tolls count as time; null = they are reported only');
export const groupVerdict = z.enum(['strict', 'tolerant', 'no', 'unreachable']);
export const attribution = z.enum(['yes-in-both', 'no-to-yes', 'no-in-both', 'yes-to-no']);
export const verdict = z.enum(['yes', 'no', 'unknown']);

/** The hour that times are of. */
export const clock = z
  .strictObject({
    profile: text('id of the day of traffic'),
    departS: numberOrNull('departure of every trip in seconds after midnight'),
    arriveByS: numberOrNull('or arrival of every trip by then'),
  })
  .nullable()
  .describe('hour of the times; null = those of the traffic state');

/** The version of an answer's form. */
export const version = <const T extends string>(name: T) =>
  described(z.literal(name), 'version of this form');

/** A list. */
export const list = <T extends z.ZodType>(what: string, item: T) => z.array(item).describe(what);

/** An object with exactly these keys. */
export const row = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape);

export const data = row({
  id,
  title: text('title of the data set'),
  digest: text('SHA-256 of all its files'),
});
export const scenarioName = row({ id, title: text('title'), date: text('ISO day or month') });
export const lonLat = described(z.tuple([z.number(), z.number()]), 'longitude, latitude in WGS84 degrees');
export const place = row({ id, name: text('name'), nameZh: textOrNull('Chinese name'), at: lonLat });
export const problem = row({
  file: text('file'),
  path: text('where in it'),
  expected: text('what would have been right'),
  found: text('what stands there'),
  code: z.enum(PROBLEM_CODES).describe('kind of problem'),
});
