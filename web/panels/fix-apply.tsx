/** Takes the scenario of a fix in as one of the user's, and compares with it. */
import type { ScenarioFile } from '../../src/index.ts';
import { addScenario } from '../state/studio.ts';
import { t } from '../words/index.ts';

export function Apply({ file }: { readonly file: ScenarioFile }) {
  return (
    <button
      type="button"
      title={t('fix.compareHint', { title: file.title })}
      onClick={() => addScenario(file)}
    >
      {t('fix.compare')}
    </button>
  );
}
