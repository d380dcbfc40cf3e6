/** The way from the question into the scenario studio. */
import { isOwnScenario } from '../state/own-scenarios.ts';
import { choice } from '../state/choice.ts';
import { startScenario } from '../state/studio.ts';
import { take } from '../state/studio-drawing.ts';
import { studioOpen } from '../state/studio-open.ts';
import { t } from '../words/index.ts';

/** Draws in the scenario of the user that is compared with, or in a new one. */
function draw(): void {
  if (!isOwnScenario(choice.peek().build)) startScenario(t('studio.newTitle'));
  studioOpen.value = true;
  take('road');
}

export function StudioEntry() {
  return (
    <div class="buttons studio-entry" role="group" aria-label={t('studio.title')}>
      <button type="button" onClick={draw}>
        ✎ {t('studio.tool.road')}
      </button>
      <button type="button" onClick={() => (studioOpen.value = true)}>
        {t('studio.title')}
      </button>
    </div>
  );
}
