/** Where the open road meets the roads before it, and the choice at each: connect or pass over. */
import { computed } from '@preact/signals';
import { connect, listMeetings, passOver, type Meeting } from '../studio/meetings.ts';
import { putRow } from '../studio/rows.ts';
import { drawnRow, roadsBefore } from './studio-drawing.ts';
import { edit, edited, selectedRow } from './studio.ts';

/** Meetings of the open road, along it; none where another row is open. */
export const meetings = computed((): readonly Meeting[] => {
  const row = edited.value?.modifications[drawnRow.value ?? selectedRow.value ?? -1];
  return row?.kind === 'build' && row.line.length > 1 ? listMeetings(roadsBefore.value, row) : [];
});

/** Takes the other choice at a meeting, counted from 0. */
export function toggleMeeting(index: number): void {
  const [file, at, meeting] = [edited.peek(), selectedRow.peek(), meetings.peek()[index]];
  const row = file?.modifications[at ?? -1];
  if (file === null || at === null || row?.kind !== 'build' || meeting === undefined) return;
  edit(putRow(file, at, meeting.connected ? passOver(row, meeting) : connect(row, meeting)));
}
