/** What goes on while a scenario is changed, with a map or without one. */
import { followArea } from './draw-area.ts';
import { followDrawing } from './draw-road.ts';
import { KEPT_NAME } from './keep-plans.ts';
import { hearKept } from './open-plan.ts';
import { isUnsafe } from './plan-steps.ts';
import { followRows } from './plan-tools.ts';
import { followMeetings } from './road-meetings.ts';

/** Begins to keep rows, points and meetings in step, and lets nothing be lost without a word. */
export function startEditing(): void {
  followRows();
  followDrawing();
  followArea();
  followMeetings();
  addEventListener('storage', ({ key }) => {
    if (key === KEPT_NAME) void hearKept();
  });
  addEventListener('beforeunload', (event) => {
    if (isUnsafe()) event.preventDefault();
  });
}
