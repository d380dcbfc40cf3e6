/**
 * The kinds of value a data file may hold, each a zod schema whose error message is the plain-words
 * expectation of a `Problem` and whose description goes into the published JSON Schema. Bounds are there
 * to catch slips of a unit and to keep every time within whole milliseconds of 32 bits; they are not
 * opinions about roads.
 */
import * as z from 'zod';

import { isDate, isDay } from './dates.ts';

/** An object with exactly these keys. */
export function record<S extends z.ZodRawShape>(
  what: string,
  shape: S,
): z.ZodObject<z.core.util.Writeable<S>, z.core.$strict> {
  const keys = `one of the keys ${Object.keys(shape).join(', ')}`;
  return z
    .strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? keys : what) })
    .describe(what);
}

/** A list of such values. */
export function list<T extends z.ZodType>(what: string, item: T): z.ZodArray<T> {
  return z.array(item, what).describe(what);
}

/** A list with at least one entry. */
export function filledList<T extends z.ZodType>(what: string, item: T): z.ZodArray<T> {
  return z.array(item, what).min(1, what).describe(what);
}

/** A number from `least` to `most`, both included. */
export function numberIn(what: string, least: number, most: number): z.ZodNumber {
  const words = `${what}, ${least} to ${most}`;
  return z.number(words).min(least, words).max(most, words).describe(words);
}

/** A number above 0 and at most `most`. */
export function numberAbove0(what: string, most: number): z.ZodNumber {
  const words = `${what} above 0 and at most ${most}`;
  return z.number(words).gt(0, words).max(most, words).describe(words);
}

/** A whole number from `least` to `most`. */
export function wholeIn(what: string, least: number, most: number): z.ZodInt {
  const words = `${what}, a whole number from ${least} to ${most}`;
  return z.int(words).min(least, words).max(most, words).describe(words);
}

/** One of the texts listed. */
export function oneOf<const T extends readonly string[]>(
  what: string,
  values: T,
): z.ZodEnum<z.core.util.ToEnum<T[number]>> {
  const words = `${what}: one of ${values.join(', ')}`;
  return z.enum(values, words).describe(words);
}

/** Exactly this text. */
export function exactly<const T extends string>(value: T): z.ZodLiteral<T> {
  return z.literal(value, `"${value}"`).describe(`"${value}"`);
}

const UNFIT_TEXT = /[\p{Cc}\p{Cf}\p{Co}\p{Surrogate}\u2028\u2029]/u;

/** Free of what a screen would not show or would obey: control, format and private characters, half pairs. */
export function isPlain(value: string): boolean {
  return !UNFIT_TEXT.test(value);
}

/** Words for people: not empty and plain. */
export function text(what: string): z.ZodString {
  const words = `${what}: text that is not empty, without control characters`;
  return z
    .string(words)
    .refine((value) => value.trim() !== '' && isPlain(value), {
      error: words,
      params: { code: 'out-of-range' },
    })
    .describe(what);
}

const ID = /^[A-Za-z0-9._-]+$/;

/** Names that every object answers to: used as an id they would find what nobody wrote. */
function isIdText(value: string): boolean {
  return ID.test(value) && value.length <= 100 && !(value in Object.prototype) && !/^\.+$/.test(value);
}

/** An id: what other records name this one by. */
export function id(what: string): z.ZodString {
  const words = `${what}: an id of letters, digits, dots, hyphens and underscores`;
  return z
    .string(words)
    .regex(ID, words)
    .refine(isIdText, { error: words, params: { code: 'out-of-range' } })
    .describe(words);
}

/** Different ids, as many as there are or at least one. */
export function idList(what: string, item: z.ZodString, least: 0 | 1): z.ZodArray<z.ZodString> {
  const words = `${what}, ${least === 1 ? 'at least one, ' : ''}none twice`;
  return z
    .array(item, words)
    .min(least, words)
    .refine((ids) => new Set(ids).size === ids.length, { error: words, params: { code: 'duplicate-id' } })
    .describe(words);
}

/** A day, month or year; a month or year stands for its last day. */
export function date(what: string): z.ZodString {
  const words = `${what}: a date of the calendar as YYYY-MM-DD, YYYY-MM or YYYY`;
  return z
    .string(words)
    .refine(isDate, { error: words, params: { code: 'out-of-range' } })
    .describe(words);
}

/** A day. */
export function day(what: string): z.ZodString {
  const words = `${what}: a day of the calendar as YYYY-MM-DD`;
  return z
    .string(words)
    .refine(isDay, { error: words, params: { code: 'out-of-range' } })
    .describe(words);
}

/** Yes or no. */
export function flag(what: string): z.ZodBoolean {
  const words = `${what}: true or false`;
  return z.boolean(words).describe(words);
}

const LON_LAT_WORDS = 'a coordinate [longitude, latitude] in WGS84 degrees with at most 6 decimals';

function hasSixDecimals(value: number): boolean {
  return Math.round(value * 1e6) / 1e6 === value;
}

/** A coordinate. Whether it lies in the region is compared where the region is known. */
export const lonLat = z
  .tuple([z.number(LON_LAT_WORDS), z.number(LON_LAT_WORDS)], LON_LAT_WORDS)
  .refine(([lon, lat]) => hasSixDecimals(lon) && hasSixDecimals(lat), {
    error: LON_LAT_WORDS,
    params: { code: 'out-of-range' },
  })
  .describe(LON_LAT_WORDS);

/** At least one source id on every record. */
export const sources = idList('ids of sources', id('a source'), 1);

export const confidence = oneOf('confidence', ['high', 'medium', 'low']);
export const coordinateGrade = oneOf('grade of the coordinate (within 0.5, 1.5, 3 km)', ['A', 'B', 'C']);
export const note = text('a note').exactOptional();
