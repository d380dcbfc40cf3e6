/** Which files of the built page come before its first answer, by what they import and by what the build names. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../../cli/run.ts';

export const PAGE = join(ROOT, 'dist', 'web');

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
}

/** Bytes of a file after gzip. */
export function gzipBytes(name: string): number {
  return gzipSync(readFileSync(join(PAGE, name)), { level: 9 }).length;
}

/** Names relative to the page: the document, what it names, the words of a language, the engine and the core. */
export function listFirst(language: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(PAGE, '.vite/manifest.json'), 'utf8')) as Readonly<
    Record<string, ManifestEntry>
  >;
  const words = manifest[`words/${language}/index.ts`]?.file ?? '';
  const html = readFileSync(join(PAGE, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name = '']) => name);
  const assets = readdirSync(join(PAGE, 'assets')).map((name) => `assets/${name}`);
  const engine = assets.filter((name) => /^assets\/(?:worker-.*\.js|core-.*\.json)$/.test(name));
  return ['index.html', ...followImports([...named, words, ...engine])];
}

/** The files and all that they import as they load, each once. */
function followImports(names: readonly string[]): readonly string[] {
  const all = new Set<string>();
  const visit = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    if (!name.endsWith('.js')) return;
    const text = readFileSync(join(PAGE, name), 'utf8');
    for (const [, file = ''] of text.matchAll(/\b(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      visit(`assets/${file}`);
  };
  names.forEach(visit);
  return [...all];
}
