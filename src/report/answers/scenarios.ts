/** The scenarios of a data set as the answer `beltway/scenario-list@1`. */
import type { Dataset } from '../../model/dataset.ts';
import type { Contrast, Scenario } from '../../model/scenario.ts';
import { toDataName, type DataName } from './names.ts';

export interface ScenarioRow extends Scenario {
  /** Links open on its day, directed. */
  readonly links: number;
  /** Belt sections of which a link is open. */
  readonly beltSections: readonly string[];
}

export interface ScenarioListDocument {
  readonly schema: 'beltway/scenario-list@1';
  readonly data: DataName;
  readonly scenarios: readonly ScenarioRow[];
  readonly contrasts: readonly Contrast[];
}

/** The document; `sectionsOf` gives the section of every link open in a scenario. */
export function toScenarioListDocument(
  dataset: Dataset,
  sectionsOf: (scenario: Scenario) => readonly string[],
): ScenarioListDocument {
  const rows = dataset.scenarios.map((scenario): ScenarioRow => {
    const sections = sectionsOf(scenario);
    const open = new Set(sections);
    const beltSections = dataset.header.belt.sections.filter((id) => open.has(id));
    return { ...scenario, links: sections.length, beltSections };
  });
  return {
    schema: 'beltway/scenario-list@1',
    data: toDataName(dataset),
    scenarios: rows.toSorted((a, b) => (a.date === b.date ? compareIds(a, b) : compareText(a.date, b.date))),
    contrasts: dataset.header.contrasts,
  };
}

function compareIds(a: Scenario, b: Scenario): number {
  return compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
