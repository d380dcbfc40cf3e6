/** Places beside drawn streets: which links they join, on which side, how far, and what trips then take. */
import { describe, expect, it } from 'vitest';
import { joinPlace, openCity, type City, type Site } from '../../src/city/city.ts';
import { listReachedPieces } from '../../src/city/reach.ts';
import { findCityRoute, toCityLine } from '../../src/city/route.ts';
import { chooseOnce } from '../../src/city/searches.ts';
import { searchSteps, timeMatrix } from '../../src/city/times.ts';
import type { LonLat } from '../../src/model/source.ts';
import { drawMap, type DrawnInput } from '../import/drawn-map.ts';
import { readDrawing, toLonLat } from '../scene/drawing.ts';

interface Scene {
  readonly city: City;
  /** Joins a place so many metres east and north of a letter. */
  readonly join: (letter: string, eastM?: number, northM?: number) => Site;
}

/** 1° of latitude and of longitude at the drawings' place, to a thousandth. */
const [M_PER_LAT, M_PER_LON] = [110_745, 102_447];

function openScene(input: DrawnInput, vehicle = 'car'): Scene {
  const city = openCity(drawMap(input).network, vehicle);
  const drawing = readDrawing(input.map);
  const join = (letter: string, eastM = 0, northM = 0): Site => {
    const [lon, lat] = toLonLat(drawing.nodes.get(letter) ?? expect.fail(letter), input.stepM ?? 100);
    const at: LonLat = [lon + eastM / M_PER_LON, lat + northM / M_PER_LAT];
    return joinPlace(city, { id: letter, at });
  };
  return { city, join };
}

const waysOf = ({ city }: Scene, { connectors }: Site): readonly number[] =>
  connectors.map(({ link }) => city.network.links.id[link] as number);

const seconds = ({ city }: Scene, from: Site, to: Site): number | null => {
  const route = findCityRoute(city, from, to);
  return route === null ? null : Math.round(route.timeMs / 1000);
};

const FIFTY = '| nodes | maxspeed | oneway | highway |\n';

describe('a place', () => {
  it('joins the nearest point of a street, at the speed of connectors', () => {
    const scene = openScene({ map: 'a----b', ways: `${FIFTY}| ab | 50 | | |` });
    const site = scene.join('a', 200, 50);
    expect(site.connectors).toHaveLength(1);
    const [{ share, lengthMm, timeMs }] = site.connectors as [Site['connectors'][number]];
    expect(share).toBeCloseTo(0.4, 2);
    expect(lengthMm / 1000).toBeCloseTo(50, 0);
    // 50 m at 25 km/h.
    expect(timeMs / 1000).toBeCloseTo(7.2, 1);
  });

  it('is refused farther than a kilometre from every street, and told its place', () => {
    const scene = openScene({ map: 'a----b', ways: `${FIFTY}| ab | 50 | | |` });
    expect(scene.join('a', 0, 990).connectors).toHaveLength(1);
    expect(() => scene.join('a', 0, 1010)).toThrow('a place within 1000 m of a street that it may join');
  });

  it('joins eight links at most', () => {
    const letters = 'abcdefghijklmnopqrst'.split('');
    const map = letters.join('-');
    const ways = letters.slice(1).map((to, i) => `| ${letters[i]}${to} | ${i % 2 === 0 ? 30 : 50} | | |`);
    const scene = openScene({ map, stepM: 50, ways: `${FIFTY}${ways.join('\n')}` });
    const site = scene.join('j', 5, 20);
    expect(site.connectors).toHaveLength(8);
    const lengths = site.connectors.map(({ lengthMm }) => lengthMm);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  it('joins the carriageway on its own side alone', () => {
    // Two one-way carriageways 30 m apart: from the north one joins the northern one, whose traffic goes west.
    const input = {
      map: 'a----b\n|    |\nc----d',
      stepM: 30,
      ways: `${FIFTY}| ba | 50 | yes | primary |\n| cd | 50 | yes | primary |\n| ac | 50 | | |\n| db | 50 | | |`,
    };
    const scene = openScene(input);
    expect(waysOf(scene, scene.join('a', 75, 20))).not.toContain(102);
    expect(waysOf(scene, scene.join('a', 75, 20))).toContain(101);
    expect(waysOf(scene, scene.join('c', 75, -20))).not.toContain(101);
    expect(waysOf(scene, scene.join('c', 75, -20))).toContain(102);
  });

  it.each(['motorway', 'motorway_link', 'trunk_link'])('does not join a %s', (highway) => {
    const ways = `${FIFTY}| ab | 50 | no | ${highway} |\n| bc | 50 | | |`;
    const scene = openScene({ map: 'a--b\n   |\n   c', ways });
    expect(waysOf(scene, scene.join('a', 100, 10))).toEqual([102]);
  });

  it('does not join a bridge, nor what is closed to the vehicle', () => {
    const ways = '| nodes | bridge | hgv |\n| ab | yes | |\n| bc | | no |\n| cd | | |';
    const input = { map: 'a--b--c--d', ways };
    const car = openScene(input);
    expect(waysOf(car, car.join('a', 100, 10))).toEqual([102, 103]);
    const truck = openScene(input, 'heavy-truck');
    expect(waysOf(truck, truck.join('a', 100, 10))).toEqual([103]);
  });

  it('asks for a vehicle class that the network has', () => {
    const { city } = openScene({ map: 'a--b', ways: `${FIFTY}| ab | 50 | | |` });
    expect(() => openCity(city.network, 'tram')).toThrow('a vehicle class of the network: car, light-truck');
  });
});

describe('a trip', () => {
  const square: DrawnInput = {
    map: 'a----b\n|    |\n|    |\nc----d',
    ways: `${FIFTY}| ab | 50 | yes | |\n| bd | 50 | | |\n| dc | 50 | | |\n| ca | 50 | | |`,
  };

  it('goes on along a one-way street, and all the way round where it lies behind', () => {
    const scene = openScene(square);
    const [near, far] = [scene.join('a', 100), scene.join('a', 400)];
    // 300 m on; or 100 + 300 + 500 + 300 + 100 m round.
    expect(seconds(scene, near, far)).toBe(22);
    expect(seconds(scene, far, near)).toBe(94);
  });

  it('takes no time from a place to itself', () => {
    const scene = openScene(square);
    expect(seconds(scene, scene.join('a', 100), scene.join('a', 100))).toBe(0);
  });

  it('is not there where no road leads', () => {
    const ways = `${FIFTY}| ab | 50 | yes | |\n| cd | 50 | yes | |`;
    const scene = openScene({ map: 'a--b        c--d', stepM: 1000, ways });
    const [from, to] = [scene.join('a'), scene.join('d')];
    expect(findCityRoute(scene.city, from, to)).toBeNull();
    expect(timeMatrix(scene.city, [from], [to])).toEqual([Float64Array.of(Infinity)]);
  });

  it('is drawn from place to place along the streets', () => {
    const scene = openScene(square);
    const [from, to] = [scene.join('a', 100, 20), scene.join('d', -100, -20)];
    const route = findCityRoute(scene.city, from, to) ?? expect.fail('no way');
    const line = toCityLine(scene.city, from, to, route);
    expect(line.at(0)).toEqual(from.place.at);
    expect(line.at(-1)).toEqual(to.place.at);
    // Place, street, corner b, corner d, street, place.
    expect(line).toHaveLength(6);
  });

  it('is asked of buckets, and of a hierarchy where a city is asked much', () => {
    const choose = (trees: number): readonly string[] =>
      [false, true].map((isOrdered) => chooseOnce(63_000, trees, isOrdered));
    expect(choose(6)).toEqual(['buckets', 'buckets']);
    expect(choose(400)).toEqual(['buckets', 'hierarchy']);
    expect(choose(2000)).toEqual(['hierarchy', 'hierarchy']);
    expect(chooseOnce(1200, 2000, true)).toBe('buckets');
  });
});

describe('what is reached', () => {
  it('ends on the street where the time ends, each way as it may be driven', () => {
    const scene = openScene({ map: 'a---------b', ways: `${FIFTY}| ab | 36 | | |` });
    const site = scene.join('a', 500);
    const reachM = (cutoffS: number, direction: 'from' | 'to'): number => {
      const times = searchSteps(scene.city, site, direction);
      const pieces = listReachedPieces(scene.city, site, times, cutoffS * 1000);
      return Math.round(pieces.reduce((sum, { lengthM }) => sum + lengthM, 0));
    };
    // 10 m a second to either side.
    expect([reachM(20, 'from'), reachM(20, 'to'), reachM(3600, 'from')]).toEqual([400, 400, 1000]);
  });

  it('is ahead alone on a one-way street, and behind for those who come', () => {
    const scene = openScene({ map: 'a---------b', ways: `${FIFTY}| ab | 36 | yes | |` });
    const site = scene.join('a', 300);
    const lines = (['from', 'to'] as const).map((direction) => {
      const times = searchSteps(scene.city, site, direction);
      return listReachedPieces(scene.city, site, times, 20_000).map(({ line, lengthM }) => [
        Math.round(((line.at(-1)?.[0] ?? 0) - site.place.at[0]) * M_PER_LON),
        Math.round(lengthM),
      ]);
    });
    expect(lines).toEqual([[[200, 200]], [[0, 200]]]);
  });
});
