/**
 * Changing all roads of an area: its corners, which kinds of road are meant, and how many that are. It is in no file
 * until it is finished, so that what it would touch is known before anything is changed.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import type { Area, AreaRoads, Facility, LonLat, Modification } from '../../src/index.ts';
import { putRow } from '../studio/rows.ts';
import { toFilePoint } from '../studio/snap.ts';
import { askArea } from './ask.ts';
import { addArea, listMeant } from './edit-rows.ts';
import { cityChoice, isHeld, plan } from './state.ts';
import { planned } from './plan-steps.ts';
import { editOpen, findInHand, openRow, planTool, takeTool, toChange } from './plan-tools.ts';

/** Roads that are changed are clicked one by one, or an area is drawn around them. */
export const byArea = signal(false);
/** Whether a click is a corner of an area. */
export const drawsArea = computed(() => byArea.value && toChange(planTool.value) !== null);

/** The area in hand; it is none before its third corner. */
export interface AreaDraft extends Area {
  /** None = all. */
  readonly facilities: readonly Facility[];
}
const NO_AREA: AreaDraft = { ring: [], rule: 'touching', facilities: [] };
export const areaDraft = signal<AreaDraft>(NO_AREA);
export const areaCorners = computed(() => areaDraft.value.ring);
export const isDrawingArea = computed(() => areaCorners.value.length > 0);

/** A ring has so many corners. */
export const LEAST_CORNERS = 3;

/** Roads of the area in hand; null before that is known. */
export const areaRoads = signal<AreaRoads | null>(null);
/** Those that its kinds let through. */
export const meantRoads = computed(() =>
  areaRoads.value === null ? null : listMeant(areaRoads.value, areaDraft.value.facilities),
);

/** The area of the open row: its corners can be dragged. */
export const openArea = computed((): Area | null => {
  const row = planned.value?.file.modifications[openRow.value ?? -1];
  return row !== undefined && 'area' in row ? (row.area ?? null) : null;
});

/** Takes in a change of the area in hand. */
export function changeArea(part: Partial<AreaDraft>): void {
  areaDraft.value = { ...areaDraft.peek(), ...part };
}

/** A corner more. */
export function addCorner(at: readonly [number, number]): void {
  openRow.value = null;
  changeArea({ ring: [...areaCorners.peek(), toFilePoint(at)] });
}

export function cornerBack(): void {
  changeArea({ ring: areaCorners.peek().slice(0, -1) });
}

/** Gives up the area in hand: nothing was changed by it. */
export function giveUpArea(): void {
  batch(() => {
    areaDraft.value = NO_AREA;
    areaRoads.value = null;
  });
}

/** How far the sides of a typed square are from its middle, in degrees: half a kilometre. */
const HALF_SIDE = 0.005;

/** A square around a place, to be changed by its corners: for whoever draws without a pointer. */
export function typeArea(at: LonLat | null = cityChoice.peek().first): void {
  if (at === null) return;
  const [[lon, lat], half] = [at, HALF_SIDE];
  const ring = [[lon - half, lat - half], [lon + half, lat - half], [lon + half, lat + half], [lon - half, lat + half]] as const; // prettier-ignore
  openRow.value = null;
  changeArea({ ring: ring.map(toFilePoint) });
}

/** What is asked about the area in hand; null where it is none yet. */
const asked = computed(() => {
  const [change, { ring, rule }] = [toChange(planTool.value), areaDraft.value];
  // Other rows before it may leave other roads.
  const under = plan.value;
  return change === null || ring.length < LEAST_CORNERS ? null : { change, area: { ring, rule }, under };
});

/** Asks for its roads; what is overtaken by the next corner is dropped. */
async function tell(): Promise<void> {
  const now = asked.peek();
  if (now === null) {
    areaRoads.value = null;
    return;
  }
  const rows = planned.peek()?.file.modifications.length ?? 0;
  try {
    const found = await askArea(rows, now.change, now.area);
    if (asked.peek() === now) areaRoads.value = found;
  } catch {
    // Overtaken.
  }
}

/** The area in hand becomes a row, which stays open; one that has no such roads is left in hand. */
export async function finishArea(): Promise<void> {
  await tell();
  const [change, meant, draft] = [toChange(planTool.peek()), meantRoads.peek(), areaDraft.peek()];
  if (change === null || meant === null || meant.links === 0) return;
  const hand = addArea(findInHand(), change, draft);
  batch(() => {
    giveUpArea();
    takeTool('place');
    editOpen(hand);
  });
}

let drags = 0;

/** Corners of the open row's area are dragged; all of it is one step. */
export function dragCorners(points: readonly (readonly [number, number])[], done: boolean): void {
  // A new corner is taken in when it is let go.
  if (!done && points.length !== openArea.peek()?.ring.length) return;
  isHeld.value = !done;
  const [file, at] = [planned.peek()?.file, openRow.peek()];
  const row: Modification | undefined = file?.modifications[at ?? -1];
  if (file === undefined || at === null || row === undefined || !('area' in row) || row.area === undefined)
    return;
  const area = { ...row.area, ring: points.map(toFilePoint) };
  editOpen({ file: putRow(file, at, { ...row, area }), open: at }, `corners ${drags}`);
  drags += Number(done);
}

/** Keeps the count in step with the area, the tool and the rows before it; another tool lays it down. */
export function followArea(): void {
  effect(() => {
    if (!drawsArea.value) giveUpArea();
  });
  effect(() => {
    if (asked.value !== null || areaRoads.peek() !== null) void tell();
  });
}
