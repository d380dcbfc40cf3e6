/**
 * Scenarios that an answer brings along, because they are neither of the data nor a day: read like a file that nobody
 * vouches for, and put beside those of the data with the places that they add.
 */
import { createReport } from '../load/report.ts';
import { checkScenarioValue } from '../load/scenario-value.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { applyScenario } from '../scenario/apply.ts';
import { addScenarios, findScenario } from '../scenario/find.ts';
import { addWhatIfPlaces } from '../scenario/what-if.ts';
import type { ReadAnswer } from './answer-shape.ts';
import { toCanonicalText } from './canonical.ts';
import { tell, type Findings } from './shape.ts';

/** What an answer says of a scenario in two places. */
const SAID_TWICE = ['id', 'title', 'date'] as const;

function readOwn(dataset: Dataset, answer: ReadAnswer, findings: Findings): readonly Scenario[] {
  const report = createReport();
  const own = answer.scenarios.flatMap((said, i): readonly Scenario[] => {
    if (said.own === undefined) return [];
    const spot = { file: findings.document, keys: ['scenarios', i, 'own'] };
    const scenario = checkScenarioValue(dataset, said.own, spot, report);
    for (const key of SAID_TWICE.filter((one) => scenario !== null && scenario[one] !== said[one]))
      tell(
        findings,
        `scenarios[${i}].own.${key}`,
        said[key],
        JSON.stringify(scenario?.[key]),
        'contradiction',
      );
    return scenario === null ? [] : [scenario];
  });
  findings.problems.push(...report.list());
  return own;
}

/** One id for two scenarios: which of them the times are of could not be told. */
function checkOnce(own: readonly Scenario[], findings: Findings): void {
  for (const one of own) {
    const first = own.find(({ id }) => id === one.id);
    if (toCanonicalText(first) === toCanonicalText(one)) continue;
    tell(findings, 'scenarios', `one scenario ${one.id}`, 'two that differ', 'contradiction');
  }
}

/**
 * The data set with the scenarios and places of an answer, the one given where it brings none; undefined after telling
 * what is wrong with them. Throws DataError where a scenario does not go with the roads, and for names nobody knows.
 */
export function addOwn(dataset: Dataset, answer: ReadAnswer, findings: Findings): Dataset | undefined {
  const before = findings.problems.length;
  const own = readOwn(dataset, answer, findings);
  checkOnce(own, findings);
  if (findings.problems.length > before) return undefined;
  const named = addScenarios(dataset, own);
  const asked = answer.scenarios.map(({ id }) => findScenario(named, id));
  for (const scenario of asked) applyScenario(named, scenario);
  return addWhatIfPlaces(named, asked);
}
