/** The way from the question into the scenario studio. */
import { isOwnScenario } from '../state/own-scenarios.ts';
import { choice } from '../state/choice.ts';
import { startScenario } from '../state/studio.ts';
import { studioOpen } from '../state/studio-open.ts';
import { t } from '../words/index.ts';

export function StudioEntry() {
  const isOwn = isOwnScenario(choice.value.build);
  const enter = (): void => {
    studioOpen.value = true;
  };
  const start = (): void => {
    startScenario(t('studio.newTitle'));
    enter();
  };
  return (
    <div class="buttons studio-entry" role="group" aria-label={t('studio.title')}>
      <button type="button" onClick={isOwn ? enter : start}>
        ✎ {isOwn ? t('studio.edit') : t('studio.start')}
      </button>
      <button type="button" onClick={enter}>
        {t('studio.title')}
      </button>
    </div>
  );
}
