/** Text in a drawing: how wide it will be, guessed without a font, and in how many lines it fits a width. */
import { toWidth, wrapText } from '../width.ts';

/** Width of a column of text in parts of the font's size: generous for the fonts of a system. */
const COLUMN = 0.56;

/** Width in px of a text of a size in px. */
export function guessWidth(text: string, sizePx: number): number {
  return toWidth(text) * COLUMN * sizePx;
}

/** Lines no wider than a width in px. */
export function fitLines(text: string, widthPx: number, sizePx: number): readonly string[] {
  return wrapText(text, Math.max(1, Math.floor(widthPx / (COLUMN * sizePx))));
}

/** A coordinate of a drawing: one decimal is a tenth of a px. */
export function toPx(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}
