/** Taking steps back and doing them again: two buttons, and the keys that everybody knows. */
import { useEffect } from 'preact/hooks';
import { t } from '../words/index.ts';

/** A field of text has its own undo. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type="checkbox"]):not([type="radio"]), textarea, select') !== null
  );
}

interface UndoProps {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) everywhere but in fields. */
function onKeyDown(event: KeyboardEvent, { undo, redo }: Pick<UndoProps, 'undo' | 'redo'>): void {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (!(ctrlKey || metaKey) || altKey || isTyping(event.target)) return;
  const again = key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && shiftKey);
  if (!again && key.toLowerCase() !== 'z') return;
  event.preventDefault();
  if (again) redo();
  else undo();
}

export function UndoButtons({ canUndo, canRedo, undo, redo }: UndoProps) {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event, { undo, redo });
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [undo, redo]);
  return (
    <>
      <button
        type="button"
        aria-label={t('studio.undo')}
        title={t('studio.undoKey')}
        disabled={!canUndo}
        onClick={undo}
      >
        ↶
      </button>
      <button
        type="button"
        aria-label={t('studio.redo')}
        title={t('studio.redoKey')}
        disabled={!canRedo}
        onClick={redo}
      >
        ↷
      </button>
    </>
  );
}
