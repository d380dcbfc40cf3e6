/** Columns of a network with more entries behind those there are: new values, the network itself stays as it is. */
import type { ImportedNetwork, LinkTimes, RoadTable } from '../../model/imported-network.ts';
import type { LonLat } from '../../model/source.ts';
import { E7 } from '../../units.ts';

/** A coordinate in units of 1e-7 degree. */
const toE7 = (degrees: number): number => Math.round(degrees * E7);

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A column and more values behind it. */
function extend<T extends Column>(column: T, values: readonly number[]): T {
  const longer = new (column.constructor as new (length: number) => T)(column.length + values.length);
  longer.set(column);
  longer.set(values, column.length);
  return longer;
}

/** A link that is added, as it stands in the columns. */
export interface NewLink {
  readonly from: number;
  readonly to: number;
  readonly lengthMm: number;
  readonly road: number;
  readonly id: number;
  /** Points between its ends. */
  readonly inner: readonly LonLat[];
  /** Milliseconds forward and backward, by profile. */
  readonly ms: readonly (readonly [forward: number, backward: number])[];
  /** As in `LinkTimes`, by profile. */
  readonly destinationOnly: readonly number[];
}

function extendTimes(times: LinkTimes, profile: number, added: readonly NewLink[]): LinkTimes {
  const pick = (side: 0 | 1): readonly number[] =>
    added.map(({ ms }) => (ms[profile] as NewLink['ms'][0])[side]);
  return {
    forward: extend(times.forward, pick(0)),
    backward: extend(times.backward, pick(1)),
    destinationOnly: extend(
      times.destinationOnly,
      added.map((one) => one.destinationOnly[profile] as number),
    ),
  };
}

/** Ends of the lines of added links in the column of points. */
function listShapeEnds(first: number, added: readonly NewLink[]): readonly number[] {
  let end = first;
  return added.map(({ inner }) => (end += inner.length));
}

/** A network with links behind its own. */
export function addLinks(network: ImportedNetwork, added: readonly NewLink[]): ImportedNetwork {
  const { links, shape, times } = network;
  const inner = added.flatMap((one) => one.inner);
  const pick = (key: 'from' | 'to' | 'lengthMm' | 'road' | 'id'): readonly number[] =>
    added.map((one) => one[key]);
  return {
    ...network,
    links: {
      from: extend(links.from, pick('from')),
      to: extend(links.to, pick('to')),
      lengthMm: extend(links.lengthMm, pick('lengthMm')),
      road: extend(links.road, pick('road')),
      id: extend(links.id, pick('id')),
      shapeStart: extend(links.shapeStart, listShapeEnds(shape.lonE7.length, added)),
    },
    shape: {
      lonE7: extend(
        shape.lonE7,
        inner.map(([lon]) => toE7(lon)),
      ),
      latE7: extend(
        shape.latE7,
        inner.map(([, lat]) => toE7(lat)),
      ),
    },
    times: times.map((one, profile) => extendTimes(one, profile, added)),
  };
}

/** A network with nodes behind its own; what a scenario adds is numbered below zero, as nothing of a map is. */
export function addNodes(network: ImportedNetwork, places: readonly LonLat[]): ImportedNetwork {
  const { lonE7, latE7, id } = network.nodes;
  return {
    ...network,
    nodes: {
      lonE7: extend(
        lonE7,
        places.map(([lon]) => toE7(lon)),
      ),
      latE7: extend(
        latE7,
        places.map(([, lat]) => toE7(lat)),
      ),
      id: extend(
        id,
        places.map((_, i) => -1 - i),
      ),
    },
  };
}

/** What links of a new row of the road table have in common. */
export type NewRoad = { readonly [K in keyof RoadTable]: number };

/** A network with roads behind its own. */
export function addRoads(network: ImportedNetwork, added: readonly NewRoad[]): ImportedNetwork {
  const { roads } = network;
  const grow = <K extends keyof RoadTable>(key: K): RoadTable[K] =>
    extend(
      roads[key],
      added.map((one) => one[key]),
    );
  return {
    ...network,
    roads: {
      roadClass: grow('roadClass'),
      status: grow('status'),
      flags: grow('flags'),
      limitForward: grow('limitForward'),
      limitBackward: grow('limitBackward'),
      names: grow('names'),
      opens: grow('opens'),
    },
  };
}
