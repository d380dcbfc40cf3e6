/** A scenario as the answer shows it: which belt sections are open, and whether the loop is closed. */
import type { AnswerScenario } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import { applyScenario } from '../scenario/apply.ts';
import type { RoleScenario } from './question.ts';

/** A section is open when every link of it that is not a ramp is open. */
function listOpenSections(dataset: Dataset, scenario: RoleScenario['scenario']): ReadonlySet<string> {
  const open = new Set(applyScenario(dataset, scenario).links.map(({ id }) => id));
  const shut = new Set(
    dataset.links
      .filter(({ id, facility }) => facility !== 'ramp' && !open.has(id))
      .map(({ section }) => section),
  );
  return new Set(dataset.sections.map(({ id }) => id).filter((id) => !shut.has(id)));
}

/** Describes one scenario of a question. */
export function describeScenario(dataset: Dataset, { scenario, role }: RoleScenario): AnswerScenario {
  const { belt } = dataset.header;
  const open = listOpenSections(dataset, scenario);
  const beltSections = belt.sections.filter((section) => open.has(section));
  const closed = belt.closing.every((section) => open.has(section));
  const { id, title, date } = scenario;
  return { id, title, date, role, beltSections, loopClosed: closed && beltSections.length === belt.sections.length };
}
