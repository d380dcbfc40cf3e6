/** The whole answer on the made-up region and on the shipped data: its parts agree with each other and with a route. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { findPlace } from '../../src/answer/place.ts';
import { findRoute } from '../../src/matrix/route.ts';
import type { Analysis, AnswerCell } from '../../src/model/answer.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { toSetting } from '../../src/network/setting.ts';
import { DataError } from '../../src/problems.ts';
import { ANSWER_SCHEMAS } from '../../src/report/schemas/index.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { SHIPPED, THREE_TOWNS as REGION } from '../data-sets.ts';

function findCell(answer: Analysis, scenario: string, origin: string, destination: string): AnswerCell {
  const cell = answer.cells.find(
    (one) => one.scenario === scenario && one.origin === origin && one.destination === destination,
  );
  if (cell === undefined) throw new Error(`no cell ${scenario} ${origin} ${destination}`);
  return cell;
}

function listProblems(dataset: Dataset, request: Parameters<typeof analyse>[1]): readonly string[] {
  try {
    analyse(dataset, request);
  } catch (error) {
    if (error instanceof DataError) return error.problems.map(({ path }) => path);
    throw error;
  }
  return [];
}

describe.each([
  ['the made-up region', REGION],
  ['the shipped data', SHIPPED],
])('an answer on %s', (_, dataset) => {
  const answer = analyse(dataset);

  it('has the published schema', () => {
    const result = ANSWER_SCHEMAS['analysis']?.safeParse(JSON.parse(JSON.stringify(answer)));
    expect(result?.error?.issues ?? []).toEqual([]);
  });

  it('is the same text twice and leaves the data set alone', () => {
    const before = JSON.stringify(dataset);
    expect(JSON.stringify(analyse(dataset))).toBe(JSON.stringify(answer));
    expect(JSON.stringify(dataset)).toBe(before);
  });

  it('has one cell for every scenario, origin and destination, and null only where nothing is reached', () => {
    const { scenarios, origins, destinations, cells } = answer;
    expect(cells).toHaveLength(scenarios.length * origins.length * destinations.length);
    for (const cell of cells) {
      const values = Object.values(cell).filter((value) => typeof value !== 'string');
      expect(new Set(values.map((value) => value === null)).size).toBe(1);
      if (cell.timeS === null) continue;
      const site = origins.find(({ id }) => id === cell.origin)?.site;
      if (site !== cell.destination) expect(cell.timeS).toBeGreaterThan(0);
      expect(cell.lowS).toBeLessThanOrEqual(cell.timeS);
      expect(cell.highS).toBeGreaterThanOrEqual(cell.timeS);
      const parts = Object.values(cell.byFacilityS ?? {}).reduce((sum, part) => sum + part, 0);
      expect(Math.abs(parts - cell.timeS)).toBeLessThan(1e-6);
    }
  });

  it('gives each group the least time of its plants and the verdict of that time', () => {
    for (const row of answer.groups) {
      const plants = dataset.plants.filter(
        ({ group, kind, startOfProduction }) =>
          group === row.group &&
          kind === 'vehicle' &&
          startOfProduction.slice(0, 4) <= answer.plantDate.slice(0, 4),
      );
      const times = plants.map(({ id }) => findCell(answer, row.scenario, row.origin, id).timeS ?? Infinity);
      const least = Math.min(Infinity, ...times);
      expect(row.timeS ?? Infinity).toBe(least);
      const tolerant = least <= answer.cutoffS + answer.toleranceS ? 'tolerant' : 'no';
      const strict = least <= answer.cutoffS ? 'strict' : tolerant;
      expect(row.verdict).toBe(least === Infinity ? 'unreachable' : strict);
    }
  });

  it('closing the belt never shortens a trip', () => {
    const [base, build] = ['base', 'build'].map(
      (role) => answer.scenarios.find((one) => one.role === role)?.id,
    );
    for (const { origin, destination, timeS } of answer.cells.filter(({ scenario }) => scenario === base)) {
      const withBelt = findCell(answer, build ?? '', origin, destination).timeS ?? Infinity;
      expect(withBelt).toBeLessThanOrEqual(timeS ?? Infinity);
    }
  });

  it('agrees with the route of the same trip to the millisecond', () => {
    const setting = toSetting(dataset, { vehicleClass: answer.vehicleClass, trafficState: answer.traffic });
    const sample = answer.cells.filter((_cell, index) => index % Math.ceil(answer.cells.length / 12) === 0);
    for (const cell of sample) {
      const [from, to] = [cell.origin, cell.destination].map((id) => findPlace(dataset, id).place);
      if (from === undefined || to === undefined) continue;
      const route = findRoute(dataset, findScenario(dataset, cell.scenario), setting, from, to);
      expect(cell.timeS === null ? null : cell.timeS * 1000).toBe(route.best?.timeMs ?? null);
    }
  });

  it('counts attributions as the two verdicts say', () => {
    const base = answer.scenarios.find(({ role }) => role === 'base')?.id;
    const build = answer.scenarios.find(({ role }) => role === 'build')?.id;
    for (const { origin, group, strict } of answer.attribution) {
      const verdict = (scenario: string | undefined): boolean =>
        answer.groups.some(
          (row) =>
            row.scenario === scenario &&
            row.origin === origin &&
            row.group === group &&
            row.verdict === 'strict',
        );
      const words = { truetrue: 'yes-in-both', falsetrue: 'no-to-yes', falsefalse: 'no-in-both' } as const;
      const key = `${verdict(base)}${verdict(build)}`;
      expect(strict).toBe(key in words ? words[key as keyof typeof words] : 'yes-to-no');
    }
  });
});

describe('a request', () => {
  it('compares a scenario with itself and finds no change', () => {
    const answer = analyse(SHIPPED, {
      base: '2010-with-belt',
      build: '2010-12-31',
      origins: ['S001', 'Z_SS_LP'],
    });
    const changed = answer.attribution.filter(
      ({ strict }) => strict === 'no-to-yes' || strict === 'yes-to-no',
    );
    expect(changed).toEqual([]);
    expect(answer.sentences.headline).toContain('changes no 60-minute verdict');
  });

  it('never calls a difference of dates an effect of the belt', () => {
    const { headline } = analyse(SHIPPED, { base: '2006-07', build: '2010-12', origins: ['S001'] }).sentences;
    expect(headline).toContain('not the effect of the belt alone');
  });

  it('takes points, and the same point however it is written', () => {
    const answer = analyse(REGION, { origins: ['-29.5, 30.50'], destinations: [REGION.plants[0]?.id ?? ''] });
    expect(answer.origins[0]?.id).toBe('-29.5,30.5');
    expect(answer.destinations).toHaveLength(1);
  });

  it('is told everything that is wrong with it at once', () => {
    const paths = listProblems(SHIPPED, {
      base: 'nowhere',
      vehicleClass: 'tram',
      traffic: 'jam',
      cutoffS: -1,
      groupChoice: { honda: 'TOYOTA_NS', ford: 'any' },
      origins: ['Z_NONE'],
    });
    expect(paths).toEqual(
      expect.arrayContaining([
        'cutoffS',
        'vehicleClass',
        'trafficState',
        'groupChoice',
        'groupChoice.honda',
        'place',
      ]),
    );
  });

  it('says that longitude comes first when a point is turned round', () => {
    expect(() => findPlace(SHIPPED, '23.1,113.2')).toThrow('longitude comes first');
  });

  it('refuses a supplier whose site is not known as a place', () => {
    expect(() => findPlace(SHIPPED, 'S058')).toThrow('whose site is known');
  });
});
