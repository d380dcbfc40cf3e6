/** The map, or a sentence where this browser cannot draw one. MapLibre is loaded when the first answer is there. */
import { useEffect, useRef } from 'preact/hooks';
import { dataset, shownAnswer } from '../state/answers.ts';
import { look, swiped } from '../state/look.ts';
import { t } from '../words/index.ts';
import { MapControls } from './controls.tsx';
import { mapStatus } from './map-state.ts';
import { PlaceCard } from './place-card.tsx';
import { SwipeHandle } from './swipe-handle.tsx';
import { Tooltip } from './tooltip.tsx';

/** Starts the map once its elements and the first answer are there. */
function useMap(ready: boolean) {
  const main = useRef<HTMLDivElement>(null);
  const left = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!ready || main.current === null || left.current === null) return undefined;
    const elements = [main.current, left.current] as const;
    let stop: (() => void) | null = null;
    let gone = false;
    const begin = async (): Promise<void> => {
      try {
        const { startMap } = await import('./start-map.ts');
        const end = await startMap(...elements);
        if (gone) end();
        else stop = end;
      } catch {
        mapStatus.value = 'missing';
      }
    };
    void begin();
    return () => {
      gone = true;
      stop?.();
    };
  }, [ready]);
  return { main, left };
}

export function MapPane() {
  const ready = dataset.value !== null && shownAnswer.value !== null;
  const { main, left } = useMap(ready);
  const { swipeAt } = look.value;
  const swipe = swiped.value;
  const missing = mapStatus.value === 'missing';
  const clip = swipe ? `inset(0 ${(1 - swipeAt) * 100}% 0 0)` : 'inset(0 100% 0 0)';
  return (
    <div class="map-pane">
      <div class="map-canvas" ref={main} />
      <div class="map-canvas map-left" ref={left} style={{ clipPath: clip }} hidden={!swipe} />
      {missing && <p class="map-missing">{t('map.missing')}</p>}
      {swipe && !missing && <SwipeHandle />}
      {!missing && <MapControls />}
      <Tooltip />
      <PlaceCard />
      <p class="map-attribution">{t('map.attribution')}</p>
    </div>
  );
}
