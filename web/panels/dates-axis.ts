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

/** Month of the next opening after a month (`direction` 1) or of the last one before it (-1); null where there is none. */
export function findOpening(openings: readonly Opening[], month: number, direction: 1 | -1): number | null {
  const months = openings.map((one) => one.month);
  const ahead = months.filter((one) => (direction === 1 ? one > month : one < month));
  return ahead.length === 0 ? null : direction === 1 ? Math.min(...ahead) : Math.max(...ahead);
}

/** A label beside a tick: in which row above the axis, and on which side of the tick. */
export interface PlacedLabel {
  readonly row: number;
  readonly side: 'left' | 'right';
}

interface Box {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Room between a tick and a label, in px. */
const GAP_PX = 5;
const MOST_ROWS = 4;

function meets(a: Box, b: Box): boolean {
  return a.row === b.row && a.from < b.to && b.from < a.to;
}

/** Places labels of given widths beside ticks, from left to right, in the lowest row that is free; px throughout. */
export function placeLabels(
  ticks: readonly { readonly at: number; readonly width: number }[],
  axisWidth: number,
): readonly PlacedLabel[] {
  const taken: Box[] = ticks.map(({ at }) => ({ row: 0, from: at - GAP_PX, to: at + GAP_PX }));
  return ticks.map(({ at, width }) => {
    for (let row = 0; row < MOST_ROWS; row += 1) {
      for (const side of ['left', 'right'] as const) {
        const from = side === 'left' ? at - GAP_PX - width : at + GAP_PX;
        const box = { row, from, to: from + width };
        const inside = box.from >= 0 && box.to <= axisWidth;
        if (!inside || taken.some((one) => meets(one, box))) continue;
        taken.push(box);
        for (let below = 0; below <= row; below += 1) {
          taken.push({ row: below, from: at - GAP_PX, to: at + GAP_PX });
        }
        return { row, side };
      }
    }
    return { row: MOST_ROWS - 1, side: 'right' };
  });
}
