/**
 * Drawing for a scenario: the tool in hand, and the points of a road or an area that is not finished yet. Points live in
 * the file itself as soon as they make a road, so that undo, storage and the answer need to know of no drawing; what is
 * left is kept by this tab through a reload.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import type { BuildModification, Link, LonLat, Modification, ScenarioFile } from '../../src/index.ts';
import { drawRoad, changeLine } from '../studio/line-edit.ts';
import { newChange, newRoad, toNewId, type RoadChange } from '../studio/new-rows.ts';
import { findRoadsBefore, type Roads } from '../studio/roads.ts';
import { addRow, putRow, removeRow } from '../studio/rows.ts';
import { toFilePoint } from '../studio/snap.ts';
import { t } from '../words/index.ts';
import { dataset } from './answers.ts';
import { findNamedScenario } from './own-scenarios.ts';
import { edit, edited, selectedRow, undo } from './studio.ts';

/** select: rows are chosen and their lines changed; place: the open row's place is put elsewhere. */
export const TOOLS = [
  'select',
  'road',
  'close',
  'change',
  'slow',
  'dates',
  'plant',
  'supplier',
  'move',
  'place',
] as const;
export type Tool = (typeof TOOLS)[number];
export const tool = signal<Tool>('select');

/** Roads that are changed are clicked one by one, or an area is drawn around them. */
export const byArea = signal(false);

/** Points of the line or area in hand. */
export const drawnPoints = signal<readonly LonLat[]>([]);
/** Row that the points are in; null as long as they make none. */
export const drawnRow = signal<number | null>(null);
/** Plant that the next click moves. */
export const movedPlant = signal<string | null>(null);

export const isDrawing = computed(() => drawnPoints.value.length > 0);
/** What clicks draw now; null where they do something else. */
export const draws = computed((): 'line' | 'area' | null => {
  if (tool.value === 'road') return 'line';
  return byArea.value && toChange(tool.value) !== null ? 'area' : null;
});

/** Points from which on there is a road, or an area. */
const LEAST = { line: 2, area: 3 } as const;

/** Kind of modification that a tool makes of roads there are. */
export function toChange(one: Tool): RoadChange | null {
  if (one === 'close' || one === 'change') return one;
  return one === 'slow' ? 'set-speed-factor' : null;
}

/** What a tool does it does to roads there are. */
export function isOfRoads(one: Tool): boolean {
  return one === 'dates' || toChange(one) !== null;
}

/** Roads that the row in hand may meet: those of the rows before it. */
export const roadsBefore = computed((): Roads<Link> => {
  const [data, file] = [dataset.value, edited.value];
  if (data === null || file === null) return { links: [], nodes: [] };
  const at = drawnRow.value ?? (tool.value === 'select' ? selectedRow.value : null);
  return findRoadsBefore(data, file, at ?? file.modifications.length, findNamedScenario);
});

/** Takes a tool in hand; what was being drawn stays as far as it was drawn. */
export function take(next: Tool): void {
  batch(() => {
    drawnPoints.value = [];
    drawnRow.value = null;
    movedPlant.value = null;
    if (next !== 'select' && next !== 'place') selectedRow.value = null;
    tool.value = next;
  });
}

/** The road that points make; a new one, or one that is drawn on. */
function toRoad(
  file: ScenarioFile,
  points: readonly LonLat[],
  row: BuildModification | null,
): BuildModification {
  const data = dataset.peek();
  if (row !== null) return changeLine(row, points, roadsBefore.peek());
  if (data === null) throw new Error('no data set');
  const { id, count } = toNewId(data, file, 'road');
  return drawRoad(newRoad(data, id, t('studio.newRoad', { count })), points, roadsBefore.peek());
}

/** Roads begun in this drawing: as they grow they connect at their ends alone. */
const begun = new Set<string>();

function growRoad(file: ScenarioFile, points: readonly LonLat[], at: number | null): Modification {
  const row = at === null ? undefined : file.modifications[at];
  const known = row?.kind === 'build' ? row : null;
  if (known !== null && begun.has(known.id)) return drawRoad(known, points, roadsBefore.peek());
  const road = toRoad(file, points, known);
  if (known === null) begun.add(road.id);
  return road;
}

function growArea(file: ScenarioFile, ring: readonly LonLat[], at: number | null): Modification | null {
  const row = at === null ? undefined : file.modifications[at];
  if (row !== undefined && 'area' in row && row.area !== undefined)
    return { ...row, area: { ...row.area, ring } };
  const [data, kind] = [dataset.peek(), toChange(tool.peek())];
  return data === null || kind === null ? null : newChange(data, kind, { area: { ring, rule: 'touching' } });
}

/** Puts points into the file as far as they make a row, as one step. */
function put(points: readonly LonLat[]): void {
  const [file, what, at] = [edited.peek(), draws.peek(), drawnRow.peek()];
  if (file === null || what === null) return;
  if (points.length < LEAST[what]) {
    drawnPoints.value = points;
    return;
  }
  const row = what === 'line' ? growRoad(file, points, at) : growArea(file, points, at);
  if (row === null) return;
  batch(() => {
    drawnPoints.value = points;
    drawnRow.value = at ?? file.modifications.length;
    selectedRow.value = drawnRow.peek();
    edit(at === null ? addRow(file, row) : putRow(file, at, row));
  });
}

/** A point more at the end. */
export function addPoint(at: readonly [number, number]): void {
  put([...drawnPoints.peek(), toFilePoint(at)]);
}

/** The line in hand is done: its row stays open. */
export function finish(): void {
  const at = drawnRow.peek();
  take('select');
  selectedRow.value = at;
}

/** Gives up what is being drawn; undo brings back what there was of it. */
export function giveUp(): void {
  const [file, at] = [edited.peek(), drawnRow.peek()];
  batch(() => {
    if (file !== null && at !== null) edit(removeRow(file, at));
    const now = tool.peek();
    take(isDrawing.peek() ? now : 'select');
    selectedRow.value = null;
  });
}

/** Draws on from the end of a road that is there. */
export function drawOn(at: number): void {
  const row = edited.peek()?.modifications[at];
  if (row?.kind !== 'build') return;
  batch(() => {
    take('road');
    drawnRow.value = at;
    drawnPoints.value = row.line;
    selectedRow.value = at;
  });
}

/** Follows steps that are taken back or done again while a line is in hand. */
function followSteps(): void {
  const [file, at] = [edited.value, drawnRow.value];
  if (file === null || at === null) return;
  const row = file.modifications[at];
  if (row?.kind === 'build') drawnPoints.value = row.line;
  else if (row !== undefined && 'area' in row && row.area !== undefined) drawnPoints.value = row.area.ring;
  else {
    const left = LEAST[draws.peek() ?? 'line'] - 1;
    drawnRow.value = null;
    drawnPoints.value = drawnPoints.peek().slice(0, left);
  }
}

/** One step back: of the points that make no row yet, else of the file. */
export function stepBack(): void {
  if (isDrawing.peek() && drawnRow.peek() === null) drawnPoints.value = drawnPoints.peek().slice(0, -1);
  else undo();
}

const editedId = computed(() => edited.value?.id ?? null);
let isFollowing = false;

/** Begins to follow; more than once is once. */
export function followDrawing(): void {
  if (isFollowing) return;
  isFollowing = true;
  effect(followSteps);
  let id = editedId.peek();
  effect(() => {
    // Another scenario is edited: what was in hand was of the one before.
    if (editedId.value !== id) take('select');
    id = editedId.value;
  });
}
