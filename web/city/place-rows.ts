/** Suppliers and plants in the rows of the scenario over the network: put, moved, listed. Values in, values out. */
import type {
  AddPlantModification,
  AddSupplierModification,
  CityFirm,
  LonLat,
  ModificationOf,
  ScenarioFile,
} from '../../src/index.ts';
import { countFreeId } from '../studio/ids.ts';
import { addRow, putRow } from '../studio/rows.ts';
import type { InHand } from './edit-rows.ts';

/** A place as it is shown, and the row that says where it is; null = a scenario below does. */
export interface Placed extends CityFirm {
  readonly row: number | null;
}

/** Whether it can be put elsewhere: suppliers of scenarios below cannot, for want of a modification that does. */
export const canMove = ({ kind, row }: Placed): boolean => row !== null || kind === 'plant';

/** All places of a file, as its rows leave them that are on. `below`: those of the scenarios that it stands on. */
export function listPlaces({ modifications }: ScenarioFile, below: readonly CityFirm[]): readonly Placed[] {
  const places = new Map(below.map((firm): [string, Placed] => [firm.id, { ...firm, row: null }]));
  for (const [row, one] of modifications.entries()) {
    if (one.off === true) continue;
    if (one.kind === 'add-plant') places.set(one.id, { ...toFirm(one, 'plant', one.group), row });
    if (one.kind === 'add-supplier') places.set(one.id, { ...toFirm(one, 'supplier', one.keiretsu), row });
    const known = one.kind === 'move-plant' ? places.get(one.plant) : undefined;
    if (known !== undefined && 'at' in one) places.set(known.id, { ...known, at: one.at, row });
  }
  return [...places.values()];
}

function toFirm(
  { id, title, at }: AddPlantModification | AddSupplierModification,
  kind: CityFirm['kind'],
  group: string | null,
): CityFirm {
  return { id, title, kind, group, at };
}

/** Maker of a plant where no other plant has one: it has to be an id. */
const FIRST_MAKER = 'maker';

/** A row more that puts a plant or a supplier at a point; its form is opened. `toTitle`: its name by its number. */
export function putPlace(
  { file }: InHand,
  below: readonly CityFirm[],
  kind: CityFirm['kind'],
  at: LonLat,
  toTitle: (count: number) => string,
): InHand {
  const own = file.modifications.flatMap((row) => ('id' in row ? [row.id] : []));
  const taken = new Set([...own, ...below.map(({ id }) => id)]);
  const { id, count } = countFreeId(kind, (one) => taken.has(one));
  const title = toTitle(count);
  const group = listPlaces(file, below).findLast((one) => one.kind === 'plant')?.group ?? FIRST_MAKER;
  const row: AddPlantModification | AddSupplierModification =
    kind === 'plant'
      ? { kind: 'add-plant', id, title, group, at }
      : { kind: 'add-supplier', id, title, keiretsu: null, tier: 1, at };
  return { file: addRow(file, row), open: file.modifications.length };
}

/** A place elsewhere: by the row that says where it is, else by one that moves the plant. */
export function movePlace({ file, open }: InHand, place: Placed, at: LonLat): InHand {
  if (!canMove(place)) return { file, open };
  if (place.row === null)
    return {
      file: addRow(file, { kind: 'move-plant', plant: place.id, at }),
      open: file.modifications.length,
    };
  const row = file.modifications[place.row] as ModificationOf<'add-plant' | 'add-supplier' | 'move-plant'>;
  return { file: putRow(file, place.row, { ...row, at }), open: place.row };
}
