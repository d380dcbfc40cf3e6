/** The backdrop: made from its sources, small, free of overlaps, and true to every place of the data set. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { BORDERS, DISTRICTS, LAND, NAMES } from '../../web/backdrop/index.ts';
import { dataset } from '../data/network-data.ts';

type Point = readonly number[];
type Ring = readonly Point[];
const FOLDER = fileURLToPath(new URL('../../web/backdrop/', import.meta.url));
const MADE = ['land.json', 'borders.json', 'districts.json', 'names.json'];

function isInside([x, y]: Point, ring: Ring): boolean {
  return ring.slice(1).reduce((inside, [bx, by], i) => {
    const [ax, ay] = ring[i] as [number, number];
    const [px, py, qx, qy] = [x as number, y as number, bx as number, by as number];
    const crosses = ay > py !== qy > py && px < ((qx - ax) * (py - ay)) / (qy - ay) + ax;
    return crosses ? !inside : inside;
  }, false);
}

function isOnLand(point: Point): boolean {
  return LAND.features.some(({ geometry }) =>
    geometry.coordinates.some(([ring]) => isInside(point, ring as Ring)),
  );
}

const rings = DISTRICTS.features.map(({ geometry, properties }) => ({
  id: properties.district,
  members: properties.members,
  ring: geometry.coordinates[0] as Ring,
}));

function listDistrictsAt(point: Point): string[] {
  return rings.filter(({ ring }) => isInside(point, ring)).flatMap(({ members }) => members);
}

function toEdges(ring: Ring): string[] {
  return ring.slice(1).map((point, i) => `${String(ring[i])} ${String(point)}`);
}

const places = [...dataset.plants, ...dataset.zones];

describe('the files of the backdrop', () => {
  it('are what the script makes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'backdrop-'));
    execFileSync(process.execPath, [join(FOLDER, 'make.mjs'), folder]);
    for (const name of MADE)
      expect(
        readFileSync(join(folder, name), 'utf8') === readFileSync(join(FOLDER, name), 'utf8'),
        name,
      ).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('say that they are schematic and weigh at most 25 kB together', () => {
    const texts = MADE.map((name) => readFileSync(join(FOLDER, name)));
    for (const text of texts) expect(JSON.parse(text.toString())).toMatchObject({ schematic: true });
    const bytes = texts.map((text) => gzipSync(text).length);
    console.log(MADE.map((name, i) => `${name} ${bytes[i]} B gzip`).join(', '));
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(25_000);
  });
});

describe('districts', () => {
  it('hold every seat, zone and plant of the data set in its own district', () => {
    expect(places.length).toBeGreaterThan(25);
    const wrong = places.filter(({ at, district }) => listDistrictsAt(at).every((id) => id !== district));
    expect(wrong.map(({ id, district }) => `${id} is not in ${district}`)).toEqual([]);
  });

  it('do not overlap: no point lies in two, and a shared edge runs the other way', () => {
    const edges = rings.flatMap(({ ring }) => toEdges(ring));
    expect(new Set(edges).size).toBe(edges.length);
    const double: string[] = [];
    for (let lon = 112.3; lon < 114.1; lon += 0.0073)
      for (let lat = 22.2; lat < 24; lat += 0.0071) {
        const found = rings.filter(({ ring }) => isInside([lon, lat], ring));
        if (found.length > 1) double.push(`${found.map(({ id }) => id).join(' and ')} at ${lon}, ${lat}`);
      }
    expect(double).toEqual([]);
  });

  it('are bounded by the borders drawn, each once, and by the shore', () => {
    const drawn = new Set(BORDERS.features.flatMap(({ geometry }) => toEdges(geometry.coordinates)));
    const outlines = new Set(rings.flatMap(({ ring }) => toEdges(ring)));
    const turn = (edge: string): string => edge.split(' ').toReversed().join(' ');
    const loose = [...drawn].filter((edge) => !outlines.has(edge) && !outlines.has(turn(edge)));
    expect(loose).toEqual([]);
    expect([...drawn].filter((edge) => drawn.has(turn(edge)))).toEqual([]);
  });

  it('are named as the data set names them', () => {
    const known = new Map(dataset.header.districts.map(({ id, name, nameZh }) => [id, `${name} ${nameZh}`]));
    for (const { properties } of DISTRICTS.features.filter(
      ({ properties: { members } }) => members.length === 1,
    ))
      expect(`${properties.nameEn} ${properties.nameZh}`).toBe(known.get(properties.district));
    for (const { members } of rings) for (const id of members) expect(known.has(id), id).toBe(true);
  });
});

describe('land and names', () => {
  it('hold every place of the data set on land', () => {
    expect(places.filter(({ at }) => !isOnLand(at)).map(({ id }) => id)).toEqual([]);
    expect(isOnLand([113.7, 22.6])).toBe(false);
    expect(isOnLand([112.5, 24.05])).toBe(true);
  });

  it('stand where they belong: districts inside their own, the estuary on water, cities on land outside', () => {
    for (const { geometry, properties } of NAMES.features) {
      const district = DISTRICTS.features.find(({ properties: { nameEn } }) => nameEn === properties.nameEn);
      const at = listDistrictsAt(geometry.coordinates);
      expect(isOnLand(geometry.coordinates), properties.nameEn).toBe(properties.kind !== 'water');
      expect(at, properties.nameEn).toEqual(
        properties.kind === 'district' ? district?.properties.members : [],
      );
    }
  });
});
