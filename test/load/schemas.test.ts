/** The published JSON Schemas: one a file format, and each shipped example fits its own. */
import { describe, expect, it } from 'vitest';

import { createSchemaDoor, DATA_SCHEMAS } from '../../src/load/index.ts';
import { DataError } from '../../src/problems.ts';
import { editRegion } from './region.ts';
import { fits } from './json-schema.ts';

const { listSchemas, toJsonSchema } = createSchemaDoor(DATA_SCHEMAS);

const EXAMPLES: readonly (readonly [schema: string, file: string])[] = [
  ['dataset', 'dataset.json'],
  ['highway', 'highways/belt.geojson'],
  ['highway', 'highways/old-roads.geojson'],
  ['water', 'water.geojson'],
  ['places', 'places/places.json'],
  ['suppliers', 'suppliers/suppliers.json'],
  ['vehicle-class', 'vehicle-classes/car.json'],
  ['traffic-state', 'traffic-states/peak.json'],
  ['tariffs', 'tariffs.json'],
  ['parameters', 'parameters.json'],
  ['scenario', 'scenarios/without-belt.json'],
  ['claims', 'claims/example.json'],
  ['flowchart', 'flowcharts/automobile.json'],
  ['sources', 'sources.json'],
  ['profile', 'profiles/weekday.json'],
  ['bans', 'bans.json'],
  ['variability', 'variability.json'],
  ['uncertainty', 'uncertainty.json'],
  ['appraisal', 'appraisal.json'],
];

describe('toJsonSchema', () => {
  it('knows every data file format', () => {
    expect(listSchemas()).toEqual([...new Set(EXAMPLES.map(([name]) => name))]);
  });

  it.each(EXAMPLES)('%s fits %s, and nothing with a key more or less', (name, file) => {
    const schema = toJsonSchema(name);
    const value = JSON.parse(editRegion().get(file) ?? '') as Record<string, unknown>;
    expect(schema).toHaveProperty('$schema', 'https://json-schema.org/draft/2020-12/schema');
    expect(fits(schema, value)).toBe(true);
    expect(fits(schema, { ...value, more: 1 })).toBe(false);
    const { schema: _, ...less } = value;
    expect(fits(schema, less)).toBe(false);
  });

  it('describes units', () => {
    const text = JSON.stringify(toJsonSchema('highway'));
    for (const words of [
      'a length in metres above 0',
      'design speed in km/h',
      '[longitude, latitude] in WGS84',
    ]) {
      expect(text).toContain(words);
    }
    expect(JSON.stringify(toJsonSchema('claims'))).toContain('a time in seconds');
  });

  it('refuses an unknown name and lists the valid ones', () => {
    for (const name of ['roads', '', '__proto__', 'constructor']) {
      expect(() => toJsonSchema(name)).toThrow(DataError);
      expect(() => toJsonSchema(name)).toThrow('dataset, highway, water');
    }
  });

  it('takes schemas of other rooms behind the same door', () => {
    const door = createSchemaDoor({ ...DATA_SCHEMAS, answer: DATA_SCHEMAS['sources'] as never });
    expect(door.listSchemas()).toEqual([...listSchemas(), 'answer']);
    expect(door.toJsonSchema('answer')).toEqual(toJsonSchema('sources'));
  });
});
