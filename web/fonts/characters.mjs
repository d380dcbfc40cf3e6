/**
 * Which characters the fonts must hold: those of the map's names, those of the page's words, and the common ones of
 * Chinese. It reads the files of the project and makes no font.
 */
import { readFileSync, readdirSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
/** Keys of the data whose text may stand on the map. */
const NAME_KEYS = /^(name|nameEn|nameZh|refNow|refOld|ref|maker|title)$/;
const NAME_FILES = /^(dataset\.json|water\.geojson|places\/|highways\/|suppliers\/|scenarios\/)/;
/** What labels are put together with, beside names: figures, units, arrows, verdicts. */
const SIGNS = '–—‘’“”…·×°%≈≥≤±−→←↑↓⇄★●✓✗分钟公里分钟约分間約';

export function isHan(character) {
  return character.codePointAt(0) >= 0x2e80;
}

function read(path) {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

function listFiles(folder, ending) {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .toSorted();
}

function* walk(value, key) {
  if (typeof value === 'string' && NAME_KEYS.test(key)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [inner, part] of Object.entries(value)) yield* walk(part, Array.isArray(value) ? key : inner);
}

/** Sorted, each once, without control characters. */
export function toCharacters(text) {
  const all = [...new Set(Array.from(text.normalize('NFC')))].filter(
    (character) => character >= ' ' && character !== '\u007f',
  );
  return all.toSorted((a, b) => a.codePointAt(0) - b.codePointAt(0)).join('');
}

const ASCII = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => i + 0x20));
const LATIN_1 = String.fromCodePoint(...Array.from({ length: 96 }, (_, i) => i + 0xa0));
const KANA = String.fromCodePoint(...Array.from({ length: 0xbf }, (_, i) => i + 0x3040 + 1));
const WIDE = '、。〈〉《》「」『』【】〒〔〕〜・！（），．／：；？～　';

/** Characters of everything the map writes. */
export function listMapCharacters() {
  const data = listFiles('data/', /json$/).filter((path) => NAME_FILES.test(path));
  const names = data.flatMap((path) => [...walk(JSON.parse(read(`data/${path}`)), '')]);
  const backdrop = [...walk(JSON.parse(read('web/backdrop/names.json')), '')];
  return toCharacters([ASCII, LATIN_1, SIGNS, WIDE, ...names, ...backdrop].join(''));
}

/** Chinese and Japanese characters of a language's dictionary and of the data. */
export function listPageCharacters(language) {
  const words = listFiles(`web/words/${language}/`, /\.ts$/).map((path) =>
    read(`web/words/${language}/${path}`),
  );
  const records = listFiles('data/', /json$/).map((path) => read(`data/${path}`));
  const data = language === 'zh' ? [...records, listMapCharacters()] : [KANA];
  return Array.from(toCharacters([WIDE, ...words, ...data].join('')))
    .filter(isHan)
    .join('');
}

/** The 3,755 characters of level 1 of GB 2312, rows 16–55. */
export function listCommonHan() {
  const decoder = new TextDecoder('gb2312');
  const rows = Array.from({ length: 40 }, (_, i) => i + 0xb0);
  const cells = Array.from({ length: 94 }, (_, i) => i + 0xa1);
  const text = rows
    .map((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))).join(''))
    .join('');
  return toCharacters(
    Array.from(text)
      .filter((character) => character >= '\u4e00' && character <= '\u9fff')
      .join(''),
  );
}
