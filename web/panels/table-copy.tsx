/** The rows shown as CSV in the clipboard, with the columns of `beltway compare --format csv`. */
import { useSignal } from '@preact/signals';
import { toCellsCsv } from '../../src/index.ts';
import { t, tn } from '../words/index.ts';
import { listCopied, type Shown } from './table-cells.ts';

export function CopyRows(props: Shown) {
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
