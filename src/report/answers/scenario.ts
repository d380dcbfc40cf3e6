/** One scenario and what its modifications do, as the answer `beltway/scenario-effects@1`. */
import type { Dataset } from '../../model/dataset.ts';
import type { Scenario } from '../../model/scenario.ts';
import { applyScenario } from '../../scenario/apply.ts';
import { listEffects, type Effect } from '../../scenario/effects.ts';
import { toDataName, type DataName } from './names.ts';

export interface ScenarioDocument {
  readonly schema: 'beltway/scenario-effects@1';
  readonly data: DataName;
  readonly scenario: Scenario;
  /** ISO day. */
  readonly day: string;
  /** Directed links open on the day. */
  readonly links: number;
  readonly effects: readonly Effect[];
}

/** The document. Throws DataError where the scenario cannot be applied. */
export function toScenarioDocument(dataset: Dataset, scenario: Scenario): ScenarioDocument {
  const { day, links } = applyScenario(dataset, scenario);
  return {
    schema: 'beltway/scenario-effects@1',
    data: toDataName(dataset),
    scenario,
    day,
    links: links.length,
    effects: listEffects(dataset, scenario),
  };
}
