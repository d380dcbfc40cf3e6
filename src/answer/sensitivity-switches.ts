/**
 * Sections whose opening date is uncertain as a switch: the answer as if they were open on the day, and as if they
 * were not. They are those that close the belt's loop without being of it.
 */
import type { ConfidenceMeasure } from '../model/confidence.ts';
import type { Modification, Scenario } from '../model/scenario.ts';
import type { SensitivitySwitch } from '../model/sensitivity.ts';
import { applyScenario, listLinksOfEveryDay } from '../scenario/apply.ts';
import { isTarget } from '../scenario/targets.ts';
import { createConnectorFinder, findOutcome } from '../uncertainty/outcome.ts';
import { toRoads } from '../network/road-pieces.ts';
import type { Sweep } from './sensitivity-sweep.ts';

interface Side {
  readonly share: number | null;
  readonly verdicts: Readonly<Record<string, boolean>>;
}

type Switch = Extract<Modification, { readonly kind: 'close' | 'set-dates' }> & {
  readonly sections: readonly string[];
};

function toSide(
  { drawn, middleValues }: Sweep,
  scenario: Scenario,
  more: Switch,
  measure: ConfidenceMeasure,
): Side {
  const { question, asked } = drawn;
  const there = listLinksOfEveryDay(question.dataset, scenario).some((link) =>
    isTarget(link, { sections: more.sections }),
  );
  // A scenario that has taken the section away has nothing to switch.
  const modifications = there ? [...scenario.modifications, more] : scenario.modifications;
  const roads = toRoads(applyScenario(question.dataset, { ...scenario, modifications }));
  const connectors = createConnectorFinder(asked, middleValues)(roads.state);
  const outcome = findOutcome(asked, roads, middleValues, connectors);
  return { share: outcome.shares[measure], verdicts: Object.fromEntries(outcome.verdicts) };
}

/** One switch a section that closes the loop. */
export function listSwitches(sweep: Sweep, measure: ConfidenceMeasure): readonly SensitivitySwitch[] {
  const { dataset } = sweep.drawn.question;
  const closing = new Set(dataset.header.belt.closing);
  return dataset.sections
    .filter(({ id }) => closing.has(id))
    .map(({ id: section, titleEn: title, opened, note }) => {
      const sections = [section];
      const rows = sweep.drawn.sides.map(({ scenario }) => ({
        scenario: scenario.id,
        open: toSide(sweep, scenario, { kind: 'set-dates', sections, opened: null, closed: null }, measure),
        notOpen: toSide(sweep, scenario, { kind: 'close', sections }, measure),
      }));
      return { section, title, opened, note: note ?? null, rows };
    });
}
