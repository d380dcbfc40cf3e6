/** Pointer and touch on the map: hover names a place, a click selects it, opens a trip or places a free point. */
import type { MapMouseEvent } from 'maplibre-gl';
import { look, show } from '../state/look.ts';
import { isPointing } from '../state/studio-open.ts';
import type { LibraryMap } from './library.ts';
import { hover, taker } from './map-state.ts';
import { pick, type Picked } from './pick.ts';

const MOUSE_PX = 4;
/** Half of 44 px, the size of a target for a finger. */
const FINGER_PX = 22;
const COARSE = matchMedia('(pointer: coarse)');
/** Decimals of a free point: about ten metres. */
const DECIMALS = 4;

/** Places where a click on bare ground makes sense: those whose picture belongs to one place. */
function placePoint({ lng, lat }: MapMouseEvent['lngLat']): void {
  const { view } = look.peek();
  const place = `${Number(lng.toFixed(DECIMALS))},${Number(lat.toFixed(DECIMALS))}`;
  if (view === 'times') show({ place });
  if (view === 'reach') show({ place, reach: 'bands' });
}

function act(picked: Picked | null, event: MapMouseEvent): void {
  if (picked === null) placePoint(event.lngLat);
  else if (picked.kind === 'site') show({ place: picked.id });
  else show({ trip: { origin: picked.origin, destination: picked.destination } });
}

/** Listens on the map that takes the pointer; `under` says which map is seen at a pixel. */
export function listen(map: LibraryMap, under: (x: number) => LibraryMap): void {
  map.on('click', (event) => {
    if (taker.peek()?.(event) === true) return;
    const { point } = event;
    act(pick(under(point.x), point, COARSE.matches ? FINGER_PX : MOUSE_PX), event);
  });
  map.on('mousemove', ({ point }) => {
    if (isPointing.peek()) return;
    const picked = pick(under(point.x), point, MOUSE_PX);
    map.getCanvas().style.cursor = picked === null ? '' : 'pointer';
    hover.value = picked?.kind === 'site' ? { id: picked.id, x: point.x, y: point.y } : null;
  });
  map.on('mouseout', () => {
    hover.value = null;
  });
  map.on('movestart', () => {
    hover.value = null;
  });
}
