/** What a `maxspeed` says: a number, a general limit of a country, no limit, or nothing that holds all day. */
import type { LimitZone, RoadRules } from '../../model/road-rules.ts';

/** International mile and nautical mile: exact. */
const KMH_PER_MPH = 1.609344;
const KMH_PER_KNOT = 1.852;

export type SpeedSign =
  | { readonly kind: 'limit'; readonly kmh: number }
  /** A general limit; `country` is null where the sign names none. */
  | { readonly kind: 'zone'; readonly country: string | null; readonly zone: LimitZone }
  | { readonly kind: 'none' }
  /** A word that leaves the limit open, such as signals. */
  | { readonly kind: 'unsaid' };

const NUMBER = /^(\d{1,4}(?:[.,]\d{1,3})?)\s*(km\/?h|kph|kmph|mp\/?h|knots?)?$/;
const COUNTRY = /^([a-z]{2})(?:-[a-z0-9]{1,3})?:(.+)$/;
const ZONE = /^zone:?(\d{1,3})$/;
const UNSAID =
  /^(?:signals?|variable|default|implicit|implied|sign|signed|unsigned|no_sign|unknown|fixme|markings?)$/;

/** Reads one value, without lists. Null where it means nothing. */
function readSingle(text: string, rules: RoadRules): SpeedSign | null {
  const [, digits, unit = ''] = NUMBER.exec(text) ?? [];
  if (digits !== undefined) return toLimit(Number(digits.replace(',', '.')) * toFactor(unit), rules);
  if (text === 'none' || text === 'unlimited') return { kind: 'none' };
  if (text === 'walk' || text === 'walking') return { kind: 'limit', kmh: rules.parameters.walkKmh.value };
  if (UNSAID.test(text)) return { kind: 'unsaid' };
  const [, country = null, word = text] = COUNTRY.exec(text) ?? [];
  return readZone(country === null ? null : toCode(country), word, rules);
}

/** The United Kingdom is often written as it is spoken of, not by its code. */
function toCode(country: string): string {
  return country === 'uk' ? 'GB' : country.toUpperCase();
}

function toFactor(unit: string): number {
  if (unit.startsWith('mp')) return KMH_PER_MPH;
  return unit.startsWith('knot') ? KMH_PER_KNOT : 1;
}

function toLimit(kmh: number, rules: RoadRules): SpeedSign | null {
  return kmh >= rules.kmhFrom && kmh <= rules.kmhTo ? { kind: 'limit', kmh } : null;
}

function readZone(country: string | null, word: string, rules: RoadRules): SpeedSign | null {
  const number = ZONE.exec(word)?.[1] ?? (country === null ? undefined : /^\d{1,3}$/.exec(word)?.[0]);
  if (number !== undefined) return toLimit(Number(number), rules);
  const zone = Object.hasOwn(rules.zoneWords, word) ? rules.zoneWords[word] : undefined;
  return zone === undefined ? null : { kind: 'zone', country, zone };
}

/**
 * Reads a value of `maxspeed` or one of its kin. Of lanes (`|`) the fastest counts, of a list (`;`) the slowest.
 * Null where it is not understood.
 */
export function readSpeedSign(text: string, rules: RoadRules): SpeedSign | null {
  const clean = text.trim().toLowerCase();
  if (clean.includes('|')) return pick(clean.split('|'), rules, (a, b) => a > b);
  if (clean.includes(';')) return pick(clean.split(';'), rules, (a, b) => a < b);
  return readSingle(clean, rules);
}

/** One sign of several: a number before words, and of numbers the better one. */
function pick(
  texts: readonly string[],
  rules: RoadRules,
  isBetter: (kmh: number, than: number) => boolean,
): SpeedSign | null {
  let best: SpeedSign | null = null;
  for (const text of texts.map((one) => one.trim()).filter((one) => one !== '')) {
    const sign = readSingle(text, rules);
    if (sign === null) return null;
    const replaces =
      best?.kind !== 'limit'
        ? best === null || sign.kind === 'limit'
        : sign.kind === 'limit' && isBetter(sign.kmh, best.kmh);
    if (replaces) best = sign;
  }
  return best;
}
