/** The user's scenarios as files again: what each stands on by name, and its own modifications. */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario, ScenarioFile } from '../model/scenario.ts';

/** The scenario that one stands on; undefined where it stands on a day, or on one that nobody brought along. */
function findBase({ standsOn = [] }: Scenario, known: readonly Scenario[]): Scenario | undefined {
  const id = standsOn.at(-1);
  return id === undefined ? undefined : known.find((one) => one.id === id);
}

function toFile(scenario: Scenario, known: readonly Scenario[]): ScenarioFile {
  const { id, title, titleZh, date, modifications, dependencies, note } = scenario;
  const base = findBase(scenario, known);
  return {
    schema: 'beltway/scenario@2',
    ...{ id, title, titleZh, base: base?.id ?? date },
    ...(dependencies === undefined ? {} : { dependencies }),
    modifications: modifications.slice(base?.modifications.length ?? 0),
    ...(note === undefined ? {} : { note }),
  };
}

/** Files of scenarios, in their order: read in that order they give the same scenarios. */
export function toScenarioFiles(dataset: Dataset, own: readonly Scenario[]): readonly ScenarioFile[] {
  const known = [...own, ...dataset.scenarios];
  return own.map((scenario) => toFile(scenario, known));
}
