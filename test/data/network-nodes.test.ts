import { describe, expect, it } from 'vitest';

import { findConnectors } from '../../src/network/connectors.ts';
import { measureGeodesicM } from '../../src/geodesic.ts';
import { dataset, findCityPoints, listSites } from './network-data.ts';
import { findNotes, readTable } from './records-files.ts';

const RADIUS_M = { A: 500, B: 1500, C: 3000 } as const;
/** Node and the name of the converted point that checks it. */
const ANCHORS = [
  ['LELIU', '勒流收费站'],
  ['GUANGSHAN', '广汕公路出入口'],
  ['SYL', '三元里收费站'],
  ['HUANGCUN', '黄村立交'],
  ['FS_W', '罗格收费站'],
] as const;

const interchanges = findNotes('interchanges.csv');
const anchors = findNotes('anchor_points.csv');
const at = new Map(dataset.nodes.map((node) => [node.id, node]));

describe('nodes', () => {
  it.skipIf(interchanges === null)('lie within the grade of the interchange table', () => {
    const rows = readTable(interchanges ?? '').filter((row) => at.has(row.get('id') ?? ''));
    expect(rows.length).toBeGreaterThan(45);
    for (const row of rows) {
      const id = row.get('id') ?? '';
      const node = at.get(id);
      const offM = measureGeodesicM(node?.at ?? [0, 0], [Number(row.get('lon')), Number(row.get('lat'))]);
      expect([id, node?.grade]).toEqual([id, row.get('grade')]);
      expect([id, offM <= RADIUS_M[node?.grade ?? 'A']]).toEqual([id, true]);
    }
  });

  it.skipIf(anchors === null)('lie within 500 m of the checking points, none of which is copied', () => {
    const rows = readTable(anchors ?? '');
    for (const [id, name] of ANCHORS) {
      const row = rows.find((one) => one.get('name') === name);
      const point = [Number(row?.get('lon_wgs84')), Number(row?.get('lat_wgs84'))] as const;
      expect([id, measureGeodesicM(at.get(id)?.at ?? [0, 0], point) < 500]).toEqual([id, true]);
    }
    const copied = rows.filter((row) =>
      dataset.nodes.some(
        ({ at: [lon, lat] }) => `${lon},${lat}` === `${row.get('lon_wgs84')},${row.get('lat_wgs84')}`,
      ),
    );
    expect(copied.map((row) => row.get('name'))).toEqual([]);
  });
});

describe('sites', () => {
  it('have a road within 2 km on their own side of the water', () => {
    const places = [...listSites(), ...(findCityPoints() ?? [])];
    const far = places.flatMap((place) => {
      const nearestM = Math.min(...findConnectors(dataset, place).map(({ lengthMm }) => lengthMm / 1000));
      return nearestM <= 2000 ? [] : [`${place.id} ${Math.round(nearestM)} m`];
    });
    expect(far).toEqual([]);
  });
});
