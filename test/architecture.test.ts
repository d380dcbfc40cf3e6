/** The rooms of the design, read from the import statements of the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  listFileCycles,
  listForbiddenImports,
  listImports,
  listOutside,
  listRoomCycles,
  listUnknownRooms,
  listUnusedBeyond,
  type Sources,
} from './architecture.ts';

const FOLDER = path.resolve(import.meta.dirname, '../src');

const SOURCES: Sources = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]),
);

describe('the sources', () => {
  it('are there, with their imports', () => {
    expect(SOURCES.size).toBeGreaterThan(50);
    const count = [...SOURCES.values()].flatMap((text) => listImports(text)).length;
    const lines = [...SOURCES.values()]
      .flatMap((text) => text.split('\n'))
      .filter((line) => / from '[^']+';$|^[^*]*\bimport\('/.test(line));
    expect(count).toBe(lines.length);
  });

  it('stand in rooms that the design has', () => {
    expect(listUnknownRooms(SOURCES)).toEqual([]);
  });

  it('import only along the arrows of the design', () => {
    expect(listForbiddenImports(SOURCES)).toEqual([]);
    expect(listUnusedBeyond(SOURCES)).toEqual([]);
  });

  it('of the kernels in AssemblyScript import each other alone', () => {
    const folder = path.join(FOLDER, 'routing', 'wasm');
    const kernels = readdirSync(folder).filter((name) => name.endsWith('.as'));
    expect(kernels.length).toBeGreaterThan(1);
    for (const name of kernels)
      for (const { specifier } of listImports(readFileSync(path.join(folder, name), 'utf8')))
        expect(kernels).toContain(`${specifier.replace('./', '')}.as`);
  });

  it('have no cycles', () => {
    expect(listFileCycles(SOURCES)).toEqual([]);
    expect(listRoomCycles(SOURCES)).toEqual([]);
  });

  it('touch no clock, chance, screen, network or file outside the command line', () => {
    expect(listOutside(SOURCES)).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    ['routing/tree.ts', "import { roundHalfUp } from '../units.ts';"],
    ['routing/tree.ts', "import { x } from 'flatbush';"],
    ['model/road.ts', "import type { Network } from '../network/network.ts';"],
    ['verify/shape.ts', "import { searchTree } from '../routing/tree.ts';"],
    ['verify/shape.ts', "export { searchTree } from '../routing/tree.ts';"],
    ['network/toll.ts', "import { readFileSync } from 'node:fs';"],
    ['access/reach.ts', "const x = await import('../condition/verdict.ts');"],
    ['cli/main.ts', "import { skim } from '../matrix/skim.ts';"],
    ['scenario/apply.ts', "import {\n  a,\n  b,\n} from '../load/index.ts';"],
    ['report/text.ts', "import { skim } from '../matrix/skim.ts';"],
    ['matrix/skim.ts', "import 'maplibre-gl';"],
  ])('refuses in %s: %s', (file, text) => {
    expect(listForbiddenImports(new Map([[file, text]]))).toHaveLength(1);
  });

  it.each([
    ['routing/tree.ts', "import { x } from './graph.ts';"],
    ['network/toll.ts', "import type { Link } from '../model/road.ts';"],
    ['network/network.ts', "import { x } from '@turf/length';"],
    ['report/text.ts', "import type { Skim } from '../matrix/skim.ts';"],
    ['routing/tree.ts', "// import { x } from '../units.ts';"],
    ['routing/tree.ts', "/**\n * import { x } from '../units.ts';\n */"],
  ])('accepts in %s: %s', (file, text) => {
    expect(listForbiddenImports(new Map([[file, text]]))).toEqual([]);
  });

  it('finds a circle of files, and one of rooms though it is of types only', () => {
    const circle = new Map([
      ['a/x.ts', "import { y } from './y.ts';"],
      ['a/y.ts', "import { z } from '../b/z.ts';"],
      ['b/z.ts', "import type { x } from '../a/x.ts';"],
    ]);
    expect(listFileCycles(circle)).toEqual([]);
    expect(listRoomCycles(circle)).toEqual(['a → b → a']);
    circle.set('b/z.ts', "import { x } from '../a/x.ts';");
    expect(listFileCycles(circle)).toEqual(['a/x.ts → a/y.ts → b/z.ts → a/x.ts']);
  });

  it.each([
    'const t = Date.now();',
    'const t = new Date();',
    'const t = new Date;',
    'const t = Date();',
    'const t = performance.now();',
    'const r = Math.random();',
    "console.log('x');",
    "document.querySelector('x');",
    'const r = await fetch(url);',
    "eval('1');",
    'process.exit(1);',
  ])('refuses %s', (text) => {
    expect(listOutside(new Map([['matrix/x.ts', text]]))).toHaveLength(1);
    expect(listOutside(new Map([['cli/x.ts', text]]))).toEqual([]);
  });

  it.each([
    "const t = new Date('2010-01-01');",
    "// console.log('x')",
    "const word = 'Date.now()';",
    'const documented = 1;',
  ])('accepts %s', (text) => {
    expect(listOutside(new Map([['matrix/x.ts', text]]))).toEqual([]);
  });
});
