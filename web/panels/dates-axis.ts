/** The months of the date slider and the openings along it, as plain values. It draws nothing. */
import { toLastDay, type Dataset } from '../../src/index.ts';
import { FIRST_DAY, LAST_DAY } from '../state/choice.ts';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2026;
const MONTHS = 12;
export const LAST_MONTH = (LAST_YEAR - FIRST_YEAR + 1) * MONTHS - 1;

/** Last day of a month counted from January 2000. */
export function toDay(month: number): string {
  const [year, rest] = [FIRST_YEAR + Math.floor(month / MONTHS), (month % MONTHS) + 1];
  return toLastDay(`${year}-${String(rest).padStart(2, '0')}`);
}

/** Month of a date of the data, also one outside the slider. */
export function toMonth(date: string): number {
  const [year = 0, month = 0] = toLastDay(date).split('-').map(Number);
  return (year - FIRST_YEAR) * MONTHS + month - 1;
}

/** A date of the data as a day that the slider can show. */
export function toDayOnSlider(date: string): string {
  const day = toLastDay(date);
  if (day < FIRST_DAY) return FIRST_DAY;
  return day > LAST_DAY ? LAST_DAY : day;
}

/** What opened on one day: sections, belt ones apart. */
export interface Opening {
  readonly day: string;
  readonly month: number;
  /** Section ids. */
  readonly belt: readonly string[];
  readonly others: readonly string[];
}

/** Every day of the slider on which a section opened, in order. */
export function listOpenings({ sections, header }: Dataset): readonly Opening[] {
  const byDay = new Map<string, { belt: string[]; others: string[] }>();
  for (const { id, opened } of sections) {
    if (opened === null) continue;
    const day = toLastDay(opened);
    if (day < FIRST_DAY || day > LAST_DAY) continue;
    const entry = byDay.get(day) ?? { belt: [], others: [] };
    const isBelt = header.belt.sections.includes(id) || header.belt.closing.includes(id);
    (isBelt ? entry.belt : entry.others).push(id);
    byDay.set(day, entry);
  }
  return [...byDay]
    .map(([day, entry]) => ({ day, month: toMonth(day), ...entry }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
