/** What differs between base and build, verdict by verdict. */
import { toAttribution } from '../condition/attribution.ts';
import { passes } from '../condition/verdict.ts';
import type { AnswerAttribution, AnswerGroup } from '../model/answer.ts';

/** Pairs the verdicts of two scenarios by origin and group, in the order of the first. */
export function listAttributions(
  base: readonly AnswerGroup[],
  build: readonly AnswerGroup[],
): readonly AnswerAttribution[] {
  const withRoad = new Map<string, Map<string, AnswerGroup>>();
  for (const row of build) {
    const rows = withRoad.get(row.origin) ?? new Map<string, AnswerGroup>();
    withRoad.set(row.origin, rows.set(row.group, row));
  }
  return base.flatMap((row) => {
    const other = withRoad.get(row.origin)?.get(row.group);
    if (other === undefined) return [];
    const compare = (reading: 'strict' | 'tolerant'): AnswerAttribution['strict'] =>
      toAttribution(passes(row.verdict, reading), passes(other.verdict, reading));
    return [
      { origin: row.origin, group: row.group, strict: compare('strict'), tolerant: compare('tolerant') },
    ];
  });
}
