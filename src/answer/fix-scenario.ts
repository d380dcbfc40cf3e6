/** A fix as a scenario: the value that is applied, and the file that says the same to anybody else. */
import type { Dataset } from '../model/dataset.ts';
import type { Modification, Scenario, ScenarioFile } from '../model/scenario.ts';

export interface FixScenario {
  readonly scenario: Scenario;
  readonly file: ScenarioFile;
}

/** As long as an id of a data file may be. */
const ID_LENGTH = 100;

/** Letters, digits, dots, hyphens and underscores. */
function toId(words: readonly string[]): string {
  return ['fix', ...words]
    .join('-')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '_')
    .slice(0, ID_LENGTH);
}

/**
 * A scenario with modifications after its own, or instead of them where they were edited. It stands on the scenario of
 * the data set by name, else on its day with everything said again.
 */
export function toFixScenario(
  dataset: Dataset,
  scenario: Scenario,
  what: { readonly words: readonly string[]; readonly title: string },
  { added, edited }: { readonly added: readonly Modification[]; readonly edited?: readonly Modification[] },
): FixScenario {
  const isNamed = edited === undefined && dataset.scenarios.some(({ id }) => id === scenario.id);
  const own = edited ?? scenario.modifications;
  const id = toId([...what.words, 'in', scenario.id]);
  const title = `${scenario.title}: ${what.title}`;
  const modifications = [...own, ...added];
  return {
    scenario: { id, title, titleZh: title, date: scenario.date, modifications },
    file: {
      schema: 'beltway/scenario@2',
      ...{ id, title, base: isNamed ? scenario.id : scenario.date },
      modifications: isNamed ? added : modifications,
    },
  };
}
