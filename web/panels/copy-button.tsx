/** A button that copies a text and says whether that worked. */
import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../state/clipboard.ts';
import { t } from '../words/index.ts';

/** How long the button says that it worked, in ms. */
const SAID_MS = 2500;

export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const [said, say] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => say(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (): Promise<void> => say((await copyText(text)) ? 'copied' : 'failed');
  return (
    <span class="copy">
      <button type="button" onClick={() => void copy()}>
        {label ?? t('scenario.copy')}
      </button>
      <span class="small" role="status">
        {said === 'copied' && `✓ ${t('scenario.copied')}`}
        {said === 'failed' && `✗ ${t('scenario.copyFailed')}`}
      </span>
    </span>
  );
}
