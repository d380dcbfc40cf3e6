/** Readings and answers of a fix in the reader's words; in English the sentence is that of the command. */
import type { FixDocument, FixReading, FixSpeed } from '../../src/index.ts';
import { minutes, number } from '../words/format.ts';
import { spoken, t } from '../words/index.ts';

/** Minutes with two decimals, or how many of how many, and whether it holds. */
export function readingText(reading: FixReading, digits = 2): string {
  const { timeS, share, passing, of, holds } = reading;
  const sign = holds ? '✓' : '✗';
  if (share !== null) return `${t('fix.of', { passing: number(passing), of: number(of) })} ${sign}`;
  return `${timeS === null ? t('fix.noWay') : t('fix.minutes', { n: minutes(timeS, digits) })} ${sign}`;
}

const isLawful = ({ law }: FixSpeed): boolean => law !== 'unlawful';

/** Kinds of change that would do and are lawful. */
export function countRemedies({ roads, links, sections, newLink }: FixDocument): number {
  const speeds = [roads, links].filter((part) => part?.found.some(isLawful) === true);
  const others = [sections?.found ?? null, newLink?.found ?? null].filter((one) => one !== null);
  return speeds.length + others.length;
}

function sayNow({ now, margin, cutoffS }: FixDocument): string {
  const text = readingText(now, 1);
  if (now.holds) return t('fix.holds', { now: text });
  if (margin === null) return t('fix.nowNone');
  if (now.share !== null) return t('fix.nowShare', { now: text, points: number(Math.abs(margin) * 100, 1) });
  return t('fix.now', { now: text, by: minutes(Math.abs(margin)), T: number(cutoffS / 60, 2) });
}

/** What is so now, and whether anything lawful would do. */
export function sayFix(document: FixDocument): string {
  if (spoken.value?.language === 'en') return document.sentence;
  const count = countRemedies(document);
  const more = document.now.holds || count === 0 ? '' : t('fix.would', { count: number(count) });
  return `${sayNow(document)} ${more}`.trim();
}
