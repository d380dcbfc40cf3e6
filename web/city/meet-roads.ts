/** Where a drawn road meets the roads of a network, each with what is called there. */
import type { Box, BuildModification, CityRoad, CityRoadsNear, LonLat, RoadNames } from '../../src/index.ts';
import { listMeetings, type Meeting } from '../studio/meetings.ts';
import { boxAround } from './edit-rows.ts';

export interface NamedMeeting extends Meeting {
  /** What the roads there are called, where they are called anything. */
  readonly names: readonly RoadNames[];
}

/** A street ends this near its crossing: streets of a city are short. */
const AT_NODE_M = 8;
/** Metres about a line in which roads are looked at; a vertex may be as far from what it meets. */
const ABOUT_M = 110;
/** Degrees of the pieces that a long line is looked along: a box about the whole of it may hold half the city. */
const PIECE = 0.005;

/** Boxes along a line, a piece each. */
function listBoxesAlong(line: readonly LonLat[]): readonly Box[] {
  return line.slice(1).flatMap((to, i) => {
    const from = line[i] as LonLat;
    const far = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
    const count = Math.max(1, Math.ceil(far / PIECE));
    const at = (part: number): LonLat => [
      from[0] + (part / count) * (to[0] - from[0]),
      from[1] + (part / count) * (to[1] - from[1]),
    ];
    return Array.from({ length: count }, (_, k): Box => {
      const [a, b] = [boxAround(at(k), ABOUT_M), boxAround(at(k + 1), ABOUT_M)];
      return [
        ...[Math.min(a[0], b[0]), Math.min(a[1], b[1])],
        ...[Math.max(a[2], b[2]), Math.max(a[3], b[3])],
      ] as unknown as Box;
    });
  });
}

/** Every meeting of a drawn road, from its beginning to its end. */
export function meetRoads(
  listRoads: (boxes: readonly Box[]) => CityRoadsNear,
  road: Pick<BuildModification, 'line' | 'interchanges'>,
): readonly NamedMeeting[] {
  const near = listRoads(listBoxesAlong(road.line));
  return listMeetings(near, road, AT_NODE_M).map((one) => {
    const isThere = ({ featureId, from, to }: CityRoad): boolean =>
      one.node === null ? featureId === one.link : from === one.node || to === one.node;
    return {
      ...one,
      names: near.links.filter(isThere).flatMap(({ names }) => (names === null ? [] : [names])),
    };
  });
}
