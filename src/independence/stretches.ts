/**
 * Stretches: what robustness closes one at a time. A stretch is the part of one highway's main line between two
 * junctions, both directions together. A junction is a node where anything else than the two ends of the same
 * main line meets: a ramp, another road, a fork, an end. Ramps and local roads are access, not through road.
 */
import type { Facility, Link } from '../model/road.ts';

const THROUGH: readonly Facility[] = ['expressway', 'urban-expressway', 'arterial'];

export interface Stretch {
  /** Smallest feature id of the stretch, in code-unit order. */
  readonly id: string;
  readonly highway: string;
  /** The two junctions, the smaller id first. */
  readonly between: readonly [string, string];
  /** Features closed together, sorted. */
  readonly featureIds: readonly string[];
}

interface Piece {
  readonly id: string;
  readonly highway: string;
  readonly ends: readonly [string, string];
  readonly through: boolean;
  readonly directed: boolean;
}

/**
 * All stretches of some links (those open in a scenario), sorted by id. One-way features that join the same two
 * junctions on the same highway are carriageways of one stretch; two-way ones are two ways round.
 *
 * @example
 * listStretches([]); // → []
 */
export function listStretches(links: readonly Link[]): readonly Stretch[] {
  const pieces = toPieces(links);
  const atNode = new Map<string, Piece[]>();
  for (const piece of pieces) for (const end of new Set(piece.ends)) append(atNode, end, piece);
  const stretches = new Map<string, Stretch>();
  const done = new Set<string>();
  for (const piece of pieces) {
    if (!piece.through || done.has(piece.id)) continue;
    const stretch = growStretch(piece, atNode);
    for (const id of stretch.featureIds) done.add(id);
    merge(stretches, stretch, piece.directed);
  }
  return [...stretches.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function toPieces(links: readonly Link[]): readonly Piece[] {
  const pieces = new Map<string, Piece>();
  for (const link of links) {
    if (pieces.has(link.featureId)) continue;
    const { featureId: id, highway, directed } = link;
    const through = THROUGH.includes(link.facility);
    pieces.set(id, { id, highway, ends: [link.from, link.to], through, directed });
  }
  return [...pieces.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function append(lists: Map<string, Piece[]>, key: string, piece: Piece): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [piece]);
  else list.push(piece);
}

function growStretch(start: Piece, atNode: ReadonlyMap<string, readonly Piece[]>): Stretch {
  const members = new Map([[start.id, start]]);
  const ends = start.ends.map((end) => walkToJunction(start, end, atNode, members)).toSorted();
  const featureIds = [...members.keys()].toSorted();
  return {
    id: featureIds[0] ?? start.id,
    highway: start.highway,
    between: [ends[0] ?? '', ends[1] ?? ''],
    featureIds,
  };
}

/** Follows the main line from `node` until a junction, adding the pieces passed; a closed loop ends where it began. */
function walkToJunction(
  start: Piece,
  from: string,
  atNode: ReadonlyMap<string, readonly Piece[]>,
  members: Map<string, Piece>,
): string {
  let node = from;
  let piece = start;
  for (;;) {
    const next = findContinuation(piece, atNode.get(node) ?? []);
    if (next === undefined || members.has(next.id)) return node;
    members.set(next.id, next);
    node = next.ends[0] === node ? next.ends[1] : next.ends[0];
    piece = next;
  }
}

function findContinuation(piece: Piece, meeting: readonly Piece[]): Piece | undefined {
  if (meeting.length !== 2) return undefined;
  const next = meeting.find((other) => other.id !== piece.id);
  return next?.through === true && next.highway === piece.highway && next.directed === piece.directed
    ? next
    : undefined;
}

function merge(stretches: Map<string, Stretch>, stretch: Stretch, oneWay: boolean): void {
  const key = JSON.stringify(oneWay ? [stretch.highway, ...stretch.between] : [stretch.id]);
  const known = stretches.get(key);
  const featureIds = [...(known?.featureIds ?? []), ...stretch.featureIds].toSorted();
  stretches.set(key, { ...stretch, id: featureIds[0] ?? stretch.id, featureIds });
}
