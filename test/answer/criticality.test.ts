/** What closing a road loses, against losses counted anew from skims with the road closed; and on a drawn network. */
import { describe, expect, it } from 'vitest';
import { startCriticality, type CriticalityRequest } from '../../src/answer/criticality.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { ClosingLoss, CriticalityDocument } from '../../src/model/value.ts';
import { toSetting } from '../../src/network/setting.ts';
import { DataError } from '../../src/problems.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { load } from './trip-data.ts';

const SHIPPED = load('data');
const CUTOFF_MS = 3_600_000;

/** Least times to the vehicle plants of each maker in production at the end of 2010, by site. */
type Table = ReadonlyMap<string, ReadonlyMap<string, number>>;

const SUPPLIERS = SHIPPED.suppliers.filter(({ zone, inSet2006 }) => zone !== null && inSet2006);
const SITES = SHIPPED.zones.filter(({ id }) => SUPPLIERS.some(({ zone }) => zone === id));
const PLANTS = SHIPPED.plants.filter(
  ({ group, kind, startOfProduction }) =>
    group !== null && kind === 'vehicle' && startOfProduction <= '2010-12-31',
);
const GROUPS = SHIPPED.header.groups.map(({ id }) => id);

/** A skim of the scenario with some roads closed as a modification. */
function readTable(
  traffic: string,
  close: { links?: readonly string[]; sections?: readonly string[] },
): Table {
  const scenario = findScenario(SHIPPED, '2010-with-belt');
  const empty = close.links === undefined && close.sections === undefined;
  const modifications = empty ? [] : [{ kind: 'close', ...close } as const];
  const setting = toSetting(SHIPPED, { vehicleClass: 'car', trafficState: traffic });
  const { find } = skim(SHIPPED, { ...scenario, modifications }, setting, SITES, PLANTS, { corners: false });
  const toRow = (site: string): ReadonlyMap<string, number> =>
    new Map(
      GROUPS.map((group) => {
        const own = PLANTS.filter((plant) => plant.group === group);
        return [group, Math.min(...own.map(({ id }) => find(site, id).timeMs))];
      }),
    );
  return new Map(SITES.map(({ id }) => [id, toRow(id)]));
}

/** Losses counted supplier by supplier. */
function countLoss(open: Table, closed: Table) {
  const pairs = SUPPLIERS.flatMap(({ id, zone, keiretsu, tier }) =>
    GROUPS.map((group) => {
      const read = (table: Table): number => table.get(zone ?? '')?.get(group) ?? NaN;
      return { id, group, keiretsu, tier, before: read(open), after: read(closed) };
    }),
  );
  const count = (is: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(is).length;
  const finite = pairs.filter(({ after }) => Number.isFinite(after));
  const tagged = SUPPLIERS.filter(({ keiretsu, tier }) => keiretsu !== null && tier === 1);
  const reaches = (read: (pair: (typeof pairs)[number]) => number): number =>
    tagged.filter(({ id, keiretsu }) =>
      pairs.some((pair) => pair.id === id && pair.group !== keiretsu && read(pair) <= CUTOFF_MS),
    ).length / tagged.length;
  return {
    lostMs: finite.reduce((sum, { before, after }) => sum + after - before, 0),
    siteLostMs: SITES.flatMap(({ id }) =>
      GROUPS.map((group) => [open.get(id)?.get(group) ?? NaN, closed.get(id)?.get(group) ?? NaN] as const),
    ).reduce((sum, [before, after]) => sum + (after === Infinity ? 0 : after - before), 0),
    slowed: count(({ before, after }) => after > before),
    verdicts: count(({ before, after }) => before <= CUTOFF_MS && after > CUTOFF_MS),
    tolerant: count(({ before, after }) => before <= CUTOFF_MS + 600_000 && after > CUTOFF_MS + 600_000),
    cutOffPairs: count(({ after }) => after === Infinity),
    cutOffOrigins: new Set(pairs.filter(({ after }) => after === Infinity).map(({ id }) => id)).size,
    iOut: reaches(({ before }) => before) - reaches(({ after }) => after),
  };
}

const toCounts = ({ lostS, siteLostS, iOut, ...rest }: ClosingLoss) => ({
  lostMs: Math.round(lostS * 1000),
  siteLostMs: Math.round(siteLostS * 1000),
  slowed: rest.slowed,
  verdicts: rest.verdicts,
  tolerant: rest.tolerant,
  cutOffPairs: rest.cutOffPairs,
  cutOffOrigins: rest.cutOffOrigins,
  iOut,
});

const ask = (request: CriticalityRequest = {}, dataset: Dataset = SHIPPED): CriticalityDocument =>
  startCriticality(dataset, request).document();

describe.each(['free', 'peak'])('the shipped roads, %s', (traffic) => {
  const found = ask({ traffic });
  const open = readTable(traffic, {});

  it('has every open link once, and every section', () => {
    expect(found.scenario.id).toBe('2010-with-belt');
    const links = SHIPPED.links.filter(
      ({ opened, closed }) => (opened ?? '') <= '2010-12-31' && (closed ?? '9') > '2011',
    );
    expect(new Set(found.links.map(({ feature }) => feature))).toEqual(
      new Set(links.map(({ featureId }) => featureId)),
    );
    expect(found.closed).toBe(found.links.length);
    expect(new Set(found.sections.map(({ section }) => section))).toEqual(
      new Set(links.map(({ section }) => section)),
    );
    expect(found.idle).toBe(found.links.filter(({ slowed }) => slowed === 0).length);
  });

  it('loses what brute force counts: the most critical links, and some of any kind', () => {
    const random = createRandom(3);
    const some = found.links.filter((_, i) => i < toCount(8, 60) || random.once(toCount(120, 1)));
    for (const link of some)
      expect(toCounts(link), link.feature).toEqual(
        countLoss(open, readTable(traffic, { links: [link.feature] })),
      );
    for (const one of found.sections.slice(0, toCount(8, 200))) {
      const closed = readTable(traffic, { sections: [one.section] });
      expect(toCounts(one), one.section).toEqual(countLoss(open, closed));
      const { worst, flips } = one;
      if (worst === null) continue;
      const lost = (table: Table): number => table.get(worst.site)?.get(worst.group) ?? NaN;
      const most = SITES.flatMap(({ id }) =>
        GROUPS.map((group) => (closed.get(id)?.get(group) ?? NaN) - (open.get(id)?.get(group) ?? NaN)),
      ).reduce((a, b) => Math.max(a, b), 0);
      expect(lost(closed) - lost(open)).toBe(most);
      expect(worst.lostS === null ? Infinity : Math.round(worst.lostS * 1000)).toBe(most);
      for (const { site, group } of flips) {
        expect(open.get(site)?.get(group)).toBeLessThanOrEqual(CUTOFF_MS);
        expect(closed.get(site)?.get(group)).toBeGreaterThan(CUTOFF_MS);
      }
    }
  });

  it('puts a section above each of its links, and the most lost first', () => {
    const bySection = new Map(found.sections.map((one) => [one.section, one]));
    for (const link of found.links.filter(({ slowed }) => slowed > 0)) {
      const section = bySection.get(link.section);
      expect(section?.verdicts).toBeGreaterThanOrEqual(link.verdicts);
      expect(section?.cutOffPairs).toBeGreaterThanOrEqual(link.cutOffPairs);
      if (section?.cutOffPairs === 0) expect(section.lostS).toBeGreaterThanOrEqual(link.lostS);
    }
    for (const [i, one] of found.links.entries()) {
      const next = found.links[i + 1];
      if (next !== undefined && next.cutOffPairs === one.cutOffPairs)
        expect(one.lostS).toBeGreaterThanOrEqual(next.lostS);
    }
    const byVerdicts = ask({ traffic, measure: 'passes', top: 5 });
    expect(byVerdicts.links).toHaveLength(5);
    expect(byVerdicts.links[0]?.verdicts).toBe(Math.max(...found.links.map(({ verdicts }) => verdicts)));
    expect(byVerdicts.closed).toBe(found.closed);
  });
});

describe('a run', () => {
  it('goes on in pieces to the same bytes', () => {
    const run = startCriticality(SHIPPED, {
      build: '2006-07',
      suppliersOnly: undefined,
    } as CriticalityRequest);
    expect(run.done()).toBe(0);
    run.advance(10);
    expect(run.done()).toBe(10);
    run.advance(1e9);
    expect(run.done()).toBe(run.asked);
    run.advance(5);
    expect(run.done()).toBe(run.asked);
    const again = startCriticality(SHIPPED, { build: '2006-07' });
    expect(JSON.stringify(again.document())).toBe(JSON.stringify(run.document()));
    expect(again.done()).toBe(again.asked);
  });

  it('is of places asked for by name, suppliers or not', () => {
    const one = ask({ origins: ['Z_SS_LP'] });
    expect(one).toMatchObject({ travellers: 'places', origins: 1, sites: 1, pairs: 3 });
    expect(one.links[0]).toMatchObject({ iOut: null, i2: null });
    expect(one.sentence).toContain('minutes of all pairs');
    const two = ask({ origins: ['S001', 'S002'] });
    expect(two).toMatchObject({ travellers: 'suppliers', origins: 2, sites: 1, pairs: 6 });
    for (const { lostS, siteLostS } of two.links) expect(lostS).toBeCloseTo(2 * siteLostS, 6);
  });

  it('tells everything wrong at once', () => {
    const wrong = (request: object): readonly string[] => {
      try {
        startCriticality(SHIPPED, request);
        return [];
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        return error.problems.map(({ path }) => path);
      }
    };
    const request = {
      measure: 'wealth',
      top: 0,
      valueOfTimeCnyPerH: 40,
      vehicleClass: 'tank',
      origins: ['nobody'],
    };
    expect(wrong(request).toSorted()).toEqual([
      'measure',
      'place',
      'top',
      'valueOfTimeCnyPerH',
      'vehicleClass',
    ]);
    expect(wrong({ build: 'no-such', top: 1.5, departS: 27_000 }).toSorted()).toEqual(['', 'departS', 'top']);
    expect(wrong({})).toEqual([]);
  });
});
