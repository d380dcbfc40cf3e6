/** What can be done with a scenario as a whole: take back, save, copy, remove; and whether the browser keeps it. */
import { useEffect } from 'preact/hooks';
import type { ScenarioFile } from '../../src/index.ts';
import { saveScenario } from '../state/studio-files.ts';
import { keepState } from '../state/studio-keep.ts';
import { isDrawing, stepBack } from '../state/studio-drawing.ts';
import { addScenario, canRedo, canUndo, redo } from '../state/studio.ts';
import { t } from '../words/index.ts';
import { remove } from './studio-files.tsx';
import { listRowProblems } from '../state/studio-tried.ts';

/** A field of text has its own undo. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input:not([type="checkbox"]), textarea, select') !== null
  );
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) everywhere but in fields. */
function onKeyDown(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (!(ctrlKey || metaKey) || altKey || isTyping(event.target)) return;
  const again = key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && shiftKey);
  if (!again && key.toLowerCase() !== 'z') return;
  event.preventDefault();
  if (again) redo();
  else stepBack();
}

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
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const isWrong = listRowProblems(file).some((problems) => problems.length > 0);
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          aria-label={t('studio.undo')}
          title={t('studio.undoKey')}
          disabled={!canUndo.value && !isDrawing.value}
          onClick={stepBack}
        >
          ↶
        </button>
        <button
          type="button"
          aria-label={t('studio.redo')}
          title={t('studio.redoKey')}
          disabled={!canRedo.value}
          onClick={redo}
        >
          ↷
        </button>
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
