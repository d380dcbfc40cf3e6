/** Numbers as they are shown: the reader's language, tabular, unreachable as a dash, never as zero. */
import { spoken } from './index.ts';

export const DASH = '—';

/** Formats already made: making one costs a hundred times what using it does. */
const made = new Map<string, Intl.NumberFormat>();

/**
 * A number in the reader's language, with a true minus sign as the command line writes it. It is rounded as the
 * command line rounds: `Intl` rounds what a decimal looks like, 43.15 up to 43.2, where its bits lie below.
 */
function format(value: number, options: Intl.NumberFormatOptions): string {
  const language = spoken.value?.language ?? 'en';
  const key = language + JSON.stringify(options);
  const known = made.get(key) ?? new Intl.NumberFormat(language, options);
  made.set(key, known);
  return known.format(Number(value.toFixed(options.maximumFractionDigits))).replace('-', '−');
}

/** Minutes with one decimal (tables), from seconds; a dash where there is no way. */
export function minutes(timeS: number | null, digits = 1): string {
  if (timeS === null) return DASH;
  return format(timeS / 60, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A difference in minutes with its sign; "0.0" carries none. */
export function minutesChange(deltaS: number | null): string {
  if (deltaS === null) return DASH;
  return format(deltaS / 60, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
}

/** Kilometres with one decimal, from metres. */
export function kilometres(lengthM: number | null): string {
  if (lengthM === null) return DASH;
  return decimals(lengthM / 1000, 1);
}

/** A number with so many decimals, no more and no fewer. */
export function decimals(value: number, digits: number): string {
  return format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A share as whole percent; one that is neither none nor all is never shown as 0 or 100. */
export function percent(share: number | null): string {
  if (share === null) return DASH;
  const say = (whole: number): string =>
    format(whole / 100, { style: 'percent', minimumFractionDigits: 0, maximumFractionDigits: 2 });
  if (share > 0 && share < 0.005) return `<${say(1)}`;
  if (share < 1 && share >= 0.995) return `>${say(99)}`;
  return say(Math.round(share * 100));
}

/** A plain number; `digits` decimals at most. */
export function number(value: number | null, digits = 0): string {
  return value === null ? DASH : format(value, { maximumFractionDigits: digits });
}
