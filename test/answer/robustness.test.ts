/** The worst closed stretch of an answer, found again by closing every stretch in a scenario of its own. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { listStretches } from '../../src/independence/stretches.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { Analysis } from '../../src/model/answer.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { toSetting } from '../../src/network/setting.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { THREE_TOWNS } from '../data-sets.ts';

const CUTOFF_MS = 3_600_000;

/** Who is asked about, where they stand, and in which traffic. */
interface Asked {
  readonly dataset: Dataset;
  readonly traffic: string;
  /** Of every supplier, its site. */
  readonly placed: readonly string[];
  readonly plants: Dataset['plants'];
}

function toAsked(dataset: Dataset, traffic: string, { origins, destinations }: Analysis): Asked {
  const placed = origins.filter(({ kind }) => kind === 'supplier').map(({ site }) => site);
  const reached = new Set(destinations.map(({ id }) => id));
  return { dataset, traffic, placed, plants: dataset.plants.filter(({ id }) => reached.has(id)) };
}

/** Milliseconds from every site to the nearest plant of each group. */
function timeGroups(
  { dataset, traffic, placed, plants }: Asked,
  scenario: Scenario,
): ReadonlyMap<string, number> {
  const sites = dataset.zones.filter(({ id }) => placed.includes(id));
  const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: traffic });
  const { find } = skim(dataset, scenario, setting, sites, plants, { corners: false });
  return new Map(
    sites.flatMap(({ id }) =>
      dataset.header.groups.map(({ id: group }) => {
        const own = plants.filter((plant) => plant.group === group);
        return [`${id} ${group}`, Math.min(...own.map((plant) => find(id, plant.id).timeMs))] as const;
      }),
    ),
  );
}

function findWorst(asked: Asked, scenario: Scenario): number {
  const open = timeGroups(asked, scenario);
  const closings = listStretches(applyScenario(asked.dataset, scenario).links).map(({ featureIds }) => {
    const modifications = [...scenario.modifications, { kind: 'close', links: featureIds } as const];
    return timeGroups(asked, { ...scenario, id: `without ${featureIds.join(' ')}`, modifications });
  });
  expect(closings.length).toBeGreaterThan(2);
  const worst = asked.placed.map((site) => {
    const groups = asked.dataset.header.groups.map(({ id }) => `${site} ${id}`);
    const counts = [open, ...closings].map((times) => {
      // A group that a closing cuts off keeps its place: that is the site's only road.
      const timeOf = (key: string): number =>
        times.get(key) === Infinity ? (open.get(key) ?? NaN) : (times.get(key) ?? NaN);
      return groups.filter((key) => timeOf(key) <= CUTOFF_MS).length;
    });
    return Math.min(...counts);
  });
  return worst.reduce((sum, count) => sum + count, 0) / worst.length;
}

describe('robustMin of an answer', () => {
  it.each(['free', 'peak'])('is what closing every stretch by itself leaves: %s', (traffic) => {
    const answer = analyse(THREE_TOWNS, { traffic });
    const asked = toAsked(THREE_TOWNS, traffic, answer);
    for (const { scenario, robustMin } of answer.independence)
      expect(robustMin, scenario).toBe(findWorst(asked, findScenario(THREE_TOWNS, scenario)));
  });
});
