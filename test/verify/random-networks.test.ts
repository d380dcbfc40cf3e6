/** Certificates and answers of random networks on round coordinates, where half-way cases are common. */
import { describe, expect, it } from 'vitest';
import { makeCertificate } from '../../src/condition/certificate.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Zone } from '../../src/model/place.ts';
import { findConnectors } from '../../src/network/connectors.ts';
import { DataError } from '../../src/problems.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { skim } from '../../src/matrix/skim.ts';
import { toSetting } from '../../src/network/setting.ts';
import { deriveCells } from '../../src/verify/cells.ts';
import { listAccesses } from '../../src/verify/connectors.ts';
import { verifyCertificate } from '../../src/verify/certificate.ts';
import { toDataset, type FeatureInput } from '../scene/dataset.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { toDerived, toPlain } from './kernel-cell.ts';
import { isTrue } from './truth.ts';

/** A grid of nodes 2 km apart with random roads, one-way or not, and sites within reach of some. */
function drawRandomly(seed: number): Dataset {
  const random = createRandom(seed);
  const size = random.int(2, 4);
  const nodes = new Map(
    Array.from({ length: size * size }, (_, i) => {
      const at = [113.3 + 0.02 * (i % size), 23.1 + 0.02 * Math.floor(i / size)] as const;
      return [`n${i}`, at] as const;
    }),
  );
  const ids = [...nodes.keys()];
  const features = Array.from({ length: random.int(size, size * size) }, (_, i): FeatureInput => {
    const from = random.pick(ids);
    const to = random.pick(ids.filter((id) => id !== from));
    const facility = random.pick(['arterial', 'local', 'expressway'] as const);
    const rest = {
      plaza: random.pick([null, 'barrier'] as const),
      tariff: random.pick([null, 'per-km', 'bridge']),
      facility,
      directed: random.once(2),
      signals: random.int(0, 5) / 10,
      lengthM: random.int(0, 9000),
    };
    return { id: `f${i}`, from, to, accessible: facility !== 'expressway', ...rest };
  });
  const water = random.once(2)
    ? [[nodes.get('n0'), nodes.get('n3')].map((at) => at ?? ([113.3, 23.1] as const))]
    : [];
  const base = toDataset({ nodes, features, water });
  const zones = Array.from({ length: 4 }, (_, i) => {
    const at = [113.3 + random.int(0, 60) / 1000, 23.1 + random.int(0, 60) / 1000] as const;
    const names = { name: '', nameZh: '', district: '', sources: [] };
    return {
      id: `Z${i}`,
      kind: 'zone' as const,
      at: random.once(4) ? (nodes.get('n0') ?? at) : at,
      grade: 'A' as const,
      ...names,
    };
  });
  return { ...base, zones };
}

/** Water or missing roads may leave a site without any access: both engines refuse it then. */
function isOnTheMap(dataset: Dataset): boolean {
  const joins = (join: (zone: Zone) => unknown): boolean => {
    try {
      return dataset.zones.map(join).length > 0;
    } catch (error) {
      expect(error).toBeInstanceOf(DataError);
      return false;
    }
  };
  const second = joins((zone) => listAccesses(dataset, zone));
  expect(joins((zone) => findConnectors(dataset, zone))).toBe(second);
  return second;
}

describe('certificates of random networks', () => {
  it('are accepted and true', () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= toCount(150, 5000); seed += 1) {
      const dataset = drawRandomly(seed);
      const random = createRandom(-seed);
      if (!isOnTheMap(dataset)) continue;
      const mode = random.pick(['any', 'every'] as const);
      const corner = random.pick(['mid', 'fast', 'slow'] as const);
      const [origin, ...plants] = dataset.zones;
      if (origin === undefined) continue;
      const certificate = makeCertificate(dataset, {
        scenario: 'now',
        vehicleClass: 'truck',
        traffic: 'peak',
        corner,
        mode,
        origin,
        plants,
        cutoffMs: random.int(0, 900_000),
      });
      expect(verifyCertificate(dataset, certificate).problems, `seed ${seed}`).toEqual([]);
      expect(isTrue(dataset, certificate), `seed ${seed}`).toBe(true);
      const kind = `${mode} ${certificate.verdict}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    expect([...seen.keys()].toSorted()).toEqual([
      'any beyond',
      'any unreachable',
      'any within',
      'every beyond',
      'every unreachable',
      'every within',
    ]);
  }, 600_000);
});

describe('cells of random networks', () => {
  it('are the same from both engines, in every number', () => {
    let reached = 0;
    for (let seed = 1; seed <= toCount(150, 5000); seed += 1) {
      const dataset = drawRandomly(seed);
      const scenario = findScenario(dataset, 'now');
      const valueOfTimeCnyPerH = createRandom(-seed).pick([null, 60, 37]);
      const terms = toSetting(dataset, { vehicleClass: 'car', trafficState: 'peak', valueOfTimeCnyPerH });
      if (!isOnTheMap(dataset)) continue;
      const { cells } = skim(dataset, scenario, terms, dataset.zones, dataset.zones);
      const derived = [...deriveCells(dataset, scenario, terms, dataset.zones, dataset.zones).values()].map(
        toPlain,
      );
      expect({ seed, cells: derived }).toEqual({ seed, cells: cells.map(toDerived) });
      reached += cells.filter(({ timeMs }) => timeMs < Infinity).length;
    }
    expect(reached).toBeGreaterThan(500);
  }, 600_000);
});
