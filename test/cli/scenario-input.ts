/** A scenario of the made-up region as a file: what the tests of scenario files share. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../../src/model/answer.ts';
import type { Modification, ScenarioFile } from '../../src/model/scenario.ts';
import { makeFolder, runOnRegion, type Run } from './run.ts';

/** A road past everything from Ambertown to Birchtown, and slower old roads. */
export const MODIFICATIONS: readonly Modification[] = [
  {
    ...{ kind: 'build', id: 'north', title: 'North road', facility: 'expressway', postedKmh: 120 },
    line: [
      [-29.7, 30.4],
      [-29.5, 30.7],
      [-29.2, 30.75],
    ],
    interchanges: [
      { vertex: 0, node: 'A0' },
      { vertex: 2, node: 'B0' },
    ],
  },
  { kind: 'change', links: ['M-CJ'], postedKmh: 100 },
];

export function toFile(more: Partial<ScenarioFile> = {}): ScenarioFile {
  const head = {
    schema: 'beltway/scenario@2',
    id: 'north',
    title: 'With a north road',
    base: 'without-belt',
  } as const;
  return { ...head, modifications: MODIFICATIONS, ...more };
}

export function write(content: unknown, name = 'north.json', folder = makeFolder()): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Minutes and verdicts of an answer, whatever its scenarios are called. */
export function toNumbers({ out }: Run): readonly unknown[] {
  const { cells, groups } = JSON.parse(out) as Analysis;
  return [...cells, ...groups].map((row) => ({ ...row, scenario: '' }));
}

export function compare(build: string, ...more: readonly string[]): Run {
  return runOnRegion('compare', '--base', 'without-belt', '--build', build, '--format', 'json', ...more);
}
