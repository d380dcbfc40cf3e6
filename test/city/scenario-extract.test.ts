/** A belt over real streets: what trips take against a search that shares nothing, and what may never happen. */
import { describe, expect, it } from 'vitest';
import { joinPlace, openCity, openCityState, type City, type Site } from '../../src/city/city.ts';
import { findIds } from '../../src/city/scenario/ids.ts';
import { toLine } from '../../src/city/line.ts';
import { timeMatrix } from '../../src/city/times.ts';
import type { ByteSource } from '../../src/import/byte-source.ts';
import type { LonLat } from '../../src/model/source.ts';
import { DataError } from '../../src/problems.ts';
import { importWhole } from '../import/drawn-map.ts';
import { findExtract } from '../import/real-maps.ts';
import { createRandom } from '../scene/random.ts';
import { applyPlan, placeOf, toBuild } from './plans.ts';
import { searchTripMs } from './slow-trips.ts';

const porto = findExtract('porto-r5.osm.pbf');
/** The middle of the city: the whole takes too long to read at every test. */
const MIDDLE = [-8.645, 41.14, -8.585, 41.175] as const;

function joinSome(city: City, count: number): readonly Site[] {
  const random = createRandom(7);
  const sites: Site[] = [];
  while (sites.length < count) {
    const at: LonLat = [random.int(-8640, -8590) / 1000, random.int(41_144, 41_171) / 1000];
    try {
      sites.push(joinPlace(city, { id: `P${sites.length}`, at }));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
    }
  }
  return sites;
}

describe('a belt over Porto', () => {
  it.skipIf(porto === null)(
    'takes what a plain search finds, lengthens no trip, and leaves nothing behind',
    () => {
      const network = importWhole(porto as ByteSource, { country: 'PT', keepIslands: false, bbox: MIDDLE });
      const { nodes, links } = network;
      const at = (node: number): LonLat => placeOf(network, nodes.id[node] as number);
      const spread = [0.1, 0.4, 0.8].map((share) => Math.floor(share * nodes.id.length));
      const link = [...links.from.keys()].find((one) => {
        const straight = links.shapeStart[one] === links.shapeStart[one + 1];
        return straight && (links.lengthMm[one] as number) > 200_000;
      }) as number;
      const [a, b] = [toLine(network, link)[0], toLine(network, link).at(-1)] as [LonLat, LonLat];
      const half: LonLat = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      // From west to east: a line may not cross itself.
      const stops = [
        ...spread.map((node) => ({ at: at(node), say: { node: String(nodes.id[node]) } })),
        { at: half, say: { link: findIds(network).linkIds[link] as string, share: 0.5 } },
      ].toSorted((one, other) => one.at[0] - other.at[0]);
      const line = stops.map((stop) => stop.at);
      const interchanges = stops.map(({ say }, vertex) => ({ vertex, ...say }));
      const belt = toBuild(line, interchanges, { id: 'BELT', postedKmh: 120 });
      const base = openCity(network, 'car');
      const city = openCityState(applyPlan(network, [belt]));
      const sites = joinSome(base, 12);
      const own = sites.map(({ place }) => joinPlace(city, place));
      const before = timeMatrix(base, sites, sites, 'buckets').flatMap((row) => [...row]);
      const after = timeMatrix(city, own, own, 'buckets').flatMap((row) => [...row]);
      expect(after.every((ms, i) => ms <= (before[i] as number))).toBe(true);
      expect(after.filter((ms, i) => ms < (before[i] as number)).length).toBeGreaterThan(10);
      const isCut = (site: Site): boolean => site.connectors.some((one) => city.cuts.pieces.has(one.link));
      for (const [i, to] of own.slice(1, 4).entries()) {
        if (isCut(own[0] as Site) || isCut(to)) continue;
        const ms = searchTripMs(city.network, 0, (own[0] as Site).connectors, to.connectors);
        expect(after[i + 1]).toBe(ms);
      }
      expect(applyPlan(network, [belt, { kind: 'close', highways: ['BELT'] }]).network).toBe(network);
      const crossing = toBuild(
        [a, at(spread[2] as number)],
        [{ vertex: 0, node: String(nodes.id[links.from[link] as number]) }],
      );
      const crossed = openCityState(applyPlan(network, [crossing]));
      expect(timeMatrix(crossed, sites, sites, 'buckets').flatMap((row) => [...row])).toEqual(before);
    },
  );
});
