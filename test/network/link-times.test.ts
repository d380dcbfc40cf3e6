/** Times and tolls of all links at once are those of each link by itself. */
import { describe, expect, it } from 'vitest';
import { linkImpedanceMs } from '../../src/network/impedance.ts';
import { listLinkTimes, listLinkTolls } from '../../src/network/link-times.ts';
import { CORNERS, toSetting } from '../../src/network/setting.ts';
import { linkTollFen } from '../../src/network/toll.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { SHIPPED as dataset } from '../data-sets.ts';

const SETTINGS = dataset.vehicleClasses.flatMap(({ id: vehicleClass }) =>
  dataset.trafficStates.flatMap(({ id: trafficState }) =>
    CORNERS.map((corner) => toSetting(dataset, { vehicleClass, trafficState, corner })),
  ),
);

describe.each(['2006-07', '2010-with-belt', '2025-12'])('the links of %s', (id) => {
  const state = applyScenario(dataset, findScenario(dataset, id));

  it.each(SETTINGS.map((one) => [one.vehicleClass.id, one.trafficState.id, one.corner, one] as const))(
    'take %s in %s at %s the time of each',
    (_, __, ___, setting) => {
      const alone = state.links.map((link) => linkImpedanceMs(dataset, link, setting, state.day));
      expect([...listLinkTimes(dataset, state, setting)]).toEqual(alone);
      const tolls = state.links.map((link) => linkTollFen(dataset, link, setting.vehicleClass, state.day));
      expect([...listLinkTolls(dataset, state, setting)]).toEqual(tolls);
    },
  );

  it('do so with given speeds, without delays and at signed limits', () => {
    const own = { vehicleClass: 'car', trafficState: 'peak', corner: 'slow' } as const;
    for (const more of [
      { speedsKmh: { expressway: 81 } },
      { delays: false },
      { rule: 'signed-limits' },
    ] as const) {
      const setting = toSetting(dataset, { ...own, ...more });
      const alone = state.links.map((link) => linkImpedanceMs(dataset, link, setting, state.day));
      expect([...listLinkTimes(dataset, state, setting)]).toEqual(alone);
    }
  });

  it('take no cap at signed limits: a heavy truck drives what the signs and the law allow', () => {
    const setting = toSetting(dataset, {
      vehicleClass: 'heavy-truck',
      trafficState: 'peak',
      rule: 'signed-limits',
      delays: false,
    });
    const { capKmh, legalKmh } = setting.vehicleClass.facilities.expressway;
    expect(capKmh ?? NaN).toBeLessThan(legalKmh ?? NaN);
    const roads = state.links.filter(
      ({ facility, designKmh, postedKmh }) =>
        facility === 'expressway' && (postedKmh ?? designKmh ?? 0) >= (legalKmh ?? NaN),
    );
    expect(roads.length).toBeGreaterThan(10);
    for (const link of roads) {
      const ms = (link.lengthM * 3600) / (legalKmh ?? NaN);
      expect(Math.abs(linkImpedanceMs(dataset, link, setting, state.day) - ms)).toBeLessThanOrEqual(0.5);
    }
  });
});
