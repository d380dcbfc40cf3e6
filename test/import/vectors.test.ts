/** RoutingKit vectors: there and back bit for bit, the same times, and every vector that does not fit. */
import { describe, expect, it } from 'vitest';
import { openCity } from '../../src/city/city.ts';
import { toVectors } from '../../src/city/vectors.ts';
import { readNetwork } from '../../src/import/file/read.ts';
import { writeNetwork } from '../../src/import/file/write.ts';
import type { TableOptions } from '../../src/import/tables/options.ts';
import { importVectors } from '../../src/import/vectors/import-vectors.ts';
import { DataError } from '../../src/problems.ts';
import { searchCostsToSeeds } from '../../src/routing/costs.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { drawMap, RULES } from './drawn-map.ts';
import { listSomeNetworks } from './some-networks.ts';

/** A long run takes minutes. */
const LONG_MS = 1_800_000;

const OPTIONS: TableOptions = {
  title: 'vectors',
  file: 'vectors',
  country: null,
  attribution: 'drawn',
  licence: 'none',
  coordinates: 'WGS84',
};
type Files = ReadonlyMap<string, Uint8Array>;

const read = (files: Files, vehicle = 'car') => importVectors(files, RULES, vehicle, OPTIONS);

function tell(files: Files): readonly string[] {
  try {
    read(files);
  } catch (error) {
    if (error instanceof DataError) return error.problems.map(({ file, path }) => `${file} ${path}`.trim());
    throw error;
  }
  return [];
}

const drawn = drawMap({
  map: 'a-b-c\n  | |\n  d-e',
  ways: '| nodes | maxspeed | oneway |\n| abc | 50 | |\n| bdec | 30 | yes |',
  turns: '| from | via | to | restriction |\n| abc | c | bdec | no_right_turn |',
}).network;

describe('RoutingKit vectors', { timeout: LONG_MS }, () => {
  it('come back bit for bit, from a drawn map, random maps and real ones', () => {
    const networks = [drawn];
    networks.push(...listSomeNetworks());
    for (const network of networks) {
      const files = toVectors(openCity(network, 'car'));
      const back = read(files);
      expect(toVectors(openCity(back, 'car'))).toEqual(files);
      expect(readNetwork(writeNetwork(back), 'x')).toEqual(back);
    }
    expect(networks.length).toBeGreaterThan(5);
  });

  it('keep every time of the graph they come from', () => {
    const city = openCity(drawn, 'heavy-truck');
    const back = openCity(read(toVectors(city), 'heavy-truck'), 'heavy-truck');
    for (let target = 0; target < city.graph.graph.vertexCount; target += 1) {
      const seeds = [{ vertex: target, cost: 0 }];
      expect(searchCostsToSeeds(back.graph.graph, seeds)).toEqual(
        searchCostsToSeeds(city.graph.graph, seeds),
      );
    }
  });

  it('have straight lines for lengths where no distances are given', () => {
    const files = new Map(toVectors(openCity(drawn, 'car')));
    files.delete('geo_distance');
    const network = read(files);
    // 100 m from one letter to the next.
    expect(Math.max(...network.links.lengthMm)).toBeLessThan(300_000);
    expect(Math.min(...network.links.lengthMm)).toBeGreaterThan(99_000);
    expect(network.notes.counts.givenKm).toBe(network.notes.counts.km);
  });

  const files = toVectors(openCity(drawn, 'car'));
  const edit = (name: string, change: (bytes: Uint8Array) => Uint8Array | null): Files => {
    const changed = change((files.get(name) as Uint8Array).slice());
    const map = new Map(files);
    if (changed === null) map.delete(name);
    else map.set(name, changed);
    return map;
  };
  const poke = (name: string, place: number, value: number): Files =>
    edit(name, (bytes) => {
      new DataView(bytes.buffer).setUint32(4 * place, value, true);
      return bytes;
    });

  it.each<[string, Files, readonly string[]]>([
    ['a file that is missing', edit('head', () => null), ['head']],
    ['a file cut off', edit('latitude', (bytes) => bytes.subarray(0, 7)), ['latitude']],
    ['a vertex that is not there', poke('head', 2, 99), ['head byte 8']],
    ['starts that fall', poke('first_out', 1, 9999), ['first_out byte 4']],
    ['a start that is not 0', poke('first_out', 0, 1), ['first_out byte 0']],
    ['a time without end', poke('travel_time', 1, 0xffff_fff0), ['travel_time byte 4']],
    ['a place off the globe', poke('latitude', 0, 0x43000000), ['latitude byte 0']],
    ['no number', poke('longitude', 1, 0x7fc00000), ['longitude byte 4']],
    ['one arc too few', edit('travel_time', (bytes) => bytes.subarray(4)), ['travel_time']],
    ['nothing at all', new Map(), ['first_out', 'head', 'travel_time', 'latitude', 'longitude']],
  ])('are refused with %s, at the byte', (_, broken, problems) => {
    expect(tell(broken)).toEqual(problems);
  });

  it('are refused with an arc over much of the globe and no distances', () => {
    const far = new Map(poke('longitude', 1, 0));
    far.delete('geo_distance');
    expect(tell(far)[0]).toMatch(/^longitude, latitude arc \d+$/);
  });

  it('spoiled at random are read or refused', () => {
    const random = createRandom(29);
    for (let i = 0; i < toCount(300, 20_000); i += 1) {
      const name = random.pick([...files.keys()]);
      const place = random.int(0, (files.get(name) as Uint8Array).length / 4 - 1);
      tell(poke(name, place, random.pick([0, 1, 2 ** 31, 2 ** 32 - 1, random.int(0, 2 ** 32 - 1)])));
    }
    expect(() => read(files, 'tram')).toThrow('a vehicle class: car');
  });
});
