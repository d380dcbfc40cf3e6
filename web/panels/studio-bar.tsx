/**
 * What the studio needs over the map: a sentence that says what the next click does, what ends a line, and the tools
 * where the panel that has them is not in sight.
 */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { drawing } from '../map/map-state.ts';
import {
  byArea,
  draws,
  drawnPoints,
  drawnRow,
  finish,
  followDrawing,
  giveUp,
  isDrawing,
  isOfRoads,
  movedPlant,
  stepBack,
  take,
  toChange,
  tool,
  type Tool,
} from '../state/studio-drawing.ts';
import { look, show } from '../state/look.ts';
import { isResumed, startSession } from '../state/studio-session.ts';
import { edited, selectedRow } from '../state/studio.ts';
import { t, type WordKey } from '../words/index.ts';
import { addWithoutMap } from './studio-add.ts';
import { StudioSections } from './studio-sections.tsx';
import { StudioTools } from './studio-tools.tsx';

/** What a click does with a tool that draws no line. */
const HINTS: Readonly<Record<Exclude<Tool, 'select' | 'road'>, WordKey>> = {
  close: 'studio.hint.close',
  change: 'studio.hint.change',
  slow: 'studio.hint.slow',
  dates: 'studio.hint.dates',
  plant: 'studio.hint.plant',
  supplier: 'studio.hint.supplier',
  move: 'studio.hint.move',
  place: 'studio.hint.place',
};

/** Roads one by one, or in an area. */
function Which() {
  if (toChange(tool.value) === null) return null;
  const choose = (area: boolean): void => {
    take(tool.peek());
    byArea.value = area;
  };
  return (
    <div class="segment" role="group" aria-label={t('studio.which')}>
      <button type="button" aria-pressed={!byArea.value} onClick={() => choose(false)}>
        {t('studio.byRoad')}
      </button>
      <button type="button" aria-pressed={byArea.value} onClick={() => choose(true)}>
        {t('studio.byArea')}
      </button>
    </div>
  );
}

/** What the next click does, and what is to be done with the row that is open. */
function hint(): string | null {
  const [now, count] = [tool.value, drawnPoints.value.length];
  if (now === 'select') {
    const row = edited.value?.modifications[selectedRow.value ?? -1];
    if (row?.kind === 'build') return t('studio.hint.openRoad');
    return row !== undefined && 'area' in row && row.area !== undefined ? t('studio.hint.openArea') : null;
  }
  if (drawing.value === null) return t('studio.hint.noMap');
  if (draws.value === 'line') return count === 0 ? t('studio.hint.line') : t('studio.hint.lineOn');
  if (draws.value === 'area') return count < 3 ? t('studio.hint.area') : t('studio.hint.areaOn');
  if (now === 'road') return null;
  return now === 'move' && movedPlant.value !== null ? t('studio.hint.moveTo') : t(HINTS[now]);
}

/** What ends a line, for those without a keyboard; and a point in the middle, for those without a pointer. */
function Finishing() {
  if (tool.value === 'select' || drawing.value === null) return null;
  const middle = async (): Promise<void> => {
    const drawn = drawing.peek();
    if (drawn === null) return;
    const { pointInMiddle } = await import('../map/studio-map.ts');
    pointInMiddle(drawn);
  };
  return (
    <div class="segment" role="group" aria-label={t('studio.drawing')}>
      <button type="button" title={t('studio.middleHint')} onClick={() => void middle()}>
        {t('studio.middle')}
      </button>
      {isDrawing.value && (
        <>
          <button type="button" onClick={stepBack}>
            {t('studio.lastPoint')}
          </button>
          <button type="button" disabled={drawnRow.value === null} onClick={finish}>
            ✓ {t('studio.finish')}
          </button>
          <button type="button" onClick={giveUp}>
            ✕ {t('studio.giveUp')}
          </button>
        </>
      )}
    </div>
  );
}

function typeIn(): void {
  addWithoutMap();
  show({ drawer: 'scenario' });
}

/** A row whose form says everything, for those without a map or a pointer. */
function Typed() {
  const now = tool.value;
  const isChosen = isOfRoads(now) && draws.value !== 'area';
  if (now === 'select' || now === 'place' || isChosen || isDrawing.value) return null;
  return (
    <button type="button" title={t('studio.typedHint')} onClick={typeIn}>
      {t('studio.typed')}
    </button>
  );
}

/** Where the panel with the form is not in sight, the way to it. */
function FormButton() {
  if (selectedRow.value === null || isDrawing.value) return null;
  return (
    <button type="button" class="primary studio-to-form" onClick={() => show({ drawer: 'scenario' })}>
      {t('studio.form')}
    </button>
  );
}

/** A tool that is taken needs the map: what lies over it goes. */
function clearMap(): void {
  if (tool.value !== 'select' && look.peek().drawer !== null) show({ drawer: null });
}

/** Brings the studio to the map while both are there. */
function useMap(): void {
  const drawn = drawing.value;
  useEffect(() => {
    if (drawn === null) return undefined;
    let stop: (() => void) | null = null;
    let gone = false;
    const begin = async (): Promise<void> => {
      const { startStudioMap } = await import('../map/studio-map.ts');
      await drawn.card.whenThere();
      if (!gone) stop = startStudioMap(drawn);
    };
    void begin();
    return () => {
      gone = true;
      stop?.();
      take('select');
    };
  }, [drawn]);
}

export function StudioBar() {
  useMap();
  useEffect(() => {
    followDrawing();
    startSession();
    return effect(clearMap);
  }, []);
  if (edited.value === null) return null;
  const said = hint();
  return (
    <div class="studio-bar" data-tool={tool.value} data-drawing={isDrawing.value}>
      <div class="studio-tools">
        <StudioTools />
        <Which />
        <StudioSections />
        <Typed />
        <Finishing />
        <FormButton />
      </div>
      {said !== null && (
        <p class="view-hint" role="status">
          {isResumed.value && <b>{t('studio.hint.resumed')} </b>}
          {said}
        </p>
      )}
    </div>
  );
}
