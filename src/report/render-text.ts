/**
 * Blocks as text for a terminal: at most the given width, Chinese aligned, colour only through `paint`. It
 * does not know whether there is a terminal.
 */
import {
  toToneText,
  type Block,
  type Column,
  type Paint,
  type TableRow,
  type Tone,
  type ToneText,
} from './block.ts';
import { toPlainText } from './plain.ts';
import { padText, shortenText, toWidth, wrapText, type Align } from './width.ts';

/** Columns a report fits in unless told otherwise. */
export const DEFAULT_WIDTH = 100;
const GAP = '  ';
const INDENT = '  ';
const NO_CELL: ToneText = { text: '', tone: 'plain' };

/** Leaves the text as it is: no colour. */
export const paintPlain: Paint = (text) => text;

/**
 * Blocks as lines of text, a blank line between blocks.
 *
 * @example
 * renderText([{ kind: 'heading', text: 'Claims' }, { kind: 'paragraph', text: 'None.' }]);
 * // → 'Claims\n\nNone.\n'
 */
export function renderText(
  blocks: readonly Block[],
  paint: Paint = paintPlain,
  width = DEFAULT_WIDTH,
): string {
  return blocks.map((block) => `${renderBlock(block, paint, width).join('\n')}\n`).join('\n');
}

function renderBlock(block: Block, paint: Paint, width: number): readonly string[] {
  switch (block.kind) {
    case 'title':
      return wrapText(toPlainText(block.text), width).map((line) => paint(line, 'strong'));
    case 'heading':
      return [paint(toPlainText(block.text), 'strong')];
    case 'paragraph':
      return wrapText(toPlainText(block.text), width).map((line) => paint(line, block.tone ?? 'plain'));
    case 'list':
      return block.items.flatMap((item) => renderItem(item, width));
    case 'code':
      return block.lines.map((line) => `${INDENT}${toPlainText(line)}`);
    case 'table':
      return renderTable(block.columns, block.rows, paint, width);
  }
}

function renderItem(item: string, width: number): readonly string[] {
  const lines = wrapText(toPlainText(item), width - 2);
  return lines.map((line, i) => (i === 0 ? `- ${line}` : `${INDENT}${line}`));
}

function renderTable(
  columns: readonly Column[],
  rows: readonly TableRow[],
  paint: Paint,
  width: number,
): readonly string[] {
  const clean = rows.map((row) =>
    row.cells.map(toToneText).map(({ text, tone }) => ({ text: toPlainText(text), tone })),
  );
  const widths = fitWidths(
    columns,
    clean.map((cells) => cells.map(({ text }) => text)),
    width,
  );
  const titles = columns.map(({ title, align }, i) =>
    padText(shortenText(title, widths[i] ?? 0), widths[i] ?? 0, align),
  );
  const lines = [paint(titles.join(GAP).trimEnd(), 'quiet')];
  rows.forEach((row, r) => {
    const cells = columns.map(({ align }, i) => {
      const { text, tone } = clean[r]?.[i] ?? NO_CELL;
      return renderCell(text, tone, widths[i] ?? 0, align, paint);
    });
    lines.push(cells.join(GAP).trimEnd());
    for (const line of wrapText(toPlainText(row.under ?? ''), width - 4))
      lines.push(`    ${paint(line, 'quiet')}`);
  });
  return lines;
}

/** Colour goes around the text only, so that it never widens a cell. */
function renderCell(text: string, tone: Tone, width: number, align: Align, paint: Paint): string {
  const shown = shortenText(text, width);
  const blanks = padText(shown, width, 'left').slice(shown.length);
  const painted = shown === '' ? '' : paint(shown, tone);
  return align === 'left' ? painted + blanks : blanks + painted;
}

/** Natural widths, the shortenable columns cut in turn from the widest until the table fits. */
function fitWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] {
  const widths = columns.map(({ title }, i) =>
    Math.max(toWidth(title), ...rows.map((row) => toWidth(row[i] ?? ''))),
  );
  const total = (): number => widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length);
  while (total() > width) {
    const spare = columns.map(({ least }, i) => (least === undefined ? 0 : (widths[i] ?? 0) - least));
    const widest = spare.indexOf(Math.max(...spare));
    if ((spare[widest] ?? 0) <= 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
