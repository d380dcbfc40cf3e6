/**
 * Links without what the rest of the data already says: the way back is the way there turned round, a link is
 * named and drawn by its nodes, and a highway is that of its section. What does not follow stands as it is.
 */
import type { Dataset, Link, LonLat, RoadNode, Section } from '../../src/index.ts';

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
  readonly low: Share;
  readonly high: Share;
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
  { featureId: _feature, highway: _highway, lengthLowM, lengthHighM, ...link }: Link,
  start: RoadNode | undefined,
  end: RoadNode | undefined,
): Omit<PackedLink, 'from' | 'to'> {
  if (start === undefined || end === undefined) throw new Error(`${link.id}: a link without its nodes`);
  const { from: _from, to: _to, ...rest } = link;
  return {
    ...rest,
    id: link.id.replace(`${start.id}-${end.id}`, ENDS).replace(link.section, SECTION),
    nameEn: link.nameEn.replace(start.nameEn, FROM).replace(end.nameEn, TO),
    low: toShare(lengthLowM, link.lengthM),
    high: toShare(lengthHighM, link.lengthM),
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

/** Links with their backward twins, sorted by id as the loader sorts them. */
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
  { low, high, ...link }: PackedLink,
  start: RoadNode | undefined,
  end: RoadNode | undefined,
  highways: ReadonlyMap<string, string>,
): Link {
  if (start === undefined || end === undefined) throw new Error(`${link.id}: a packed link without nodes`);
  const id = link.id.replace(SECTION, link.section).replace(ENDS, `${start.id}-${end.id}`);
  return {
    ...link,
    id,
    featureId: id,
    highway: highways.get(link.section) ?? '',
    from: start.id,
    to: end.id,
    nameEn: link.nameEn.replace(FROM, () => start.nameEn).replace(TO, () => end.nameEn),
    lengthLowM: toLength(low, link.lengthM),
    lengthHighM: toLength(high, link.lengthM),
    geometry: link.geometry ?? [start.at, end.at],
  };
}

function turnRound(link: Link): Link {
  const { id, from, to, geometry } = link;
  return { ...link, id: `${id}${BACK}`, from: to, to: from, geometry: geometry.toReversed() };
}
