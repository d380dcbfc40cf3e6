/** The scenarios of a data set as the answer `beltway/scenario-list@1`. */
import type { Dataset } from '../../model/dataset.ts';
import type { Contrast, Scenario } from '../../model/scenario.ts';
import { describeScenario } from '../../answer/scenarios.ts';
import { applyScenario } from '../../scenario/apply.ts';
import { toDataName, type DataName } from './names.ts';

export interface ScenarioRow extends Scenario {
  /** Directed links open on its day. */
  readonly links: number;
  /** Belt sections open from end to end. */
  readonly beltSections: readonly string[];
  readonly loopClosed: boolean;
}

export interface ScenarioListDocument {
  readonly schema: 'beltway/scenario-list@1';
  readonly data: DataName;
  readonly scenarios: readonly ScenarioRow[];
  readonly contrasts: readonly Contrast[];
}

/** The document, by date. Throws DataError where a scenario cannot be applied. */
export function toScenarioListDocument(dataset: Dataset): ScenarioListDocument {
  return {
    schema: 'beltway/scenario-list@1',
    data: toDataName(dataset),
    scenarios: dataset.scenarios.map((scenario) => toRow(dataset, scenario)).toSorted(byDate),
    contrasts: dataset.header.contrasts,
  };
}

function toRow(dataset: Dataset, scenario: Scenario): ScenarioRow {
  const { beltSections, loopClosed } = describeScenario(dataset, { scenario, role: 'base' });
  return { ...scenario, links: applyScenario(dataset, scenario).links.length, beltSections, loopClosed };
}

function byDate(a: Scenario, b: Scenario): number {
  return a.date === b.date ? compareText(a.id, b.id) : compareText(a.date, b.date);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
