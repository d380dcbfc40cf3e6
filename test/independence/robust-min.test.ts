import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { robustMin, type Closing } from '../../src/independence/robust-min.ts';
import { listStretches, type Stretch } from '../../src/independence/stretches.ts';
import { countGroups, type SupplierTimes } from '../../src/independence/supplier-times.ts';
import { findRoutes, toLinks, type Road } from './road.ts';

const RUNS = process.env['BELTWAY_LONG'] === '1' ? 3000 : 150;
const GROUPS = ['nissan', 'honda', 'toyota'];

/** Suppliers at nodes; a group's plant stands at the node of the same name in `plants`. */
function createCase(
  roads: readonly Road[],
  sites: readonly string[],
  plants: Readonly<Record<string, string>>,
) {
  const links = toLinks(roads);
  const timesAt = (site: string, closed: readonly string[] = []): ReadonlyMap<string, number> => {
    const routes = findRoutes(
      links.filter((link) => !closed.includes(link.featureId)),
      site,
    );
    return new Map(GROUPS.map((group) => [group, routes.get(plants[group] ?? '')?.ms ?? Infinity]));
  };
  const suppliers = sites.map((site, i): SupplierTimes => ({
    id: `S${i}`,
    site,
    timesMs: timesAt(site),
    ownGroup: null,
    tier: 1,
    volume: null,
  }));
  const asked: string[] = [];
  const closing: Closing = {
    stretches: listStretches(links),
    listRouteFeatures: (site, group) => findRoutes(links, site).get(plants[group] ?? '')?.features ?? [],
    timeClosed: (stretch: Stretch, askedSites) => {
      asked.push(stretch.id);
      return new Map(askedSites.map((site) => [site, timesAt(site, stretch.featureIds)]));
    },
  };
  return { suppliers, closing, asked, timesAt };
}

describe('robustMin by hand', () => {
  // Z ──a 10── P ──b 10── N(issan)         T(oyota) has one road only, t; a second road c goes to N in 70, far from N to H in 5
  // │          └──h 20── H(onda)
  // └──c 70── N
  const roads: readonly Road[] = [
    { id: 'a', from: 'Z', to: 'P', minutes: 10 },
    { id: 'b', from: 'P', to: 'N', minutes: 10 },
    { id: 'c', from: 'Z', to: 'N', minutes: 70 },
    { id: 'h', from: 'P', to: 'H', minutes: 20 },
    { id: 'far', from: 'N', to: 'H', minutes: 5 },
    { id: 'ramp', from: 'H', to: 'R', facility: 'ramp' },
    { id: 't', from: 'Z', to: 'T', minutes: 10, highway: 'only' },
    { id: 'unused', from: 'U', to: 'V', minutes: 1 },
  ];
  const plants = { nissan: 'N', honda: 'H', toyota: 'T' };

  it('takes the worst closing, excepts the only road and lists it, closes used roads alone', () => {
    const { suppliers, closing, asked } = createCase(roads, ['Z'], plants);
    const result = robustMin(suppliers, GROUPS, 3600, closing);
    // Closing a loses Nissan (70) and Honda (75): Toyota stays. Closing t would leave no way: excepted.
    expect(result.mean).toBe(1);
    expect(result.worst.get('Z')).toEqual({ groups: 1, stretch: 'a' });
    expect(result.onlyAccess).toEqual([{ stretch: 't', site: 'Z', group: 'toyota' }]);
    expect(asked).toEqual(['a', 'b', 'far', 't']);
    expect([result.closed, result.stretches]).toEqual([4, 7]);
  });

  it('is a mean over suppliers, not over sites', () => {
    const { suppliers, closing } = createCase(roads, ['Z', 'Z', 'T'], plants);
    const [one, two, other] = suppliers;
    const list = [one, two, other].filter((supplier) => supplier !== undefined);
    // From T all goes over t (excepted) and a: Toyota itself takes 0.
    expect(robustMin(list, GROUPS, 3600, closing).mean).toBe((1 + 1 + 1) / 3);
    expect(robustMin([], GROUPS, 3600, closing).mean).toBeNull();
  });
});

describe('robustMin on drawn networks', () => {
  const road = fc.record({
    from: fc.integer({ min: 0, max: 6 }),
    to: fc.integer({ min: 0, max: 6 }),
    minutes: fc.integer({ min: 1, max: 40 }),
    highway: fc.constantFrom('g1', 'g2'),
    facility: fc.constantFrom('expressway' as const, 'arterial' as const, 'local' as const),
  });

  it('equals closing every stretch one by one', () => {
    fc.assert(
      fc.property(
        fc.array(road, { minLength: 4, maxLength: 16 }),
        fc.integer({ min: 5, max: 90 }),
        (list, min) => {
          const roads = list.map((one, i) => ({
            ...one,
            id: `r${i}`,
            from: `n${one.from}`,
            to: `n${one.to}`,
          }));
          const sites = ['n0', 'n1'];
          const { suppliers, closing, timesAt } = createCase(roads, sites, {
            nissan: 'n4',
            honda: 'n5',
            toyota: 'n6',
          });
          const cutoffS = min * 60;
          const result = robustMin(suppliers, GROUPS, cutoffS, closing);
          for (const supplier of suppliers) {
            const kept = closing.stretches.map(({ featureIds }) => {
              const closed = timesAt(supplier.site, featureIds);
              const stays = (group: string): number => {
                const without = closed.get(group) ?? Infinity;
                return without === Infinity ? (supplier.timesMs.get(group) ?? Infinity) : without;
              };
              return GROUPS.filter((group) => stays(group) <= cutoffS * 1000).length;
            });
            const base = countGroups(supplier, GROUPS, cutoffS);
            expect(result.worst.get(supplier.site)?.groups).toBe(Math.min(base, ...kept));
          }
        },
      ),
      { numRuns: RUNS, seed: 5 },
    );
  });
});
