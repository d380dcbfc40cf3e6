/** Days of traffic and bans: what is refused, with the hour and the value. */
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/load/index.ts';
import { readProfile } from '../../src/load/profile-file.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { editRegion, GONE, listTold, toMatch } from './region.ts';

const DAY = 'profiles/weekday.json';
const ROW = 'factors.expressway';

describe('a day of traffic', () => {
  it.each([
    ['25 hours', `${ROW}.value.24`, 1.3, [`${ROW}.value[24]`, 'nothing after the factor at 23:00']],
    ['a gap', `${ROW}.low.5`, null, [`${ROW}.low[5]`, 'factor on running time at 5:00']],
    ['a negative factor', `${ROW}.high.7`, -1, [`${ROW}.high[7]`, 'factor on running time at 7:00']],
    ['faster than free flow', `${ROW}.value.3`, 0.9, [`${ROW}.value[3]`, 'at 3:00, 1 to 5']],
    ['no source', `${ROW}.source`, GONE, [`${ROW}.source`, 'a source']],
    ['an unknown vehicle', 'byVehicleClass.tram', {}, ['byVehicleClass.tram', 'a vehicle class']],
  ] as const)('with %s is refused', (_, path, value, [told, words]) => {
    const problems = listTold([DAY, path, value]);
    expect(problems.map(([, where]) => where)).toContain(told);
    expect(problems.find(([, where]) => where === told)?.[2]).toContain(words);
  });

  it('with 23 hours is refused', () => {
    const told = listTold([DAY, `${ROW}.value.23`, GONE]);
    expect(told[0]?.[1]).toBe(`${ROW}.value[23]`);
    expect(told[0]?.[2]).toContain('at 23:00');
  });

  it('out of its own range is refused by the hour', () => {
    expect(listTold([DAY, `${ROW}.value.9`, 4])).toEqual(
      toMatch([['contradiction', `${ROW}.value[9]`, '(its high) at 9:00']]),
    );
  });

  it('on which who leaves later arrives earlier is refused, with hours, values and a link', () => {
    // A link of the region that takes an hour, and a factor that falls from 5 to 1 in one.
    const files = editRegion(
      ...(['value', 'low', 'high'] as const).flatMap((row) => [
        [DAY, `${ROW}.${row}.7`, 5] as const,
        [DAY, `${ROW}.${row}.8`, 1] as const,
      ]),
    );
    const { dataset } = loadDataset(editRegion());
    const long = (dataset as Dataset).links.filter(({ facility }) => facility === 'expressway');
    const longest = Math.max(...long.map(({ lengthM }) => lengthM));
    const { problems } = loadDataset(files);
    // At 100 km/h a fall of 4 an hour needs a link of 25 km.
    expect(problems.length > 0).toBe(longest > 24_000);
    const text = editRegion().get(DAY) ?? '';
    const shipped = {
      ...(dataset as Dataset),
      links: long.map((link) => ({ ...link, lengthM: 90_000, lengthLowM: 90_000, lengthHighM: 90_000 })),
    };
    const list = (at: (hour: number) => number): string =>
      `[${Array.from({ length: 24 }, (_, hour) => at(hour)).join(', ')}]`;
    const steep = text
      .replaceAll(/"value": \[[^\]]*\]/g, `"value": ${list((hour) => (hour === 7 ? 5 : 1))}`)
      .replaceAll(/"low": \[[^\]]*\]/g, `"low": ${list(() => 1)}`)
      .replaceAll(/"high": \[[^\]]*\]/g, `"high": ${list(() => 5)}`);
    const read = readProfile(shipped, steep, 'mine.json');
    expect(read.profile).toBeNull();
    expect(read.problems[0]?.path).toBe(`${ROW}.value[8]`);
    expect(read.problems[0]?.expected).toMatch(
      /^a factor of at least [\d.]+ at 8:00 after 5 at 7:00, or who leaves later arrives earlier on /,
    );
    expect(read.problems[0]?.found).toBe('1');
  });

  it('of one’s own is read from a file, or told what it is not', () => {
    const data = loadDataset(editRegion()).dataset as Dataset;
    expect(readProfile(data, editRegion().get(DAY) ?? '', 'mine.json').profile?.id).toBe('weekday');
    expect(readProfile(data, '{"schema":', 'mine.json').problems[0]?.file).toBe('mine.json');
    expect(readProfile(data, '{}', 'mine.json').profile).toBeNull();
  });
});

describe('a ban', () => {
  it.each([
    ['an unknown vehicle', 'bans.0.vehicleClasses.0', 'tram', 'unknown-id', 'bans[0].vehicleClasses[0]'],
    ['an unknown highway', 'bans.0.highways.0', 'moon', 'unknown-id', 'bans[0].highways[0]'],
    ['an unknown section', 'bans.0.sections', ['moon'], 'unknown-id', 'bans[0].sections[0]'],
    ['an unknown link', 'bans.0.links', ['moon'], 'unknown-id', 'bans[0].links[0]'],
    ['24:00', 'bans.0.hours.0.from', '24:00', 'out-of-range', 'bans[0].hours[0].from'],
    ['an end at its beginning', 'bans.0.hours.0.to', '07:00', 'contradiction', 'bans[0].hours[0].to'],
    ['no hours', 'bans.0.hours', [], 'out-of-range', 'bans[0].hours'],
    [
      'a zone that is no ring',
      'bans.0.zone',
      [
        [-29.5, 30.5],
        [-29.4, 30.5],
        [-29.4, 30.6],
      ],
      'contradiction',
      'bans[0].zone',
    ],
    ['no road', 'bans.0.highways', [], 'contradiction', 'bans[0]'],
  ] as const)('with %s is refused', (_, path, value, code, told) => {
    const problems = listTold(['bans.json', path, value]);
    expect(problems.map(([of, where]) => [of, where])).toContainEqual([code, told]);
  });
});
