import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../cli/run.ts';
import { compileModules, loadExample, loadNames } from './compile.ts';
import { listSourceExamples, toModule } from './examples.ts';

const FOLDER = '.docs-source';
const examples = listSourceExamples();
let compiled = '';

/** Modules without the line that would run a program when they are imported. */
const isLibrary = (module: string): boolean => !module.startsWith('cli/');

beforeAll(async () => {
  buildOnce();
  const names = new Map<string, ReadonlySet<string>>();
  for (const module of new Set(['index.js', ...examples.map((one) => one.module ?? '')])) {
    if (isLibrary(module)) names.set(module, await loadNames(module));
  }
  compiled = compileModules(
    FOLDER,
    examples.map((example) => toModule(example, (module) => names.get(module) ?? new Set())),
  );
});

/** The value as JSON says it: what an arrow shows. */
function toJsonValue(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null');
}

describe('examples in the sources', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(50);
  });

  it('compile', () => {
    expect(compiled).toBe('');
  });

  it.each(examples.map(({ where }, index) => ({ where, index })))(
    '$where does what it says',
    async ({ index }) => {
      const { run } = await loadExample(FOLDER, index);
      expect.hasAssertions();
      await run((found, expected) => {
        expect(toJsonValue(found)).toEqual(toJsonValue(expected));
      });
    },
  );
});
