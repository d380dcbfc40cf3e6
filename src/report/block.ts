/**
 * What a report is made of, before it is text or Markdown: headings, paragraphs, lists and tables of strings.
 * A section is written once and rendered by `render-text.ts` and `render-markdown.ts`.
 */
import type { Align } from './width.ts';

/** Meaning of a piece of text, never its only carrier: a colour on a terminal, nothing elsewhere. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'good' | 'bad' | 'open';
/** Puts colour around a text; the caller knows whether there is a terminal. */
export type Paint = (text: string, tone: Tone) => string;

export interface ToneText {
  readonly text: string;
  readonly tone: Tone;
}
export type CellText = string | ToneText;

export interface Column {
  readonly title: string;
  readonly align: Align;
  /** Least width it may be shortened to when the table is too wide; absent = never shortened. */
  readonly least?: number;
}

export type Block =
  | { readonly kind: 'title' | 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly TableRow[] };

/** Cells of a row; `under` is a sentence below it, over the whole width. */
export interface TableRow {
  readonly cells: readonly CellText[];
  readonly under?: string;
}

/**
 * A heading.
 *
 * @example
 * heading('Claims'); // → { "kind": "heading", "text": "Claims" }
 */
export function heading(text: string): Block {
  return { kind: 'heading', text };
}

/**
 * A paragraph in the usual tone or another.
 *
 * @example
 * paragraph('One way.', 'quiet'); // → { "kind": "paragraph", "text": "One way.", "tone": "quiet" }
 */
export function paragraph(text: string, tone: Tone = 'plain'): Block {
  return { kind: 'paragraph', text, tone };
}

/**
 * A table from titles and rows of cells: the first column left, the rest right.
 *
 * @example
 * table(['site', 'min'], [['Huadu', '7.5']]).kind; // → 'table'
 */
export function table(titles: readonly string[], rows: readonly (readonly CellText[])[]): Block {
  const columns = titles.map((title, i): Column =>
    i === 0 ? { title, align: 'left', least: 12 } : { title, align: 'right' },
  );
  return { kind: 'table', columns, rows: rows.map((cells) => ({ cells })) };
}

/**
 * Text and tone of a cell.
 *
 * @example
 * toToneText('7.5'); // → { "text": "7.5", "tone": "plain" }
 */
export function toToneText(cell: CellText): ToneText {
  return typeof cell === 'string' ? { text: cell, tone: 'plain' } : cell;
}
