/** Where the open road of the studio meets others. */
import { dataset } from '../state/answers.ts';
import { roadsBefore } from '../state/studio-drawing.ts';
import { meetings, toggleMeeting } from '../state/studio-meetings.ts';
import { edited, selectedRow } from '../state/studio.ts';
import type { Meeting } from '../studio/meetings.ts';
import { nameOf } from '../words/names.ts';
import { MeetingList } from './meeting-list.tsx';

/** Name of what is met: a node, or the road that a point is on. */
function meetingName({ node, link }: Meeting): string {
  const known = dataset.value?.nodes.find(({ id }) => id === node);
  if (known !== undefined) return nameOf({ name: known.nameEn, nameZh: known.nameZh });
  const road = roadsBefore.value.links.find(({ featureId }) => featureId === link);
  return road === undefined ? (node ?? link ?? '') : nameOf({ name: road.nameEn, nameZh: road.nameZh });
}

export function StudioMeetings() {
  const row = edited.value?.modifications[selectedRow.value ?? -1];
  if (row?.kind !== 'build') return null;
  return <MeetingList meetings={meetings.value} nameOf={meetingName} road={row} toggle={toggleMeeting} />;
}
