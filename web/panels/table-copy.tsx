/** The rows shown as CSV in the clipboard, with the columns of `beltway compare --format csv`. */
import { useSignal } from '@preact/signals';
import { toCellsCsv, type AnswerCell, type QuickAnalysis } from '../../src/index.ts';
import { t, tn } from '../words/index.ts';
import { findCells, type TableRow } from './table-rows.ts';
import type { ColumnMode } from './table-state.ts';

interface Props {
  readonly answer: QuickAnalysis;
  /** Rows shown, one an origin. */
  readonly rows: readonly TableRow[];
  readonly mode: ColumnMode;
  readonly base: string;
  readonly build: string;
}

/** The cells behind the rows shown: each origin to the plant that decides, in each scenario shown. */
export function listCopied({ answer, rows, mode, base, build }: Props): readonly AnswerCell[] {
  const find = findCells(answer.cells);
  const scenarios = mode === 'base' ? [base] : mode === 'build' ? [build] : [...new Set([base, build])];
  return scenarios.flatMap((scenario) =>
    rows.flatMap(({ id, groups }) =>
      groups.flatMap(({ plants }) => {
        const plant = plants[scenario === build ? 1 : 0];
        const cell = plant == null ? undefined : find(scenario, id, plant);
        return cell === undefined ? [] : [cell];
      }),
    ),
  );
}

export function CopyRows(props: Props) {
  const said = useSignal('');
  const fallback = useSignal('');
  const copy = async (): Promise<void> => {
    const { destinations, origins } = props.answer;
    const cells = listCopied(props);
    const text = toCellsCsv(cells, [...destinations, ...origins]);
    try {
      await navigator.clipboard.writeText(text);
      fallback.value = '';
      said.value = tn('table.copied', cells.length);
    } catch {
      fallback.value = text;
      said.value = t('table.copyByHand');
    }
  };
  return (
    <div class="copy">
      <button type="button" onClick={() => void copy()}>
        {t('table.copy')}
      </button>
      <span class="small" role="status">
        {said.value}
      </span>
      {fallback.value !== '' && (
        <textarea
          readOnly
          rows={6}
          aria-label={t('table.csv')}
          value={fallback.value}
          ref={(element) => element?.select()}
        />
      )}
    </div>
  );
}
