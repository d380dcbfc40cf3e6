/** What this browser cannot keep, on top of everything until it is kept, or saved as a file. */
import { useEffect } from 'preact/hooks';
import { saveScenario } from '../state/studio-files.ts';
import { keepState, startKeeping } from '../state/studio-keep.ts';
import { unsafe } from '../state/studio-saved.ts';
import { t } from '../words/index.ts';

export function KeepingPanel() {
  useEffect(() => startKeeping(), []);
  const state = keepState.value;
  if (state === 'kept' || unsafe.value.length === 0) return null;
  return (
    <div class="notices keeping" role="alert">
      {unsafe.value.map((file) => (
        <div key={file.id} class="notice problem">
          <p>⚠ {t(`keeping.${state}`, { title: file.title })}</p>
          <button type="button" onClick={() => saveScenario(file)}>
            {t('keeping.save')}
          </button>
        </div>
      ))}
    </div>
  );
}
