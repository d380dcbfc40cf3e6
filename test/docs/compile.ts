/** Compiles examples against the built package, so that they see what a user of the library sees. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../cli/run.ts';

export interface ExampleModule {
  readonly run: (same: (found: unknown, expected: unknown) => void) => Promise<void>;
}

const CONFIG = {
  extends: '../../src/tsconfig.json',
  compilerOptions: {
    ...{
      composite: false,
      declaration: false,
      sourceMap: false,
      noEmitOnError: true,
      rewriteRelativeImportExtensions: false,
    },
    ...{ noUnusedLocals: false, noUnusedParameters: false, rootDir: '.', outDir: '.', tsBuildInfoFile: null },
  },
};

/** Writes and compiles modules in a folder inside `dist`; gives the compiler's words, empty when all is well. */
export function compileModules(folder: string, modules: readonly string[]): string {
  const path = join(ROOT, 'dist', folder);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  const files = modules.map((_, i) => `example-${i}.ts`);
  writeFileSync(join(path, 'tsconfig.json'), JSON.stringify({ ...CONFIG, include: [], files }));
  modules.forEach((text, i) => writeFileSync(join(path, `example-${i}.ts`), text));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', path], { encoding: 'utf8' });
  return stdout + stderr;
}

/** Loads a compiled example. */
export async function loadExample(folder: string, index: number): Promise<ExampleModule> {
  const url = pathToFileURL(join(ROOT, 'dist', folder, `example-${index}.js`)).href;
  return (await import(/* @vite-ignore */ url)) as ExampleModule;
}

/** Names a compiled module of the package gives at run time. */
export async function loadNames(module: string): Promise<ReadonlySet<string>> {
  const url = pathToFileURL(join(ROOT, 'dist', module)).href;
  const loaded = (await import(/* @vite-ignore */ url)) as Readonly<Record<string, unknown>>;
  return new Set(Object.keys(loaded));
}
