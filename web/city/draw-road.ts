/**
 * Drawing a road over the network: the points in hand, and the row that they make. Points are there at once; what they
 * connect to is asked of the network, one change after the other, so that no click is lost.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import { type Box, type BuildModification, type LonLat, type ScenarioFile } from '../../src/index.ts';
import { countFreeId } from '../studio/ids.ts';
import { changeLine, drawRoad } from '../studio/line-edit.ts';
import { startRoad } from '../studio/road-kind.ts';
import { addRow, putRow, removeRow } from '../studio/rows.ts';
import { findSnap, toFilePoint, TYPED_REACH_M } from '../studio/snap.ts';
import { t } from '../words/index.ts';
import { askRoads } from './ask.ts';
import { boxAround, DEFAULT_FACILITY, withEnds } from './edit-rows.ts';
import { editPlan, planned, undoPlan } from './plan-steps.ts';
import { editOpen, findInHand, openRow, planTool, takeTool } from './plan-tools.ts';
import type { RoadsNear } from './protocol.ts';
import { cityChoice, isHeld } from './state.ts';

/** Points of the line in hand. */
export const drawnPoints = signal<readonly LonLat[]>([]);
/** Row that they are in; null as long as they make none. */
export const drawnRow = signal<number | null>(null);
export const isDrawing = computed(() => drawnPoints.value.length > 0);
/** The row that is open or being drawn, where it is a road that is built. */
export const openRoad = computed((): { readonly at: number; readonly row: BuildModification } | null => {
  const at = drawnRow.value ?? openRow.value;
  const row = at === null ? undefined : planned.value?.file.modifications[at];
  return at !== null && row?.kind === 'build' ? { at, row } : null;
});

/** A vertex this near a road was put on it, in metres. */
const ON_ROAD_M = 2;

type Drawn = readonly (readonly [number, number])[];

/** Changes that wait for the network, in order. */
let changes: Promise<void> = Promise.resolve();
let waiting = 0;

function enqueue(change: () => Promise<void>): void {
  waiting += 1;
  const run = async (): Promise<void> => {
    // What the network refuses is told where the scenario is laid.
    await change().catch(() => undefined);
    waiting -= 1;
    followRow();
  };
  changes = changes.then(run);
}

/** Roads that were begun in this drawing: as they grow they connect at their ends alone. */
const begun = new Set<string>();

/** The row in hand; one that was begun here and has come back by a step done again is in hand again. */
function findInDrawing(): number | null {
  const rows = planned.peek()?.file.modifications ?? [];
  if (drawnRow.peek() !== null || !isDrawing.peek()) return drawnRow.peek();
  const back = rows.findLastIndex((row) => row.kind === 'build' && begun.has(row.id));
  return back < 0 ? null : back;
}

/** Points as the row has them, as soon as nothing waits. */
function followRow(): void {
  const at = waiting > 0 ? null : findInDrawing();
  if (at === null) return;
  const row = planned.peek()?.file.modifications[at];
  batch(() => {
    drawnRow.value = row?.kind === 'build' ? at : null;
    drawnPoints.value = row?.kind === 'build' ? row.line : drawnPoints.peek().slice(0, 1);
  });
}

const isSame = (a: readonly [number, number], b: LonLat): boolean => a[0] === b[0] && a[1] === b[1];

/** Points with those that are not in a line put on what is near them. */
function snapAll(points: Drawn, known: readonly LonLat[], roads: RoadsNear, withinM: number): Drawn {
  return points.map((point) => {
    if (known.some((one) => isSame(point, one))) return point;
    return findSnap(roads, toFilePoint(point), withinM)?.at ?? toFilePoint(point);
  });
}

const listBoxes = (points: Drawn, withinM: number): readonly Box[] =>
  points.map(([lon, lat]) => boxAround([lon, lat], 2 * withinM));

/** Ids that a road may not have are numbers of the map, which none begins with, and those of other rows. */
function toNewRoad({ modifications }: ScenarioFile, { usualKmh }: RoadsNear): BuildModification {
  const taken = new Set(modifications.flatMap((row) => ('id' in row ? [row.id] : [])));
  const { id, count } = countFreeId('road', (one) => taken.has(one));
  begun.add(id);
  return startRoad(id, t('studio.newRoad', { count }), DEFAULT_FACILITY, (facility) => usualKmh[facility]);
}

/** Puts the points in hand into the file as far as they make a road. */
async function grow(withinM: number): Promise<void> {
  const points = drawnPoints.peek();
  if (points.length < 2) return;
  const { file } = findInHand();
  const at = drawnRow.peek() ?? file.modifications.length;
  const row = file.modifications[at];
  const known = row?.kind === 'build' ? row : null;
  const roads = await askRoads(at, listBoxes([points[0] ?? [0, 0], points.at(-1) ?? [0, 0]], withinM));
  const line = snapAll(points, known?.line ?? [], roads, withinM);
  const isGrown = known === null || begun.has(known.id);
  const road = isGrown
    ? drawRoad(known ?? toNewRoad(file, roads), line, roads)
    : changeLine(known, line, roads);
  const whole = withEnds(road);
  batch(() => {
    drawnRow.value = at;
    openRow.value = at;
  });
  await editPlan(known === null ? addRow(file, whole) : putRow(file, at, whole));
}

/** A point more at the end; so near to something, in metres, it is put on that. */
export function addPoint(point: readonly [number, number], withinM = ON_ROAD_M): void {
  drawnPoints.value = [...drawnPoints.peek(), toFilePoint(point)];
  enqueue(() => grow(withinM));
}

/** The road that a row builds. */
function findRoad(at: number): BuildModification | null {
  const row = planned.peek()?.file.modifications[at];
  return row?.kind === 'build' ? row : null;
}

/** Other points for a road as it was; those that are new are put on what is so near. */
async function reline(
  at: number,
  row: BuildModification | null,
  points: Drawn,
  withinM: number,
  by: string | null,
): Promise<void> {
  if (row === null) return;
  const fresh = points.filter((point) => !row.line.some((one) => isSame(point, one)));
  const roads = await askRoads(at, listBoxes(fresh, withinM));
  const line = snapAll(points, row.line, roads, withinM);
  const file = planned.peek()?.file;
  if (file !== undefined && findRoad(at) !== null)
    await editPlan(putRow(file, at, withEnds(changeLine(row, line, roads))), by);
}

/** Points of the open road were typed. */
export function changePoints(points: Drawn): void {
  const at = openRoad.peek()?.at;
  if (at !== undefined) enqueue(() => reline(at, findRoad(at), points, TYPED_REACH_M, null));
}

/** A vertex in the hand: all of its way is one step, from the road as it was before it. */
interface Drag {
  readonly by: string;
  /** Found when the first of its changes comes to its turn. */
  row: BuildModification | null;
  points: Drawn;
  isQueued: boolean;
}
let drag: Drag | null = null;
let drags = 0;

/** Points of the open road are dragged: where the network is slower than the hand it follows the newest of them. */
export function dragPoints(points: Drawn, done: boolean): void {
  const open = openRoad.peek();
  if (open === null) {
    isHeld.value = false;
    return;
  }
  // A new vertex may give way to a mark under it: it is taken in when it is let go.
  if (!done && points.length !== open.row.line.length) return;
  drags += Number(drag === null);
  drag ??= { by: `drag ${drags}`, row: null, points, isQueued: false };
  const mine = drag;
  mine.points = points;
  isHeld.value = true;
  if (done) drag = null;
  if (!mine.isQueued) {
    mine.isQueued = true;
    enqueue(() => {
      mine.isQueued = false;
      mine.row ??= findRoad(open.at);
      return reline(open.at, mine.row, mine.points, ON_ROAD_M, mine.by);
    });
  }
  if (done)
    enqueue(() => {
      isHeld.value = drag !== null;
      return Promise.resolve();
    });
}

/** The line in hand is done: its row stays open. */
export function finish(): void {
  enqueue(() => {
    const at = drawnRow.peek();
    begun.clear();
    batch(() => {
      drawnPoints.value = [];
      drawnRow.value = null;
      takeTool('place');
      openRow.value = at;
    });
    return Promise.resolve();
  });
}

/** Gives up what is being drawn; undo brings back what there was of it. */
export function giveUp(): void {
  enqueue(async () => {
    const [file, at] = [planned.peek()?.file, drawnRow.peek()];
    batch(() => {
      drawnPoints.value = [];
      drawnRow.value = null;
      openRow.value = null;
    });
    begun.clear();
    if (file !== undefined && at !== null) await editPlan(removeRow(file, at));
  });
}

/** One step back: of a point that makes no road yet, else of the scenario. */
export function stepBack(): void {
  if (isDrawing.peek() && drawnRow.peek() === null) drawnPoints.value = drawnPoints.peek().slice(0, -1);
  else undoPlan();
}

/** Draws on from the end of the open road. */
export function drawOn(): void {
  const open = openRoad.peek();
  if (open === null) return;
  batch(() => {
    takeTool('road');
    drawnRow.value = open.at;
    openRow.value = open.at;
    drawnPoints.value = open.row.line;
  });
}

/** How far a typed road goes at first, in degrees: a kilometre or less. */
const FIRST_LENGTH = 0.008;

/** A straight road from place A, to be changed by its points: for whoever draws without a pointer. */
export function typeRoad(): void {
  const { first } = cityChoice.peek();
  if (first === null) return;
  drawnPoints.value = [first, [first[0] + FIRST_LENGTH, first[1]]];
  enqueue(() => grow(TYPED_REACH_M));
  finish();
}

/** Puts another road in the place of the open one. */
export function putRoad(road: BuildModification, by: string | null = null): void {
  const [file, at] = [planned.peek()?.file, openRoad.peek()?.at];
  if (file !== undefined && at !== undefined)
    editOpen({ file: putRow(file, at, withEnds(road)), open: at }, by);
}

/** Removes the open row, road or not. */
export function removeOpen(): void {
  const [file, at] = [planned.peek()?.file, openRow.peek()];
  if (file !== undefined && at !== null) editOpen({ file: removeRow(file, at), open: null });
}

/** Keeps the points in step with steps taken back, and lays them down with the tool. */
export function followDrawing(): void {
  effect(() => {
    if (planned.value !== null || drawnRow.value !== null) followRow();
  });
  effect(() => {
    if (planTool.value === 'road') return;
    begun.clear();
    drawnPoints.value = [];
    drawnRow.value = null;
  });
}
