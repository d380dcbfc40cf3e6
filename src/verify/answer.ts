/**
 * Derives a saved answer `beltway/analysis@1` again from the data, and from the scenarios that it brings along, and
 * compares it, cell by cell and verdict by verdict: cells, group verdicts, attribution, threshold curve, reliability,
 * independence (without `robustMin`) and the times of the claims. Flowcharts, verdicts of claims and sentences are read off these and not derived again.
 */
import type { Dataset } from '../model/dataset.ts';
import { DataError, type Problem } from '../problems.ts';
import { findScenario } from '../scenario/find.ts';
import { readAnswer, type ReadAnswer } from './answer-shape.ts';
import type { Site } from './connectors.ts';
import { deriveCells, type Derived, type DerivedCells, type Terms } from './cells.ts';
import { checkCells } from './compare.ts';
import { deriveClaims } from './claims.ts';
import { checkGroups, deriveGroups, type DerivedGroups } from './groups.ts';
import { deriveReliability } from './reliability.ts';
import { checkRows, toRows } from './rows.ts';
import { addOwn } from './own-scenarios.ts';
import { tell, type Findings } from './shape.ts';
import { findSite } from './sites.ts';
import { deriveAttribution, deriveCurve, deriveIndependence } from './summaries.ts';

export interface AnswerCheck {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** How many cells, verdicts and rows of summaries were derived again. */
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

/** Places by id, each once; one the data do not know is reported. */
function findSites(dataset: Dataset, ids: readonly string[], findings: Findings): ReadonlyMap<string, Site> {
  const sites = new Map<string, Site>();
  for (const id of new Set(ids)) {
    const site = findSite(dataset, id);
    if (site === undefined)
      tell(findings, 'places', 'a place of the data or lon,lat', JSON.stringify(id), 'unknown-id');
    else sites.set(id, site);
  }
  return sites;
}

/** Reports an origin that does not stand where the data place it. */
function checkOrigins(dataset: Dataset, answer: ReadAnswer, findings: Findings): void {
  for (const [i, { id, site }] of answer.origins.entries()) {
    const supplier = dataset.suppliers.find((one) => one.id === id);
    const expected = supplier === undefined ? id : String(supplier.zone);
    if (site !== expected)
      tell(findings, `origins[${i}].site`, expected, JSON.stringify(site), 'contradiction');
  }
  const ids = answer.origins.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) tell(findings, 'origins', 'each once', JSON.stringify(twice), 'duplicate-id');
}

/** Cells from every site to the destinations and to all plants, which the verdicts need whatever was asked for. */
function deriveAll(dataset: Dataset, answer: ReadAnswer, terms: Terms, findings: Findings): DerivedCells {
  const from = [...new Set(answer.origins.map(({ site }) => site))];
  const targets = [...new Set([...answer.destinations, ...dataset.plants].map(({ id }) => id))];
  const known = findSites(dataset, [...from, ...targets], findings);
  const listSites = (ids: readonly string[]): readonly Site[] => ids.flatMap((id) => known.get(id) ?? []);
  const cells: (readonly [string, Derived])[] = [];
  for (const { id, date } of new Map(answer.scenarios.map((one) => [one.id, one])).values()) {
    const scenario = findScenario(dataset, id);
    if (scenario.date !== date)
      tell(findings, `scenario ${id}`, scenario.date, JSON.stringify(date), 'contradiction');
    if (findings.problems.length > 0) return new Map();
    cells.push(...deriveCells(dataset, scenario, terms, listSites(from), listSites(targets)));
  }
  return new Map(cells);
}

function checkSummaries(
  dataset: Dataset,
  answer: ReadAnswer,
  groups: DerivedGroups,
  cells: DerivedCells,
  findings: Findings,
): number {
  const scenarios = [...new Set(answer.scenarios.map(({ id }) => id))];
  const attribution = deriveAttribution(dataset, answer, groups);
  const independence = scenarios.map((id) => deriveIndependence(dataset, answer, groups, id));
  const curve = scenarios.flatMap((id) => deriveCurve(dataset, answer, groups, id));
  const reliability = deriveReliability(dataset, answer, groups, cells);
  const trips = deriveClaims(dataset);
  const claimed = answer.claims.filter(({ origin }) => origin !== null);
  checkRows('attribution', ['origin', 'group'], toRows(answer.attribution), toRows(attribution), findings);
  checkRows('independence', ['scenario'], toRows(answer.independence), toRows(independence), findings);
  checkRows('curve', ['scenario', 'group', 'cutoffMin'], toRows(answer.curve), toRows(curve), findings);
  checkRows('reliability', ['scenario', 'group'], toRows(answer.reliability), toRows(reliability), findings);
  checkRows('claims', ['id', 'origin'], toRows(claimed), toRows(trips), findings);
  return attribution.length + independence.length + curve.length + reliability.length + trips.length;
}

function checkAll(given: Dataset, answer: ReadAnswer, findings: Findings): number {
  if (answer.clock !== null) {
    const expected = 'null: times by the hour are not derived again';
    tell(findings, 'clock', expected, JSON.stringify(answer.clock), 'contradiction');
    return 0;
  }
  checkHead(given, answer, findings);
  const dataset = addOwn(given, answer, findings);
  if (dataset === undefined) return 0;
  checkOrigins(dataset, answer, findings);
  const terms = findTerms(dataset, answer, findings);
  if (terms === undefined || findings.problems.length > 0) return 0;
  const derived = deriveAll(dataset, answer, terms, findings);
  if (findings.problems.length > 0) return 0;
  checkCells(answer, derived, findings);
  const groups = deriveGroups(dataset, answer, derived);
  checkGroups(answer, groups, findings);
  return answer.cells.length + groups.size + checkSummaries(dataset, answer, groups, derived, findings);
}

/**
 * Derives an answer again and lists every difference. Refuses an unknown schema, other data than those given
 * and names the data do not know. Never throws for anything a saved answer may hold.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : verifyAnalysis(dataset, analyse(dataset)).checked; // → null
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
