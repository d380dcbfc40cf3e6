/**
 * Makes the fonts of map and page: `node web/fonts/make.mjs <folder>/node_modules`, where the folder holds the two
 * packages below at these versions (`npm i @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-sans-jp@0.4.3`
 * anywhere outside the project: they are 200 MB, the fonts made from them a few hundred kB). Run it again when names
 * or words need a character that a test misses.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { isHan, listCommonHan, listMapCharacters, listPageCharacters } from './characters.mjs';

const VERSION = '0.4.3';
const SOURCES = {
  sc400: ['noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'],
  sc500: ['noto-sans-sc', '500Medium/NotoSansSC_500Medium.ttf'],
  jp400: ['noto-sans-jp', '400Regular/NotoSansJP_400Regular.ttf'],
};
/** Everything Chinese and Japanese is written with, beside what the Latin fonts of any system have. */
const CJK_RANGE = 'U+3000-30FF, U+3400-9FFF, U+FF00-FFEF';
const CHUNKS = 6;

const folder = process.argv[2];
if (folder === undefined) throw new Error('the folder node_modules with the two font packages expected');

function readSource(id) {
  const [name, path] = SOURCES[id];
  const home = join(folder, '@expo-google-fonts', name);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  if (version !== VERSION) throw new Error(`${name}: version ${VERSION} expected, ${version} found`);
  return readFileSync(join(home, path));
}

async function makeFont(source, name, text) {
  const options = {
    targetFormat: 'woff2',
    noHinting: true,
    noLayoutClosure: true,
    keepFeatures: ['kern', 'locl'],
  };
  const font = await subsetFont(readSource(source), text, options);
  writeFileSync(new URL(name, import.meta.url), font);
  process.stdout.write(`${name}: ${Array.from(text).length} characters asked for, ${font.length} bytes\n`);
}

function toRule(family, file, range) {
  return `@font-face {
  font-family: "${family}";
  src: url("../fonts/${file}") format("woff2");
  font-weight: 400;
  font-display: swap;
  unicode-range: ${range};
}
`;
}

function toHex(character) {
  return character.codePointAt(0).toString(16).toUpperCase();
}

const map = listMapCharacters();
writeFileSync(new URL('characters.txt', import.meta.url), `${map}\n`);
const latin = Array.from(map)
  .filter((character) => !isHan(character))
  .join('');
const han = Array.from(map).filter(isHan).join('');
await makeFont('sc400', 'map-latin-400.woff2', latin);
await makeFont('sc500', 'map-latin-500.woff2', latin);
await makeFont('sc400', 'map-han-400.woff2', han);
await makeFont('sc500', 'map-han-500.woff2', han);

const words = listPageCharacters('zh');
await makeFont('sc400', 'page-zh.woff2', words);
await makeFont('jp400', 'page-ja.woff2', listPageCharacters('ja'));
const rest = Array.from(listCommonHan()).filter((character) => !words.includes(character));
const size = Math.ceil(rest.length / CHUNKS);
const rules = [];
for (let i = 0; i < CHUNKS; i += 1) {
  const chunk = rest.slice(i * size, (i + 1) * size);
  const file = `page-more-${i + 1}.woff2`;
  await makeFont('sc400', file, chunk.join(''));
  rules.push(toRule('Beltway CJK', file, `U+${toHex(chunk[0])}-${toHex(chunk[chunk.length - 1])}`));
}

const css = `/*
 * Chinese and Japanese for systems that have no font for them; written by web/fonts/make.mjs. The families stand last
 * in the font stack, so nothing is fetched where the system has the characters or none is shown. Of one family the
 * rule written last is asked first: the words of the page, then a stretch of the common characters.
 */
${rules.join('\n')}
${toRule('Beltway CJK', 'page-zh.woff2', CJK_RANGE)}
${toRule('Beltway JA', 'page-ja.woff2', CJK_RANGE)}
/* Japanese shapes first where the page is Japanese: one character, two ways to write it. */
:root:lang(ja) {
  --font:
    system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans",
    "Hiragino Sans", "Yu Gothic", Meiryo, "Noto Sans CJK JP", "Noto Sans JP", "Beltway JA", "Beltway CJK",
    sans-serif;
}
`;
writeFileSync(new URL('../styles/fonts.css', import.meta.url), css);
