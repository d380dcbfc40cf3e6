/** Scenarios side by side: every number counted anew from the whole answer of each scenario. */
import { describe, expect, it } from 'vitest';
import {
  analyse,
  compareScenarios,
  findDestinations,
  type Analysis,
  type AnalysisRequest,
  type Dataset,
  type Ranged,
  type Scenario,
  type ScenarioFile,
} from '../../src/index.ts';
import { DataError } from '../../src/problems.ts';
import { standOn } from '../../src/scenario/stand-on.ts';
import { SHIPPED, THREE_TOWNS as REGION } from '../data-sets.ts';
import { cutOff } from './trip-data.ts';

/** A drawn road beside a closed one, and a supplier that only this scenario has. */
const OWN: Scenario = {
  ...{ id: 'mine', title: 'Mine', titleZh: '我的', date: '2010-12-31' },
  modifications: [
    { kind: 'close', sections: ['S2R'] },
    {
      ...{ kind: 'build', id: 'LPL', title: 'Leping link', facility: 'expressway', postedKmh: 100 },
      line: [
        [113.01893, 23.26411],
        [113.178, 23.376],
      ],
      interchanges: [
        { vertex: 0, node: 'T_LEPING' },
        { vertex: 1, node: 'NISSAN_J' },
      ],
    },
  ],
};

const mean = (values: readonly (number | null)[]): number | null =>
  values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;

interface Trip {
  readonly timeS: number | null;
  readonly lowS: number | null;
  readonly highS: number | null;
  readonly tollCny: number | null;
}

/** Trips of placed suppliers to each maker: nearest plant for any, farthest for every, by hand. */
function listTrips(
  dataset: Dataset,
  { cells, origins, groups, groupChoice, plantDate }: Analysis,
  scenario: string,
): readonly Trip[] {
  const suppliers = origins.filter(({ kind }) => kind === 'supplier');
  return suppliers.flatMap(({ id }) =>
    dataset.header.groups.map(({ id: group }): Trip => {
      const choice = groupChoice[group] ?? 'any';
      const found = findDestinations(dataset.plants, group, choice, plantDate) ?? [];
      const plants = new Set(found.map((plant) => plant.id));
      const chosen = groups.find(
        (one) => one.scenario === scenario && one.origin === id && one.group === group,
      );
      const rows = cells.filter(
        (cell) => cell.scenario === scenario && cell.origin === id && plants.has(cell.destination),
      );
      const pick = choice === 'every' ? Math.max : Math.min;
      const end = (key: 'lowS' | 'highS'): number | null => {
        const asked = rows.map((row) => row[key] ?? Infinity);
        const value = pick(...asked);
        return Number.isFinite(value) ? value : null;
      };
      const row = rows.find(({ destination }) => destination === chosen?.plant);
      return {
        ...{ timeS: chosen?.timeS ?? null, tollCny: row?.tollCny ?? null },
        ...{ lowS: end('lowS'), highS: end('highS') },
      };
    }),
  );
}

const within = (trips: readonly Trip[], key: 'timeS' | 'lowS' | 'highS', limitS: number): number =>
  trips.filter((trip) => (trip[key] ?? Infinity) <= limitS).length;

const toRange = (trips: readonly Trip[], limitS: number): Ranged => ({
  value: within(trips, 'timeS', limitS),
  low: within(trips, 'highS', limitS),
  high: within(trips, 'lowS', limitS),
});

/** `6` places, as answers are written. */
const near = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 6));

const CASES: readonly (readonly [string, Dataset, readonly string[], AnalysisRequest])[] = [
  [
    'the shipped data',
    SHIPPED,
    ['2010-without-belt', '2010-with-belt', 'mine', '2006-07'],
    { scenarios: [OWN] },
  ],
  [
    'heavy trucks at peak, 45 minutes, every Honda plant, all suppliers',
    SHIPPED,
    ['2008-12', '2010-12'],
    {
      cutoffS: 2700,
      traffic: 'peak',
      vehicleClass: 'heavy-truck',
      population: 'all',
      groupChoice: { honda: 'every' },
    },
  ],
  ['roads that leave two towns apart', cutOff(SHIPPED), ['2010-12-31'], {}],
  ['the made-up region', REGION, ['without-belt', 'with-belt', 'north-only'], { cutoffS: 1500 }],
];

describe.each(CASES)('%s', (_, dataset, columns, request) => {
  const table = compareScenarios(dataset, { ...request, columns });

  it.each(columns)('has of %s what its whole answer says', (id) => {
    const analysis = analyse(dataset, { ...request, base: id, build: id });
    const column = table.scenarios.find((one) => one.id === id);
    const trips = listTrips(dataset, analysis, id);
    const { cutoffS, toleranceS } = analysis;
    const measures = analysis.independence.find((one) => one.scenario === id);
    expect(table.pairs).toBe(trips.length);
    expect(column?.strict).toEqual(toRange(trips, cutoffS));
    expect(column?.tolerant).toEqual(toRange(trips, cutoffS + toleranceS));
    expect(column?.noWay).toBe(trips.filter(({ timeS }) => timeS === null).length);
    expect(column?.iOut.value).toBe(measures?.iOut);
    expect(column?.i2.value).toBe(measures?.i2);
    const ends = (['timeS', 'lowS', 'highS'] as const).map((key) =>
      near(mean(trips.map((trip) => trip[key]))),
    );
    expect([column?.meanS.value, column?.meanS.low, column?.meanS.high]).toEqual(ends);
    expect(column?.tollCny).toEqual(near(mean(trips.map(({ tollCny }) => tollCny))));
    const longest = trips.some(({ timeS }) => timeS === null)
      ? null
      : Math.max(...trips.map(({ timeS }) => timeS ?? 0));
    expect(column?.worst?.time.value).toBe(longest);
    expect(JSON.stringify(table)).not.toContain('Infinity');
  });

  it('does not depend on what stands beside', () => {
    for (const id of columns) {
      const [alone] = compareScenarios(dataset, { ...request, columns: [id] }).scenarios;
      const beside = table.scenarios.find((one) => one.id === id);
      expect({ ...beside, openedM: 0, closedM: 0 }).toEqual(alone);
    }
  });
});

describe('kilometres', () => {
  it('are of the roads drawn, opened and closed, against the first column', () => {
    const columns = ['2010-with-belt', 'mine', '2010-without-belt'];
    const [, mine, without] = compareScenarios(SHIPPED, { columns, scenarios: [OWN] }).scenarios;
    const lengthOf = (...sections: readonly string[]): number =>
      SHIPPED.links
        .filter(({ id, featureId, facility, section, opened, closed }) => {
          const isOpen = (opened ?? '') <= '2010-12-31' && (closed ?? '9') > '2010-12-31';
          return id === featureId && facility !== 'ramp' && sections.includes(section) && isOpen;
        })
        .reduce((sum, { lengthM }) => sum + lengthM, 0);
    expect(mine?.builtM).toBeGreaterThan(20_000);
    expect(mine?.openedM).toBe(mine?.builtM);
    expect(mine?.closedM).toBeCloseTo(lengthOf('S2R'), 6);
    expect(without?.closedM).toBeCloseTo(lengthOf('N2R', 'W2R_N', 'W2R_S', 'E2R', 'S2R'), 6);
    expect([without?.builtM, without?.openedM]).toEqual([0, 0]);
  });
});

describe('a supplier that one scenario adds', () => {
  const file: ScenarioFile = {
    ...{ schema: 'beltway/scenario@2', id: 'seats', title: 'Seats', base: '2010-with-belt' },
    modifications: [
      { kind: 'add-supplier', id: 'X1', title: 'Seats', keiretsu: 'toyota', tier: 1, at: [113.02, 23.26] },
    ],
  };
  const own = standOn(file, (id) => SHIPPED.scenarios.find((one) => one.id === id)) as Scenario;
  it('is in every column', () => {
    const asked = { scenarios: [own], columns: ['2010-with-belt', 'seats'], population: 'all' } as const;
    const table = compareScenarios(SHIPPED, asked);
    const before = compareScenarios(SHIPPED, { columns: ['2010-with-belt'], population: 'all' });
    expect(table.suppliers).toBe(before.suppliers + 1);
    expect(table.scenarios[0]?.strict).toEqual(table.scenarios[1]?.strict);
  });
});

describe('what cannot be asked', () => {
  const problemsOf = (columns: readonly string[], more: AnalysisRequest = {}): readonly string[] => {
    try {
      compareScenarios(SHIPPED, { ...more, columns });
      return [];
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      return error.problems.map(({ path, expected }) => `${path}: ${expected.split(' (')[0]}`);
    }
  };

  it('is told all at once', () => {
    expect(problemsOf([])).toEqual(['columns: 1 to 40 scenarios']);
    expect(problemsOf(['nowhere', '2010-12', '2010-12', '2010'])).toEqual([
      ': a scenario',
      'columns[2]: every scenario once',
      ': a scenario',
    ]);
    const many = Array.from(
      { length: 41 },
      (_, i) => `20${String(i % 20).padStart(2, '0')}-${i < 20 ? '01' : '02'}`,
    );
    expect(problemsOf(many)).toContain('columns: 1 to 40 scenarios');
  });
});
