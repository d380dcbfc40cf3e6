/** The studio as the drawing on the map sees it. */
import { computed } from '@preact/signals';
import { edit, edited, endPreview, preview, selectedRow } from '../state/studio.ts';
import { addPoint, drawnPoints, draws, finish, roadsBefore } from '../state/studio-drawing.ts';
import { putRow } from '../studio/rows.ts';
import { findSnap } from '../studio/snap.ts';
import { context } from './appearance.ts';
import type { DrawDesk } from './draw-desk.ts';
import { findShape, reshape } from './studio-shape.ts';

/** A vertex of the open row moved, came or went. */
function change(points: Parameters<DrawDesk['reshape']>[0], done: boolean): void {
  const [file, at] = [edited.peek(), selectedRow.peek()];
  if (file === null || at === null) return;
  const row = reshape(file.modifications[at], points, roadsBefore.peek());
  if (row === null) return;
  if (done) edit(putRow(file, at, row));
  else preview(putRow(file, at, row));
}

export const studioDesk: DrawDesk = {
  draws,
  points: drawnPoints,
  shape: computed(() => findShape(edited.value?.modifications[selectedRow.value ?? -1])),
  colours: computed(() => context.value.colours),
  snap: (at, withinM) => findSnap(roadsBefore.peek(), at, withinM)?.at ?? null,
  addPoint,
  finish,
  reshape: change,
  endPreview,
};
