/** Nearer, farther, everything: the camera for those who do not use a wheel. */
import { t } from '../words/index.ts';
import { zoomBy } from './camera.ts';
import { drawing, goHome } from './map-state.ts';

function zoom(step: number): void {
  const map = drawing.peek()?.map;
  if (map !== undefined) zoomBy(map, step);
}

export function MapControls() {
  return (
    <div class="map-controls" role="group" aria-label={t('map.camera')}>
      <button type="button" aria-label={t('map.zoomIn')} title={t('map.zoomIn')} onClick={() => zoom(1)}>
        +
      </button>
      <button type="button" aria-label={t('map.zoomOut')} title={t('map.zoomOut')} onClick={() => zoom(-1)}>
        −
      </button>
      <button
        type="button"
        aria-label={t('map.home')}
        title={t('map.home')}
        onClick={() => goHome.peek()?.()}
      >
        ⌂
      </button>
    </div>
  );
}
