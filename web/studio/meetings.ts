/**
 * Where a drawn road and the roads meet, and at each whether they connect. Nothing connects by crossing: a meeting is
 * passed over until it is said to connect, and then there is a vertex of the drawn road at it.
 */
import {
  listCrossings,
  measureGeodesicM,
  type BuildModification,
  type Crossing,
  type Interchange,
  type LonLat,
} from '../../src/index.ts';
import type { Roads } from './roads.ts';
import { findSnap, toFileNumber, toFilePoint, type Snap } from './snap.ts';

export interface Meeting {
  readonly at: LonLat;
  /** Node of the network, or null where it is a point on a road. */
  readonly node: string | null;
  /** Stretch of road; of a node one of those that end there. */
  readonly link: string | null;
  readonly share: number | null;
  /** Vertex of the drawn road there; null between two. */
  readonly vertex: number | null;
  /** Piece of the drawn road and the part of it before the meeting. */
  readonly along: number;
  readonly connected: boolean;
}

/** A vertex this near a road was put on it. */
const ON_ROAD_M = 2;
/** A crossing this near the end of a stretch is one of the node there, on roads between towns. */
const AT_NODE_M = 30;

function toMeeting(snap: Snap, along: number, vertex: number | null, connected: boolean): Meeting {
  const point = 'node' in snap ? { node: snap.node, link: null, share: null } : { node: null, ...snap };
  return { ...point, at: snap.at, vertex, along, connected };
}

/** What an interchange names, where the roads have it. */
function findNamed({ nodes }: Roads, line: readonly LonLat[], one: Interchange): Snap | null {
  if (one.node !== undefined) {
    const at = nodes.find(({ id }) => id === one.node)?.at ?? line[one.vertex];
    return at === undefined ? null : { at, node: one.node };
  }
  const at = line[one.vertex];
  if (one.link === undefined || at === undefined) return null;
  return { at, link: one.link, share: one.share ?? 0 };
}

/** Meetings at vertices: what the road connects to, and what it was put on without connecting. */
function listAtVertices(
  roads: Roads,
  { line, interchanges }: Pick<BuildModification, 'line' | 'interchanges'>,
): readonly Meeting[] {
  return line.flatMap((at, vertex) => {
    // A node of its own meets nothing: it may be connected to what it lies on.
    const said = interchanges.find((one) => one.vertex === vertex && one.newNode === undefined);
    const snap = said === undefined ? findSnap(roads, at, ON_ROAD_M) : findNamed(roads, line, said);
    return snap === null ? [] : [toMeeting(snap, vertex, vertex, said !== undefined)];
  });
}

/** The node at the end of a stretch that a crossing is at; else the crossing as a point of the stretch. */
function toSnap({ links, nodes }: Roads, { featureId, share, at }: Crossing, atNodeM: number): Snap {
  const link = links.find((one) => one.featureId === featureId);
  const ends = nodes.filter(({ id }) => id === link?.from || id === link?.to);
  const end = ends.find((one) => measureGeodesicM(one.at, at) <= atNodeM);
  if (end !== undefined) return { at: end.at, node: end.id };
  return { at: toFilePoint(at), link: featureId, share: toFileNumber(share) };
}

function isSame(a: Meeting, b: Meeting, atNodeM: number): boolean {
  if (a.node !== null || b.node !== null) return a.node === b.node;
  return a.link === b.link && measureGeodesicM(a.at, b.at) <= atNodeM;
}

/** Every meeting of a drawn road, from its beginning to its end; so near a node, in metres, a crossing is one of it. */
export function listMeetings(
  roads: Roads,
  road: Pick<BuildModification, 'line' | 'interchanges'>,
  atNodeM = AT_NODE_M,
): readonly Meeting[] {
  const vertices = listAtVertices(roads, road);
  const crossings = listCrossings(roads.links, road.line).map((one) =>
    toMeeting(toSnap(roads, one, atNodeM), one.piece + one.part, null, false),
  );
  const all: Meeting[] = [...vertices];
  for (const one of crossings) if (!all.some((known) => isSame(known, one, atNodeM))) all.push(one);
  return all.toSorted((a, b) => a.along - b.along);
}

/** The interchange of a meeting at a vertex. */
function toInterchange({ node, link, share }: Meeting, vertex: number): Interchange {
  if (node !== null) return { vertex, node };
  return { vertex, link: link ?? '', share: share ?? 0 };
}

const byVertex = (a: Interchange, b: Interchange): number => a.vertex - b.vertex;

/** Connects a drawn road with what it meets: a vertex is put there where there is none. */
export function connect(road: BuildModification, meeting: Meeting): BuildModification {
  const { line, interchanges } = road;
  if (meeting.vertex !== null) {
    const others = interchanges.filter(({ vertex }) => vertex !== meeting.vertex);
    const all = [...others, toInterchange(meeting, meeting.vertex)];
    return { ...road, interchanges: all.toSorted(byVertex) };
  }
  const at = Math.floor(meeting.along) + 1;
  const shifted = interchanges.map((one) => (one.vertex < at ? one : { ...one, vertex: one.vertex + 1 }));
  return {
    ...road,
    line: [...line.slice(0, at), toFilePoint(meeting.at), ...line.slice(at)],
    interchanges: [...shifted, toInterchange(meeting, at)].toSorted(byVertex),
  };
}

/** Takes the connection away; the vertex stays. */
export function passOver(road: BuildModification, meeting: Meeting): BuildModification {
  return { ...road, interchanges: road.interchanges.filter(({ vertex }) => vertex !== meeting.vertex) };
}

/** A vertex that meets nothing as a node of its own, to which later roads may connect; or no longer. */
export function setNewNode(road: BuildModification, vertex: number, id: string | null): BuildModification {
  const others = road.interchanges.filter((one) => one.vertex !== vertex);
  const all = id === null ? others : [...others, { vertex, newNode: id }];
  return { ...road, interchanges: all.toSorted(byVertex) };
}
