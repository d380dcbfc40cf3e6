/** Seeded random scenarios over a random scene: roads drawn between nodes and points of others, and what changes roads. */
import type { Dataset } from '../../src/model/dataset.ts';
import type { Interchange, Modification } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { findPointAt } from '../../src/scenario/check-build.ts';
import type { Random } from '../scene/random.ts';

function toSixDecimals([lon, lat]: LonLat): LonLat {
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}

/** A place where a road may begin: a node, a point on a road, or open land. */
function pickEnd(
  random: Random,
  dataset: Dataset,
  vertex: number,
  id: string,
): { at: LonLat; one: Interchange } {
  if (random.once(3)) {
    const node = random.pick(dataset.nodes);
    return { at: node.at, one: { vertex, node: node.id } };
  }
  if (random.once(6)) {
    const at: LonLat = [113.2 + random.int(0, 120_000) / 1e6, 23 + random.int(0, 90_000) / 1e6];
    return { at, one: { vertex, newNode: `${id}-free${vertex}` } };
  }
  const drawn = dataset.links.filter((link) => link.id === link.featureId);
  const { featureId: link, geometry } = random.pick(drawn);
  const share = random.pick([0, 1, 0.5, random.int(1, 999) / 1000]);
  return { at: toSixDecimals(findPointAt(geometry, share)), one: { vertex, link, share } };
}

function isSame(a: LonLat, b: LonLat): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function makeBuild(random: Random, dataset: Dataset, id: string): Modification | null {
  const [from, to] = [pickEnd(random, dataset, 0, id), pickEnd(random, dataset, 1, id)];
  if (isSame(from.at, to.at)) return null;
  const facility = random.pick(['expressway', 'arterial', 'local', 'ramp'] as const);
  return {
    ...{ kind: 'build', id, title: id, line: [from.at, to.at], facility, interchanges: [from.one, to.one] },
    postedKmh: random.pick([40, 80, 120]),
    lanesPerDirection: random.int(1, 3),
    tariff: random.pick([null, null, 'per-km']),
    oneWay: random.once(4),
    signals: random.pick([0, 2.5]),
  };
}

/** Modifications of a scene; some of them may be refused. */
export function makeModifications(
  random: Random,
  dataset: Dataset,
  sections: readonly string[],
): readonly Modification[] {
  const count = random.int(1, 4);
  return Array.from({ length: count }, (_, i): Modification | null => {
    const links = [random.pick(dataset.links).featureId];
    const ring: LonLat[] = [
      [113.19, 22.99],
      [113.19 + random.int(20, 90) / 1000, 22.99],
      [113.22, 22.99 + random.int(20, 90) / 1000],
    ];
    return random.pick<() => Modification | null>([
      () => makeBuild(random, dataset, `built${i}`),
      () => makeBuild(random, dataset, `built${i}`),
      () => ({ kind: 'close', links }),
      () => ({
        kind: 'change',
        links,
        postedKmh: random.pick([30, 110]),
        tariff: random.pick([null, 'per-km']),
      }),
      () => ({ kind: 'set-dates', sections: [random.pick(sections)], opened: null, closed: null }),
      () => ({
        kind: 'set-speed-factor',
        factor: 0.5,
        area: { ring, rule: random.pick(['within', 'touching']) },
      }),
    ])();
  }).filter((one) => one !== null);
}
