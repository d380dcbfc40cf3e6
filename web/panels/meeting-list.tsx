/** Every place where a drawn road meets another, with the choice to connect or to pass over. */
import type { Interchange, LonLat } from '../../src/index.ts';
import { t } from '../words/index.ts';
import type { Meeting } from '../studio/meetings.ts';

interface ListProps {
  readonly meetings: readonly Meeting[];
  /** What is met there. */
  readonly nameOf: (meeting: Meeting) => string;
  readonly road: { readonly line: readonly LonLat[]; readonly interchanges: readonly Interchange[] };
  /** The other choice at a meeting, counted from 0. */
  readonly toggle: (index: number) => void;
}

/** A road that is entered but not left again, or not entered at all, is one that no trip takes. */
function Loose({ joined }: { readonly joined: number }) {
  if (joined > 1) return null;
  return (
    <p class="small warning" role="status">
      {t(joined === 0 ? 'studio.loose' : 'studio.looseEnd')}
    </p>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly connected: boolean;
  readonly toggle: () => void;
}

function Choice({ name, connected, toggle }: ChoiceProps) {
  const options = [
    { word: t('studio.connect'), isChosen: connected },
    { word: t('studio.passOver'), isChosen: !connected },
  ];
  return (
    <span class="segment" role="group" aria-label={t('studio.meeting', { name })}>
      {options.map(({ word, isChosen }) => (
        <button
          key={word}
          type="button"
          aria-pressed={isChosen}
          onClick={() => {
            if (!isChosen) toggle();
          }}
        >
          {word}
        </button>
      ))}
    </span>
  );
}

export function MeetingList({ meetings, nameOf, road, toggle }: ListProps) {
  const isEnd = ({ vertex }: Meeting): boolean => vertex === 0 || vertex === road.line.length - 1;
  return (
    <fieldset class="studio-meetings">
      <legend>{t('studio.meetings')}</legend>
      {meetings.length === 0 && <p class="small muted">{t('studio.noMeetings')}</p>}
      {meetings.length > 0 && (
        <Loose joined={road.interchanges.filter(({ newNode }) => newNode === undefined).length} />
      )}
      <ol>
        {meetings.map((meeting, i) => {
          const name = nameOf(meeting);
          return (
            <li key={`${meeting.node ?? meeting.link} ${meeting.along}`}>
              <span>
                {name} {isEnd(meeting) && <span class="small muted">{t('studio.end')}</span>}
              </span>
              <Choice {...{ name, connected: meeting.connected, toggle: () => toggle(i) }} />
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}
