/** Files that stop being JSON: each kind says at which line and column, and what stands there. */
import { expect, it } from 'vitest';
import { importProjectCard } from '../../src/load/project-card.ts';
import { readProfile } from '../../src/load/profile-file.ts';
import { readRoadRules } from '../../src/load/road-rules.ts';
import { readScenario } from '../../src/load/scenario-file.ts';
import { readVehicleClass } from '../../src/load/vehicle-class-file.ts';
import { readReport } from '../../src/report-file/read.ts';
import type { Problem } from '../../src/problems.ts';
import { SHIPPED } from '../data-sets.ts';

type Read = (text: string, file: string) => { readonly problems?: readonly Problem[] };

const KINDS: readonly (readonly [string, Read])[] = [
  ['a scenario', (text, file) => readScenario(SHIPPED, text, file)],
  ['a profile', (text, file) => readProfile(SHIPPED, text, file)],
  ['road rules', readRoadRules],
  ['a vehicle class', readVehicleClass],
  ['a project card', (text, file) => importProjectCard(SHIPPED, text, file, '2010-12')],
  ['a report', (text, file) => readReport(text, file) as { readonly problems?: readonly Problem[] }],
];

it.each(KINDS)('%s names the place', (_, read) => {
  const { problems } = read('{"schema": "beltway/any@1",\n  id: 3}', 'mine.json');
  expect(problems).toEqual([
    {
      ...{ file: 'mine.json', path: 'line 2, column 3', code: 'not-json' },
      ...{ expected: 'a key in double quotes', found: '"id: 3}"' },
    },
  ]);
});

it('a report in Markdown names the place in the whole file', () => {
  const read = readReport('# Report\n\n```json\n{"schema": 07}\n```\n', 'report.md');
  expect(read).toMatchObject({ problems: [{ path: 'line 4, column 13' }] });
});
