/** What a caller may choose, and the network as graphology shows it. */
import { describe, expect, it } from 'vitest';
import { skim } from '../../src/matrix/skim.ts';
import { toGraphology } from '../../src/network/graphology.ts';
import { linkImpedanceMs } from '../../src/network/impedance.ts';
import { buildNetwork, getOriginVertex } from '../../src/network/network.ts';
import { toSetting, type SettingChoice } from '../../src/network/setting.ts';
import { linkTollFen } from '../../src/network/toll.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { NOW, toDataset } from '../scene/dataset.ts';
import { SCENE_TARIFFS } from '../scene/values.ts';

const DATASET = toDataset({
  nodes: new Map([
    ['a', [113.1, 23.1]],
    ['b', [113.2, 23.1]],
    ['lonely', [113.3, 23.1]],
  ]),
  features: [
    { id: 'one', from: 'a', to: 'b', lengthM: 1234, tariff: 'per-km' },
    { id: 'two', from: 'b', to: 'a', directed: true, facility: 'expressway' },
    { id: 'later', from: 'a', to: 'b', opened: '2030' },
  ],
});

const CHOICE: SettingChoice = { vehicleClass: 'car', trafficState: 'free' };

describe('toSetting', () => {
  it('fills in what is left out', () => {
    expect(toSetting(DATASET, CHOICE)).toEqual({
      vehicleClass: DATASET.vehicleClasses[0],
      trafficState: DATASET.trafficStates[0],
      corner: 'mid',
      rule: 'driven',
      speedsKmh: {},
      delays: true,
      valueOfTimeCnyPerH: null,
      clock: null,
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['vehicleClass: expected one of car, truck, found "bus"', { vehicleClass: 'bus' }],
    ['trafficState: expected one of free, peak, found "jam"', { trafficState: 'jam' }],
    ['corner: expected one of mid, fast, slow, found "best"', { corner: 'best' }],
    ['rule: expected one of driven, signed-limits, found "none"', { rule: 'none' }],
    [
      'speedsKmh: expected one of expressway, urban-expressway, arterial, local, ramp, connector',
      { speedsKmh: { road: 1 } },
    ],
    ['speedsKmh.local: expected a number of km/h above 0, found 0', { speedsKmh: { local: 0 } }],
    ['speedsKmh.ramp: expected a number of km/h above 0, found null', { speedsKmh: { ramp: NaN } }],
    ['valueOfTimeCnyPerH: expected a number of CNY/h above 0, found -1', { valueOfTimeCnyPerH: -1 }],
  ])('%s', (message, wrong) => {
    expect(() => toSetting(DATASET, { ...CHOICE, ...wrong })).toThrow(message);
  });
});

describe('toGraphology', () => {
  it('has the open links and their nodes under their own ids', () => {
    const setting = toSetting(DATASET, CHOICE);
    const graph = toGraphology(DATASET, applyScenario(DATASET, NOW), setting);
    expect(graph.nodes().toSorted()).toEqual(['a', 'b']);
    expect(graph.edges().toSorted()).toEqual(['one', 'one~r', 'two']);
    expect(graph.source('one~r')).toBe('b');
    expect(graph.getEdgeAttributes('one')).toEqual({
      timeMs: linkImpedanceMs(
        DATASET,
        DATASET.links.find(({ id }) => id === 'one') ?? fail(),
        setting,
        '2010-06-30',
      ),
      lengthM: 1234,
      facility: 'arterial',
      section: 'MAIN',
    });
    expect(graph.getNodeAttribute('b', 'at')).toEqual([113.2, 23.1]);
  });
});

function fail(): never {
  throw new Error('not there');
}

describe('a network', () => {
  const setting = toSetting(DATASET, CHOICE);
  const state = applyScenario(DATASET, NOW);

  it('rounds a toll once a link', () => {
    const link = DATASET.links.find(({ id }) => id === 'one') ?? fail();
    expect(linkTollFen(DATASET, link, setting.vehicleClass, '2010-06-30')).toBe(123);
    expect(linkTollFen(DATASET, { ...link, tariff: null }, setting.vehicleClass, '2010-06-30')).toBe(0);
  });

  it('refuses a tariff that is not there, or has no rate for the vehicle', () => {
    const link = DATASET.links.find(({ id }) => id === 'one') ?? fail();
    const ask = (tariff: string, tollClass: string) => () =>
      linkTollFen(DATASET, { ...link, tariff }, { ...setting.vehicleClass, tollClass }, '2010-06-30');
    expect(ask('none', '1')).toThrow(
      'one.tariff: expected a tariff: per-km, bridge, free-later, found "none"',
    );
    expect(ask('per-km', '9')).toThrow('expected a rate for toll class 9');
    expect(SCENE_TARIFFS.map(({ id }) => id)).toContain('per-km');
  });

  it('splits time, toll and toll as time so that the pieces of a link add up to it', () => {
    const paying = { ...setting, valueOfTimeCnyPerH: 7 };
    const places = [113.1101, 113.1303, 113.1507, 113.1709].map((lon, i) => ({
      id: `p${i}`,
      at: [lon, 23.1] as const,
    }));
    const sums = [[], places].map((joined) => {
      const network = buildNetwork(DATASET, state, paying, joined);
      const edges = [...network.link.entries()].filter(([, link]) => state.links[link]?.id === 'one');
      const sumOf = (values: ArrayLike<number>): number =>
        edges.reduce((sum, [edge]) => sum + (values[edge] ?? NaN), 0);
      expect(edges).toHaveLength(joined.length + 1);
      return [network.timeMs, network.tollFen, network.graph.cost, network.graph.length].map(sumOf);
    });
    // 123 fen at 7 CNY/h are 632 571.4 ms.
    expect(sums[0]).toEqual([74_040, 123, 74_040 + 632_571, 1_234_000]);
    expect(sums[1]).toEqual(sums[0]);
  });

  it('refuses one id for two points, and a place it was not built with', () => {
    const [here, there] = [
      { id: 'x', at: [113.15, 23.1] as const },
      { id: 'x', at: [113.16, 23.1] as const },
    ];
    expect(() => buildNetwork(DATASET, state, setting, [here, there])).toThrow(
      'place x: at: expected one point',
    );
    expect(() => getOriginVertex(buildNetwork(DATASET, state, setting, [here]), 'y')).toThrow(
      'expected a place of the network: x, found "y"',
    );
  });

  it('says NaN for corners that were not asked for', () => {
    const place = { id: 'x', at: [113.15, 23.1] as const };
    const { cells } = skim(DATASET, NOW, setting, [place], [place], { corners: false });
    expect([cells[0]?.lowMs, cells[0]?.highMs]).toEqual([NaN, NaN]);
  });
});
