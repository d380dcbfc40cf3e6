/** Who stands where by a row of the scenario: the name, the maker, the point. */
import type {
  AddPlantModification,
  AddSupplierModification,
  Modification,
  MovePlantModification,
} from '../../src/index.ts';
import { PointField } from '../panels/point-field.tsx';
import { TextField } from '../panels/studio-fields.tsx';
import { t } from '../words/index.ts';
import { placed } from './place-tools.ts';

export type PlaceRow = AddPlantModification | AddSupplierModification | MovePlantModification;

export const isPlaceRow = (row: Modification): row is PlaceRow => 'at' in row;

interface Props<T extends PlaceRow = PlaceRow> {
  readonly row: T;
  readonly at: number;
  readonly onRow: (row: PlaceRow, by: string) => void;
}

/** As a scenario file takes ids. */
const ID = '[A-Za-z0-9._\\-]+';

/** Maker of a plant, or whose a supplier is: any id, of those that are known or another. */
function Group({ row, at, onRow }: Props<AddPlantModification | AddSupplierModification>) {
  const isPlant = row.kind === 'add-plant';
  const id = `city-group-${at}`;
  const known = [...new Set(placed.value.flatMap(({ group }) => group ?? []))];
  const put = (group: string): void => {
    if (row.kind === 'add-supplier') onRow({ ...row, keiretsu: group === '' ? null : group }, `group ${at}`);
    else if (group !== '') onRow({ ...row, group }, `group ${at}`);
  };
  return (
    <div class="field">
      <label for={id}>{t(isPlant ? 'studio.group' : 'studio.keiretsu')}</label>
      <input
        id={id}
        type="text"
        list={`${id}-known`}
        maxLength={100}
        pattern={ID}
        required={isPlant}
        placeholder={isPlant ? '' : t('studio.independent')}
        value={isPlant ? row.group : (row.keiretsu ?? '')}
        onInput={({ currentTarget }) => {
          if (currentTarget.validity.valid) put(currentTarget.value);
        }}
      />
      <datalist id={`${id}-known`}>
        {known.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
    </div>
  );
}

export function PlaceForm({ row, at, onRow }: Props) {
  return (
    <>
      {row.kind !== 'move-plant' && (
        <>
          <TextField
            id={`city-place-title-${at}`}
            label={t('studio.name')}
            value={row.title}
            onValue={(title) => onRow({ ...row, title }, `title ${at}`)}
          />
          <Group {...{ row, at, onRow }} />
        </>
      )}
      <PointField id={`city-at-${at}`} at={row.at} onAt={(point) => onRow({ ...row, at: point }, 'at')} />
    </>
  );
}
