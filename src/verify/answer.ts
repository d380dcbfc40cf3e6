/**
 * Derives a saved answer `beltway/analysis@1` again from the data and compares it, cell by cell and verdict
 * by verdict. It covers the cells and the group verdicts; independence, flowcharts and claims are summaries
 * of them that are not derived again here.
 */
import type { Dataset } from '../model/dataset.ts';
import { DataError, type Problem } from '../problems.ts';
import { findScenario } from '../scenario/find.ts';
import { readAnswer, type ReadAnswer } from './answer-shape.ts';
import { deriveCells, toKey, type Derived, type DerivedCells, type Terms } from './cells.ts';
import { checkCells } from './compare.ts';
import { joinSite, type Joined } from './graph.ts';
import { checkGroups } from './groups.ts';
import { tell, type Findings } from './shape.ts';
import { findSite } from './sites.ts';

export interface AnswerCheck {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** How many cells and group verdicts were derived again. */
  readonly checked: number;
}

function checkHead(dataset: Dataset, answer: ReadAnswer, findings: Findings): void {
  const { id, digest } = answer.data;
  if (id !== dataset.header.id)
    tell(findings, 'data.id', dataset.header.id, JSON.stringify(id), 'contradiction');
  if (digest !== dataset.digest) {
    tell(findings, 'data.digest', dataset.digest, JSON.stringify(digest), 'contradiction');
  }
}

function findTerms(dataset: Dataset, answer: ReadAnswer, findings: Findings): Terms | undefined {
  const vehicleClass = dataset.vehicleClasses.find(({ id }) => id === answer.vehicleClass);
  const trafficState = dataset.trafficStates.find(({ id }) => id === answer.traffic);
  if (vehicleClass !== undefined && trafficState !== undefined) {
    return { vehicleClass, trafficState, valueOfTimeCnyPerH: answer.valueOfTimeCnyPerH };
  }
  const [path, list] =
    vehicleClass === undefined
      ? (['vehicleClass', dataset.vehicleClasses] as const)
      : (['traffic', dataset.trafficStates] as const);
  tell(
    findings,
    path,
    `one of ${list.map(({ id }) => id).join(', ')}`,
    JSON.stringify(answer[path]),
    'unknown-id',
  );
  return undefined;
}

/** Joins places to the road, each once; a place the data do not know is reported. */
function joinAll(dataset: Dataset, ids: readonly string[], findings: Findings): ReadonlyMap<string, Joined> {
  const joined = new Map<string, Joined>();
  for (const id of new Set(ids)) {
    const site = findSite(dataset, id);
    if (site === undefined)
      tell(findings, 'places', 'a place of the data or lon,lat', JSON.stringify(id), 'unknown-id');
    else joined.set(id, joinSite(dataset, site));
  }
  return joined;
}

function deriveAll(dataset: Dataset, answer: ReadAnswer, terms: Terms, findings: Findings): DerivedCells {
  const sites = answer.origins.map(({ site }) => site);
  const targets = answer.destinations.map(({ id }) => id);
  const joined = joinAll(dataset, [...sites, ...targets], findings);
  if (findings.problems.length > 0) return new Map();
  const destinations = targets.flatMap((id) => joined.get(id) ?? []);
  const cells = new Map<string, Derived>();
  for (const { id, date } of answer.scenarios) {
    const scenario = findScenario(dataset, id);
    if (scenario.date !== date)
      tell(findings, `scenario ${id}`, scenario.date, JSON.stringify(date), 'contradiction');
    for (const [site, origin] of [...joined].filter(([place]) => sites.includes(place))) {
      const derived = deriveCells(dataset, scenario, terms, origin, destinations);
      for (const [i, cell] of derived.entries()) cells.set(toKey(id, site, targets[i] ?? ''), cell);
    }
  }
  return cells;
}

function checkAll(dataset: Dataset, answer: ReadAnswer, findings: Findings): number {
  checkHead(dataset, answer, findings);
  const terms = findTerms(dataset, answer, findings);
  if (terms === undefined || findings.problems.length > 0) return 0;
  const derived = deriveAll(dataset, answer, terms, findings);
  if (findings.problems.length > 0) return 0;
  checkCells(answer, derived, findings);
  checkGroups(dataset, answer, derived, findings);
  return answer.cells.length + answer.groups.length;
}

/**
 * Derives an answer again and lists every difference. Refuses an unknown schema, other data than those given
 * and names the data do not know. Never throws for anything a saved answer may hold.
 */
export function verifyAnalysis(dataset: Dataset, value: unknown): AnswerCheck {
  const findings: Findings = { document: 'answer', problems: [] };
  const answer = readAnswer(value, findings);
  if (answer === undefined) return { ok: false, problems: findings.problems, checked: 0 };
  let checked = 0;
  try {
    checked = checkAll(dataset, answer, findings);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    findings.problems.push(...error.problems);
  }
  return { ok: findings.problems.length === 0, problems: findings.problems, checked };
}
