/** Where the open road meets the others, and the choice at each: connect or pass over. */
import { effect, signal } from '@preact/signals';
import { connect, passOver } from '../studio/meetings.ts';
import { askMeetings } from './ask.ts';
import { openRoad, putRoad } from './draw-road.ts';
import type { NamedMeeting } from './meet-roads.ts';
import { isHeld, plan } from './state.ts';

/** Meetings of the open road, along it; none where another row is open. */
export const meetings = signal<readonly NamedMeeting[]>([]);

async function ask(open: NonNullable<typeof openRoad.value>): Promise<void> {
  try {
    const found = await askMeetings(open.at, open.row);
    if (openRoad.peek() === open) meetings.value = found;
  } catch {
    // Overtaken by the next line of the road.
  }
}

/** Keeps them in step with the open road and with the roads before it. */
export function followMeetings(): void {
  effect(() => {
    const open = openRoad.value;
    // Read: the rows before it may have changed.
    if (open === null || plan.value === null) meetings.value = [];
    else if (!isHeld.value) void ask(open);
  });
}

/** Takes the other choice at a meeting, counted from 0. */
export function toggleMeeting(index: number): void {
  const [open, meeting] = [openRoad.peek(), meetings.peek()[index]];
  if (open === null || meeting === undefined) return;
  putRoad(meeting.connected ? passOver(open.row, meeting) : connect(open.row, meeting));
}
