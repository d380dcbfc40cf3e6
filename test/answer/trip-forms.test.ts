/** What the two commands print: the answer of the library, whole, in every form. */
import { describe, expect, it } from 'vitest';
import {
  countFastestRoutes,
  rankLocations,
  toJsonText,
  toLocationsCsv,
  type FastestRoutes,
} from '../../src/index.ts';
import { changeFile, copyRegion, run, runOnRegion } from '../cli/run.ts';
import { SHIPPED } from '../data-sets.ts';

describe('beltway fastest-routes', () => {
  it('prints the library’s answer as JSON, byte for byte', () => {
    const { out } = run(['fastest-routes', '--traffic', 'peak', '--format', 'json']);
    expect(out).toBe(toJsonText(countFastestRoutes(SHIPPED, { traffic: 'peak' })));
  });

  it('draws every counted feature along its own line and says what it counts', () => {
    const answer = countFastestRoutes(SHIPPED);
    const drawn = JSON.parse(run(['fastest-routes', '--format', 'geojson']).out) as {
      readonly caption: string;
      readonly features: readonly {
        readonly id: string;
        readonly geometry: { readonly coordinates: unknown };
        readonly properties: Pick<FastestRoutes['roads'][number], 'base' | 'build'>;
      }[];
    };
    expect(drawn.caption).toBe('One route a pair, toll ignored: not traffic.');
    expect(drawn.features.map(({ id }) => id)).toEqual(answer.roads.map(({ feature }) => feature));
    for (const { id, geometry, properties } of drawn.features) {
      expect(geometry.coordinates).toEqual(SHIPPED.links.find((link) => link.id === id)?.geometry);
      const { base, build } = answer.roads.find(({ feature }) => feature === id) ?? {};
      expect(properties).toMatchObject({ base, build });
    }
  });

  it('has a CSV line a feature, empty where it is not open', () => {
    const answer = countFastestRoutes(SHIPPED);
    const lines = run(['fastest-routes', '--format', 'csv']).out.trimEnd().split('\r\n');
    expect(lines).toHaveLength(answer.roads.length + 1);
    const belt = answer.roads.find(({ base }) => base === null);
    expect(lines.find((line) => line.startsWith(`${belt?.feature},`))).toContain(',true,,,,');
  });

  it('says that tolls are in it where they are', () => {
    expect(runOnRegion('fastest-routes', '--value-of-time', '40').out).toContain(
      'toll counted as time at 40 CNY/h',
    );
  });
});

describe('beltway locate', () => {
  it('prints the library’s answer as JSON and CSV, byte for byte', () => {
    const ranked = rankLocations(SHIPPED, { cutoffS: 2700, vehicleClass: 'heavy-truck' });
    const args = ['locate', '--cutoff', '45', '--vehicle', 'heavy-truck', '--format'];
    expect(run([...args, 'json']).out).toBe(toJsonText(ranked));
    expect(run([...args, 'csv']).out).toBe(toLocationsCsv(ranked));
    expect(toLocationsCsv(ranked).split('\r\n')).toHaveLength(SHIPPED.zones.length * 2 * 3 + 2);
  });

  it('disarms a name that a spreadsheet would take for a formula', () => {
    const folder = copyRegion();
    changeFile(folder, 'places/places.json', (text) =>
      text.replace(/"name": "Amber[^"]*"/, '"name": "=1+1"'),
    );
    const { code, out } = run(['locate', '--data', folder, '--format', 'csv']);
    expect(code).toBe(0);
    expect(out).toContain(",'=1+1,");
  });
});
