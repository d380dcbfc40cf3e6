/** Blocks as HTML: tables with headers, scopes and a caption; a tone is a class beside the sign that says the same. */
import { toToneText, type Block, type CellText, type Column, type TableRow } from '../block.ts';
import { container, element, join, type Markup } from './markup.ts';

/** An address that a reader may follow, without the stop of its sentence; anything else is text. */
const ADDRESS = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:)])/;

function toContent(text: string): Markup {
  const parts = text.split(ADDRESS);
  return join(
    parts.map((part, i) => (i % 2 === 0 ? part : element('a', { href: part, rel: 'noreferrer' }, part))),
  );
}

function toClass(column: Column | undefined, tone: string): string | null {
  const classes = [...(column?.align === 'right' ? ['num'] : []), ...(tone === 'plain' ? [] : [tone])];
  return classes.length === 0 ? null : classes.join(' ');
}

function toCell(cell: CellText, column: Column | undefined, isFirst: boolean): Markup {
  const { text, tone } = toToneText(cell);
  const attributes = { class: toClass(column, tone) };
  return isFirst
    ? element('th', { scope: 'row', ...attributes }, toContent(text))
    : element('td', attributes, toContent(text));
}

/** A row, and the sentence under it as a row over the whole width. */
function toRow({ cells, under }: TableRow, columns: readonly Column[]): readonly Markup[] {
  const row = element(
    'tr',
    { class: under === undefined ? null : 'above' },
    ...columns.map((column, i) => toCell(cells[i] ?? '', column, i === 0)),
  );
  if (under === undefined) return [row];
  return [
    row,
    element('tr', { class: 'under' }, element('td', { colspan: columns.length }, toContent(under))),
  ];
}

/** A table with the title it stands under as its caption; it scrolls by itself where it is too wide. */
function toTable(columns: readonly Column[], rows: readonly TableRow[], caption: string): Markup {
  const titles = columns.map(({ title, align }) =>
    element('th', { scope: 'col', class: align === 'right' ? 'num' : null }, title),
  );
  const head = element('thead', {}, element('tr', {}, ...titles));
  const body = container(
    'tbody',
    {},
    rows.flatMap((row) => toRow(row, columns)),
  );
  const table = container('table', {}, [element('caption', {}, caption), head, body]);
  return container('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': caption }, [table]);
}

/** A block; `caption` is the title it stands under, `heading` the element of its own headings below titles. */
export function toBlockMarkup(block: Block, caption: string, heading: 'h3' | 'h4' = 'h3'): Markup {
  switch (block.kind) {
    case 'title':
      return element('h3', {}, block.text);
    case 'heading':
      return element(heading, {}, block.text);
    case 'paragraph':
      return element('p', { class: toClass(undefined, block.tone ?? 'plain') }, toContent(block.text));
    case 'list':
      return container(
        'ul',
        {},
        block.items.map((item) => element('li', {}, toContent(item))),
      );
    case 'code':
      return element('pre', { tabindex: 0 }, element('code', {}, block.lines.join('\n')));
    case 'table':
      return toTable(block.columns, block.rows, caption);
  }
}
