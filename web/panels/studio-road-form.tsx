/** What a drawn road is: its kind, sign, lanes, toll and opening, with what is taken where nothing is said. */
import {
  BUILD_DEFAULTS,
  FACILITIES,
  type BuildModification,
  type Dataset,
  type Facility,
} from '../../src/index.ts';
import { drawOn } from '../state/studio-drawing.ts';
import { defaultKmh, DEFAULT_FACILITY } from '../studio/new-rows.ts';
import { t } from '../words/index.ts';
import { CheckField, DateField, NumberField, SelectField, TextField } from './studio-fields.tsx';
import { StudioMeetings } from './studio-meetings.tsx';
import { listTariffs } from './studio-names.ts';
import { StudioPoints } from './studio-points.tsx';

interface Props {
  readonly data: Dataset;
  readonly row: BuildModification;
  readonly at: number;
  readonly onRow: (row: BuildModification, by: string) => void;
}

/** Facilities that a road is drawn as; ramps come with it. */
const DRAWN: readonly Facility[] = FACILITIES.filter((one) => one !== 'ramp');

/** The row without a key: what is not said is the default. */
function without<K extends keyof BuildModification>(row: BuildModification, key: K): BuildModification {
  const { [key]: _, ...rest } = row;
  return rest as BuildModification;
}

/** Another kind of road: its sign follows where it was the usual one. */
function toFacility(data: Dataset, row: BuildModification, facility: Facility): BuildModification {
  const { accessible: _, ...rest } = row;
  const usual = row.postedKmh === defaultKmh(data, row.facility);
  return { ...rest, facility, postedKmh: usual ? defaultKmh(data, facility) : row.postedKmh };
}

function Signs({ data, row, at, onRow }: Props) {
  const id = (name: string): string => `studio-${name}-${at}`;
  const usualKmh = defaultKmh(data, row.facility);
  return (
    <>
      <SelectField
        id={id('facility')}
        label={t('studio.facility')}
        value={row.facility}
        isDefault={row.facility === DEFAULT_FACILITY}
        onReset={() => onRow(toFacility(data, row, DEFAULT_FACILITY), 'facility')}
        options={DRAWN.map((one) => [one, t(`studio.facility.${one}`)])}
        onValue={(value) =>
          onRow(toFacility(data, row, DRAWN.find((one) => one === value) ?? DEFAULT_FACILITY), 'facility')
        }
      />
      <NumberField
        id={id('kmh')}
        label={t('studio.kmh')}
        value={row.postedKmh}
        low={5}
        high={120}
        step="any"
        isDefault={row.postedKmh === usualKmh}
        onReset={() => onRow({ ...row, postedKmh: usualKmh }, 'kmh')}
        onValue={(postedKmh) => onRow({ ...row, postedKmh }, `kmh ${at}`)}
      />
      <NumberField
        id={id('lanes')}
        label={t('studio.lanes')}
        value={row.lanesPerDirection ?? BUILD_DEFAULTS.lanesPerDirection}
        low={1}
        high={12}
        isDefault={row.lanesPerDirection === undefined}
        onReset={() => onRow(without(row, 'lanesPerDirection'), 'lanes')}
        onValue={(lanesPerDirection) => onRow({ ...row, lanesPerDirection }, `lanes ${at}`)}
      />
      <SelectField
        id={id('tariff')}
        label={t('studio.tariff')}
        value={row.tariff ?? ''}
        isDefault={(row.tariff ?? null) === null}
        onReset={() => onRow(without(row, 'tariff'), 'tariff')}
        options={[['', t('studio.free')], ...listTariffs(data)]}
        onValue={(value) =>
          onRow(value === '' ? without(row, 'tariff') : { ...row, tariff: value }, 'tariff')
        }
      />
    </>
  );
}

function Opening({ row, at, onRow }: Props) {
  return (
    <>
      <DateField
        id={`studio-opened-${at}`}
        label={t('studio.opened')}
        value={row.opened ?? null}
        isDefault={(row.opened ?? null) === null}
        onReset={() => onRow(without(row, 'opened'), 'opened')}
        onValue={(opened) =>
          onRow(opened === null ? without(row, 'opened') : { ...row, opened }, `opened ${at}`)
        }
      />
      <CheckField
        id={`studio-one-way-${at}`}
        label={t('studio.oneWay')}
        value={row.oneWay ?? BUILD_DEFAULTS.oneWay}
        isDefault={row.oneWay === undefined}
        onValue={(on) => onRow(on ? { ...row, oneWay: true } : without(row, 'oneWay'), 'one-way')}
      />
    </>
  );
}

/** What few roads need. */
function More({ row, at, onRow }: Props) {
  const joins = row.facility === 'arterial' || row.facility === 'local';
  return (
    <details class="studio-more" open={row.signals !== undefined || row.accessible !== undefined}>
      <summary>{t('studio.more')}</summary>
      <NumberField
        id={`studio-signals-${at}`}
        label={t('studio.signals')}
        value={row.signals ?? BUILD_DEFAULTS.signals}
        low={0}
        high={1000}
        isDefault={row.signals === undefined}
        onReset={() => onRow(without(row, 'signals'), 'signals')}
        onValue={(signals) => onRow({ ...row, signals }, `signals ${at}`)}
      />
      {joins && (
        <CheckField
          id={`studio-accessible-${at}`}
          label={t('studio.accessible')}
          value={row.accessible ?? true}
          isDefault={row.accessible === undefined}
          onValue={(on) =>
            onRow(on ? without(row, 'accessible') : { ...row, accessible: false }, 'accessible')
          }
        />
      )}
    </details>
  );
}

export function StudioRoadForm(props: Props) {
  const { row, at, onRow } = props;
  return (
    <>
      <TextField
        id={`studio-road-title-${at}`}
        label={t('studio.roadTitle')}
        value={row.title}
        onValue={(title) => onRow({ ...row, title }, `title ${at}`)}
      />
      <Signs {...props} />
      <Opening {...props} />
      <StudioMeetings />
      <More {...props} />
      <StudioPoints row={row} onRow={onRow} />
      <button type="button" onClick={() => drawOn(at)}>
        {t('studio.drawOn')}
      </button>
    </>
  );
}
