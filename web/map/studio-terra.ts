/** terra-draw as the studio sets it up: its modes, what snaps, how near is near. */
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  type TerraDrawMouseEvent,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { LonLat } from '../../src/index.ts';
import type { DrawDesk } from './draw-desk.ts';
import type { LibraryMap } from './library.ts';
import { REACH_PX, toMetres } from './near.ts';
import { toStyles } from './studio-styles.ts';

/** Decimals of a scenario file. */
const DECIMALS = 6;

function snapOn(map: LibraryMap, desk: DrawDesk) {
  return ({ lng, lat }: TerraDrawMouseEvent): [number, number] | undefined => {
    if (desk.draws.peek() === 'area') return undefined;
    const at = desk.snap([lng, lat], toMetres(map, { lng, lat }));
    return at === null ? undefined : [...at];
  };
}

/** The mode that draws lines. */
export function createLineMode(map: LibraryMap, desk: DrawDesk): TerraDrawLineStringMode {
  return new TerraDrawLineStringMode({
    snapping: { toCustom: snapOn(map, desk) },
    styles: toStyles(desk.colours.peek()).linestring,
    pointerDistance: REACH_PX,
    keyEvents: null,
  });
}

/** All modes on a map. */
export function createDraw(map: LibraryMap, mode: TerraDrawLineStringMode, desk: DrawDesk): TerraDraw {
  const styles = toStyles(desk.colours.peek());
  const vertices = {
    draggable: true,
    deletable: true,
    midpoints: { draggable: true },
    snappable: { toCustom: snapOn(map, desk) },
  };
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DECIMALS, prefixId: 'studio' }),
    modes: [
      mode,
      new TerraDrawPolygonMode({ styles: styles.polygon, keyEvents: null }),
      new TerraDrawSelectMode({
        styles: styles.select,
        pointerDistance: REACH_PX,
        keyEvents: null,
        allowManualDeselection: false,
        allowManualSelection: false,
        flags: {
          linestring: { feature: { coordinates: vertices } },
          polygon: { feature: { coordinates: { ...vertices, snappable: false } } },
        },
      }),
    ],
    idStrategy: { isValidId: (id) => typeof id === 'string', getId: () => crypto.randomUUID() },
  });
}

/** A click of nobody's hand: where the next stretch begins. */
export function clickAt(map: LibraryMap, [lng, lat]: LonLat): TerraDrawMouseEvent {
  const { x, y } = map.project([lng, lat]);
  return { lng, lat, containerX: x, containerY: y, button: 'left', heldKeys: [], isContextMenu: false };
}
