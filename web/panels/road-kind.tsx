/** What kind a drawn road is, and its sign and direction, with what is taken where nothing is said. */
import { BUILD_DEFAULTS, type BuildModification, type Facility } from '../../src/index.ts';
import { DRAWN_FACILITIES, SIGN_KMH, toFacility, type UsualKmh } from '../studio/road-kind.ts';
import { t } from '../words/index.ts';
import { CheckField, NumberField, SelectField } from './studio-fields.tsx';

interface RowProps {
  readonly row: BuildModification;
  readonly at: number;
  readonly onRow: (row: BuildModification, by: string) => void;
}

interface KindProps extends RowProps {
  /** Kind where nothing is said. */
  readonly usual: Facility;
  readonly usualKmh: UsualKmh;
}

export function RoadKind({ row, at, usual, usualKmh, onRow }: KindProps) {
  const setFacility = (facility: Facility): void => onRow(toFacility(row, facility, usualKmh), 'facility');
  const kmh = usualKmh(row.facility);
  return (
    <>
      <SelectField
        id={`studio-facility-${at}`}
        label={t('studio.facility')}
        value={row.facility}
        isDefault={row.facility === usual}
        onReset={() => setFacility(usual)}
        options={DRAWN_FACILITIES.map((one) => [one, t(`studio.facility.${one}`)])}
        onValue={(value) => setFacility(DRAWN_FACILITIES.find((one) => one === value) ?? usual)}
      />
      <NumberField
        id={`studio-kmh-${at}`}
        label={t('studio.kmh')}
        value={row.postedKmh}
        {...SIGN_KMH}
        step="any"
        isDefault={row.postedKmh === kmh}
        onReset={() => onRow({ ...row, postedKmh: kmh }, 'kmh')}
        onValue={(postedKmh) => onRow({ ...row, postedKmh }, `kmh ${at}`)}
      />
    </>
  );
}

export function OneWay({ row, at, onRow }: RowProps) {
  const { oneWay, ...bothWays } = row;
  return (
    <CheckField
      id={`studio-one-way-${at}`}
      label={t('studio.oneWay')}
      value={oneWay ?? BUILD_DEFAULTS.oneWay}
      isDefault={oneWay === undefined}
      onValue={(on) => onRow(on ? { ...row, oneWay: true } : bothWays, 'one-way')}
    />
  );
}
