/** What-if places: a plant, a plant elsewhere, a supplier; and other dates for a section of road. */
import type {
  AddPlantModification,
  AddSupplierModification,
  Dataset,
  MovePlantModification,
  SetDatesModification,
} from '../../src/index.ts';
import { take } from '../state/studio-drawing.ts';
import { t } from '../words/index.ts';
import { groupName, nameOf } from '../words/names.ts';
import { PointField } from './point-field.tsx';
import { DateField, SelectField, TextField } from './studio-fields.tsx';
import { listSectionsOf } from './studio-sections.tsx';

type Place = AddPlantModification | AddSupplierModification | MovePlantModification;

interface Props<T> {
  readonly data: Dataset;
  readonly row: T;
  readonly at: number;
  readonly onRow: (row: T, by: string) => void;
}

const NONE = '-';

function Who({ data, row, at, onRow }: Props<Place>) {
  const groups = data.header.groups.map(({ id }) => [id, groupName(data, id)] as const);
  if (row.kind === 'move-plant')
    return (
      <SelectField
        id={`studio-plant-${at}`}
        label={t('studio.plant')}
        value={row.plant}
        options={data.plants.map((plant) => [plant.id, nameOf(plant)])}
        onValue={(plant) => onRow({ ...row, plant }, 'plant')}
      />
    );
  return (
    <>
      <TextField
        id={`studio-place-title-${at}`}
        label={t('studio.name')}
        value={row.title}
        onValue={(title) => onRow({ ...row, title }, `title ${at}`)}
      />
      {row.kind === 'add-plant' ? (
        <SelectField
          id={`studio-group-${at}`}
          label={t('studio.group')}
          value={row.group}
          options={groups}
          onValue={(group) => onRow({ ...row, group }, 'group')}
        />
      ) : (
        <SelectField
          id={`studio-keiretsu-${at}`}
          label={t('studio.keiretsu')}
          value={row.keiretsu ?? NONE}
          options={[[NONE, t('studio.independent')], ...groups]}
          onValue={(group) => onRow({ ...row, keiretsu: group === NONE ? null : group }, 'group')}
        />
      )}
    </>
  );
}

function Where({ row, at, onRow }: Props<Place>) {
  return (
    <PointField id={`studio-at-${at}`} at={row.at} onAt={(point) => onRow({ ...row, at: point }, 'at')}>
      <button type="button" onClick={() => take('place')}>
        {t('studio.placeOnMap')}
      </button>
    </PointField>
  );
}

export function StudioPlaceForm(props: Props<Place>) {
  return (
    <>
      <Who {...props} />
      <Where {...props} />
    </>
  );
}

export function StudioDatesForm({ data, row, at, onRow }: Props<SetDatesModification>) {
  const names = [...listSectionsOf(data)];
  return (
    <>
      <SelectField
        id={`studio-section-${at}`}
        label={t('studio.sectionOf')}
        value={row.sections[0] ?? ''}
        options={names}
        onValue={(section) => onRow({ ...row, sections: [section] }, 'section')}
      />
      <DateField
        id={`studio-date-opened-${at}`}
        label={t('studio.opened')}
        value={row.opened}
        onValue={(opened) => onRow({ ...row, opened }, `opened ${at}`)}
      />
      <DateField
        id={`studio-date-closed-${at}`}
        label={t('studio.closed')}
        value={row.closed}
        onValue={(closed) => onRow({ ...row, closed }, `closed ${at}`)}
      />
    </>
  );
}
