/** The rooms of the page, read from its import statements: one door to the library, one way between rooms. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFileCycles, listImports, resolveImport, type Sources } from '../architecture.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../web');

/** What a room of the page may import of its own rooms; every room may import the library's one door. */
const ROOMS: Readonly<Record<string, string>> = {
  flavor: '',
  backdrop: '',
  fonts: '',
  dataset: '',
  words: 'state',
  studio: '',
  state: 'engine studio words',
  engine: 'dataset state words',
  charts: 'flavor state words',
  layers: 'backdrop flavor fonts state words',
  map: 'backdrop engine flavor fonts layers state studio words',
  panels: 'later charts engine flavor map state studio words',
  stage: 'map panels',
  later: 'words',
  city: 'dataset engine flavor fonts layers map panels state studio words',
  app: 'later panels stage state words',
  main: 'app city engine fonts later state words',
};

/** Packages by room: what a room draws or lays out with. */
const PACKAGES: Readonly<Record<string, string>> = {
  backdrop: 'geojson',
  dataset: 'vite',
  fonts: 'maplibre-gl',
  words: '@preact/signals',
  state: '@preact/signals',
  engine: '@preact/signals',
  charts: 'preact d3-scale d3-shape',
  layers: 'maplibre-gl geojson',
  map: '@preact/signals preact maplibre-gl geojson terra-draw terra-draw-maplibre-gl-adapter',
  panels: '@preact/signals preact d3-scale d3-shape',
  city: '@preact/signals preact maplibre-gl geojson',
  app: 'preact',
  later: '@preact/signals preact',
  main: 'preact',
};

/** Part of the build, not of the page: they read files. */
const BUILD = ['dataset/plugin.ts', 'dataset/read-data.ts'];

const SOURCES: Sources = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && name !== 'vite.config.ts')
    .toSorted()
    .map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]),
);

function toRoom(file: string): string {
  return file.split('/')[0]?.replace(/\.tsx?$/, '') ?? '';
}

function toPackage(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** Whether a file may import what it names; the build's own files may also touch the machine. */
function isAllowed(file: string, specifier: string): boolean {
  const room = toRoom(file);
  if (/\.(css|svg|woff2|geojson|json)(\?.*)?$/.test(specifier) && specifier.startsWith('.')) return true;
  if (specifier.startsWith('node:')) return BUILD.includes(file);
  if (specifier.startsWith('virtual:beltway')) return room === 'dataset' || room === 'engine';
  if (!specifier.startsWith('.')) return (PACKAGES[room] ?? '').split(' ').includes(toPackage(specifier));
  const up = file.split('/').length;
  if (specifier === `${'../'.repeat(up)}src/index.ts`) return true;
  const target = toRoom(resolveImport(file, specifier));
  return target === room || (ROOMS[room] ?? '').split(' ').includes(target);
}

function listForbidden(sources: Sources): readonly string[] {
  return [...sources].flatMap(([file, text]) =>
    listImports(text).flatMap(({ specifier }) =>
      isAllowed(file, specifier) ? [] : [`${file} → ${specifier}`],
    ),
  );
}

describe('the page', () => {
  it('stands in rooms that are known', () => {
    const rooms = new Set([...SOURCES.keys()].map(toRoom));
    expect([...rooms].filter((room) => !Object.hasOwn(ROOMS, room))).toEqual([]);
    expect(SOURCES.size).toBeGreaterThan(30);
  });

  it('imports the library through its one door, and its own rooms along the table', () => {
    expect(listForbidden(SOURCES)).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(listFileCycles(SOURCES)).toEqual([]);
  });

  it('never hands markup or code of others to the browser', () => {
    const risky =
      /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/;
    expect([...SOURCES].filter(([, text]) => risky.test(text)).map(([file]) => file)).toEqual([]);
  });

  it('is held to this by the check itself', () => {
    const bad = new Map([
      ['panels/x.tsx', "import { skim } from '../../src/matrix/skim.ts';"],
      ['words/x.ts', "import { x } from '../panels/answer.tsx';"],
      ['layers/x.ts', "import { x } from 'lodash';"],
      ['state/x.ts', "import fs from 'node:fs';"],
    ]);
    expect(listForbidden(bad)).toHaveLength(4);
  });
});
