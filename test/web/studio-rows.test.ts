/** Rows as the studio's tools begin them, and what of them the map shows. */
import { describe, expect, it } from 'vitest';
import { tryModifications, type Modification, type Scenario, type ScenarioFile } from '../../src/index.ts';
import { toStudio } from '../../web/map/studio-data.ts';
import {
  DEFAULT_FACTOR,
  defaultKmh,
  newChange,
  newDates,
  newRoad,
  toggleTarget,
  toNewId,
} from '../../web/studio/new-rows.ts';
import { DATASET, WITH } from './answer-fixture.ts';

const FILE: ScenarioFile = {
  ...{ schema: 'beltway/scenario@2', id: 'mine', title: 'Mine', base: WITH },
  modifications: [],
};
const BASE = DATASET.scenarios.find(({ id }) => id === WITH) as Scenario;
const problemsOf = (row: Modification) =>
  tryModifications(DATASET, { ...BASE, modifications: [row] }).modifications[0]?.problems;

describe('a row that begins', () => {
  it('is sound as it is, whichever the tool', () => {
    const rows = (['close', 'change', 'set-speed-factor'] as const).flatMap((kind) => [
      newChange(DATASET, kind, { links: ['N2R.TAIHE-BADOU'] }),
      newChange(DATASET, kind, { sections: ['N2R'] }),
    ]);
    for (const row of rows) expect(problemsOf(row), row.kind).toEqual([]);
    expect(newChange(DATASET, 'set-speed-factor', { sections: ['N2R'] })).toMatchObject({
      factor: DEFAULT_FACTOR,
    });
  });

  it('says of a road what its signs say already, so that only what is changed is changed', () => {
    const link = DATASET.links.find(({ section }) => section === 'N2R');
    const kmh = link?.postedKmh ?? link?.designKmh;
    expect(newChange(DATASET, 'change', { sections: ['N2R'] })).toMatchObject({ postedKmh: kmh });
    expect(newRoad(DATASET, 'x', 'X')).toMatchObject({ postedKmh: defaultKmh(DATASET, 'expressway') });
  });

  it('has the dates that its section has', () => {
    const row = newDates(DATASET, 'N2R');
    expect(row).toEqual({ kind: 'set-dates', sections: ['N2R'], opened: '2001-10-26', closed: null });
    expect(problemsOf(row)).toEqual([]);
  });

  it('has an id that neither the data nor the scenario has', () => {
    expect(toNewId(DATASET, FILE, 'road')).toEqual({ id: 'road-1', count: 1 });
    const taken = { ...FILE, modifications: [newRoad(DATASET, 'road-1', 'New road 1')] };
    expect(toNewId(DATASET, taken, 'road')).toEqual({ id: 'road-2', count: 2 });
  });
});

describe('a target that is clicked', () => {
  const row = newChange(DATASET, 'close', { links: ['a'] });

  it('comes and goes, and the row with its last one', () => {
    const two = toggleTarget(row, 'links', 'b');
    expect(two).toEqual({ kind: 'close', links: ['a', 'b'] });
    const both = two === null ? null : toggleTarget(two, 'sections', 'S');
    expect(both).toEqual({ kind: 'close', links: ['a', 'b'], sections: ['S'] });
    expect(toggleTarget(row, 'links', 'a')).toBeNull();
  });

  it('leaves the row what else it names', () => {
    const both = { ...row, sections: ['S'] } as Modification;
    expect(toggleTarget(both, 'links', 'a')).toEqual({ kind: 'close', sections: ['S'] });
    const named = { ...row, label: 'mine' } as Modification;
    expect(toggleTarget(named, 'links', 'a')).toBeNull();
  });
});

describe('the map of the studio', () => {
  const ring = [[113, 23], [113.1, 23], [113, 23.1]] as const; // prettier-ignore
  const area = newChange(DATASET, 'close', { area: { ring, rule: 'touching' } });
  const road = { ...newRoad(DATASET, 'x', 'X'), line: [ring[0], ring[1]] };
  const kindsOf = (rows: readonly Modification[], wrong: readonly number[] = []) =>
    toStudio({ ...FILE, modifications: rows }, (at) => wrong.includes(at), [], []).features.map(
      ({ properties }) => properties?.['kind'] as string,
    );

  it('shows areas that count, closed at their first corner, and roads that do not count', () => {
    expect(kindsOf([area, road])).toEqual(['area']);
    expect(
      kindsOf([
        { ...area, off: true },
        { ...road, off: true },
      ]),
    ).toEqual(['idle']);
    expect(kindsOf([road], [0])).toEqual(['idle']);
    const [feature] = toStudio({ ...FILE, modifications: [area] }, () => false, [], []).features;
    expect(feature?.geometry).toEqual({ type: 'Polygon', coordinates: [[...ring, ring[0]]] });
  });
});
