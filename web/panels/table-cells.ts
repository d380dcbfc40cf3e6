/** The engine's cells behind the rows that the table shows: what a copy of them is made of. */
import type { AnswerCell, QuickAnalysis } from '../../src/index.ts';
import { findCells, type TableRow } from './table-rows.ts';
import type { ColumnMode } from './table-state.ts';

export interface Shown {
  readonly answer: QuickAnalysis;
  /** Rows shown, one an origin. */
  readonly rows: readonly TableRow[];
  readonly mode: ColumnMode;
  readonly base: string;
  readonly build: string;
}

/** Each origin to the plant that decides a group, in each scenario shown. */
export function listCopied({ answer, rows, mode, base, build }: Shown): readonly AnswerCell[] {
  const find = findCells(answer.cells);
  const scenarios = mode === 'base' ? [base] : mode === 'build' ? [build] : [...new Set([base, build])];
  return scenarios.flatMap((scenario) =>
    rows.flatMap(({ id, groups }) =>
      groups.flatMap(({ plants }) => {
        const plant = plants[scenario === build ? 1 : 0] ?? null;
        const cell = plant === null ? undefined : find(scenario, id, plant);
        return cell === undefined ? [] : [cell];
      }),
    ),
  );
}
