/** What one click, or one choice from a list, does with a tool in hand that draws no line: roads and places there are. */
import { batch } from '@preact/signals';
import type { Dataset, LonLat, Modification, ScenarioFile } from '../../src/index.ts';
import { newChange, newDates, toggleTarget, toNewId } from '../studio/new-rows.ts';
import { addRow, putRow, removeRow } from '../studio/rows.ts';
import { toFilePoint } from '../studio/snap.ts';
import { t } from '../words/index.ts';
import { dataset } from './answers.ts';
import { movedPlant, take, toChange, tool, type Tool } from './studio-drawing.ts';
import { edit, edited, selectedRow } from './studio.ts';

/** Adds a row and opens its form. */
export function addOpenRow(file: ScenarioFile, row: Modification): void {
  batch(() => {
    edit(addRow(file, row));
    selectedRow.value = file.modifications.length;
  });
}

/** A stretch or a section of road goes into the open row of the tool's kind or out of it; without one a row begins. */
function toggle(key: 'links' | 'sections', id: string): void {
  const [data, file, kind, at] = [dataset.peek(), edited.peek(), toChange(tool.peek()), selectedRow.peek()];
  if (data === null || file === null || kind === null) return;
  const row = at === null ? undefined : file.modifications[at];
  if (at === null || row?.kind !== kind || ('area' in row && row.area !== undefined)) {
    const which = key === 'links' ? { links: [id] } : { sections: [id] };
    addOpenRow(file, newChange(data, kind, which));
    return;
  }
  const changed = toggleTarget(row, key, id);
  edit(changed === null ? removeRow(file, at) : putRow(file, at, changed));
  if (changed === null) selectedRow.value = null;
}

/** Other dates for a section: its row where there is one, else a new one. */
function openDates(section: string): void {
  const [data, file] = [dataset.peek(), edited.peek()];
  if (data === null || file === null) return;
  const known = file.modifications.findIndex(
    (row) => row.kind === 'set-dates' && row.sections.includes(section),
  );
  if (known < 0) addOpenRow(file, newDates(data, section));
  else selectedRow.value = known;
}

/** A section was chosen from the list. */
export function takeSection(section: string): void {
  if (tool.peek() === 'dates') openDates(section);
  else toggle('sections', section);
}

/** A stretch of road was clicked. */
export function takeRoad({
  featureId,
  section,
}: {
  readonly featureId: string;
  readonly section: string;
}): void {
  if (tool.peek() === 'dates') openDates(section);
  else toggle('links', featureId);
}

/** A place that a tool adds at a point; null where the tool adds none. */
export function newPlace(data: Dataset, file: ScenarioFile, now: Tool, at: LonLat): Modification | null {
  if (now === 'move') {
    const plant = movedPlant.peek();
    return plant === null ? null : { kind: 'move-plant', plant, at };
  }
  if (now === 'plant') {
    const { id, count } = toNewId(data, file, 'plant');
    const group = data.header.groups[0]?.id ?? '';
    return { kind: 'add-plant', id, title: t('studio.newPlant', { count }), group, at };
  }
  if (now !== 'supplier') return null;
  const { id, count } = toNewId(data, file, 'supplier');
  return { kind: 'add-supplier', id, title: t('studio.newSupplier', { count }), keiretsu: null, tier: 1, at };
}

function replace(file: ScenarioFile, at: LonLat): Modification | null {
  const row = file.modifications[selectedRow.peek() ?? -1];
  return row !== undefined && 'at' in row ? { ...row, at } : null;
}

/** A new place, or another place for the open row or the plant in hand. */
export function putPlace(point: readonly [number, number]): void {
  const [data, file, now] = [dataset.peek(), edited.peek(), tool.peek()];
  if (data === null || file === null) return;
  const at = toFilePoint(point);
  const row = now === 'place' ? replace(file, at) : newPlace(data, file, now, at);
  if (row === null) return;
  const open = now === 'place' ? selectedRow.peek() : null;
  batch(() => {
    edit(open === null ? addRow(file, row) : putRow(file, open, row));
    take('select');
    selectedRow.value = open ?? file.modifications.length;
  });
}
