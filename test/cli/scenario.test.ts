/** `beltway scenario`, and scenario files wherever a command takes a scenario. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/model/answer.ts';
import type { ProjectCard } from '../../src/model/project-card.ts';
import type { ScenarioTable } from '../../src/model/scenario-table.ts';
import type { Modification, ScenarioFile } from '../../src/model/scenario.ts';
import { makeFolder, run, runOnRegion } from './run.ts';
import { compare, toFile, toNumbers, write } from './scenario-input.ts';

describe('a scenario file', () => {
  it('is asked for like any scenario, and is in the answer whole', () => {
    const file = write(toFile());
    const { out, code } = compare(file);
    const { scenarios } = JSON.parse(out) as Analysis;
    expect(code).toBe(0);
    expect(scenarios.map(({ id, own }) => [id, own?.modifications.length])).toEqual([
      ['without-belt', undefined],
      ['north', 3],
    ]);
    expect(compare(file).out).toBe(out);
    expect(toNumbers({ out, code, err: '' })).not.toEqual(toNumbers(compare('without-belt')));
  });

  it.each([
    ['check'],
    ['route', 'Z_AMBER_PARK', 'P_BROOK'],
    ['reach', 'P_BROOK'],
    ['fastest-routes'],
    ['locate'],
    ['independence'],
    ['flowchart'],
    ['isochrone', 'P_BROOK'],
    ['overlap'],
    ['day'],
    ['reliability'],
  ])('works with %s', (...args) => {
    const { code, err } = runOnRegion(...args, '--base', 'without-belt', '--build', write(toFile()));
    expect([code, err]).toEqual([0, '']);
  });

  it('works with matrix', () => {
    const { code, out } = runOnRegion('matrix', '--scenario', write(toFile()), '--format', 'csv');
    expect([code, out.includes('north')]).toEqual([0, true]);
  });

  it('stands on one beside it', () => {
    const folder = makeFolder();
    write(toFile(), 'north.json', folder);
    const onTop = {
      id: 'slow',
      title: 'Slow',
      base: 'north',
      modifications: [{ kind: 'set-speed-factor', factor: 0.5, facilities: ['expressway'] }],
    };
    const { out, err } = runOnRegion(
      'scenario',
      'show',
      write(toFile(onTop as Partial<ScenarioFile>), 'slow.json', folder),
    );
    expect(err).toBe('');
    expect(out).toContain('It stands on without-belt, north.');
    expect(out).toContain('slow expressway roads to 0.5 of the driven speed');
  });

  it('of version 1 is read as before', () => {
    const { base: date, ...rest } = toFile({ base: '2010-12-31', modifications: [] });
    const { out } = runOnRegion('scenario', 'show', write({ ...rest, schema: 'beltway/scenario@1', date }));
    expect(out).toContain('The roads of 2010-12-31');
  });
});

describe('scenario new, check, show, apply', () => {
  it('begins an empty file that is the base', () => {
    const file = join(makeFolder(), 'mine.json');
    expect(runOnRegion('scenario', 'new', 'mine', '--on', 'with-belt', '--out', file).code).toBe(0);
    expect(runOnRegion('scenario', 'check', file).out).toMatch(/: a scenario of \d modifications?\n$/);
    expect(toNumbers(compare(file))).toEqual(toNumbers(compare('with-belt')));
  });

  it('counts what each modification does', () => {
    const { out } = runOnRegion('scenario', 'show', write(toFile()), '--format', 'csv');
    expect(out.split('\r\n').map((line) => line.split(',').slice(2, 8).join(','))).toEqual([
      'kind,label,off,added,removed,changed',
      'close,,false,0,10,0',
      'build,,false,2,0,0',
      'change,,false,0,0,2',
      '',
    ]);
  });

  it('gives the roads as lines, as a table and as GMNS tables', () => {
    const file = write(toFile());
    const { features } = JSON.parse(runOnRegion('scenario', 'apply', file).out) as {
      readonly features: readonly { readonly id: string }[];
    };
    expect(features.map(({ id }) => id)).toContain('north.1');
    expect(runOnRegion('scenario', 'apply', file, '--format', 'csv').out).toContain('north.1~r,B0,A0');
    const folder = join(makeFolder(), 'gmns');
    expect(runOnRegion('scenario', 'apply', file, '--format', 'gmns', '--out', folder).code).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(['config.csv', 'link.csv', 'node.csv']);
    expect(readFileSync(join(folder, 'link.csv'), 'utf8')).toContain('north.1~r');
    expect(runOnRegion('scenario', 'apply', file, '--format', 'gmns').code).toBe(2);
  });
});

describe('a ProjectCard', () => {
  it('comes back as a scenario of the same minutes', () => {
    const file = write(toFile());
    const card = write(runOnRegion('scenario', 'export', file).out, 'card.json');
    const back = write(runOnRegion('scenario', 'import', card, '--on', '2010-12-31').out, 'back.json');
    expect(toNumbers(compare(back))).toEqual(toNumbers(compare(file)));
    expect(toNumbers(compare(back))).not.toEqual(toNumbers(compare('without-belt')));
  });

  it('tells what it cannot say', () => {
    const slow: Modification = { kind: 'set-speed-factor', factor: 0.5, links: ['M-CJ'] };
    const { code, err } = runOnRegion('scenario', 'export', write(toFile({ modifications: [slow] })));
    expect([code, err]).toEqual([0, 'not in the card: slow M-CJ to 0.5 of the driven speed\n']);
  });

  it('with what a scenario cannot say is refused', () => {
    const card = {
      project: 'Elm Street',
      changes: [
        {
          roadway_property_change: {
            facility: { links: { model_link_id: [1] } },
            property_changes: { price: { set: 1 } },
          },
        },
        { roadway_deletion: { links: { model_link_id: [999_999] } } },
        { transit_property_change: {} },
      ],
    };
    const first = runOnRegion('scenario', 'import', write(card));
    expect(first.code).toBe(3);
    expect(first.err).toContain('changes[2]');
    const second = runOnRegion('scenario', 'import', write({ ...card, changes: card.changes.slice(0, 2) }));
    for (const part of [
      'both directions of',
      'a property that a scenario can set',
      'a link of the data set, 1 to',
    ])
      expect(second.err).toContain(part);
  });

  it('of other data is refused', () => {
    const { out } = runOnRegion('scenario', 'export', 'without-belt');
    const card = JSON.parse(out) as ProjectCard;
    const { code, err } = run(['scenario', 'import', write(card), '--on', '2010-12-31']);
    expect([code, err.includes('numbers of this data set')]).toEqual([3, true]);
  });
});

describe('scenario compare', () => {
  const asked = ['scenario', 'compare', 'without-belt', 'with-belt'];

  it('has in every form the numbers of the JSON', () => {
    const file = write(toFile());
    const table = JSON.parse(runOnRegion(...asked, file, '--format', 'json').out) as ScenarioTable;
    const lines = runOnRegion(...asked, file, '--format', 'csv')
      .out.trimEnd()
      .split('\r\n');
    expect(lines.length).toBe(4);
    for (const [i, { id, strict, meanS, worst, openedM }] of table.scenarios.entries()) {
      const titles = lines[0]?.split(',') ?? [];
      const line = lines[i + 1]?.split(',') ?? [];
      const say = (title: string): string | undefined => line[titles.indexOf(title)];
      expect([say('scenario'), say('passes_strict')]).toEqual([id, String(strict.value)]);
      expect([say('mean_s'), say('worst_s_high'), say('opened_m')].map(Number)).toEqual([
        ...[meanS.value, worst?.time.high ?? null, openedM].map(Number),
      ]);
    }
    expect(table.command).toContain(`scenario compare without-belt with-belt ${file} --data`);
    expect(table.scenarios.map(({ id }) => id)).toEqual(['without-belt', 'with-belt', 'north']);
  });

  it('says with a dash that there is no way, never 0', () => {
    const folder = makeFolder();
    const all = {
      id: 'cut',
      title: 'Cut',
      base: 'with-belt',
      modifications: [{ kind: 'close', facilities: ['arterial', 'expressway'] }],
    };
    const file = write(toFile(all as Partial<ScenarioFile>), 'cut.json', folder);
    const { out, err } = runOnRegion('scenario', 'compare', file);
    expect(err).toBe('');
    expect(out).toMatch(/^worst min +—$/m);
    expect(out).toMatch(/^mean min +—$/m);
    expect(out).toMatch(/^mean toll CNY +—$/m);
    const csv = runOnRegion('scenario', 'compare', file, '--format', 'csv').out;
    expect(csv.split('\r\n')[1]).toMatch(/,,,/);
  });

  it('refuses what it cannot compare', () => {
    expect(runOnRegion(...asked, 'with-belt').code).toBe(2);
    expect(runOnRegion(...asked, 'nowhere').err).toContain('"nowhere"');
    expect(runOnRegion(...asked, '--value-of-time', '3').err).toContain('unknown option');
  });
});
