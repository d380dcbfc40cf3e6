/** Keeps the sources of one drawn map in step with the data set, the answer and what is looked at. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { answer, dataset, roles } from '../state/answers.ts';
import type { Drawing } from './drawing.ts';
import { toRivers } from './rivers-data.ts';
import { toRoadNames } from './road-names-data.ts';
import { toRoads } from './roads-data.ts';
import { listSites, toSites } from './sites-data.ts';

export type Role = 'base' | 'build';

const sites = computed(() => (dataset.value === null ? [] : listSites(dataset.value, answer.value.value)));

/** Runs the effects of one map until stopped. */
export function keepFilled({ fill }: Drawing, role: ReadonlySignal<Role>): () => void {
  const scenario = computed(() => roles.value?.[role.value] ?? null);
  const roads = computed(() =>
    dataset.value === null || scenario.value === null ? null : toRoads(dataset.value, scenario.value),
  );
  const stops = [
    effect(() => {
      if (dataset.value !== null) fill('rivers', toRivers(dataset.value));
    }),
    effect(() => {
      if (roads.value === null) return;
      fill('roads', roads.value);
      fill('road-names', toRoadNames(roads.value));
    }),
    effect(() => fill('sites', toSites(sites.value, answer.value.value, scenario.value))),
  ];
  return () => stops.forEach((stop) => stop());
}
