/** Suppliers counted by how often their trips keep the cutoff. */
import type { AnswerOrigin } from '../model/answer.ts';
import type { ReliabilityCount, ReliabilityRow, ReliabilityVerdict } from '../model/reliability.ts';

/** Suppliers by verdict for every scenario and group of the rows. */
export function countRows(
  rows: readonly ReliabilityRow[],
  origins: readonly AnswerOrigin[],
  groups: readonly string[],
  level: number,
): readonly ReliabilityCount[] {
  const suppliers = new Set(origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id));
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  return scenarios.flatMap((scenario) =>
    groups.map((group) => {
      const own = rows.filter(
        (row) => row.scenario === scenario && row.destination === group && suppliers.has(row.origin),
      );
      const count = (verdict: ReliabilityVerdict): number =>
        own.filter((row) => row.verdict === verdict).length;
      const [holds, depends, fails] = [count('holds'), count('depends'), count('fails')];
      return {
        scenario,
        group,
        level,
        suppliers: own.length,
        holds,
        depends,
        fails,
        unreachable: count('unreachable'),
      };
    }),
  );
}
