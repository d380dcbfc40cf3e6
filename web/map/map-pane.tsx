/** The map, or a sentence where this browser cannot draw one. MapLibre is loaded when the first answer is there. */
import { useEffect, useRef } from 'preact/hooks';
import { answer, dataset } from '../state/answers.ts';
import { t } from '../words/index.ts';
import { mapStatus } from './map-state.ts';

export function MapPane() {
  const main = useRef<HTMLDivElement>(null);
  const ready = dataset.value !== null && answer.value.value !== null;
  useEffect(() => {
    const element = main.current;
    if (!ready || element === null) return undefined;
    let stop: (() => void) | null = null;
    let gone = false;
    void (async () => {
      try {
        const { startMap } = await import('./start-map.ts');
        const end = await startMap(element);
        if (gone) end();
        else stop = end;
      } catch {
        mapStatus.value = 'missing';
      }
    })();
    return () => {
      gone = true;
      stop?.();
    };
  }, [ready]);
  return (
    <div class="map-pane">
      <div class="map-canvas" ref={main} />
      {mapStatus.value === 'missing' && <p class="map-missing">{t('app.noMap')}</p>}
    </div>
  );
}
