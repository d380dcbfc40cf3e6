/** What can be done with a scenario as a whole: take back, save, copy, remove; and whether the browser keeps it. */
import type { ScenarioFile } from '../../src/index.ts';
import { saveScenario } from '../state/studio-files.ts';
import { keepState } from '../state/studio-keep.ts';
import { isDrawing, stepBack } from '../state/studio-drawing.ts';
import { addScenario, canRedo, canUndo, redo } from '../state/studio.ts';
import { t } from '../words/index.ts';
import { remove } from './studio-files.tsx';
import { listRowProblems } from '../state/studio-tried.ts';
import { UndoButtons } from './undo.tsx';

/** Whether the browser keeps nothing: that must be seen. */
function NotKept() {
  const state = keepState.value;
  if (state === 'kept') return null;
  return (
    <p class="small warning" role="alert">
      ⚠ {t(`studio.${state}`)}
    </p>
  );
}

export function StudioActions({ file }: { readonly file: ScenarioFile }) {
  const isWrong = listRowProblems(file).some((problems) => problems.length > 0);
  return (
    <>
      <div class="buttons">
        <UndoButtons
          canUndo={canUndo.value || isDrawing.value}
          canRedo={canRedo.value}
          undo={stepBack}
          redo={redo}
        />
        <button type="button" onClick={() => saveScenario(file)}>
          {t('studio.save')}
        </button>
        <button type="button" onClick={() => addScenario(file)}>
          {t('studio.copy')}
        </button>
        <button type="button" onClick={() => remove(file)}>
          {t('studio.remove')}
        </button>
      </div>
      {isWrong && <p class="small warning">⚠ {t('studio.saveProblem')}</p>}
      <NotKept />
    </>
  );
}
