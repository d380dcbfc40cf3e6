/** Scenarios of the user on the page: asked as a command asks for their files, byte for byte. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MODIFICATION_KINDS, readScenario, type Modification, type ScenarioFile } from '../../src/index.ts';
import { writeFile, writeTable } from '../../web/engine/files.ts';
import { trySoundly, withScenarios } from '../../web/engine/own-scenarios.ts';
import { readFile } from '../../web/engine/read-scenario.ts';
import { toTableRequest } from '../../web/engine/table.ts';
import { dataset } from '../../web/state/answers.ts';
import { choice, DEFAULT_CHOICE, toRequest, type Choice } from '../../web/state/choice.ts';
import { toArguments, toPartArguments, toTableArguments, type Part } from '../../web/state/command.ts';
import {
  askedScenarios,
  findOwnScenario,
  isOwnScenario,
  ownScenarios,
} from '../../web/state/own-scenarios.ts';
import { toOrdered } from '../../web/studio/order.ts';
import { toFileText } from '../../web/studio/text.ts';
import { run } from '../cli/run.ts';
import { DATASET } from './answer-fixture.ts';

const FILE: ScenarioFile = toOrdered({
  ...{ schema: 'beltway/scenario@2', id: 'leping', title: 'Leping link', base: '2010-without-belt' },
  modifications: [
    {
      ...{ kind: 'build', id: 'leping-link', title: 'Leping link road', facility: 'arterial', postedKmh: 80 },
      line: [[113.01893, 23.26411], [113.09, 23.32], [113.178, 23.376]], // prettier-ignore
      interchanges: [
        { vertex: 0, node: 'T_LEPING' },
        { vertex: 2, node: 'NISSAN_J' },
      ],
    },
    { kind: 'set-speed-factor', facilities: ['arterial'], factor: 0.5, off: true },
  ],
});
const ASKED: Choice = { ...DEFAULT_CHOICE, base: '2010-without-belt', build: 'leping' };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beltway-own-'));
  writeFileSync(join(folder, 'leping.json'), toFileText(FILE));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  dataset.value = DATASET;
  ownScenarios.value = [{ file: FILE, version: 1 }];
  choice.value = ASKED;
});

/** Arguments with the file where it lies; a command shows its base name alone in what it writes. */
const inFolder = (args: readonly string[]): readonly string[] =>
  args.map((arg) => (arg === 'leping.json' ? join(folder, arg) : arg));

describe('a scenario of the user', () => {
  it('is what a command reads from its file', () => {
    const { scenario, file } = readScenario(DATASET, toFileText(FILE), 'leping.json');
    expect(findOwnScenario('leping')).toEqual(scenario);
    expect(JSON.stringify(findOwnScenario('leping'))).toBe(JSON.stringify(scenario));
    expect(file).toEqual(FILE);
    expect(isOwnScenario('leping')).toBe(true);
    expect(isOwnScenario('2010-with-belt')).toBe(false);
  });

  it('is asked for by value, and the same value while it is the same', () => {
    const before = askedScenarios.value;
    expect(before.scenarios?.map(({ id }) => id)).toEqual(['leping']);
    ownScenarios.value = [{ file: { ...FILE }, version: 2 }];
    choice.value = { ...ASKED };
    expect(askedScenarios.value).toBe(before);
    choice.value = DEFAULT_CHOICE;
    expect(askedScenarios.value).toEqual({});
  });

  it('that stands on what is not there, or on itself, cannot be asked for', () => {
    const [lost, round] = [{ ...FILE, id: 'lost', base: 'gone' }, { ...FILE, id: 'round', base: 'turn' }]; // prettier-ignore
    const turn = { ...FILE, id: 'turn', base: 'round' };
    const on = { ...FILE, id: 'on', base: 'leping', modifications: [] };
    ownScenarios.value = [lost, round, turn, on, FILE].map((file) => ({ file, version: 1 }));
    expect(['lost', 'round', 'turn'].map(findOwnScenario)).toEqual([undefined, undefined, undefined]);
    expect(findOwnScenario('on')?.standsOn).toEqual(['2010-without-belt', 'leping']);
  });

  it('is exported with the bytes of the command line', () => {
    const dayOf = (): string => '2010-12-31';
    const around = { dayOf, isOwn: isOwnScenario, ownSites: false };
    const asked = { ...toRequest(ASKED, dayOf), ...askedScenarios.value };
    const { dataset: data, request } = withScenarios(DATASET, asked);
    const part: Part = { kind: 'trip', origin: 'Z_SS_LP', destination: 'NISSAN_HD1' };
    const own = { kind: 'json', request, scene: null } as const;
    for (const [trip, args] of [
      [null, toArguments(ASKED, around)],
      [part, toPartArguments(ASKED, part, around)],
    ] as const) {
      expect(args).toContain('leping.json');
      const { code, out, err } = run([...inFolder(args), '--format', 'json']);
      expect([code, err]).toEqual([0, '']);
      const mine = writeFile(data, { ...own, trip });
      const [ours, theirs] = [mine, out.replaceAll(`${folder}/`, '')].map((text) => text.split('\n'));
      const at = theirs?.findIndex((line, i) => line !== ours?.[i]) ?? 0;
      expect([at, ours?.[at], ours?.length]).toEqual([-1, undefined, theirs?.length]);
      expect(mine).toContain('leping');
    }
  });

  it.each([
    ['as it is', {}],
    ['at an hour, with another tolerance', { departS: 27_000, toleranceS: 900 }],
    ['of its own date', { ofThatDate: true, vehicleClass: 'heavy-truck', groupChoice: { honda: 'every' } }],
  ] as const)('stands beside others with the bytes of the command line: %s', (_, part) => {
    const asked: Choice = { ...ASKED, ...part };
    const dayOf = (): string => '2010-12-31';
    // By the hour each scenario is searched for many departures.
    const ids = 'departS' in part ? ['leping'] : ['2010-without-belt', 'leping', '2006-07-01'];
    const own = ids.flatMap((id) => findOwnScenario(id) ?? []);
    const { dataset: data, request } = withScenarios(
      DATASET,
      toTableRequest(toRequest(asked, dayOf), ids, own),
    );
    const args = toTableArguments(asked, ids, { dayOf, isOwn: isOwnScenario, ownSites: false });
    const { code, out, err } = run([...inFolder(args), '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    expect(writeTable(data, request, 'json')).toBe(out.replaceAll(`${folder}/`, ''));
  });

  it('counts without what is wrong in it, and the rest of the page asks the same', () => {
    const [road] = FILE.modifications;
    const bad = { kind: 'close', sections: ['NOPE'] } as const;
    ownScenarios.value = [{ file: { ...FILE, modifications: [bad, ...FILE.modifications] }, version: 1 }];
    const scenario = findOwnScenario('leping');
    if (scenario === undefined || road === undefined) throw new Error('no scenario');
    const tried = trySoundly(DATASET, scenario);
    const asked = { base: '2010-without-belt', build: 'leping', scenarios: [scenario] };
    const own = tried.modifications.slice(-3);
    expect(own.map(({ problems }) => problems.map(({ path }) => path))).toEqual([['sections[0]'], [], []]);
    expect(own[1]?.features).toEqual(['leping-link.1']);
    expect(trySoundly(DATASET, { ...scenario })).toBe(tried);
    const { dataset: data, request } = withScenarios(DATASET, asked);
    expect(request).not.toHaveProperty('scenarios');
    expect(data.ownScenarios?.[0]?.scenario).toBe(tried.sound);
    expect(withScenarios(DATASET, asked).dataset).toBe(data);
  });
});

describe('a scenario file that is opened', () => {
  it('comes back in the form of today, or with every problem and nothing else', () => {
    const input = { name: 'x.json', others: [] };
    const text = toFileText(FILE);
    expect(readFile(DATASET, { ...input, text }).file).toEqual(FILE);
    const old = {
      ...FILE,
      schema: 'beltway/scenario@1',
      base: undefined,
      date: '2010-12',
      modifications: [],
    };
    expect(readFile(DATASET, { ...input, text: JSON.stringify(old) }).file?.schema).toBe(
      'beltway/scenario@2',
    );
    const bad = { ...FILE, base: 'gone', modifications: [{ kind: 'close', sections: [] }, { kind: 'fly' }] };
    const { file, problems } = readFile(DATASET, { ...input, text: JSON.stringify(bad) });
    expect(file).toBeNull();
    expect(problems.length).toBeGreaterThan(1);
    for (const problem of problems) expect(problem).toMatch(/^x\.json: /);
  });

  it('tells what is wrong with a modification at its place in the file, whatever it stands on', () => {
    const late = { ...FILE, modifications: [...FILE.modifications, { kind: 'close', sections: ['NOPE'] }] };
    const { problems } = readFile(DATASET, { name: 'x.json', text: JSON.stringify(late), others: [] });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^x\.json: modifications\[2\]\.sections\[0\]: /);
  });
});

describe('the order of keys', () => {
  it('is that of the loader for every kind of modification', () => {
    const at = [113.3, 23.2] as const;
    const area = { rule: 'touching', ring: [[113, 23], [113.2, 23], [113.1, 23.1]] } as const; // prettier-ignore
    const interchanges = [{ share: 0.25, link: 'NOPE', vertex: 0 }, { newNode: 'mine', vertex: 1 }]; // prettier-ignore
    const rows: readonly Modification[] = [
      {
        ...{
          off: true,
          label: 'x',
          interchanges,
          closed: null,
          opened: '2009',
          signals: 2,
          accessible: true,
        },
        ...{ oneWay: true, tariff: null, lanesPerDirection: 3, postedKmh: 80, facility: 'local', title: 'R' },
        ...{ line: [[113, 23], [113.1, 23]], id: 'r', kind: 'build' }, // prettier-ignore
      },
      {
        off: true,
        area,
        facilities: ['local'],
        links: ['a'],
        sections: ['b'],
        highways: ['c'],
        kind: 'close',
      },
      { off: true, tariff: 't', lanesPerDirection: 2, postedKmh: 60, links: ['a'], kind: 'change' },
      { off: true, closed: null, opened: '2009', sections: ['a'], kind: 'set-dates' },
      { off: true, factor: 0.5, area, kind: 'set-speed-factor' },
      { off: true, at, group: 'nissan', title: 'P', id: 'p', kind: 'add-plant' },
      { off: true, at, plant: 'NISSAN_HD1', kind: 'move-plant' },
      { off: true, at, tier: 1, keiretsu: null, title: 'S', id: 's', kind: 'add-supplier' },
    ];
    expect(rows.map(({ kind }) => kind)).toEqual(MODIFICATION_KINDS);
    const mixed: ScenarioFile = {
      note: 'n',
      modifications: rows,
      base: '2010-12',
      title: 'T',
      id: 'x',
      schema: FILE.schema,
    };
    const { file, problems } = readScenario(DATASET, JSON.stringify(mixed), 'x.json');
    expect(problems).toEqual([]);
    expect(JSON.stringify(toOrdered(mixed))).toBe(JSON.stringify(file));
    expect(JSON.stringify(mixed)).not.toBe(JSON.stringify(file));
  });
});
