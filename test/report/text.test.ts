import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/report/block.ts';
import { toPlainText } from '../../src/report/plain.ts';
import { escapeMarkdown, renderMarkdown } from '../../src/report/render-markdown.ts';
import { renderText } from '../../src/report/render-text.ts';
import { padText, shortenText, toWidth, wrapText } from '../../src/report/width.ts';

const RUNS = process.env['BELTWAY_LONG'] === '1' ? 10_000 : 300;
const mixed = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '花', '都', '。', '…', '😀'), maxLength: 60 });

const times: Block = {
  kind: 'table',
  columns: [
    { title: 'site', align: 'left', least: 8 },
    { title: 'min', align: 'right' },
  ],
  rows: [
    { cells: ['花都 Huadu', '7.5'] },
    { cells: ['Nansha', { text: '101.2', tone: 'bad' }], under: 'twelve suppliers' },
  ],
};

describe('text', () => {
  it('aligns Chinese by columns, not by characters', () => {
    expect(renderText([times])).toBe(
      ['site          min', '花都 Huadu    7.5', 'Nansha      101.2', '    twelve suppliers', ''].join('\n'),
    );
  });

  it('paints the text of a cell and not its blanks', () => {
    const painted = renderText([times], (text, tone) => (tone === 'bad' ? `<${text}>` : text));
    expect(painted).toContain('Nansha      <101.2>\n');
  });

  it('never writes a line wider than asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.array(mixed, { minLength: 3, maxLength: 3 })), mixed, (rows, under) => {
        const columns = ['a', 'b', 'c'].map((title) => ({ title, align: 'left' as const, least: 5 }));
        const text = renderText(
          [
            { kind: 'table', columns, rows: rows.map((cells) => ({ cells, under })) },
            { kind: 'paragraph', text: under },
            { kind: 'list', items: [under] },
          ],
          undefined,
          40,
        );
        for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(40);
      }),
      { numRuns: RUNS },
    );
  });

  it('cuts and pads to the exact width', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const shown = shortenText(text, width);
        expect(toWidth(shown)).toBeLessThanOrEqual(width);
        expect(toWidth(padText(shown, width, 'right'))).toBe(width);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps every visible character of a paragraph', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const strip = (one: string): string => one.replaceAll(/\s/g, '');
        expect(strip(wrapText(text, 11).join(''))).toBe(strip(text));
      }),
      { numRuns: RUNS },
    );
  });

  it('lets no control character of a name through', () => {
    const hostile = 'a\u001b[31mred\u0007\u202Egnp.exe\nb';
    for (const text of [toPlainText(hostile), renderText([{ kind: 'heading', text: hostile }]).trimEnd()]) {
      expect(text).toMatch(/^\P{Cc}+$/u);
      expect(text).not.toContain('\u202E');
    }
  });
});

describe('Markdown', () => {
  it('escapes what would open a cell, a link or a tag', () => {
    expect(escapeMarkdown('a|b [x](y) <script>')).toBe('a\\|b \\[x\\](y) &lt;script>');
    const row = renderMarkdown([times])
      .split('\n')
      .find((line) => line.includes('Nansha'));
    expect(row).toBe('| Nansha<br><small>twelve suppliers</small> | 101.2 |');
  });
});
