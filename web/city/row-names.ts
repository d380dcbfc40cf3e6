/** What rows of the scenario over the network are called, and what each does, in a few words. */
import type {
  Effect,
  Modification,
  RoadTargets,
  ScenarioFile,
  SetDatesModification,
} from '../../src/index.ts';
import { decimals } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { kindName } from '../words/kinds.ts';
import { nameRoad } from './name-road.ts';
import { listSections } from './open-roads.ts';
import { placed } from './place-tools.ts';
import { pickedNames } from './plan-tools.ts';
import type { RoadToCome } from './roads-to-come.ts';
import { plan, roadsToCome } from './state.ts';

/** Name of a road by its id in the file, where one is known. */
export function findRoadName(id: string): string | null {
  const names = pickedNames.value.get(id) ?? plan.value?.label.names.get(id);
  return names === undefined ? null : nameRoad(names);
}

/** So many names stand for all: a row has one line or two. */
const MOST_NAMES = 3;

function joinNames(names: readonly string[]): string {
  const all = [...new Set(names)];
  const said = all.slice(0, MOST_NAMES).join(', ');
  return all.length <= MOST_NAMES
    ? said
    : t('city.edit.andMore', { names: said, count: all.length - MOST_NAMES });
}

function nameTargets({
  highways = [],
  sections = [],
  links = [],
  facilities = [],
  area,
}: RoadTargets): string {
  const named = joinNames([...highways, ...[...sections, ...links].map((id) => findRoadName(id) ?? id)]);
  const kinds = facilities.map((one) => t(`studio.facility.${one}`)).join(', ');
  const parts = [named, area === undefined ? '' : t('city.edit.inArea'), kinds];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What a road to come is called; one without a name by its class and the first of its ways. */
export function nameComing({ names, roadClass, ids }: RoadToCome): string {
  return (names === null ? null : nameRoad(names)) ?? `${roadClass} ${ids[0] ?? ''}`;
}

/** A row of dates that is about roads to come alone opens them. */
function nameDates(row: SetDatesModification): string {
  const { roads, others } = listSections(row, roadsToCome.value);
  const said = joinNames([...roads.map(nameComing), ...others.map((id) => findRoadName(id) ?? id)]);
  const isOpening = roads.length > 0 && others.length === 0 && row.closed === null;
  return `${isOpening ? t('city.plan.opened') : kindName(row.kind)}: ${said}`;
}

/** Name of a plant of the scenarios below, or of an earlier row. */
function findPlace(id: string): string {
  return placed.value.find((one) => one.id === id)?.title ?? id;
}

/** The reader's own name for a row, else what it does to what. */
export function nameRow(row: Modification): string {
  if (row.label !== undefined) return row.label;
  if (row.kind === 'set-dates') return nameDates(row);
  if (row.kind === 'move-plant') return `${kindName(row.kind)}: ${findPlace(row.plant)}`;
  const subject = 'title' in row ? row.title : nameTargets(row);
  return subject === '' ? kindName(row.kind) : `${kindName(row.kind)}: ${subject}`;
}

/** What a modification does, counted. */
export function countEffect({ added, removed, changed, builtM, places }: Effect): string {
  const counts = [
    builtM > 0 ? t('city.plan.builtKm', { km: decimals(builtM / 1000, 1) }) : '',
    added > 0 ? tn('city.plan.added', added) : '',
    removed > 0 ? tn('city.plan.removed', removed) : '',
    changed > 0 ? tn('city.plan.changedWays', changed) : '',
    places > 0 ? tn('city.plan.places', places) : '',
  ];
  const said = counts.filter((one) => one !== '');
  return said.length === 0 ? t('city.plan.nothing') : said.join(', ');
}

/** Effects of a file's rows as far as the network has followed; those of the files below it come first. */
export function listOwnEffects({ modifications }: ScenarioFile): readonly (Effect | null)[] {
  const now = plan.value;
  const all = now?.label.effects ?? [];
  const own = all.slice(all.length - (now?.file.modifications.length ?? 0));
  return modifications.map(({ kind }, i) => (own[i]?.modification.kind === kind ? (own[i] ?? null) : null));
}
