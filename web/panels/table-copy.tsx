/** The rows shown as CSV in the clipboard, with the columns of `beltway compare --format csv`. */
import { useState } from 'preact/hooks';
import { toCellsCsv } from '../../src/index.ts';
import { t, tn } from '../words/index.ts';
import { listCopied, type Shown } from './table-cells.ts';

export function CopyRows(props: Shown) {
  const [said, say] = useState('');
  const [fallback, setFallback] = useState('');
  const copy = async (): Promise<void> => {
    const { destinations, origins } = props.answer;
    const cells = listCopied(props);
    const text = toCellsCsv(cells, [...destinations, ...origins]);
    try {
      await navigator.clipboard.writeText(text);
      setFallback('');
      say(tn('table.copied', cells.length));
    } catch {
      setFallback(text);
      say(t('table.copyByHand'));
    }
  };
  return (
    <div class="copy-rows">
      <button type="button" onClick={() => void copy()}>
        {t('table.copy')}
      </button>
      <span class="small" role="status">
        {said}
      </span>
      {fallback !== '' && (
        <textarea
          readOnly
          rows={6}
          aria-label={t('table.csv')}
          value={fallback}
          ref={(element) => element?.select()}
        />
      )}
    </div>
  );
}
