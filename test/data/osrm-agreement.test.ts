/**
 * Agreement with another model, not validation: free-flow car routes of 2026 against the network of 2025-12.
 * The speed table below is written down here once and used nowhere else; no length or product speed is set
 * from the other model's figures.
 */
import { describe, expect, it } from 'vitest';

import { skim } from '../../src/matrix/skim.ts';
import { toSetting } from '../../src/network/setting.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { dataset, findCityPoints } from './network-data.ts';
import { findNotes, readTable } from './records-files.ts';

const SPEEDS_KMH = {
  expressway: 88,
  'urban-expressway': 67,
  arterial: 50,
  local: 31,
  ramp: 31,
  connector: 31,
} as const;
/** Why a pair is off by more than 20 % (and 7 min); a pair that is off and not named here fails. */
const CAUSES: ReadonlyMap<string, string> = new Map();

const pairs = findNotes('osrm_city_pairs_2026-08.csv');
const cities = findCityPoints();

function toMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 1 ? half : half - 1], sorted[half]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}

function listRoutes() {
  const setting = toSetting(dataset, {
    vehicleClass: 'car',
    trafficState: 'free',
    speedsKmh: SPEEDS_KMH,
    delays: false,
  });
  const places = cities ?? [];
  const { find } = skim(dataset, findScenario(dataset, '2025-12'), setting, places, places, {
    corners: false,
  });
  return readTable(pairs ?? '').map((row) => {
    const cell = find(row.get('origin') ?? '', row.get('dest') ?? '');
    const [km, min] = [cell.lengthMm / 1e6, cell.timeMs / 60_000];
    const [theirKm, theirMin] = [Number(row.get('osrm_km')), Number(row.get('osrm_min'))];
    const name = `${cell.origin} → ${cell.destination}`;
    return { name, km, min, theirKm, theirMin, offKm: km / theirKm - 1, offMin: min / theirMin - 1, cell };
  });
}

describe.skipIf(pairs === null || cities === null)('30 routes of another model', () => {
  const routes = pairs === null || cities === null ? [] : listRoutes();

  it('agree: median error at most 8 % in km and 10 % in minutes', () => {
    const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
    for (const { name, km, min, theirKm, theirMin, offKm, offMin } of routes)
      console.log(
        `${name}: ${km.toFixed(1)} / ${theirKm} km (${percent(offKm)}), ${min.toFixed(1)} / ${theirMin} min (${percent(offMin)})`,
      );
    const [offKm, offMin] = [
      routes.map((one) => Math.abs(one.offKm)),
      routes.map((one) => Math.abs(one.offMin)),
    ];
    console.log(
      `median / worst: km ${percent(toMedian(offKm))} / ${percent(Math.max(...offKm))}, ` +
        `min ${percent(toMedian(offMin))} / ${percent(Math.max(...offMin))}; ` +
        `${routes.filter(({ cell }) => cell.viaBeltMm > 0).length} of ${routes.length} use a belt section`,
    );
    expect(routes).toHaveLength(30);
    expect(toMedian(offKm)).toBeLessThanOrEqual(0.08);
    expect(toMedian(offMin)).toBeLessThanOrEqual(0.1);
  });

  it('have a named cause wherever they differ by more than 20 % and 7 min', () => {
    const far = routes.filter(
      ({ offMin, min, theirMin }) => Math.abs(offMin) > 0.2 && Math.abs(min - theirMin) > 7,
    );
    for (const { name } of far) console.log(`${name}: ${CAUSES.get(name) ?? 'no cause known'}`);
    expect(far.map(({ name }) => name).toSorted()).toEqual([...CAUSES.keys()].toSorted());
  });
});
