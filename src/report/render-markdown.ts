/** Blocks as GitHub Markdown. Text of the data is escaped, so that a name can open no table cell and no tag. */
import { toToneText, type Block, type Column, type TableRow } from './block.ts';
import { toPlainText } from './plain.ts';

/**
 * Blocks as Markdown, a blank line between blocks.
 *
 * @example
 * renderMarkdown([{ kind: 'heading', text: 'A | B' }]); // → '## A \\| B\n'
 */
export function renderMarkdown(blocks: readonly Block[]): string {
  return blocks.map((block) => `${renderBlock(block).join('\n')}\n`).join('\n');
}

/**
 * Text with Markdown's own characters escaped.
 *
 * @example
 * escapeMarkdown('<b>*x*</b>'); // → '&lt;b>\\*x\\*&lt;/b>'
 */
export function escapeMarkdown(text: string): string {
  return toPlainText(text)
    .replace(/[\\`*_|[\]]/g, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

function renderBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [`# ${escapeMarkdown(block.text)}`];
    case 'heading':
      return [`## ${escapeMarkdown(block.text)}`];
    case 'paragraph':
      return [escapeMarkdown(block.text)];
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`);
    case 'code':
      return ['```sh', ...block.lines.map(toPlainText), '```'];
    case 'table':
      return renderTable(block.columns, block.rows);
  }
}

function renderTable(columns: readonly Column[], rows: readonly TableRow[]): readonly string[] {
  return [
    toLine(columns.map(({ title }) => escapeMarkdown(title))),
    toLine(columns.map(({ align }) => (align === 'left' ? ':--' : '--:'))),
    ...rows.map(({ cells, under }) => {
      const texts = columns.map((_, i) => escapeMarkdown(toToneText(cells[i] ?? '').text));
      const below = under === undefined ? '' : `<br><small>${escapeMarkdown(under)}</small>`;
      return toLine([`${texts[0] ?? ''}${below}`, ...texts.slice(1)]);
    }),
  ];
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
