/** Every place where the open road meets another, with the choice to connect or to pass over. */
import { dataset } from '../state/answers.ts';
import { roadsBefore } from '../state/studio-drawing.ts';
import { meetings, toggleMeeting } from '../state/studio-meetings.ts';
import { edited, selectedRow } from '../state/studio.ts';
import type { Meeting } from '../studio/meetings.ts';
import { t } from '../words/index.ts';
import { nameOf } from '../words/names.ts';

/** Name of what is met: a node, or the road that a point is on. */
function meetingName({ node, link }: Meeting): string {
  const known = dataset.value?.nodes.find(({ id }) => id === node);
  if (known !== undefined) return nameOf({ name: known.nameEn, nameZh: known.nameZh });
  const road = roadsBefore.value.links.find(({ featureId }) => featureId === link);
  return road === undefined ? (node ?? link ?? '') : nameOf({ name: road.nameEn, nameZh: road.nameZh });
}

/** Whether the meeting is an end of the road. */
function isEnd({ vertex }: Meeting): boolean {
  const row = edited.value?.modifications[selectedRow.value ?? -1];
  return row?.kind === 'build' && (vertex === 0 || vertex === row.line.length - 1);
}

/** A road that is entered but not left again, or not entered at all, is one that no trip takes. */
function Loose() {
  const row = edited.value?.modifications[selectedRow.value ?? -1];
  const joined = row?.kind === 'build' ? row.interchanges.length : 2;
  if (joined > 1) return null;
  return (
    <p class="small warning" role="status">
      {t(joined === 0 ? 'studio.loose' : 'studio.looseEnd')}
    </p>
  );
}

export function StudioMeetings() {
  const all = meetings.value;
  return (
    <fieldset class="studio-meetings">
      <legend>{t('studio.meetings')}</legend>
      {all.length === 0 && <p class="small muted">{t('studio.noMeetings')}</p>}
      {all.length > 0 && <Loose />}
      <ol>
        {all.map((meeting, i) => {
          const name = meetingName(meeting);
          return (
            <li key={`${meeting.node ?? meeting.link} ${meeting.along}`}>
              <span>
                {name} {isEnd(meeting) && <span class="small muted">{t('studio.end')}</span>}
              </span>
              <span class="segment" role="group" aria-label={t('studio.meeting', { name })}>
                <button
                  type="button"
                  aria-pressed={meeting.connected}
                  onClick={() => !meeting.connected && toggleMeeting(i)}
                >
                  {t('studio.connect')}
                </button>
                <button
                  type="button"
                  aria-pressed={!meeting.connected}
                  onClick={() => meeting.connected && toggleMeeting(i)}
                >
                  {t('studio.passOver')}
                </button>
              </span>
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}
