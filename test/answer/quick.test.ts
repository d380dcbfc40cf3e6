/** The quick answer is the answer: equal in every field they share, and its unchanged lists are the same lists. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { analyseQuick, type QuickAnalysis } from '../../src/answer/quick.ts';
import { createMemory } from '../../src/answer/memory.ts';
import type { AnalysisRequest } from '../../src/answer/request.ts';
import type { PopulationId } from '../../src/condition/population.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { LonLat } from '../../src/model/source.ts';
import type { Modification } from '../../src/model/scenario.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { addWhatIfPlaces } from '../../src/scenario/what-if.ts';
import { DataError } from '../../src/problems.ts';
import { SHIPPED, THREE_TOWNS as REGION } from '../data-sets.ts';
import { toCount } from '../scene/random.ts';

/** What the quick answer should be, taken from the whole one. */
function toQuick(dataset: Dataset, request: AnalysisRequest): QuickAnalysis {
  const {
    schema: _,
    claims,
    claimSets,
    companions,
    reliability,
    independence,
    ...shared
  } = analyse(dataset, request);
  expect(reliability.length > 0).toBe(dataset.variability !== null);
  expect([claims.length > 0, claimSets !== undefined]).toEqual([dataset.claims.length > 0, true]);
  const sum = (factors: Readonly<Record<string, { readonly value: number }>>): number =>
    Object.values(factors).reduce((total, { value }) => total + value, 0);
  const slowest = dataset.trafficStates.toSorted((a, b) => sum(b.factors) - sum(a.factors))[0]?.id;
  const rows = companions.filter(
    ({ traffic, vehicleClass }) =>
      traffic === slowest && traffic !== shared.traffic && vehicleClass === shared.vehicleClass,
  );
  return {
    ...shared,
    independence: independence.map(({ robustMin: __, ...row }) => row),
    slowest: rows,
  };
}

const REQUESTS = fc.record(
  {
    vehicleClass: fc.constantFrom('car', 'light-truck', 'heavy-truck'),
    traffic: fc.constantFrom('free', 'off-peak', 'peak'),
    cutoffS: fc.integer({ min: 600, max: 7200 }),
    toleranceS: fc.constantFrom(0, 300, 600),
    base: fc.constantFrom('2010-without-belt', '2006-07', '2005-03-15', '2010-north-only'),
    build: fc.constantFrom('2010-with-belt', '2010-12', '2008-06', '2012-01-31'),
    beside: fc.constantFrom(null, '2007-12'),
    groupChoice: fc.constantFrom({ honda: 'any' }, { honda: 'every' }, { honda: 'HONDA_ZC' }),
    population: fc.constantFrom<PopulationId[]>('2006', 'all', 'existing'),
    asOf: fc.constantFrom('2004-12', '2008', '2010-12-31'),
    criticalLevel: fc.double({ min: 0, max: 1, noNaN: true }),
    valueOfTimeCnyPerH: fc.constantFrom(null, 45),
  },
  { requiredKeys: [] },
);

describe('the quick answer', () => {
  const memory = createMemory();
  const requests = fc.sample(REQUESTS, { seed: 20061223, numRuns: toCount(6, 28) });

  it.each(requests.map((request) => [JSON.stringify(request), request] as const))(
    'equals the whole one for %s',
    (_, request) => {
      const quick = analyseQuick(SHIPPED, request, memory);
      expect(quick).toEqual(toQuick(SHIPPED, request));
    },
  );

  it('equals it on the made-up region', () => {
    for (const request of [{}, { traffic: 'peak' }, { cutoffS: 1200, vehicleClass: 'heavy-truck' }])
      expect(analyseQuick(REGION, request, memory)).toEqual(toQuick(REGION, request));
  });

  it('is as wrong as the whole one about a wrong request', () => {
    const wrong = { vehicleClass: 'tram', cutoffS: -1, asOf: 'soon', criticalLevel: 2 };
    const tell = (ask: () => unknown): readonly string[] => {
      try {
        ask();
      } catch (error) {
        if (error instanceof DataError) return error.problems.map(({ path }) => path);
        throw error;
      }
      return [];
    };
    const problems = tell(() => analyseQuick(SHIPPED, wrong, memory));
    expect(problems.toSorted()).toEqual(['asOf', 'criticalLevel', 'cutoffS', 'vehicleClass']);
    expect(problems).toEqual(tell(() => analyse(SHIPPED, wrong)));
  });
});

describe('a day against itself', () => {
  it('has the other choices of a plant beside it, as a shipped scenario has', () => {
    const count = (id: string): number =>
      analyse(SHIPPED, { base: id, build: id }).companions.filter(({ label }) => label.includes(': ')).length;
    expect(count('2010-with-belt')).toBe(4);
    expect(count('2010-12')).toBe(4);
  });
});

describe('the level of independence', () => {
  it('is the one asked for in the charts and in the verdict map', () => {
    const { flowcharts, verdictMaps } = analyseQuick(SHIPPED, { criticalLevel: 0.35 }, createMemory());
    const nodes = flowcharts.flatMap((chart) => chart.nodes).filter(({ id }) => id === 'independence');
    expect(nodes.map(({ criticalLevel }) => criticalLevel)).toEqual([0.35, 0.35, 0.35]);
    expect(verdictMaps.map(({ level }) => level)).toEqual([0.35, 0.35, 0.35]);
  });
});

describe('what did not change', () => {
  const memory = createMemory();
  const SAME = ['cells', 'curve', 'origins', 'destinations'] as const;
  let first: QuickAnalysis;
  beforeAll(() => {
    first = analyseQuick(SHIPPED, {}, memory);
  });

  it('is the same list after another cutoff', () => {
    const second = analyseQuick(SHIPPED, { cutoffS: 2700 }, memory);
    expect(SAME.map((field) => second[field] === first[field])).toEqual(SAME.map(() => true));
    expect(second.groups).not.toEqual(first.groups);
  });

  it('is the same list after another vehicle and back', () => {
    const truck = analyseQuick(SHIPPED, { vehicleClass: 'heavy-truck' }, memory);
    expect(truck.cells).not.toEqual(first.cells);
    const back = analyseQuick(SHIPPED, {}, memory);
    expect(SAME.map((field) => back[field] === first[field])).toEqual(SAME.map(() => true));
  });

  it('is kept for one data set at a time and never taken for another', () => {
    const other: Dataset = { ...SHIPPED, digest: 'other' };
    expect(analyseQuick(other, {}, memory).data.digest).toBe('other');
    expect(analyseQuick(other, {}, memory).cells).not.toBe(first.cells);
  });

  it('is let go when there is too much of it, and made again the same', () => {
    for (let month = 1; month <= 12; month += 1)
      for (const traffic of ['free', 'peak'])
        analyseQuick(SHIPPED, { traffic, build: `2008-${String(month).padStart(2, '0')}` }, memory);
    const stored = [...(memory.stores.get(SHIPPED)?.times.keys() ?? [])].length;
    expect(stored).toBeLessThanOrEqual(64);
    const again = analyseQuick(SHIPPED, {}, memory);
    expect(again).toEqual(first);
  });
});

/** What no two rows of a scenario may share. */
const toName = (row: Modification): string =>
  row.kind === 'move-plant'
    ? row.plant
    : row.kind === 'add-plant' || row.kind === 'add-supplier'
      ? row.id
      : '';

/** Places over the shipped region, and what a scenario may say of them. */
const PLACES = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('add-supplier' as const),
      ...{ id: fc.constantFrom('own-1', 'own-2'), title: fc.constant('Own'), keiretsu: fc.constant(null) },
      ...{
        tier: fc.constant(1 as const),
        at: fc.constantFrom<LonLat[]>([112.93, 23.3], [113.3, 22.9], [113.2, 23.1]),
      },
    }),
    fc.record({
      kind: fc.constant('add-plant' as const),
      ...{
        id: fc.constantFrom('works-1', 'works-2'),
        title: fc.constant('Works'),
        group: fc.constant('honda'),
      },
      at: fc.constantFrom<LonLat[]>([112.93, 23.3], [113.3, 22.9], [113.2, 23.1]),
    }),
    fc.record({
      kind: fc.constant('move-plant' as const),
      plant: fc.constantFrom('NISSAN_HD1', 'TOYOTA_NS'),
      at: fc.constantFrom<LonLat[]>([112.93, 23.3], [113.3, 22.9]),
    }),
  ),
  { minLength: 1, maxLength: 3 },
);
const CASES = fc.record({
  base: fc.constantFrom('2010-without-belt', '2006-07'),
  traffic: fc.constantFrom('free', 'peak'),
  valueOfTimeCnyPerH: fc.constantFrom(null, 45),
  modifications: PLACES,
});

describe('places that a scenario adds', () => {
  const memory = createMemory();
  const cases = fc.sample(CASES, { seed: 20100101, numRuns: toCount(5, 200) });

  it.each(cases.map((one) => [JSON.stringify(one), one] as const))(
    'are asked about as those on record: %s',
    (_, one) => {
      const { modifications, ...request } = one;
      const first = modifications.filter(
        (row, i) => modifications.findIndex((other) => toName(other) === toName(row)) === i,
      );
      const stands = findScenario(SHIPPED, request.base);
      const build = {
        ...stands,
        id: 'mine',
        title: 'Mine',
        modifications: [...stands.modifications, ...first],
      };
      const asked = { ...request, build: 'mine', scenarios: [build] };
      // A copy has nothing in common with the data set: all places are in one table there.
      const whole = { ...addWhatIfPlaces(SHIPPED, [build]) };
      expect(analyseQuick(SHIPPED, asked, memory)).toEqual(analyseQuick(whole, asked, createMemory()));
    },
  );
});
