/**
 * What the page weighs before its first answer, and that nothing in it points outside. The list of files is read
 * from the build; `size.browser.test.ts` holds it against what Chromium really asks for.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../cli/run.ts';
import { gzipBytes, listFirst, PAGE } from './harness/first-files.ts';

/** Own code and data, compressed, beside the map library. */
const BUDGET_BYTES = 150_000;

/** Addresses that stand in the files as names, help or licence; none of them is asked for. */
const NAMED = [
  /^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xhtml|1998\/Math\/MathML)$/,
  /^https?:\/\/json-schema\.org\/draft/,
  /^https:\/\/github\.com\/(?:mapbox\/mapbox-gl-js\/issues|maplibre\/maplibre-gl-js\/blob|mholt\/PapaParse)/,
  /^https:\/\/maplibre\.org\/$/,
  /^https:\/\/maplibre\.invalid\/$/,
  /^https:\/\/wiki\.openstreetmap\.org\/wiki\/This_map_requires_WebGL$/,
  // Licences and origins of the special functions, in their notices.
  /^http:\/\/www\.apache\.org\/licenses\/LICENSE-2\.0$/,
  /^http:\/\/www\.boost\.org\//,
  /^https:\/\/(?:svnweb\.freebsd\.org|github\.com\/golang\/go)\//,
  // A picture of a point's mark, which terra-draw fetches only where points are drawn so: none is here.
  /^https:\/\/raw\.githubusercontent\.com\/JamesLMilner\/terra-draw\/.*\/marker-blue\.png$/,
  // A template that zod checks addresses with.
  /^http:\/\/\[\$\{/,
];

beforeAll(buildOnce);

describe('before the first answer', () => {
  it.each(['en', 'zh', 'ja'])('the page in %s loads less than 150 kB', (language) => {
    const files = listFirst(language);
    const rows = files.map((name) => [name, gzipBytes(name)] as const);
    const sum = rows.reduce((total, [, bytes]) => total + bytes, 0);
    const lines = rows
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, bytes]) => `${String(bytes).padStart(8)}  ${name}`);
    console.log(
      [
        `bytes gzip before the first answer (${language})`,
        ...lines,
        `${String(sum).padStart(8)}  of ${BUDGET_BYTES}`,
      ].join('\n'),
    );
    for (const part of [/^index\.html$/, /^assets\/index-.*\.js$/, /\.css$/, /worker-/, /core-.*\.json$/]) {
      expect(files.filter((name) => part.test(name)).length, String(part)).toBeGreaterThan(0);
    }
    expect(files.filter((name) => /maplibre|start-map|notes-/.test(name))).toEqual([]);
    expect(sum).toBeLessThan(BUDGET_BYTES);
  });
});

describe('the built page', () => {
  it('names no address outside, but for names of formats, licences and help', () => {
    // The data name their sources: those are links for people.
    const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:html|js|css|svg)$/.test(name),
    );
    const found = files.flatMap((name) => {
      const text = readFileSync(join(PAGE, name), 'utf8');
      const addresses = [...text.matchAll(/(?:https?|wss?):\/\/[^\s"'`<>)\\]+/g)].map(([address]) => address);
      return addresses
        .filter((address) => !NAMED.some((one) => one.test(address)))
        .map((address) => `${name}: ${address}`);
    });
    expect(files.length).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });

  it('is whole: every file it names is there', () => {
    const files = new Set(readdirSync(join(PAGE, 'assets')));
    const scripts = [...files].filter((name) => /\.(?:js|css)$/.test(name));
    const missing = scripts.flatMap((name) =>
      [
        ...readFileSync(join(PAGE, 'assets', name), 'utf8').matchAll(
          /["'`(/]([\w.-]+-[\w-]{8}\.(?:js|css|json|woff2|svg))["'`)]/g,
        ),
      ]
        .map(([, file = '']) => file)
        .filter((file) => !files.has(file))
        .map((file) => `${name}: ${file}`),
    );
    expect(missing).toEqual([]);
  });
});
