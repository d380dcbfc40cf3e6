/**
 * Nodes and links without what the rest of the data already says: the way back is the way there turned round, a link is
 * named and drawn by its nodes, and a highway is that of its section. What does not follow stands as it is.
 */
import type { Dataset, Link, LonLat, RoadNode, Section } from '../../src/index.ts';

/** A node as packed: its coordinate in steps from the node before, in the smallest unit that all of them need. */
export interface PackedNode extends Omit<RoadNode, 'at'> {
  readonly at: readonly [lon: number, lat: number];
}

export interface PackedNodes {
  /** Decimal places of degrees. */
  readonly places: number;
  readonly nodes: readonly PackedNode[];
}

const MOST_PLACES = 12;

/** Nodes with whole numbers for coordinates. */
export function packNodes(nodes: readonly RoadNode[]): PackedNodes {
  const places = countPlaces(nodes.flatMap(({ at }) => at));
  const toUnits = ({ at: [lon, lat] }: RoadNode) =>
    [lon, lat].map((value) => Math.round(value * 10 ** places));
  const units = nodes.map(toUnits);
  const packed = nodes.map((node, i): PackedNode => {
    const [[lon = 0, lat = 0] = [], [lonBefore = 0, latBefore = 0] = []] = [units[i], units[i - 1]];
    return { ...node, at: [lon - lonBefore, lat - latBefore] };
  });
  return { places, nodes: packed };
}

function countPlaces(values: readonly number[]): number {
  for (let places = 0; places <= MOST_PLACES; places += 1) {
    const unit = 10 ** places;
    if (values.every((value) => Math.round(value * unit) / unit === value)) return places;
  }
  throw new Error(`coordinates with more than ${MOST_PLACES} decimal places`);
}

/** Nodes at their coordinates. */
export function unpackNodes({ places, nodes }: PackedNodes): readonly RoadNode[] {
  const unit = 10 ** places;
  let [lon, lat] = [0, 0];
  return nodes.map((node) => {
    lon += node.at[0];
    lat += node.at[1];
    return { ...node, at: [lon / unit, lat / unit] };
  });
}

/** A link as packed: ends by steps in the list of nodes; geometry null = straight from end to end. */
export interface PackedLink extends Omit<
  Link,
  'featureId' | 'highway' | 'from' | 'to' | 'geometry' | 'lengthLowM' | 'lengthHighM'
> {
  /** From where the link before ends. */
  readonly from: number;
  /** From where this one begins. */
  readonly to: number;
  readonly geometry: readonly LonLat[] | null;
  readonly lengthLowM: Share;
  readonly lengthHighM: Share;
}
/** Hundredths of `lengthM` in whole metres, then metres more where that is not exact. */
type Share = number | readonly [hundredths: number, moreM: number];

/** Stand-ins: no id has such characters (`-` and `.` are the only marks in ids). */
const ENDS = '*';
const SECTION = '+';
const FROM = '{from}';
const TO = '{to}';
const BACK = '~r';

/** Links as drawn, packed; backward twins are left out, since unpacking makes them. */
export function packLinks({ links, nodes }: Pick<Dataset, 'links' | 'nodes'>): readonly PackedLink[] {
  const places = new Map(nodes.map(({ id }, at) => [id, at]));
  const find = (id: string): number => places.get(id) ?? -1;
  const drawn = links.filter(({ id, featureId }) => id === featureId);
  return drawn.map((link, at) => {
    const [before, from] = [find(drawn[at - 1]?.to ?? nodes[0]?.id ?? ''), find(link.from)];
    return {
      ...packLink(link, nodes[from], nodes[find(link.to)]),
      from: from - before,
      to: find(link.to) - from,
    };
  });
}

function packLink(
  { featureId: _feature, highway: _highway, ...link }: Link,
  start: RoadNode | undefined,
  end: RoadNode | undefined,
): Omit<PackedLink, 'from' | 'to'> {
  if (start === undefined || end === undefined) throw new Error(`${link.id}: a link without its nodes`);
  const { from: _from, to: _to, ...rest } = link;
  return {
    ...rest,
    id: link.id.replace(`${start.id}-${end.id}`, ENDS).replace(link.section, SECTION),
    nameEn: link.nameEn.replace(start.nameEn, FROM).replace(end.nameEn, TO),
    lengthLowM: toShare(link.lengthLowM, link.lengthM),
    lengthHighM: toShare(link.lengthHighM, link.lengthM),
    geometry: isStraight(link.geometry, start.at, end.at) ? null : link.geometry,
  };
}

function toShare(lengthM: number, ofM: number): Share {
  if (lengthM === ofM) return 100;
  const hundredths = Math.round((100 * lengthM) / ofM);
  const moreM = lengthM - toLength(hundredths, ofM);
  return moreM === 0 ? hundredths : [hundredths, moreM];
}

function toLength(share: Share, ofM: number): number {
  if (share === 100) return ofM;
  const [hundredths, moreM] = typeof share === 'number' ? [share, 0] : share;
  return Math.round((hundredths * ofM) / 100) + moreM;
}

function isStraight(line: readonly LonLat[], start: LonLat, end: LonLat): boolean {
  return JSON.stringify(line) === JSON.stringify([start, end]);
}

/** Links with their backward twins, sorted by id as the loader sorts them. The packed ones become links in place. */
export function unpackLinks(
  packed: readonly PackedLink[],
  nodes: readonly RoadNode[],
  sections: readonly Section[],
): readonly Link[] {
  const highways = new Map(sections.map(({ id, highway }) => [id, highway]));
  let last = 0;
  const links = packed.flatMap((one) => {
    const from = last + one.from;
    last = from + one.to;
    const link = unpackLink(one, nodes[from], nodes[last], highways);
    return link.directed ? [link] : [link, turnRound(link)];
  });
  return links.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function unpackLink(
  link: PackedLink,
  start: RoadNode | undefined,
  end: RoadNode | undefined,
  highways: ReadonlyMap<string, string>,
): Link {
  if (start === undefined || end === undefined) throw new Error(`${link.id}: a packed link without nodes`);
  const id = link.id.replace(SECTION, link.section).replace(ENDS, `${start.id}-${end.id}`);
  return Object.assign(link, {
    id,
    featureId: id,
    highway: highways.get(link.section) ?? '',
    from: start.id,
    to: end.id,
    nameEn: link.nameEn.replace(FROM, () => start.nameEn).replace(TO, () => end.nameEn),
    lengthLowM: toLength(link.lengthLowM, link.lengthM),
    lengthHighM: toLength(link.lengthHighM, link.lengthM),
    geometry: link.geometry ?? [start.at, end.at],
  });
}

function turnRound(link: Link): Link {
  const { id, from, to, geometry } = link;
  return { ...link, id: `${id}${BACK}`, from: to, to: from, geometry: geometry.toReversed() };
}
