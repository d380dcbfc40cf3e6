/** What a drawn road is: its kind, sign, lanes, toll and opening, with what is taken where nothing is said. */
import { BUILD_DEFAULTS, type BuildModification, type Dataset } from '../../src/index.ts';
import { drawOn } from '../state/studio-drawing.ts';
import { defaultKmh, DEFAULT_FACILITY } from '../studio/new-rows.ts';
import { t } from '../words/index.ts';
import { OneWay, RoadKind } from './road-kind.tsx';
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

/** The row without a key: what is not said is the default. */
function without<K extends keyof BuildModification>(row: BuildModification, key: K): BuildModification {
  const { [key]: _, ...rest } = row;
  return rest as BuildModification;
}

function Signs({ data, row, at, onRow }: Props) {
  const id = (name: string): string => `studio-${name}-${at}`;
  return (
    <>
      <RoadKind
        {...{ row, at, onRow }}
        usual={DEFAULT_FACILITY}
        usualKmh={(facility) => defaultKmh(data, facility)}
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
      <OneWay {...{ row, at, onRow }} />
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
