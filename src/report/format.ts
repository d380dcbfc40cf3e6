/**
 * Numbers as they are shown: units stand in the header, unknown and unreachable are a dash, never 0. Nothing
 * here is compared afterwards.
 */
import type { AnswerClock } from '../model/answer.ts';
import { M_PER_KM, SECONDS_PER_HOUR, SECONDS_PER_MINUTE, toMinutesText } from '../units.ts';
import type { Tone } from './block.ts';

export const DASH = '—';

const SECONDS_PER_DAY = 24 * SECONDS_PER_HOUR;

/** The traffic state without any delay by traffic: every data set has it. */
const FREE_FLOW = 'free';

/**
 * A traffic state in words.
 *
 * @example
 * toTrafficText('free'); // → 'free flow'
 * toTrafficText('peak'); // → 'peak traffic'
 */
export function toTrafficText(traffic: string): string {
  return traffic === FREE_FLOW ? 'free flow' : `${traffic} traffic`;
}

/**
 * A time of day as HH:MM, with the seconds where there are any; the day before and after are said.
 *
 * @example
 * toTimeOfDay(26700); // → '07:25'
 * toTimeOfDay(-600); // → '23:50 the day before'
 */
export function toTimeOfDay(timeS: number): string {
  const day = Math.floor(timeS / SECONDS_PER_DAY);
  const ofDay = timeS - day * SECONDS_PER_DAY;
  const parts = [Math.floor(ofDay / SECONDS_PER_HOUR), Math.floor(ofDay / SECONDS_PER_MINUTE) % 60];
  const seconds = Math.floor(ofDay % SECONDS_PER_MINUTE);
  const text = [...parts, ...(seconds === 0 ? [] : [seconds])].map((part) => String(part).padStart(2, '0'));
  const other = day === 0 ? '' : day < 0 ? ' the day before' : ' the day after';
  return `${text.join(':')}${other}`;
}

/**
 * The hour that times are of.
 *
 * @example
 * toClockText({ profile: 'weekday', departS: 27000, arriveByS: null }); // → 'leaving at 07:30 (weekday)'
 */
export function toClockText({ profile, departS, arriveByS }: AnswerClock): string {
  const moment =
    departS === null ? `arriving by ${toTimeOfDay(arriveByS ?? 0)}` : `leaving at ${toTimeOfDay(departS)}`;
  return `${moment} (${profile})`;
}

/**
 * Kilometres with one decimal.
 *
 * @example
 * toKmText(12345); // → '12.3'
 * toKmText(null); // → '—'
 */
export function toKmText(lengthM: number | null): string {
  return lengthM === null || !Number.isFinite(lengthM) ? DASH : (lengthM / M_PER_KM).toFixed(1);
}

/**
 * Yuan with two decimals.
 *
 * @example
 * toCnyText(12.5); // → '12.50'
 */
export function toCnyText(tollCny: number | null): string {
  return tollCny === null || !Number.isFinite(tollCny) ? DASH : tollCny.toFixed(2);
}

/**
 * A share as a whole percentage; one that is neither none nor all is never shown as 0 or 100.
 *
 * @example
 * toShareText(0.746); // → '75 %'
 * toShareText(0.999); // → '>99 %'
 * toShareText(-0.25); // → '−25 %'
 * toShareText(null); // → '—'
 */
export function toShareText(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return DASH;
  if (share > 0 && share < 0.005) return '<1 %';
  if (share < 1 && share >= 0.995) return '>99 %';
  if (share < 0 && share > -0.005) return '>−1 %';
  const percent = Math.round(Math.abs(share) * 100);
  return `${share < 0 ? '−' : ''}${percent} %`;
}

/**
 * An index: a count as it is, else two decimals.
 *
 * @example
 * toIndexText(0.5); // → '0.50'
 * toIndexText(17000); // → '17000'
 */
export function toIndexText(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return DASH;
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/**
 * A change of time in minutes with its sign: minus is faster.
 *
 * @example
 * toChangeText(3600, 3000); // → '−10.0'
 * toChangeText(3600, 3600); // → '0.0'
 * toChangeText(null, 3600); // → 'newly reached'
 */
export function toChangeText(baseS: number | null, buildS: number | null): string {
  if (baseS === null && buildS === null) return DASH;
  if (baseS === null) return 'newly reached';
  if (buildS === null) return 'cut off';
  const text = toMinutesText(Math.abs(buildS - baseS));
  if (Number(text) === 0) return '0.0';
  return `${buildS < baseS ? '−' : '+'}${text}`;
}

/**
 * A cutoff in whole or decimal minutes.
 *
 * @example
 * toCutoffText(3600); // → '60'
 * toCutoffText(3630); // → '60.5'
 */
export function toCutoffText(cutoffS: number): string {
  return String(Number((cutoffS / SECONDS_PER_MINUTE).toFixed(2)));
}

/**
 * The name of a group or district from its id, for answers that carry ids only.
 *
 * @example
 * toTitleText('guangzhou'); // → 'Guangzhou'
 */
export function toTitleText(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}

/** Sign beside every verdict, so that colour never carries it alone. */
const SIGNS: Readonly<Record<string, { readonly sign: string; readonly tone: Tone }>> = {
  strict: { sign: '✓', tone: 'good' },
  tolerant: { sign: '~', tone: 'open' },
  no: { sign: '✗', tone: 'bad' },
  unreachable: { sign: '✗', tone: 'bad' },
  yes: { sign: '✓', tone: 'good' },
  unknown: { sign: '?', tone: 'open' },
  supported: { sign: '✓', tone: 'good' },
  impossible: { sign: '✗', tone: 'bad' },
  'above-limits': { sign: '✗', tone: 'bad' },
};
const OTHER_SIGN = { sign: '?', tone: 'open' } as const;

/**
 * Sign and tone of a verdict.
 *
 * @example
 * toSign('strict'); // → { "sign": "✓", "tone": "good" }
 */
export function toSign(verdict: string): { readonly sign: string; readonly tone: Tone } {
  return SIGNS[verdict] ?? OTHER_SIGN;
}

/**
 * The text with a full stop where it has none.
 *
 * @example
 * closeSentence('Not established'); // → 'Not established.'
 */
export function closeSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
