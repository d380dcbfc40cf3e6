import { describe, expect, it } from 'vitest';

import { linkImpedanceMs } from '../../src/network/impedance.ts';
import { toSetting } from '../../src/network/setting.ts';
import { BELT, dataset, features, roads } from './network-data.ts';

/** Roads that end on a belt section, and the ordinary road each joins without it. */
const JOINTS = [
  'FS1N.ramp.HESHUN_FS-HESHUN_J',
  'FS1N.ramp.HESHUN_J-HESHUN_FS',
  'FS1S.ramp.LELIU_FS-LELIU_J',
  'FS1S.ramp.LELIU_J-LELIU_FS',
  'G4N.ramp.TAIHE_G4-TAIHE_J',
  'G4N.ramp.TAIHE_J-TAIHE_G4',
  'GH.ramp.GH_LG-LUOGANG_J',
  'GH.ramp.LUOGANG_J-GH_LG',
  'S4_2.ramp.TAIHE_J-TAIHE_S4',
  'S4_2.ramp.TAIHE_S4-TAIHE_J',
  'YJ.ramp.MIAOTOU_J-YJ_GT',
  'YJ.ramp.YJ_GT-MIAOTOU_J',
];

/** Road links that open or close apart from their section. */
const OWN_DATES = [
  'G325.JJB_E-JJB_W.before-2007',
  'G325.JJB_E-JJB_W.since-2009',
  'HL_DC.gate-charging',
  'HL_DC.gate-removed',
];

describe('records of the network', () => {
  it('open with their section, a few listed ones apart', () => {
    const opened = new Map(dataset.sections.map((section) => [section.id, section.opened]));
    const apart = roads.filter((link) => link.opened !== opened.get(link.section) || link.closed !== null);
    expect(apart.map(({ id }) => id).toSorted()).toEqual(OWN_DATES);
  });

  it('name known sources', () => {
    const known = new Set(dataset.sources.map(({ id }) => id));
    const records = [...dataset.nodes, ...dataset.sections, ...features, ...dataset.water];
    const dangling = records.flatMap(({ id, sources }) =>
      sources.filter((one) => !known.has(one)).map((one) => [id, one]),
    );
    expect(dangling).toEqual([]);
    expect(records.filter(({ sources }) => sources.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('list every joint of a road that ends on the belt, as an estimated ramp off the belt sections', () => {
    const joints = features.filter(({ joint }) => joint !== null);
    expect(joints.map(({ id }) => id).toSorted()).toEqual(JOINTS);
    for (const { facility, lengthBasis, section } of joints) {
      expect([facility, lengthBasis]).toEqual(['ramp', 'estimated']);
      expect(BELT).not.toContain(section);
    }
  });

  it('mark every unpublished road length with how it was obtained and keep such records at low confidence', () => {
    const careless = features.filter(
      ({ lengthBasis, confidence }) => lengthBasis === 'estimated' && confidence !== 'low',
    );
    expect(careless.map(({ id }) => id)).toEqual([]);
    expect(features.filter(({ lengthHow }) => lengthHow.trim() === '').map(({ id }) => id)).toEqual([]);
  });

  it('let sites join ordinary roads off bridges, and nothing else', () => {
    for (const { id, facility, bridge, accessible } of features)
      expect([id, accessible]).toEqual([id, (facility === 'arterial' || facility === 'local') && !bridge]);
  });

  it('make ramps directed, short and paired, and put a tariff where there is a plaza', () => {
    const ramps = features.filter(({ facility }) => facility === 'ramp');
    const movements = new Set(ramps.map(({ section, from, to }) => `${section} ${from}>${to}`));
    for (const { id, section, from, to, directed, lengthM } of ramps) {
      expect([id, directed, lengthM > 200 && lengthM < 1600]).toEqual([id, true, true]);
      expect([id, movements.has(`${section} ${to}>${from}`)]).toEqual([id, true]);
    }
    expect(
      features.filter(({ plaza, tariff }) => plaza !== null && tariff === null).map(({ id }) => id),
    ).toEqual([]);
  });

  it('give the first ring the traffic of an arterial', () => {
    const ring = roads.filter(({ section }) => section.startsWith('R1_'));
    expect(ring.length).toBeGreaterThan(10);
    expect(new Set(ring.map(({ stateAs }) => stateAs))).toEqual(new Set(['arterial']));
  });

  it('never let a bigger vehicle be faster', () => {
    const classes = dataset.vehicleClasses.toSorted((a, b) => a.size - b.size).map(({ id }) => id);
    const wrong: string[] = [];
    for (const { id: trafficState } of dataset.trafficStates)
      for (const corner of ['mid', 'fast', 'slow'] as const) {
        const settings = classes.map((vehicleClass) =>
          toSetting(dataset, { vehicleClass, trafficState, corner }),
        );
        for (const link of dataset.links) {
          const times = settings.map((setting) => linkImpedanceMs(dataset, link, setting, '2010-12-31'));
          if (times.some((time, i) => time < (times[i - 1] ?? 0)))
            wrong.push(`${link.id} ${trafficState} ${corner}`);
        }
      }
    expect(wrong).toEqual([]);
  });

  it('tell how much of the fast roads rests on published figures', () => {
    const fast = roads.filter(({ facility, closed }) => facility.endsWith('expressway') && closed === null);
    const km = (links: typeof fast) => links.reduce((sum, { lengthM }) => sum + lengthM, 0) / 1000;
    const known = km(fast.filter(({ lengthBasis }) => lengthBasis !== 'estimated'));
    console.log(
      `${dataset.nodes.length} nodes, ${dataset.links.length} directed links (${features.length} features); ` +
        `fast roads ${km(fast).toFixed(0)} km, of which published or split ${known.toFixed(0)} km`,
    );
    expect(known / km(fast)).toBeGreaterThan(0.5);
  });
});
