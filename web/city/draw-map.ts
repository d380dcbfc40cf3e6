/** Drawing a road on the map of a network: terra-draw over the state of the drawing, snapping to the roads in sight. */
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Palette } from '../flavor/colours.ts';
import type { Card } from '../map/card.ts';
import type { DrawDesk } from '../map/draw-desk.ts';
import type { LibraryMap } from '../map/library.ts';
import { toMetres } from '../map/near.ts';
import { startStudioDrawing, type StudioDrawing } from '../map/studio-draw.ts';
import { findShape } from '../map/studio-shape.ts';
import { findSnap } from '../studio/snap.ts';
import { askRoads } from './ask.ts';
import { addCorner, areaCorners, dragCorners, drawsArea, finishArea, openArea } from './draw-area.ts';
import { addPoint, dragPoints, drawnPoints, finish, openRoad } from './draw-road.ts';
import { planTool } from './plan-tools.ts';
import { planned } from './plan-steps.ts';
import type { RoadsNear } from './protocol.ts';
import { isHeld, plan } from './state.ts';

/** From farther a screen holds half the city: points are snapped once they are clicked. */
const SNAP_ZOOM = 13;

/** Roads in sight, where they are few enough to snap while the pointer moves. */
const seen = signal<RoadsNear | null>(null);

async function lookAround(map: LibraryMap): Promise<void> {
  const isNeeded = planTool.peek() === 'road' || openRoad.peek() !== null;
  if (!isNeeded || map.getZoom() < SNAP_ZOOM) {
    seen.value = null;
    return;
  }
  const [[west, south], [east, north]] = map.getBounds().toArray();
  const rows = openRoad.peek()?.at ?? planned.peek()?.file.modifications.length ?? 0;
  try {
    seen.value = await askRoads(rows, [[west, south, east, north]], 'seen');
  } catch {
    // Overtaken by the next view of the map.
  }
}

function toDesk(map: LibraryMap, colours: ReadonlySignal<Palette>): DrawDesk {
  return {
    colours,
    draws: computed(() => (drawsArea.value ? 'area' : planTool.value === 'road' ? 'line' : null)),
    points: computed(() => (drawsArea.value ? areaCorners.value : drawnPoints.value)),
    shape: computed(() => {
      const area = openArea.value;
      return area === null ? findShape(openRoad.value?.row) : { kind: 'area', points: area.ring };
    }),
    snap: (at, withinM) => {
      const roads = seen.peek();
      return roads === null ? null : (findSnap(roads, at, withinM)?.at ?? null);
    },
    addPoint: (at) => {
      const [lng, lat] = at;
      if (drawsArea.peek()) addCorner(at);
      else addPoint(at, seen.peek() === null ? toMetres(map, { lng, lat }) : undefined);
    },
    finish: () => (drawsArea.peek() ? void finishArea() : finish()),
    reshape: (points, done) => (openArea.peek() === null ? dragPoints : dragCorners)(points, done),
    // What is dragged is in the scenario already, as one step.
    endPreview: () => undefined,
  };
}

/** Begins to draw on a map; `stop` takes everything off it. */
export function startDrawing(map: LibraryMap, card: Card, colours: ReadonlySignal<Palette>): StudioDrawing {
  const drawing = startStudioDrawing(map, card, toDesk(map, colours));
  const look = (): void => void lookAround(map);
  map.on('moveend', look);
  const stop = effect(() => {
    // Read: the roads before the one in hand may be others.
    if (planTool.value === 'road' || openRoad.value !== null || plan.value !== null) look();
  });
  return {
    isAt: drawing.isAt,
    stop: () => {
      stop();
      map.off('moveend', look);
      isHeld.value = false;
      drawing.stop();
    },
  };
}
