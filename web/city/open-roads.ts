/** Roads to come in the rows of the scenario over the network, opened and left again: values in, values out. */
import {
  findNearestOnRoads,
  type LonLat,
  type Modification,
  type ScenarioFile,
  type SetDatesModification,
} from '../../src/index.ts';
import { addRow, putRow, removeRow } from '../studio/rows.ts';
import type { InHand } from './edit-rows.ts';
import type { RoadToCome } from './roads-to-come.ts';

const listNames = ({ names }: RoadToCome): readonly string[] => Object.values(names ?? {});

/** Whether a row gives a road its dates: by all its ways, or by one of its names. */
function hasRoad(row: Modification | undefined, road: RoadToCome): row is SetDatesModification {
  if (row?.kind !== 'set-dates') return false;
  const isIn = (text: string): boolean => row.sections.includes(text);
  return road.ids.every(isIn) || listNames(road).some(isIn);
}

/** Whether a row that is on opens a road. */
export function isOpenedBy({ modifications }: ScenarioFile, road: RoadToCome): boolean {
  return modifications.some((row) => row.off !== true && hasRoad(row, road));
}

/** Row that has a road, the open one before others; below 0 where none has. */
function findRow({ file: { modifications }, open }: InHand, road: RoadToCome): number {
  return hasRoad(modifications[open ?? -1], road)
    ? (open ?? -1)
    : modifications.findIndex((row) => hasRoad(row, road));
}

function putSections({ file }: InHand, at: number, row: SetDatesModification, sections: readonly string[]) {
  return sections.length === 0
    ? { file: removeRow(file, at), open: null }
    : { file: putRow(file, at, { ...row, sections }), open: at };
}

/** A road goes out of the row that has it. */
function leave(hand: InHand, road: RoadToCome): InHand {
  const at = findRow(hand, road);
  const row = hand.file.modifications[at];
  if (row?.kind !== 'set-dates') return hand;
  const own = new Set([...road.ids, ...listNames(road)]);
  return putSections(
    hand,
    at,
    row,
    row.sections.filter((one) => !own.has(one)),
  );
}

/** Roads go into the open row where that is one of dates, else into one of their own: open whatever the day. */
function putIn(hand: InHand, roads: readonly RoadToCome[]): InHand {
  const { file } = hand;
  const ids = [...new Set(roads.flatMap((road) => road.ids))];
  const row = file.modifications[hand.open ?? -1];
  if (row?.kind === 'set-dates' && hand.open !== null)
    return putSections(hand, hand.open, row, [...new Set([...row.sections, ...ids])]);
  const fresh: SetDatesModification = { kind: 'set-dates', sections: ids, opened: null, closed: null };
  return { file: addRow(file, fresh), open: file.modifications.length };
}

/** Those of some roads that no row has are opened; where rows have all of them, they are left as they were. */
export function toggleComing(hand: InHand, roads: readonly RoadToCome[]): InHand {
  const left = roads.filter((road) => findRow(hand, road) < 0);
  if (left.length > 0) return putIn(hand, left);
  return roads.reduce((file, road) => leave(file, road), hand);
}

/** The road nearest to a point, so many metres away at most. */
export function findComingAt(roads: readonly RoadToCome[], at: LonLat, withinM: number): RoadToCome | null {
  const drawn = roads.flatMap(({ lines }, i) =>
    lines.map((geometry) => ({ featureId: String(i), geometry })),
  );
  const near = findNearestOnRoads(drawn, at, withinM);
  return near === null ? null : (roads[Number(near.featureId)] ?? null);
}

/** Roads that are called so in any language, or by one of their ways. */
export function listCalledSo(roads: readonly RoadToCome[], text: string): readonly RoadToCome[] {
  const word = text.trim().toLowerCase();
  return roads.filter(
    (road) => road.ids.includes(word) || listNames(road).some((name) => name.toLowerCase() === word),
  );
}

/** What a row of dates is about: roads to come that it has whole, and texts that are none of theirs. */
export function listSections(
  row: SetDatesModification,
  roads: readonly RoadToCome[],
): { readonly roads: readonly RoadToCome[]; readonly others: readonly string[] } {
  const own = roads.filter((road) => hasRoad(row, road));
  const said = new Set(own.flatMap((road) => [...road.ids, ...listNames(road)]));
  return { roads: own, others: row.sections.filter((one) => !said.has(one)) };
}
