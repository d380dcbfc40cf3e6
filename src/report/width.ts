/**
 * Widths of text on a terminal: a Chinese character takes two columns. string-width knows which ones do; here
 * text is padded, shortened and wrapped by it.
 */
import stringWidth from 'string-width';

export type Align = 'left' | 'right';
const ELLIPSIS = '…';
/** Most text: a column a character, and no need to look each one up. */
const PLAIN = /^[ -~]*$/;

/**
 * Columns a text takes on a terminal.
 *
 * @example
 * toWidth('花都 Huadu'); // → 10
 */
export function toWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/**
 * The text filled with blanks to a width; a longer text is left as it is.
 *
 * @example
 * padText('花都', 6, 'left'); // → '花都  '
 * padText('7.5', 6, 'right'); // → '   7.5'
 */
export function padText(text: string, width: number, align: Align): string {
  const blanks = ' '.repeat(Math.max(0, width - toWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/**
 * The text, or as much of its beginning as fits with an ellipsis.
 *
 * @example
 * shortenText('广州绕城高速', 7); // → '广州绕…'
 */
export function shortenText(text: string, width: number): string {
  if (toWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (toWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return width < 1 ? '' : kept.trimEnd() + ELLIPSIS;
}

/** Words, and single characters of scripts that break anywhere. */
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、；：]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、；：]+|\s+/gu;

/**
 * A paragraph as lines no wider than the width; a longer word is cut.
 *
 * @example
 * wrapText('The belt changes no verdict.', 12); // → ["The belt","changes no","verdict."]
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of listPieces(text, width)) {
    const blank = piece.trim() === '';
    if (line !== '' && toWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || !blank) line += blank ? ' ' : piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

function listPieces(text: string, width: number): readonly string[] {
  const pieces = text.match(PIECES) ?? [];
  return pieces.flatMap((piece) => (toWidth(piece) <= width ? [piece] : Array.from(piece)));
}
