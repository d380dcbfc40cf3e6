/**
 * Holds an answer's cells against the derived ones, number by number: equal or reported. Shares are
 * compared as they are written, to six places; everything else is whole milliseconds, millimetres or fen.
 */
import type { AnswerCell } from '../model/answer.ts';
import type { ReadAnswer } from './answer-shape.ts';
import { toKey, toSixPlaces, type Derived, type DerivedCells } from './cells.ts';
import { tell, type Findings } from './shape.ts';

const MEASURES = [
  'timeS',
  'lowS',
  'highS',
  'lengthM',
  'tollCny',
  'estimatedShare',
  'townChainShare',
  'viaBeltM',
] as const satisfies readonly (keyof Derived)[];

function compareCell(cell: AnswerCell, derived: Derived, path: string, findings: Findings): void {
  const where = `${path} (${cell.scenario}: ${cell.origin} to ${cell.destination})`;
  for (const measure of MEASURES) {
    const found = cell[measure];
    const share = measure === 'estimatedShare' || measure === 'townChainShare';
    if (derived[measure] === (share && found !== null ? toSixPlaces(found) : found)) continue;
    tell(findings, `${where}.${measure}`, String(derived[measure]), String(found), 'contradiction');
  }
  const { byFacilityS: expected } = derived;
  if ((expected === null) !== (cell.byFacilityS === null)) {
    const [should, is] = [expected, cell.byFacilityS].map((times) => (times === null ? 'null' : 'an object'));
    tell(findings, `${where}.byFacilityS`, String(should), String(is), 'contradiction');
  }
  const facilities = new Set([...Object.keys(expected ?? {}), ...Object.keys(cell.byFacilityS ?? {})]);
  for (const facility of facilities) {
    const [is, should] = [cell.byFacilityS?.[facility] ?? 0, expected?.[facility] ?? 0];
    if (is !== should)
      tell(findings, `${where}.byFacilityS.${facility}`, String(should), String(is), 'contradiction');
  }
}

/** Reports cells that differ from the derived ones, that are missing, strange or stand twice. */
export function checkCells(answer: ReadAnswer, derived: DerivedCells, findings: Findings): void {
  const siteOf = new Map(answer.origins.map(({ id, site }) => [id, site]));
  const seen = new Set<string>();
  for (const [i, cell] of answer.cells.entries()) {
    const own = toKey(cell.scenario, cell.origin, cell.destination);
    const expected = derived.get(toKey(cell.scenario, siteOf.get(cell.origin) ?? '', cell.destination));
    if (seen.has(own)) tell(findings, `cells[${i}]`, 'each pair once', own, 'duplicate-id');
    const named = answer.destinations.some(({ id }) => id === cell.destination);
    if (expected === undefined || !named)
      tell(findings, `cells[${i}]`, 'a pair the answer names', own, 'unknown-id');
    else compareCell(cell, expected, `cells[${i}]`, findings);
    seen.add(own);
  }
  const wanted = answer.scenarios.flatMap(({ id }) =>
    answer.origins.flatMap((origin) => answer.destinations.map((to) => toKey(id, origin.id, to.id))),
  );
  for (const own of wanted.filter((key) => !seen.has(key))) tell(findings, 'cells', own, 'none', 'missing');
}
