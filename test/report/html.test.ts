/** The pieces of a report's file: markup, blocks of data, the policy, colours, labels, and differences. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listChangedLines, listDifferences } from '../../src/report-file/differences.ts';
import { toEmbeddedJson } from '../../src/report/document/embed.ts';
import { toBlockMarkup } from '../../src/report/html/blocks.ts';
import { REPORT_COLOURS } from '../../src/report/html/colours.ts';
import { placeLabels, type Named } from '../../src/report/html/labels.ts';
import { element, escapeMarkup } from '../../src/report/html/markup.ts';
import { toBase64, toPolicy } from '../../src/report/html/policy.ts';
import { toPathData, toProjection, toScaleBar } from '../../src/report/html/projection.ts';
import { guessWidth } from '../../src/report/html/sizes.ts';
import { REPORT_STYLE } from '../../src/report/html/style.ts';
import { PALETTES } from '../../web/flavor/colours.ts';
import { measureContrast, measureSeen, SIGHT_NAMES } from '../web/flavor-math.ts';

const hostile = fc.string({ unit: 'binary', maxLength: 40 });

describe('markup', () => {
  it('cannot be broken out of, whatever a text holds', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, value) => {
        const { markup } = element('p', { title: value }, text);
        expect(markup.match(/[<>"]/g)?.join('')).toBe('<""><>');
        expect(escapeMarkup(text)).not.toMatch(/\p{Cc}|\p{Cf}|\p{Surrogate}/u);
      }),
      { numRuns: 300 },
    );
  });

  it('leads to addresses alone, and to those without the stop of a sentence', () => {
    const show = (text: string): string => toBlockMarkup({ kind: 'paragraph', text }, '').markup;
    expect(show('See https://example.org/a.b. Then')).toBe(
      '<p>See <a href="https://example.org/a.b" rel="noreferrer">https://example.org/a.b</a>. Then</p>',
    );
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'http://', 'see http:/x'])
      expect(show(text)).not.toContain('<a ');
  });

  it('gives a table its caption, heads of columns and rows, and the sentence below a row', () => {
    const columns = [{ title: 'site', align: 'left' } as const, { title: 'min', align: 'right' } as const];
    const rows = [{ cells: ['Huadu', { text: '7.5 ✓', tone: 'good' as const }], under: 'S001' }];
    const { markup } = toBlockMarkup({ kind: 'table', columns, rows }, 'Minutes');
    for (const part of [
      '<caption>Minutes</caption>',
      '<th scope="col" class="num">min</th>',
      '<th scope="row">Huadu</th>',
      '<td class="num good">7.5 ✓</td>',
      '<td colspan="2">S001</td>',
    ])
      expect(markup).toContain(part);
  });
});

describe('a document inside a file', () => {
  it('is the same value, and holds nothing that HTML or Markdown would read', () => {
    fc.assert(
      fc.property(fc.array(hostile), (texts) => {
        const json = toEmbeddedJson(texts);
        expect(JSON.parse(json)).toEqual(texts);
        expect(json).not.toMatch(/[<>&`]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the policy', () => {
  it('names the style by its hash, as Node makes it', () => {
    const hash = createHash('sha256').update(REPORT_STYLE).digest('base64');
    expect(toPolicy(REPORT_STYLE)).toContain(`style-src 'sha256-${hash}'`);
    expect(toPolicy(REPORT_STYLE)).toContain("default-src 'none'");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });

  it('has a style that asks for nothing', () => {
    expect(REPORT_STYLE).not.toMatch(/url\(|@import|@font-face|expression|[<]/);
  });
});

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  const colours = REPORT_COLOURS[theme];
  const contrast = (one: keyof typeof colours, other: keyof typeof colours): number =>
    measureContrast(colours[one] as string, colours[other] as string);

  it('are those of the page', () => {
    expect(PALETTES[theme]).toMatchObject(colours);
  });

  it('have text of at least 4.5 and marks of at least 3 where they stand', () => {
    for (const text of ['text', 'textMuted', 'accent', 'yes', 'no', 'unknown'] as const)
      expect(contrast(text, 'surface'), text).toBeGreaterThanOrEqual(4.5);
    for (const verdict of ['yes', 'no', 'unknown'] as const)
      for (const ink of [verdict, 'text'] as const)
        expect(contrast(ink, `${verdict}Soft`), verdict).toBeGreaterThanOrEqual(4.5);
    expect(contrast('text', 'field')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('plantInk', 'plant')).toBeGreaterThanOrEqual(4.5);
    for (const label of ['text', 'labelPlace', 'routeBuild'] as const)
      expect(contrast(label, 'labelHalo'), label).toBeGreaterThanOrEqual(4.5);
    colours.groups.forEach((step, i) =>
      expect(measureContrast(step, colours.groupsInk[i] ?? '')).toBeGreaterThanOrEqual(4.5),
    );
    const marks = [
      'belt',
      'beltClosed',
      'routeBase',
      'routeBuild',
      'siteOutline',
      'plant',
      'place',
      'control',
    ] as const;
    for (const mark of marks)
      for (const ground of ['land', 'water', 'surface'] as const)
        expect(contrast(mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it('keep the belt, a built road and a closed one apart in every sight', () => {
    const lines = [colours.belt, colours.routeBuild, colours.beltClosed, colours.roadExpressway];
    for (const sight of SIGHT_NAMES)
      lines.forEach((one, i) =>
        lines.slice(i + 1).forEach((other) => expect(measureSeen(one, other, sight)).toBeGreaterThan(11)),
      );
  });
});

describe('a map', () => {
  it('is true to scale in the middle, with north above', () => {
    const projection = toProjection([113, 22.5, 114, 23.5]);
    const { toXY, pxPerM, width, height } = projection;
    expect(toXY([113, 23.5]).map(Math.round)).toEqual([0, 0]);
    expect(toXY([114, 22.5]).map(Math.round)).toEqual([Math.round(width), Math.round(height)]);
    const [west, east] = [toXY([113.4, 23]), toXY([113.6, 23])];
    const metres = 0.2 * 111_195 * Math.cos((23 * Math.PI) / 180);
    expect((east[0] - west[0]) / pxPerM).toBeCloseTo(metres, 0);
    const { km, px } = toScaleBar(projection);
    expect(px / pxPerM).toBeCloseTo(km * 1000, 6);
    expect(
      toPathData(projection, [
        [
          [113, 23.5],
          [114, 22.5],
        ],
      ]),
    ).toMatch(/^M0 0L\d/);
  });

  it('writes no name over another, over a mark or over the edge', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 560 }), fc.integer({ min: 0, max: 560 })), {
          maxLength: 30,
        }),
        (points) => {
          const named = points.map(([x, y], i): Named => ({
            text: `Place ${i} of some length`,
            x,
            y,
            reach: 8,
            name: 'site',
          }));
          const taken = named.map(({ x, y }) => ({ x: x - 8, y: y - 8, width: 16, height: 16 }));
          const labels = placeLabels(named, taken, { width: 560, height: 560 });
          const boxes = labels.map(({ lines, x, y, anchor }) => {
            const width = Math.max(...lines.map((line) => guessWidth(line, 12)));
            const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
            return { x: left, y: y - 10, width, height: 13 * lines.length };
          });
          const all = [...boxes, ...taken];
          for (const [i, a] of boxes.entries()) {
            expect(a.x).toBeGreaterThanOrEqual(0);
            expect(a.x + a.width).toBeLessThanOrEqual(560);
            for (const b of all.filter((_, k) => k !== i))
              expect(
                a.x + a.width <= b.x ||
                  b.x + b.width <= a.x ||
                  a.y + a.height <= b.y ||
                  b.y + b.height <= a.y,
              ).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('differences', () => {
  it('of documents are told by their path, missing and strange keys too', () => {
    const found = listDifferences('f', 'a', { b: [1, { c: 2 }], d: null }, { b: [1, { c: 3, e: 1 }, 4] });
    expect(found.map(({ path, expected, found: is }) => [path, expected, is])).toEqual([
      ['a.b', 'a list of 2', 'a list of 3'],
      ['a.b[1].c', '2', '3'],
      ['a.b[1].e', 'no such key', '1'],
      ['a.d', 'null', 'nothing'],
    ]);
  });

  it('are none between equals, and the many are counted', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(listDifferences('f', 'a', JSON.parse(json), JSON.parse(json))).toEqual([]);
      }),
      { numRuns: 50 },
    );
    const many = listDifferences('f', 'a', Array(50).fill(1), Array(50).fill(2));
    expect(many).toHaveLength(21);
    expect(many.at(-1)?.found).toBe('30 more');
  });

  it('of lines are told by line, column and the title above', () => {
    const told = listChangedLines(
      'f',
      '<h3>Minutes</h3>\nsame\n7.5 min',
      '<h3>Minutes</h3>\nsame\n7.6 min',
      () => false,
    );
    expect(told).toEqual([
      {
        file: 'f',
        path: 'line 3, column 3 (Minutes)',
        expected: '"7.5 min"',
        found: '"7.6 min"',
        code: 'contradiction',
      },
    ]);
    const longer = listChangedLines('f', 'a\nb', 'a\nx\nb', () => false);
    expect(longer.map(({ path }) => path)).toEqual(['line 2, column 1', '']);
  });
});
