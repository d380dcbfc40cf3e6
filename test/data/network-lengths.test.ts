import { describe, expect, it } from 'vitest';

import type { Link } from '../../src/model/road.ts';
import { measureLineM } from '../../src/geodesic.ts';
import {
  BELT,
  CLOSING,
  dataset,
  features,
  FIRST_RING,
  getNode,
  measureCrowM,
  roads,
  sumKm,
} from './network-data.ts';

/** Kilometre posts as published, from Huocun to Hengli. */
const POSTS: readonly (readonly [node: string, km: number])[] = [
  ['HUOCUN', 0],
  ['BICUN', 4.8],
  ['MIAOTOU', 7.4],
  ['HPB_N', 9],
  ['HPB_S', 11.5],
  ['CAOTANG', 14.9],
];
const POSTS_SOUTH: typeof POSTS = [
  ['HUALONG', 18.2],
  ['SHILIAN', 26.2],
  ['DONGCHONG', 35.4],
  ['HUANGGE_X', 37.8],
  ['TANWEI', 42],
  ['TINGJIAO', 43.5],
  ['LINGSHAN', 46],
  ['HENGLI_X', 49],
];

/** Metres along the roads of some sections from a node to the next one of a list. */
function walkM(sections: readonly string[], from: string, to: string): number {
  let at = from;
  let sumM = 0;
  for (let step = 0; at !== to && step < 50; step += 1) {
    const next = roads.find(
      (link) => link.from === at && link.closed === null && sections.includes(link.section),
    );
    if (next === undefined) return NaN;
    at = next.to;
    sumM += next.lengthM;
  }
  return sumM;
}

/** Nodes reached from the first one of some links, both ways. */
function countReached(links: readonly Link[]): number {
  const reached = new Set(links.slice(0, 1).map(({ from }) => from));
  for (const id of reached)
    for (const { from, to } of links) {
      if (from === id) reached.add(to);
      if (to === id) reached.add(from);
    }
  return reached.size;
}

describe('lengths of the belt', () => {
  it('are those published, section by section and together', () => {
    const published = { N2R: 42.525, W2R_N: 42.087, W2R_S: 41.551, E2R: 18.694, S2R: 50.143, HL_DC: 17.2 };
    for (const [section, km] of Object.entries(published))
      expect([section, sumKm(section)]).toEqual([section, km]);
    expect(Math.abs(sumKm(...BELT) / 195 - 1)).toBeLessThan(0.01);
  });

  it('close to a loop of 205-215 km', () => {
    const ring = new Set<string>([...BELT, CLOSING]);
    const links = features.filter(
      ({ id, section, closed, facility }) =>
        closed === null &&
        ((facility !== 'ramp' && ring.has(section)) || id === 'S2R.ramp.DONGCHONG-DONGCHONG_S2'),
    );
    const degree = new Map<string, number>();
    for (const id of links.flatMap(({ from, to }) => [from, to])) degree.set(id, (degree.get(id) ?? 0) + 1);
    expect([...degree].filter(([, count]) => count !== 2)).toEqual([]);
    expect(countReached(links)).toBe(degree.size);
    const km = sumKm(...BELT, CLOSING);
    console.log(`closed loop: ${km.toFixed(3)} km on ${degree.size} nodes`);
    expect(km).toBeGreaterThan(205);
    expect(km).toBeLessThan(215);
  });

  it('follow the kilometre posts', () => {
    for (const [posts, sections] of [
      [POSTS, ['E2R']],
      [POSTS_SOUTH, ['HL_DC', 'DC_TW', 'GZE']],
    ] as const)
      for (let i = 1; i < posts.length; i += 1) {
        const [[from, a], [to, b]] = [
          posts[i - 1] as (typeof posts)[number],
          posts[i] as (typeof posts)[number],
        ];
        expect([from, to, walkM(sections, from, to)]).toEqual([from, to, Math.round((b - a) * 1000)]);
      }
  });
});

describe('published lengths of the other roads', () => {
  it('are met by every section that has one', () => {
    const published = dataset.sections.filter(({ publishedKm }) => publishedKm !== null);
    expect(published.length).toBeGreaterThan(30);
    for (const { id, publishedKm } of published) expect([id, sumKm(id)]).toEqual([id, publishedKm]);
  });

  it('are met where one figure covers several sections', () => {
    expect(sumKm(...FIRST_RING)).toBe(60);
    expect(sumKm('G45_1', 'G45_2')).toBe(26.4);
    expect(sumKm('S4_1', 'S4_2', 'S4_3')).toBeCloseTo(50.6, 2);
  });
});

describe('drawn and stated length', () => {
  const ring = new Set<string>([...BELT, CLOSING, ...FIRST_RING]);
  const shares = features.map((link) => ({ link, share: measureLineM(link.geometry) / link.lengthM }));

  it('agree within 0.85-1.10 on the rings and 0.7-1.2 elsewhere', () => {
    for (const { id } of dataset.sections) {
      const lines = shares.filter(({ link }) => link.section === id);
      const text = lines.map(({ link, share }) => `${link.from}-${link.to} ${share.toFixed(3)}`);
      console.log(`drawn/stated ${id}: ${text.join(', ')}`);
    }
    const wrong = shares.filter(({ link, share }) => {
      const [low, high] = ring.has(link.section) && link.facility !== 'ramp' ? [0.85, 1.1] : [0.7, 1.2];
      return !(share >= low && share <= high);
    });
    expect(wrong.map(({ link, share }) => `${link.id} ${share.toFixed(3)}`)).toEqual([]);
  });

  it('never put a road below the crow', () => {
    expect(features.filter((link) => measureCrowM(link) > link.lengthM + 1).map(({ id }) => id)).toEqual([]);
  });

  it('meet at the nodes exactly', () => {
    for (const { id, from, to, geometry } of features)
      expect([id, geometry[0], geometry.at(-1)]).toEqual([id, getNode(from).at, getNode(to).at]);
  });

  it('lie in their interval, which is a point where the length is published or split', () => {
    for (const { id, lengthM, lengthLowM, lengthHighM, lengthBasis } of features) {
      expect([id, lengthLowM <= lengthM && lengthM <= lengthHighM]).toEqual([id, true]);
      expect([id, lengthBasis === 'estimated' || lengthLowM === lengthHighM]).toEqual([id, true]);
    }
  });
});
