/** Which roads a change is about, one by one or in an area, and what it makes of them. */
import type {
  ChangeModification,
  CloseModification,
  Dataset,
  SetSpeedFactorModification,
} from '../../src/index.ts';
import { SIGN_KMH } from '../studio/road-kind.ts';
import { t } from '../words/index.ts';
import { AreaFields, KindFields } from './area-fields.tsx';
import { NumberField, SelectField } from './studio-fields.tsx';
import { featureName, listTariffs } from './studio-names.ts';
import { listSectionsOf } from './studio-sections.tsx';

type Row = CloseModification | ChangeModification | SetSpeedFactorModification;

interface Props {
  readonly data: Dataset;
  readonly row: Row;
  readonly at: number;
  /** Stretches of road that it touches now; null before that is known. */
  readonly touched: number | null;
  readonly onRow: (row: Row, by: string) => void;
}

/** The row without a key. */
function without<T extends Row>(row: T, key: string): T {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== key)) as unknown as T;
}

/** Stretches named one by one, each with a way to take it out or to take its whole section in. */
function Stretches({ data, row, onRow }: Props) {
  const { links = [], sections = [] } = row;
  const takeOut = (key: 'links' | 'sections', id: string): void => {
    const left = (row[key] ?? []).filter((one) => one !== id);
    onRow(left.length === 0 ? without(row, key) : { ...row, [key]: left }, 'links');
  };
  const widen = (id: string): void => {
    const section = data.links.find(({ featureId }) => featureId === id)?.section;
    if (section === undefined) return;
    const inSection = new Set(
      data.links.filter((one) => one.section === section).map((one) => one.featureId),
    );
    const left = links.filter((one) => !inSection.has(one));
    const wide = { ...row, sections: [...new Set([...sections, section])] };
    onRow(left.length === 0 ? without(wide, 'links') : { ...wide, links: left }, 'links');
  };
  return (
    <ul class="studio-targets">
      {sections.map((id) => (
        <li key={id}>
          <span>{t('studio.section', { name: listSectionsOf(data).get(id) ?? id })}</span>
          <button
            type="button"
            aria-label={t('studio.takeOut', { name: id })}
            title={t('studio.takeOut', { name: id })}
            onClick={() => takeOut('sections', id)}
          >
            ✕
          </button>
        </li>
      ))}
      {links.map((id) => (
        <li key={id}>
          <span>{featureName(id)}</span>
          <button type="button" title={t('studio.widenHint')} onClick={() => widen(id)}>
            {t('studio.widen')}
          </button>
          <button
            type="button"
            aria-label={t('studio.takeOut', { name: featureName(id) })}
            title={t('studio.takeOut', { name: featureName(id) })}
            onClick={() => takeOut('links', id)}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What a value is that is left as it is. */
const AS_IS = '-';

function Signs({ data, row, at, onRow }: Props & { readonly row: ChangeModification }) {
  const numbers = [
    ['postedKmh', t('studio.kmh'), SIGN_KMH.low, SIGN_KMH.high, 60],
    ['lanesPerDirection', t('studio.lanes'), 1, 12, 2],
  ] as const;
  return (
    <>
      {numbers.map(([key, label, low, high, first]) => (
        <div key={key} class="studio-optional">
          <label class="studio-check" for={`studio-has-${key}-${at}`}>
            <input
              id={`studio-has-${key}-${at}`}
              type="checkbox"
              checked={row[key] !== undefined}
              onChange={({ currentTarget }) =>
                onRow(currentTarget.checked ? { ...row, [key]: first } : without(row, key), key)
              }
            />
            {label}
          </label>
          {row[key] !== undefined && (
            <NumberField
              id={`studio-${key}-${at}`}
              label={t('studio.newValue')}
              {...{ low, high, value: row[key] ?? first, step: key === 'postedKmh' ? 'any' : 1 }}
              onValue={(value) => onRow({ ...row, [key]: value }, `${key} ${at}`)}
            />
          )}
        </div>
      ))}
      <SelectField
        id={`studio-change-tariff-${at}`}
        label={t('studio.tariff')}
        value={row.tariff === undefined ? AS_IS : (row.tariff ?? '')}
        options={[[AS_IS, t('studio.asIs')], ['', t('studio.free')], ...listTariffs(data)]}
        onValue={(value) =>
          onRow(
            value === AS_IS ? without(row, 'tariff') : { ...row, tariff: value === '' ? null : value },
            'tariff',
          )
        }
      />
    </>
  );
}

function Factor({ row, at, onRow }: Props & { readonly row: SetSpeedFactorModification }) {
  return (
    <NumberField
      id={`studio-factor-${at}`}
      label={t('studio.factor')}
      value={Math.round(row.factor * 100)}
      low={1}
      high={100}
      onValue={(percent) => onRow({ ...row, factor: percent / 100 }, `factor ${at}`)}
    />
  );
}

export function StudioTargetsForm(props: Props) {
  const { row, at, touched, onRow } = props;
  return (
    <>
      {row.kind === 'change' && <Signs {...props} row={row} />}
      {row.kind === 'set-speed-factor' && <Factor {...props} row={row} />}
      <Stretches {...props} />
      {row.area !== undefined && (
        <AreaFields id={`studio-${at}`} area={row.area} onArea={(area, by) => onRow({ ...row, area }, by)} />
      )}
      {row.area !== undefined && touched !== null && (
        <p class="small" role="status">
          {t('studio.touched', { count: touched })}
        </p>
      )}
      <KindFields
        id={`studio-${at}`}
        facilities={row.facilities ?? []}
        onFacilities={(facilities) =>
          onRow(facilities.length === 0 ? without(row, 'facilities') : { ...row, facilities }, 'facilities')
        }
      />
    </>
  );
}
