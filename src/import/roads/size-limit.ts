/** What a `maxweight`, `maxheight` or one of their kin says, in tonnes or metres. */

/** Tonnes: pound, short ton, long ton and hundredweight (long) are exact in kilograms; a "ton" alone is a tonne. */
const TONNES: Readonly<Record<string, number>> = {
  '': 1,
  t: 1,
  ton: 1,
  tons: 1,
  tonne: 1,
  tonnes: 1,
  kg: 0.001,
  lb: 0.000_453_592_37,
  lbs: 0.000_453_592_37,
  st: 0.907_184_74,
  lt: 1.016_046_908_8,
  cwt: 0.050_802_345_44,
};
const M_PER_FOOT = 0.3048;
const M_PER_INCH = 0.0254;
const METRES: Readonly<Record<string, number>> = {
  '': 1,
  m: 1,
  meter: 1,
  meters: 1,
  metre: 1,
  metres: 1,
  cm: 0.01,
  in: M_PER_INCH,
  inch: M_PER_INCH,
  inches: M_PER_INCH,
  '"': M_PER_INCH,
};

const NUMBER = /^(\d{1,6}(?:[.,]\d{1,4})?) ?([a-z]*|")\.?$/;
/** `13'6"`, `13 ft 6 in`, `13'6`, `13 feet`. */
const FEET =
  /^(\d{1,3}(?:\.\d+)?) ?(?:'|ft|foot|feet)\.?(?: ?(\d{1,2}(?:\.\d+)?)(?: ?(?:"|''|in|inch|inches)\.?)?)?$/;
/** What may stand about a number and does not change it: an estimate is taken at its word. */
const TRIM = /^(?:~|ca\.? )\s*|\s*(?: approx\.?| mgw)$/g;
/** Words that say there is no sign, so that nothing keeps a vehicle of lawful size out. */
const NO_SIGN =
  /^(?:none|no|default|unsigned|no_sign|no-sign|no_indications|above_default|unlimited|standard)$/;

export type SizeUnit = 't' | 'm';

/** Reads one limit: the number, Infinity for none, null where it is not understood. Of a list the least counts. */
export function readSizeLimit(text: string, unit: SizeUnit): number | null {
  let least = Infinity;
  for (const part of text.toLowerCase().split(/[;|]/)) {
    const limit = readSingle(part.trim().replaceAll(/\s+/g, ' ').replaceAll(TRIM, ''), unit);
    if (limit === null) return null;
    least = Math.min(least, limit);
  }
  return least;
}

function readSingle(text: string, unit: SizeUnit): number | null {
  if (NO_SIGN.test(text)) return Infinity;
  const [, feet, inches = '0'] = unit === 'm' ? (FEET.exec(text) ?? []) : [];
  if (feet !== undefined) return toLimit(Number(feet) * M_PER_FOOT + Number(inches) * M_PER_INCH);
  const [, digits, word = ''] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return null;
  const table = unit === 't' ? TONNES : METRES;
  const factor = Object.hasOwn(table, word) ? table[word] : undefined;
  return factor === undefined ? null : toLimit(Number(digits.replace(',', '.')) * factor);
}

/** Nothing at all fits under zero: it is a mistake of the map. */
function toLimit(limit: number): number | null {
  return limit > 0 ? limit : null;
}
