/** Part of a network as a network of its own: nodes in the order of a Hilbert curve, nothing unused. */
import type { ImportedNetwork, LinkTimes, RoadTable } from '../../model/imported-network.ts';
import { createGrowing } from './growing.ts';
import { orderByHilbert } from './hilbert.ts';

type Columns = Omit<ImportedNetwork, 'notes' | 'nodeRank'>;

/** New place of each old one that is used, −1 of others; and the old ones in the new order. */
interface Renumbering {
  readonly placeOf: Int32Array;
  readonly old: Uint32Array;
}

function renumber(old: Uint32Array, count: number): Renumbering {
  const placeOf = new Int32Array(count).fill(-1);
  for (const [place, one] of old.entries()) placeOf[one] = place;
  return { placeOf, old };
}

function pickNodes({ nodes, links }: Columns, kept: Uint32Array): Renumbering {
  const isUsed = new Uint8Array(nodes.id.length);
  for (const link of kept) {
    isUsed[links.from[link] as number] = 1;
    isUsed[links.to[link] as number] = 1;
  }
  const used = Uint32Array.from(isUsed.keys()).filter((node) => isUsed[node] === 1);
  const at = (values: Int32Array): Int32Array => Int32Array.from(used, (node) => values[node] as number);
  const order = orderByHilbert(at(nodes.lonE7), at(nodes.latE7));
  return renumber(
    Uint32Array.from(order, (i) => used[i] as number),
    nodes.id.length,
  );
}

/** Links in the order of the nodes they touch first. */
function sortLinks({ links }: Columns, kept: Uint32Array, { placeOf }: Renumbering): Uint32Array {
  const least = (link: number): number =>
    Math.min(placeOf[links.from[link] as number] as number, placeOf[links.to[link] as number] as number);
  return kept.toSorted((a, b) => least(a) - least(b) || a - b);
}

/** Values used at least once, in the order of first use. */
function pickUsed(values: Iterable<number>, count: number): Renumbering {
  return renumber(Uint32Array.from(new Set(values)), count);
}

function pickShape(
  { links, shape }: Columns,
  old: Uint32Array,
): Pick<Columns, 'shape'> & { shapeStart: Uint32Array } {
  const lonE7 = createGrowing((length) => new Int32Array(length));
  const latE7 = createGrowing((length) => new Int32Array(length));
  const shapeStart = new Uint32Array(old.length + 1);
  for (const [i, link] of old.entries()) {
    for (let p = links.shapeStart[link] as number; p < (links.shapeStart[link + 1] as number); p += 1) {
      lonE7.push(shape.lonE7[p] as number);
      latE7.push(shape.latE7[p] as number);
    }
    shapeStart[i + 1] = lonE7.length();
  }
  return { shapeStart, shape: { lonE7: lonE7.finish(), latE7: latE7.finish() } };
}

function pickBans({ bans }: Columns, { placeOf }: Renumbering): Columns['bans'] {
  const [start, steps, profiles]: [number[], number[], number[]] = [[0], [], []];
  for (let ban = 0; ban + 1 < bans.start.length; ban += 1) {
    const old = [...bans.steps.subarray(bans.start[ban], bans.start[ban + 1])];
    const moved = old.map((step) => 2 * (placeOf[step >>> 1] as number) + (step & 1));
    if (moved.some((step) => step < 0)) continue;
    steps.push(...moved);
    start.push(steps.length);
    profiles.push(bans.profiles[ban] as number);
  }
  return {
    start: Uint32Array.from(start),
    steps: Uint32Array.from(steps),
    profiles: Uint8Array.from(profiles),
  };
}

function pickRoads(roads: RoadTable, { old }: Renumbering, names: Renumbering): RoadTable {
  return {
    roadClass: Uint8Array.from(old, (r) => roads.roadClass[r] as number),
    status: Uint8Array.from(old, (r) => roads.status[r] as number),
    flags: Uint16Array.from(old, (r) => roads.flags[r] as number),
    limitForward: Uint16Array.from(old, (r) => roads.limitForward[r] as number),
    limitBackward: Uint16Array.from(old, (r) => roads.limitBackward[r] as number),
    names: Uint32Array.from(old, (r) => names.placeOf[roads.names[r] as number] as number),
    opens: Uint16Array.from(old, (r) => roads.opens[r] as number),
  };
}

/** The links that `isKept` says, with what they need. */
export function pickLinks(whole: Columns, isKept: (link: number) => boolean): Columns {
  const { nodes, links, times, roads } = whole;
  const kept = Uint32Array.from(links.from.keys()).filter(isKept);
  const nodePlaces = pickNodes(whole, kept);
  const linkPlaces = renumber(sortLinks(whole, kept, nodePlaces), links.from.length);
  const { old } = linkPlaces;
  const roadPlaces = pickUsed(
    Array.from(old, (link) => links.road[link] as number),
    roads.status.length,
  );
  const namePlaces = pickUsed(
    Array.from(roadPlaces.old, (road) => roads.names[road] as number),
    whole.names.length,
  );
  const { shapeStart, shape } = pickShape(whole, old);
  const whatever = (values: Uint32Array): Uint32Array =>
    Uint32Array.from(old, (link) => values[link] as number);
  const place = (values: Uint32Array, { placeOf }: Renumbering): Uint32Array =>
    Uint32Array.from(old, (link) => placeOf[values[link] as number] as number);
  return {
    nodes: {
      lonE7: Int32Array.from(nodePlaces.old, (n) => nodes.lonE7[n] as number),
      latE7: Int32Array.from(nodePlaces.old, (n) => nodes.latE7[n] as number),
      id: Float64Array.from(nodePlaces.old, (n) => nodes.id[n] as number),
    },
    links: {
      from: place(links.from, nodePlaces),
      to: place(links.to, nodePlaces),
      lengthMm: whatever(links.lengthMm),
      road: place(links.road, roadPlaces),
      id: Float64Array.from(old, (link) => links.id[link] as number),
      shapeStart,
    },
    shape,
    times: times.map((one): LinkTimes => {
      return {
        forward: whatever(one.forward),
        backward: whatever(one.backward),
        destinationOnly: Uint8Array.from(old, (link) => one.destinationOnly[link] as number),
      };
    }),
    roads: pickRoads(roads, roadPlaces, namePlaces),
    names: Array.from(namePlaces.old, (n) => whole.names[n] ?? {}),
    bans: pickBans(whole, linkPlaces),
  };
}
