/** The shipped road rules against what else the project says, and rules that are broken. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRoadRules } from '../../src/load/road-rules.ts';
import { LIMIT_ZONES, type RoadRules } from '../../src/model/road-rules.ts';
import { ROOT } from '../cli/run.ts';
import { RULES, SHIPPED_VEHICLES } from './drawn-map.ts';

interface Parameters {
  readonly parameters: Readonly<Record<string, { readonly value: number; readonly low: number }>>;
}

describe('the shipped road rules', () => {
  it('wait at signals and booths as long as the shipped roads', () => {
    const { parameters } = JSON.parse(
      readFileSync(join(ROOT, 'data', 'parameters.json'), 'utf8'),
    ) as Parameters;
    const { signalDelayS, tollBoothS } = RULES.parameters;
    expect([signalDelayS.value, tollBoothS.value]).toEqual([
      parameters['signalDelayS']?.value,
      parameters['gantryPassS']?.value,
    ]);
  });

  it('have a vehicle for each class, in the order of size', () => {
    expect(RULES.profiles.map(({ vehicleClass }) => vehicleClass)).toEqual(
      SHIPPED_VEHICLES.map(({ id }) => id),
    );
    for (const size of ['weightT', 'axleLoadT', 'heightM', 'widthM', 'lengthM'] as const) {
      const sizes = RULES.profiles.map((profile) => profile[size]);
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    }
  });

  it('let trucks drive what the shipped classes may at most in China', () => {
    expect(RULES.countries['CN']?.car.motorway).toBe(SHIPPED_VEHICLES[0]?.facilities.expressway.legalKmh);
    expect(RULES.countries['CN']?.hgv.motorway).toBe(SHIPPED_VEHICLES[2]?.facilities.expressway.legalKmh);
  });

  it.each([['world', RULES.world], ...Object.entries(RULES.countries)])('are plausible: %s', (_, limits) => {
    for (const zone of LIMIT_ZONES) expect(limits.hgv[zone]).toBeLessThanOrEqual(limits.car[zone]);
    for (const who of ['car', 'hgv'] as const) {
      const { livingStreet, urban, trunk, motorway } = limits[who];
      expect([livingStreet, urban, trunk, motorway]).toEqual(
        [livingStreet, urban, trunk, motorway].toSorted((a, b) => a - b),
      );
    }
  });

  it.each([['world', RULES.world], ...Object.entries(RULES.countries)])(
    'name a source for every figure, or say that it is assumed: %s',
    (_, { grade, sources, assumed }) => {
      const named = sources.filter((id) => id !== 'assumption');
      expect(new Set(assumed).size).toBe(assumed.length);
      expect(sources.includes('assumption')).toBe(assumed.length > 0);
      expect(grade === 'assumed').toBe(assumed.length === 2 * LIMIT_ZONES.length);
      expect(named.length > 0).toBe(grade !== 'assumed');
    },
  );

  it('say no value twice', () => {
    for (const lists of [RULES.access, RULES.barriers]) {
      const values = Object.values(lists).flat();
      expect(new Set(values).size).toBe(values.length);
    }
  });
});

describe('rules of another kind', () => {
  const file = JSON.parse(readFileSync(join(ROOT, 'data', 'import', 'road-rules.json'), 'utf8')) as RoadRules;
  const tell = (value: unknown): readonly string[] =>
    readRoadRules(JSON.stringify(value), 'r.json').problems.map(
      ({ path, expected }) => `${path}: ${expected}`,
    );

  it('are refused with everything that is wrong', () => {
    const [first] = file.classes;
    expect(tell({ ...file, classes: [{ ...first, assumedKmh: 'fast' }], profiles: [] })).toEqual([
      'classes[0].assumedKmh: assumed speed in km/h, 1 to 200',
      'profiles: vehicles, at most 8',
    ]);
  });

  it('are refused with a class twice, without ferries, with a source nobody knows', () => {
    const [motorway] = file.classes;
    expect(
      tell({ ...file, classes: [motorway, motorway], world: { ...file.world, sources: ['hearsay'] } }),
    ).toEqual([
      'classes: ids, none twice',
      'classes: a class ferry',
      'sources: a source of the file: assumption, osm-default-limits, openrouteservice, road-traffic-regulations, osm-wiki',
    ]);
  });

  it('are refused where they are no JSON', () => {
    expect(readRoadRules('{', 'r.json').problems).toHaveLength(1);
  });
});
