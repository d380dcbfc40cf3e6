/** What a drawn road is: its name, kind, sign and direction with what is taken where nothing is said, and what it meets. */
import type { BuildModification } from '../../src/index.ts';
import { MeetingList } from '../panels/meeting-list.tsx';
import { PointList } from '../panels/point-list.tsx';
import { OneWay, RoadKind } from '../panels/road-kind.tsx';
import { TextField } from '../panels/studio-fields.tsx';
import { parsePoint } from '../studio/text.ts';
import type { Meeting } from '../studio/meetings.ts';
import { t } from '../words/index.ts';
import { changePoints, drawOn, putRoad } from './draw-road.ts';
import { DEFAULT_FACILITY } from './edit-rows.ts';
import { nameRoads } from './name-road.ts';
import { meetings, toggleMeeting } from './road-meetings.ts';
import { plan } from './state.ts';

interface Props {
  readonly row: BuildModification;
  readonly at: number;
}

function Kind({ row, at }: Props) {
  const known = plan.value?.label.usualKmh;
  return (
    <>
      <RoadKind
        {...{ row, at }}
        usual={DEFAULT_FACILITY}
        usualKmh={(facility) => known?.[facility] ?? row.postedKmh}
        onRow={putRoad}
      />
      <OneWay {...{ row, at }} onRow={putRoad} />
    </>
  );
}

/** What is met: its names, else its id on the map. */
function nameMeeting(meeting: Meeting): string {
  const found = meetings.value.find((one) => one === meeting);
  return (found === undefined ? null : nameRoads(found.names)) ?? meeting.node ?? meeting.link ?? '';
}

export function RoadForm(props: Props) {
  const { row, at } = props;
  return (
    <>
      <TextField
        id={`city-road-title-${at}`}
        label={t('studio.roadTitle')}
        value={row.title}
        onValue={(title) => putRoad({ ...row, title }, `title ${at}`)}
      />
      <Kind {...props} />
      <MeetingList meetings={meetings.value} nameOf={nameMeeting} road={row} toggle={toggleMeeting} />
      <PointList points={row.line} least={2} read={parsePoint} onPoints={(points) => changePoints(points)} />
      <button type="button" onClick={drawOn}>
        {t('studio.drawOn')}
      </button>
    </>
  );
}
