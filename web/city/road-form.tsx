/** What a drawn road is: its name, kind, sign and direction with what is taken where nothing is said, and what it meets. */
import { BUILD_DEFAULTS, FACILITIES, type BuildModification, type Facility } from '../../src/index.ts';
import { MeetingList } from '../panels/meeting-list.tsx';
import { PointList } from '../panels/point-list.tsx';
import { CheckField, NumberField, SelectField, TextField } from '../panels/studio-fields.tsx';
import { parsePoint } from '../studio/text.ts';
import type { Meeting } from '../studio/meetings.ts';
import { t } from '../words/index.ts';
import { changePoints, drawOn, putRoad } from './draw-road.ts';
import { DEFAULT_FACILITY, toFacility } from './edit-rows.ts';
import { nameRoads } from './name-road.ts';
import { meetings, toggleMeeting } from './road-meetings.ts';
import { plan } from './state.ts';

interface Props {
  readonly row: BuildModification;
  readonly at: number;
}

/** Facilities that a road is drawn as. */
const DRAWN: readonly Facility[] = FACILITIES.filter((one) => one !== 'ramp');

function Signs({ row, at }: Props) {
  const usualKmh = plan.value?.label.usualKmh;
  const setFacility = (facility: Facility): void =>
    putRoad(usualKmh === undefined ? { ...row, facility } : toFacility(row, facility, usualKmh));
  const usual = usualKmh?.[row.facility] ?? row.postedKmh;
  const { oneWay, ...bothWays } = row;
  return (
    <>
      <SelectField
        id={`city-facility-${at}`}
        label={t('studio.facility')}
        value={row.facility}
        isDefault={row.facility === DEFAULT_FACILITY}
        onReset={() => setFacility(DEFAULT_FACILITY)}
        options={DRAWN.map((one) => [one, t(`studio.facility.${one}`)])}
        onValue={(value) => setFacility(DRAWN.find((one) => one === value) ?? DEFAULT_FACILITY)}
      />
      <NumberField
        id={`city-road-kmh-${at}`}
        label={t('studio.kmh')}
        value={row.postedKmh}
        low={5}
        high={120}
        step="any"
        isDefault={row.postedKmh === usual}
        onReset={() => putRoad({ ...row, postedKmh: usual })}
        onValue={(postedKmh) => putRoad({ ...row, postedKmh }, `kmh ${at}`)}
      />
      <CheckField
        id={`city-one-way-${at}`}
        label={t('studio.oneWay')}
        value={oneWay ?? BUILD_DEFAULTS.oneWay}
        isDefault={oneWay === undefined}
        onValue={(on) => putRoad(on ? { ...row, oneWay: true } : bothWays)}
      />
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
      <Signs {...props} />
      <MeetingList meetings={meetings.value} nameOf={nameMeeting} road={row} toggle={toggleMeeting} />
      <PointList
        points={row.line}
        least={2}
        read={parsePoint}
        onPoints={(points) => changePoints(points, 'typed')}
      />
      <button type="button" onClick={drawOn}>
        {t('studio.drawOn')}
      </button>
    </>
  );
}
