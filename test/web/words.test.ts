/** The three dictionaries: the same keys and values to fill in, nothing empty or left in English; every key used exists. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en as first } from '../../web/words/en/index.ts';
import { late } from '../../web/words/en/late.ts';
import { ja } from '../../web/words/ja/index.ts';
import { late as jaLate } from '../../web/words/ja/late.ts';
import { zh } from '../../web/words/zh/index.ts';
import { late as zhLate } from '../../web/words/zh/late.ts';

const WEB = path.resolve(import.meta.dirname, '../../web');
/** Those of the first answer, and those that come with later parts. */
const en = { ...first, ...late };
const KEYS = Object.keys(en);
const OTHERS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['zh', { ...zh, ...zhLate }],
  ['ja', { ...ja, ...jaLate }],
];

/** Names, units and signs that are the same in every language. */
const SAME = new Set([
  'Beltway',
  'CSV',
  'GeoJSON',
  'JSON',
  'Markdown',
  'PNG',
  'English',
  '中文',
  '日本語',
  'km',
  'm',
  '±',
]);

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

/** Source files of the page, without its dictionaries. */
function listSources(): readonly (readonly [name: string, text: string])[] {
  return readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/^words[/\\](en|zh|ja)[/\\]/.test(name))
    .map((name) => [name, readFileSync(path.join(WEB, name), 'utf8')]);
}

/** Keys written out in a source, with the forms of counted ones; ends of a made-up key are left open with `*`. */
function listUsed(text: string): readonly string[] {
  const counted = (key: string): readonly string[] => [`${key}.one`, `${key}.other`];
  const calls = [...text.matchAll(/\b(tn?)\(\s*(['"`])([\w-]+\.[^'"`]*)\2/g)];
  return calls.flatMap(([, call = 't', quote, key = '']) => {
    const open = quote === '`' ? key.replaceAll(/\$\{[^}]*\}/g, '*') : key;
    return call === 'tn' ? counted(open) : [open];
  });
}

function isKey(pattern: string): boolean {
  if (!pattern.includes('*')) return KEYS.includes(pattern);
  const source = pattern.split('*').map((part) => part.replaceAll(/[.-]/g, String.raw`\$&`));
  const matcher = new RegExp(`^${source.join('.+')}$`);
  return KEYS.some((key) => matcher.test(key));
}

describe.each(OTHERS)('the dictionary %s', (_language, words) => {
  it('has the keys of English', () => {
    expect(Object.keys(words).toSorted()).toEqual(KEYS.toSorted());
  });

  it('fills in the same values', () => {
    const wrong = Object.entries(en).filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(words[key] ?? '')),
    );
    expect(wrong.map(([key, text]) => [key, text, words[key]])).toEqual([]);
  });

  it('leaves nothing empty or in English', () => {
    const letters = /\p{Letter}/u;
    const left = Object.entries(en).filter(([key, text]) => {
      const own = words[key] ?? '';
      if (own.trim() === '') return true;
      const rest = text.replaceAll(/\{\w+\}/g, '');
      return own === text && letters.test(rest) && !SAME.has(rest.trim());
    });
    expect(left).toEqual([]);
  });

  it('writes no placeholder with other brackets', () => {
    const wrong = Object.entries(words).filter(([, text]) => /[｛｝]|\$\{|\{\s|\s\}/.test(text));
    expect(wrong).toEqual([]);
  });
});

describe('the words that the page uses', () => {
  it('have no empty English', () => {
    expect(Object.entries(en).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('exist', () => {
    const missing = listSources().flatMap(([name, text]) =>
      listUsed(text)
        .filter((key) => !isKey(key))
        .map((key) => `${name}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('are found where they are used', () => {
    const used = listSources().flatMap(([, text]) => listUsed(text));
    expect(new Set(used).size).toBeGreaterThan(100);
    expect(used).toContain('answer.caveat');
    expect(used).toContain('answer.gains.one');
    expect(used).toContain('table.verdict.*');
    expect(isKey('table.verdict.*')).toBe(true);
    expect(isKey('table.nothing.*')).toBe(false);
  });

  it('have both forms where they are counted', () => {
    const single = KEYS.filter(
      (key) => key.endsWith('.one') && !KEYS.includes(key.replace(/\.one$/, '.other')),
    );
    expect(single).toEqual([]);
  });
});
