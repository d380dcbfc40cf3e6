/**
 * What this tab keeps through a reload of what is being drawn: the tool and the points in hand, and that the studio is
 * open. A tab's own storage: two tabs that draw do not meet here.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import type { LonLat } from '../../src/index.ts';
import { byArea, drawnPoints, drawnRow, movedPlant, take, tool, TOOLS } from './studio-drawing.ts';
import { SESSION_KEY, studioOpen } from './studio-open.ts';
import { edited, selectedRow } from './studio.ts';

interface Session {
  readonly scenario: string;
  readonly tool: string;
  readonly byArea: boolean;
  readonly points: readonly LonLat[];
  readonly row: number | null;
  readonly selected: number | null;
  readonly plant: string | null;
}

/** The tab's storage; null where it is blocked. */
function findSession(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

function write(session: Session | null): void {
  try {
    if (session === null) findSession()?.removeItem(SESSION_KEY);
    else findSession()?.setItem(SESSION_KEY, JSON.stringify(session));
  } catch {
    // Full or blocked: that nothing is kept is said of the scenario itself.
  }
}

function isPoint(value: unknown): value is LonLat {
  return Array.isArray(value) && value.length === 2 && value.every((one) => Number.isFinite(one));
}

function isRow(value: unknown): value is number | null {
  return value === null || Number.isInteger(value);
}

/** What was kept, where it is of this form. */
function read(): Session | null {
  try {
    const value = JSON.parse(findSession()?.getItem(SESSION_KEY) ?? 'null') as Partial<Session> | null;
    if (typeof value?.scenario !== 'string' || !Array.isArray(value.points)) return null;
    const { scenario, points, row = null, selected = null, plant = null } = value;
    if (!points.every(isPoint) || !isRow(row) || !isRow(selected)) return null;
    return {
      scenario,
      tool: value.tool ?? 'select',
      byArea: value.byArea === true,
      points,
      row,
      selected,
      plant,
    };
  } catch {
    return null;
  }
}

/** Points that were in hand when the tab was left. */
const resumed = signal<readonly LonLat[]>([]);
/** The line in hand is still as it was before the reload. */
export const isResumed = computed(() => resumed.value.length > 0 && resumed.value === drawnPoints.value);

/** Takes in hand again what was in hand when this tab was left, where the same scenario is edited. */
function resume(): void {
  const session = read();
  const file = edited.peek();
  if (session === null || file === null || session.scenario !== file.id) return;
  const rows = file.modifications.length;
  const within = (row: number | null): number | null => (row !== null && row < rows ? row : null);
  batch(() => {
    take(TOOLS.find((one) => one === session.tool) ?? 'select');
    byArea.value = session.byArea;
    resumed.value = session.points;
    drawnPoints.value = session.points;
    drawnRow.value = within(session.row);
    selectedRow.value = within(session.selected);
    movedPlant.value = session.plant;
  });
}

let isKeeping = false;

/** Resumes, then keeps; more than once is once. */
export function startSession(): void {
  if (isKeeping) return;
  isKeeping = true;
  resume();
  effect(() => {
    const file = edited.value;
    const now: Omit<Session, 'scenario'> = {
      ...{ tool: tool.value, byArea: byArea.value, points: drawnPoints.value, row: drawnRow.value },
      ...{ selected: selectedRow.value, plant: movedPlant.value },
    };
    write(studioOpen.value && file !== null ? { scenario: file.id, ...now } : null);
  });
}
