/** Tools that change roads of the scenario over the network: what a click on a road, or its name, does with one in hand. */
import { batch, effect, signal } from '@preact/signals';
import {
  findNearestOnRoads,
  type CityRoad,
  type LonLat,
  type ModificationKind,
  type RoadNames,
} from '../../src/index.ts';
import type { RoadChange, TargetKey } from '../studio/new-rows.ts';
import { t } from '../words/index.ts';
import { askRoads } from './ask.ts';
import { boxAround, findOpen, startFile, toggleRoad, type InHand } from './edit-rows.ts';
import { findKeptPlan } from './keep-plans.ts';
import { editPlan, planned } from './plan-steps.ts';
import { city } from './state.ts';

/** place: clicks set place A; road: they draw one; open: roads to come; plant, supplier: put one; others change roads. */
export type PlanTool = 'place' | 'road' | 'close' | 'change' | 'slow' | 'open' | 'plant' | 'supplier';
export const planTool = signal<PlanTool>('place');

/** Row whose form is open. */
export const openRow = signal<number | null>(null);
/** Road under the pointer, while roads are clicked. */
export const pointed = signal<CityRoad | null>(null);
/** Nothing to change where the last click was. */
export const missed = signal(false);
/** Names of roads that were clicked, by id. */
export const pickedNames = signal<ReadonlyMap<string, RoadNames>>(new Map());

const CHANGES: Readonly<Record<PlanTool, RoadChange | null>> = {
  place: null,
  road: null,
  close: 'close',
  change: 'change',
  slow: 'set-speed-factor',
  open: null,
  plant: null,
  supplier: null,
};

/** Kind of the row that a tool adds to. */
const toKind = (tool: PlanTool): ModificationKind | null => (tool === 'open' ? 'set-dates' : CHANGES[tool]);

/** Takes a tool in hand; the open row stays where the tool adds to it. */
export function takeTool(next: PlanTool): void {
  const open = planned.peek()?.file.modifications[openRow.peek() ?? -1];
  batch(() => {
    planTool.value = next;
    missed.value = false;
    if (next !== 'place' && open?.kind !== toKind(next)) openRow.value = null;
  });
}

/** A day for the roads where no scenario says one: that of the map, else today. */
function findDay(): string {
  const state = city.peek();
  const asOf = state?.ok === true ? state.label.asOf : null;
  return (asOf ?? new Date().toISOString()).slice(0, 'YYYY-MM-DD'.length);
}

/** What was kept before is not written over. */
const isKeptId = (id: string): boolean => findKeptPlan(`${id}.json`) !== null;

/** The file that is changed, an empty one where there is none, and its open row. */
export function findInHand(): InHand {
  const file = planned.peek()?.file ?? startFile(t('studio.newTitle'), findDay(), isKeptId);
  return { file, open: openRow.peek() };
}

/** Takes in a file as a step, with one of its rows open. */
export function editOpen({ file, open }: InHand, by: string | null = null): void {
  batch(() => {
    openRow.value = open;
    void editPlan(file, by);
  });
}

/** A road is named: what a click on it does with the tool in hand. */
export function takeRoad(key: TargetKey, id: string, road: CityRoad | null = null): void {
  const kind = CHANGES[planTool.peek()];
  if (kind !== null) editOpen(toggleRoad(findInHand(), kind, key, id, road));
}

/** How many rows there are before the one that the next click changes. */
function countRowsBefore(): number {
  const [hand, kind] = [findInHand(), CHANGES[planTool.peek()]];
  return (kind === null ? null : findOpen(hand, kind)) ?? hand.file.modifications.length;
}

/** What a tool does to roads that are there; null for one that does nothing to them. */
export const toChange = (tool: PlanTool): RoadChange | null => CHANGES[tool];

/** Whether clicks change roads that are there. */
export function isOfRoads(tool: PlanTool): boolean {
  return toChange(tool) !== null;
}

/** The road nearest to a point, of those that the row in hand may change. */
export async function findRoadAt(
  at: LonLat,
  withinM: number,
  lane: 'roads' | 'pointed' = 'roads',
): Promise<CityRoad | null> {
  const { links } = await askRoads(countRowsBefore(), [boxAround(at, withinM)], lane);
  const near = findNearestOnRoads(links, at, withinM);
  return links.find(({ featureId }) => featureId === near?.featureId) ?? null;
}

async function changeRoadAt(at: LonLat, withinM: number): Promise<void> {
  const road = await findRoadAt(at, withinM).catch(() => null);
  missed.value = road === null;
  if (road === null) return;
  if (road.names !== null) pickedNames.value = new Map([...pickedNames.peek(), [road.featureId, road.names]]);
  takeRoad('links', road.featureId, road);
}

let clicks: Promise<void> = Promise.resolve();

/** A click on the map with a tool in hand: one after the other, so that none is lost. */
export function clickRoad(at: LonLat, withinM: number): void {
  clicks = clicks.then(() => changeRoadAt(at, withinM));
}

/** Closes the form of a row that is no longer there. */
export function followRows(): void {
  effect(() => {
    const rows = planned.value?.file.modifications.length ?? 0;
    if ((openRow.value ?? 0) >= rows) openRow.value = null;
  });
}
