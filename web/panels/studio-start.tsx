/** Where no scenario of the user's own is compared with: starts one on the roads that are. */
import { choice } from '../state/choice.ts';
import { dataset } from '../state/answers.ts';
import { ownScenarios } from '../state/own-scenarios.ts';
import { compareWith, startScenario } from '../state/studio.ts';
import { t } from '../words/index.ts';
import { scenarioName } from '../words/names.ts';

export function StudioStart() {
  const data = dataset.value;
  if (data === null) return null;
  const build = scenarioName(data, choice.value.build);
  return (
    <>
      <p>{t('studio.none', { build })}</p>
      <button type="button" class="primary" onClick={() => startScenario(t('studio.newTitle'))}>
        ＋ {t('studio.start')}
      </button>
      {ownScenarios.value.length > 0 && (
        <ul class="studio-own" aria-label={t('scenario.own')}>
          {ownScenarios.value.map(({ file }) => (
            <li key={file.id}>
              <button type="button" onClick={() => compareWith(file)}>
                {file.title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
