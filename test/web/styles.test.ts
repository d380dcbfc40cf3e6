/** The style sheets: every custom property that is used is given a value, in both themes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = path.resolve(import.meta.dirname, '../../web/styles');
const SHEETS = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
const read = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');
/** What is seen with the first answer, what comes later, what the page of an imported network adds, and a part of it. */
const ENTRIES = ['index.css', 'late.css', 'city.css', 'city-worth.css'];
const ALL = SHEETS.map(read).join('\n');

/** Set on an element by a panel, which cannot be seen in the sheets. */
const BY_PANELS = /\['(--[\w-]+)'\]|'(--[\w-]+)':/g;

describe('the style sheets', () => {
  it('are all taken in', () => {
    const both = ENTRIES.map(read).join('\n');
    const taken = [...both.matchAll(/@import ['"]\.\/([\w-]+\.css)['"]/g)].map(([, name]) => name);
    expect(SHEETS.filter((name) => !ENTRIES.includes(name) && !taken.includes(name))).toEqual([]);
  });

  it('use only custom properties that have a value', () => {
    const panels = path.resolve(FOLDER, '..');
    const sources = readdirSync(panels, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => readFileSync(path.join(panels, name), 'utf8'))
      .join('\n');
    const defined = new Set([
      ...[...ALL.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name),
      ...[...sources.matchAll(BY_PANELS)].map(([, a, b]) => a ?? b),
    ]);
    const used = [...new Set([...ALL.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))];
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });

  it('set type on screen in the four sizes of the page only', () => {
    const screen = SHEETS.filter((name) => name !== 'print.css')
      .map(read)
      .join('\n');
    const sizes = [...screen.matchAll(/font(?:-size)?:\s*[^;]*?(\d+)px/g)].map(([, px]) => Number(px));
    expect([...new Set(sizes)].toSorted((a, b) => a - b)).toEqual([12, 14, 16, 22]);
  });
});
