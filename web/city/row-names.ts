/** What rows of the scenario over the network are called, and what each does, in a few words. */
import type { Effect, Modification, RoadTargets, ScenarioFile } from '../../src/index.ts';
import { decimals } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { kindName } from '../words/kinds.ts';
import { nameRoad } from './name-road.ts';
import { pickedNames } from './plan-tools.ts';
import { plan } from './state.ts';

/** Name of a road by its id in the file, where one is known. */
export function findRoadName(id: string): string | null {
  const names = pickedNames.value.get(id) ?? plan.value?.label.names.get(id);
  return names === undefined ? null : nameRoad(names);
}

function nameTargets({ highways = [], sections = [], links = [] }: RoadTargets): string {
  const names = [...highways, ...sections, ...links.map((id) => findRoadName(id) ?? id)];
  return [...new Set(names)].join(', ');
}

/** The reader's own name for a row, else what it does to what. */
export function nameRow(row: Modification): string {
  if (row.label !== undefined) return row.label;
  const subject = 'title' in row ? row.title : nameTargets(row as RoadTargets);
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
