/** From ways to links: what grows together, how long it is, what is left out. */
import geographicLib from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { measureM } from '../../src/import/graph/distance.ts';
import { findComponents } from '../../src/import/graph/components.ts';
import { orderByHilbert } from '../../src/import/graph/hilbert.ts';
import { moveFromGcj02 } from '../../src/import/coordinates.ts';
import { CLOSED, type ImportedNetwork } from '../../src/model/imported-network.ts';
import { createRandom } from '../scene/random.ts';
import { drawMap, findNodes, timeMs, type DrawnInput } from './drawn-map.ts';

const { Geodesic } = geographicLib;

const counts = (input: DrawnInput): readonly [nodes: number, links: number] => {
  const { nodes, links } = drawMap(input).network.notes.counts;
  return [nodes, links];
};

describe('links', () => {
  it.each<[string, DrawnInput, readonly [number, number]]>([
    ['a road with bends is one', { map: 'a-b-c\n    |\n    d', ways: '| nodes |\n| abcd |' }, [2, 1]],
    ['several ways alike are one', { map: 'a-b-c-d', ways: '| nodes |\n| ab |\n| bc |\n| cd |' }, [2, 1]],
    ['drawn against one another too', { map: 'a-b-c-d', ways: '| nodes |\n| ab |\n| cb |\n| cd |' }, [2, 1]],
    [
      'but not where one-way streets would meet head on',
      { map: 'a-b-c', ways: '| nodes | oneway |\n| ab | yes |\n| cb | yes |' },
      [3, 2],
    ],
    [
      'one-way streets that go on',
      { map: 'a-b-c', ways: '| nodes | oneway |\n| ab | yes |\n| bc | yes |' },
      [2, 1],
    ],
    [
      'one-way streets by -1 that go on',
      { map: 'a-b-c', ways: '| nodes | oneway |\n| ba | -1 |\n| bc | yes |' },
      [3, 2],
    ],
    [
      'where the limit changes are two',
      { map: 'a-b-c', ways: '| nodes | maxspeed |\n| ab | 30 |\n| bc | 50 |' },
      [3, 2],
    ],
    [
      'where the name changes are two',
      { map: 'a-b-c', ways: '| nodes | name |\n| ab | A |\n| bc | B |' },
      [3, 2],
    ],
    [
      'whatever else is tagged',
      { map: 'a-b-c', ways: '| nodes | surface |\n| ab | mud |\n| bc | |' },
      [2, 1],
    ],
    ['end at a crossing', { map: 'a-b-c\n  |\n  d', ways: '| nodes |\n| abc |\n| bd |' }, [4, 3]],
    [
      'pass over a bridge',
      { map: '  a\n  |\nc-+-d\n  |\n  b', ways: '| nodes | bridge |\n| ab | yes |\n| cd | |' },
      [4, 2],
    ],
    [
      'end at a gate that not all may pass',
      { map: 'a-b-c', ways: '| nodes |\n| abc |', nodes: '| node | barrier | hgv |\n| b | gate | no |' },
      [3, 2],
    ],
    [
      'pass a gate that all may',
      { map: 'a-b-c', ways: '| nodes |\n| abc |', nodes: '| node | barrier |\n| b | gate |' },
      [2, 1],
    ],
    [
      'end on both sides of a wall',
      { map: 'a-b-c', ways: '| nodes |\n| abc |', nodes: '| node | barrier |\n| b | wall |' },
      [4, 2],
    ],
    ['of a ring are one', { map: 'a-b\n| |\nd-c', ways: '| nodes |\n| abcda |' }, [1, 1]],
    [
      'of a ring of two ways are two',
      { map: 'a-b\n| |\nd-c', ways: '| nodes | maxspeed |\n| abc | 30 |\n| cda | 50 |' },
      [2, 2],
    ],
    ['that cross themselves', { map: 'a-b-c\n  | |\n  e-d', ways: '| nodes |\n| abcdeb |' }, [2, 2]],
    [
      'between the same two nodes are several',
      {
        map: 'a-b\n| |\nd-c',
        ways: '| nodes |\n| ab |\n| bcda |\n| bc |',
      },
      [2, 3],
    ],
  ])('%s', (_, input, expected) => {
    expect(counts(input)).toEqual(expected);
  });

  it('keep their line, from end to end in the drawn direction', () => {
    const { network } = drawMap({ map: 'a-b\n  |\n  c-d', ways: '| nodes |\n| abcd |' });
    const lons = [...network.shape.lonE7];
    const lats = [...network.shape.latE7];
    const [from, to] = [network.links.from[0] ?? 0, network.links.to[0] ?? 0];
    expect(network.nodes.lonE7[from]).toBeLessThan(lons[0] ?? 0);
    expect(lons[0]).toBe(lons[1]);
    expect(lats[0]).toBeGreaterThan(lats[1] ?? 0);
    expect(network.nodes.lonE7[to]).toBeGreaterThan(lons[1] ?? Infinity);
    expect([...network.links.shapeStart]).toEqual([0, 2]);
  });

  it('are as long as the ellipsoid says, to the millimetre', () => {
    const { network } = drawMap({ map: 'a---b\n    |\n    c', stepM: 1234, ways: '| nodes |\n| abc |' });
    const { nodes, shape } = network;
    const points = [
      [nodes.lonE7[network.links.from[0] ?? 0], nodes.latE7[network.links.from[0] ?? 0]],
      [shape.lonE7[0], shape.latE7[0]],
      [nodes.lonE7[network.links.to[0] ?? 0], nodes.latE7[network.links.to[0] ?? 0]],
    ].map(([lon = 0, lat = 0]) => [lon / 1e7, lat / 1e7] as const);
    let sumM = 0;
    for (const [i, [lon, lat]] of points.slice(1).entries()) {
      const [lonA = 0, latA = 0] = points[i] ?? [];
      sumM += Geodesic.WGS84.Inverse(latA, lonA, lat, lon, Geodesic.DISTANCE).s12 ?? NaN;
    }
    expect(network.links.lengthMm[0]).toBe(Math.round(sumM * 1000));
  });
});

describe('a short distance', () => {
  it('is the geodesic to a thousandth of a millimetre, wherever it lies', () => {
    const random = createRandom(7);
    for (let i = 0; i < 2000; i += 1) {
      const [lon, lat] = [random.int(-1_790_000_000, 1_790_000_000), random.int(-890_000_000, 890_000_000)];
      const reach = random.pick([100, 5000, 19_999, 25_000, 1_000_000]);
      const [lonB, latB] = [lon + random.int(-reach, reach), lat + random.int(-reach, reach)];
      const exact =
        Geodesic.WGS84.Inverse(lat / 1e7, lon / 1e7, latB / 1e7, lonB / 1e7, Geodesic.DISTANCE).s12 ?? NaN;
      expect(Math.abs(measureM(lon, lat, lonB, latB) - exact), `${lon},${lat} ${lonB},${latB}`).toBeLessThan(
        2e-6,
      );
    }
  });
});

describe('the largest part', () => {
  const ISLANDS = `
    a---b   x---y
    |   |
    c---d---e
  `;
  const WAYS = '| nodes | oneway |\n| abdca | |\n| de | yes |\n| xy | |';

  it('is kept, and the islands are told', () => {
    const { notes, links } = drawMap({ map: ISLANDS, ways: WAYS, keepIslands: false }).network;
    expect(notes.counts).toMatchObject({ islands: 2, islandLinks: 2, links: 1 });
    expect(notes.counts.islandKm).toBeCloseTo(0.8, 3);
    expect(links.from.length).toBe(1);
  });

  it('is not cut out where all is to be kept', () => {
    const { notes } = drawMap({ map: ISLANDS, ways: WAYS, keepIslands: true }).network;
    expect(notes.counts).toMatchObject({ islands: 2, links: 3 });
  });

  it('is one for each vehicle: what trucks cannot leave is closed to them', () => {
    const map = 'a---b---c\n|   |   |\nd---e---f';
    const { network } = drawMap({
      map,
      keepIslands: false,
      ways: '| nodes | hgv |\n| abed | |\n| da | |\n| bc | no |\n| cf | |\n| fe | no |',
    });
    const closed = (profile: number): number =>
      network.times[profile]?.forward.filter((ms) => ms === CLOSED).length ?? NaN;
    expect([closed(0), closed(2)]).toEqual([0, 3]);
  });

  it('must be there', () => {
    expect(() =>
      drawMap({ map: 'a-b', ways: '| nodes | oneway |\n| ab | yes |', keepIslands: false }),
    ).toThrow('one place is reached from another and back');
  });

  it('is found whatever the graph', () => {
    const random = createRandom(11);
    for (let round = 0; round < 50; round += 1) {
      const count = random.int(1, 12);
      const edges = Array.from(
        { length: random.int(0, 30) },
        () => [random.int(0, count - 1), random.int(0, count - 1)] as const,
      );
      const sorted = edges.toSorted((a, b) => a[0] - b[0]);
      const firstOut = Uint32Array.from(
        { length: count + 1 },
        (_, v) => sorted.filter(([tail]) => tail < v).length,
      );
      const { of } = findComponents({
        vertexCount: count,
        firstOut,
        head: Uint32Array.from(sorted, ([, head]) => head),
      });
      const reach = (from: number): ReadonlySet<number> => {
        const seen = new Set([from]);
        for (const v of seen) for (const [tail, head] of edges) if (tail === v) seen.add(head);
        return seen;
      };
      const reached = Array.from({ length: count }, (_, v) => reach(v));
      for (let a = 0; a < count; a += 1) {
        for (let b = 0; b < count; b += 1) {
          expect(of[a] === of[b]).toBe(reached[a]?.has(b) === true && reached[b]?.has(a) === true);
        }
      }
    }
  });
});

describe('what is asked for', () => {
  it('a box leaves out what lies outside', () => {
    const map = 'a---b---c---d';
    const whole = drawMap({ map, stepM: 1000, ways: '| nodes |\n| abcd |' }).network;
    const { notes } = drawMap({
      map,
      stepM: 1000,
      ways: '| nodes |\n| abcd |',
      bbox: [113.29, 23, 113.385, 23.2],
    }).network;
    expect([whole.notes.counts.km, notes.counts.km].map(Math.round)).toEqual([12, 8]);
    expect(notes.left).toEqual([]);
  });

  it('GCJ-02 is turned into WGS84, and its source is told where it is not asked for', () => {
    const input: DrawnInput = { map: 'a---b', ways: '| nodes | source |\n| ab | 高德 Amap |' };
    const plain = drawMap(input).network;
    expect(plain.notes.warnings.join()).toContain('GCJ-02');
    const moved = drawMap({ ...input, coordinates: 'GCJ-02' }).network;
    expect(moved.notes.warnings.join()).not.toContain('GCJ-02');
    const offM = measureM(
      ...([plain, moved].flatMap(({ nodes }) => [nodes.lonE7[0], nodes.latE7[0]]) as [
        number,
        number,
        number,
        number,
      ]),
    );
    expect(offM).toBeGreaterThan(300);
    expect(offM).toBeLessThan(800);
  });

  it('outside China nothing moves', () => {
    const [lon, lat] = [Int32Array.of(-86_000_000), Int32Array.of(411_000_000)];
    moveFromGcj02(lon, lat);
    expect([lon[0], lat[0]]).toEqual([-86_000_000, 411_000_000]);
  });
});

describe('the order of nodes', () => {
  it('follows a curve that never jumps', () => {
    const side = 32;
    const xs = Int32Array.from({ length: side * side }, (_, i) => i % side);
    const ys = Int32Array.from({ length: side * side }, (_, i) => Math.floor(i / side));
    const order = orderByHilbert(xs, ys);
    expect(new Set(order).size).toBe(side * side);
    for (let i = 1; i < order.length; i += 1) {
      const [a, b] = [order[i - 1] as number, order[i] as number];
      const step =
        Math.abs((xs[a] as number) - (xs[b] as number)) + Math.abs((ys[a] as number) - (ys[b] as number));
      expect(step).toBeLessThan(4);
    }
  });
});

describe('a roundabout', () => {
  const MAP = `
      n
      |
    w-a-b-e
      | |
      d-c
      |
      s
  `;
  it('is driven one way round', () => {
    const input: DrawnInput = {
      map: MAP,
      ways: '| nodes | junction |\n| abcda | roundabout |\n| na | |\n| wa | |\n| be | |\n| ds | |',
    };
    const { network } = drawMap(input);
    const time = (one: ImportedNetwork, from: string, to: string): number =>
      timeMs(one, findNodes(one, MAP, from), findNodes(one, MAP, to));
    const legs = (ms: number): number => Math.round(ms / 7200 / 2);
    expect(legs(time(network, 'n', 'e'))).toBe(3);
    expect(legs(time(network, 'e', 'n'))).toBe(5);
    expect(legs(time(network, 's', 'w'))).toBe(3);
    expect(legs(time(network, 'w', 's'))).toBe(5);
  });
});
