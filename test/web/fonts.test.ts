/** The fonts: every character that map or page may write is in a file, and the style sheet names only files there are. */
import { readdirSync, readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { beforeAll, describe, expect, it } from 'vitest';

import { NAMES } from '../../web/backdrop/index.ts';
import { dataset } from '../data/network-data.ts';

const FONTS = new URL('../../web/fonts/', import.meta.url);
/** The part of the package used here; it has no types of its own. */
type Subset = (font: Buffer, text: string, options: Readonly<Record<string, unknown>>) => Promise<Buffer>;
const convert = subsetFont as unknown as Subset;

/** Signs that Noto Sans SC does not have; a font of the system draws them. */
const ABSENT = new Set('⇄✓✗');
const AGAIN = 'run web/fonts/make.mjs again, see web/fonts/README.md';

/** Code points of a `cmap` subtable in format 4 or 12, the two that WOFF2 subsets of Noto carry. */
function readSubtable(view: DataView, at: number): number[] {
  if (view.getUint16(at) === 12)
    return Array.from({ length: view.getUint32(at + 12) }, (_, i) => at + 16 + 12 * i).flatMap((group) => {
      const [start, end] = [view.getUint32(group), view.getUint32(group + 4)];
      return Array.from({ length: end - start + 1 }, (_, k) => start + k);
    });
  if (view.getUint16(at) !== 4) return [];
  const twice = view.getUint16(at + 6);
  return Array.from({ length: twice / 2 }, (_, i) => at + 14 + 2 * i).flatMap((field) => {
    const [end, start] = [view.getUint16(field), view.getUint16(field + twice + 2)];
    return end === 0xffff ? [] : Array.from({ length: end - start + 1 }, (_, k) => start + k);
  });
}

/** The characters a font file has glyphs for. */
async function readCharacters(name: string): Promise<ReadonlySet<string>> {
  const font = await convert(readFileSync(new URL(name, FONTS)), '', {
    targetFormat: 'sfnt',
    keepAllGlyphs: true,
  });
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i).find(
    (record) => font.toString('latin1', record, record + 4) === 'cmap',
  );
  if (table === undefined) throw new Error(`${name}: a table cmap expected`);
  const cmap = view.getUint32(table + 8);
  const offsets = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) =>
    view.getUint32(cmap + 4 + 8 * i + 4),
  );
  return new Set(
    offsets.flatMap((offset) => readSubtable(view, cmap + offset)).map((code) => String.fromCodePoint(code)),
  );
}

async function readAll(pattern: RegExp): Promise<ReadonlySet<string>> {
  const names = readdirSync(FONTS).filter((name) => pattern.test(name));
  expect(names.length, String(pattern)).toBeGreaterThan(0);
  const sets = await Promise.all(names.map(readCharacters));
  return new Set(sets.flatMap((set) => [...set]));
}

function listMissing(text: string, has: ReadonlySet<string>): string {
  return [...new Set(Array.from(text.normalize('NFC')))]
    .filter((sign) => sign > ' ' && !has.has(sign) && !ABSENT.has(sign))
    .join('');
}

function readWords(language: string): string {
  const folder = new URL(`../../web/words/${language}/`, import.meta.url);
  const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return Array.from(texts.join(''))
    .filter((sign) => sign >= '\u2e80')
    .join('');
}

/** Every name of the data set that may be a label, as the loader gives it. */
function listNames(): string {
  const { header, links, plants, suppliers, zones, water } = dataset;
  const all = [
    ...[...header.districts, ...header.groups, header.belt].flatMap(({ name, nameZh }) => [name, nameZh]),
    ...[...plants, ...zones, ...suppliers].flatMap(({ name, nameZh }) => [name, nameZh]),
    ...links.flatMap(({ nameEn, nameZh, refNow, refOld }) => [nameEn, nameZh, refNow, refOld]),
    ...water.flatMap(({ nameEn, nameZh }) => [nameEn, nameZh]),
    ...NAMES.features.flatMap(({ properties: { nameEn, nameZh } }) => [nameEn, nameZh]),
  ];
  return all.filter((name) => typeof name === 'string').join('');
}

describe('the fonts of the map', () => {
  it('were asked for every character of every name', () => {
    const asked = new Set(readFileSync(new URL('characters.txt', FONTS), 'utf8'));
    expect(listNames().length).toBeGreaterThan(5000);
    expect(listMissing(listNames(), asked), AGAIN).toBe('');
  });

  it.each(['400', '500'])('have a glyph for each in weight %s', async (weight) => {
    const has = await readAll(new RegExp(`^map-.*-${weight}\\.woff2$`));
    const asked = readFileSync(new URL('characters.txt', FONTS), 'utf8').replaceAll('\u00ad', '');
    expect(listMissing(asked, has)).toBe('');
    expect(listMissing(listNames(), has), AGAIN).toBe('');
    expect(has.has('龘')).toBe(false);
  });
});

describe('the fonts of the page', () => {
  let chinese: ReadonlySet<string>;
  let japanese: ReadonlySet<string>;
  beforeAll(async () => {
    chinese = await readAll(/^page-(zh|more-\d)\.woff2$/);
    japanese = await readAll(/^page-ja\.woff2$/);
  });

  it('have every Chinese character of the dictionary and of the data', () => {
    expect(listMissing(readWords('zh'), chinese), AGAIN).toBe('');
    expect(
      listMissing(
        Array.from(listNames())
          .filter((sign) => sign >= '\u2e80')
          .join(''),
        chinese,
      ),
      AGAIN,
    ).toBe('');
  });

  it('have every character of the Japanese dictionary', () => {
    expect(listMissing(readWords('ja'), new Set([...japanese, ...chinese])), AGAIN).toBe('');
    expect(listMissing('アイウガギャーっんプ', japanese)).toBe('');
  });

  it('are the files the style sheet names, and weigh at most 900 kB with those of the map', () => {
    const css = readFileSync(new URL('../../web/styles/fonts.css', import.meta.url), 'utf8');
    const named = [...css.matchAll(/url\("\.\.\/fonts\/([^"]+)"\)/g)].map(([, name]) => name);
    const files = readdirSync(FONTS).filter((name) => name.endsWith('.woff2'));
    expect(new Set(named)).toEqual(new Set(files.filter((name) => name.startsWith('page-'))));
    const bytes = files.reduce((sum, name) => sum + readFileSync(new URL(name, FONTS)).length, 0);
    expect(bytes).toBeLessThanOrEqual(900_000);
  });
});
