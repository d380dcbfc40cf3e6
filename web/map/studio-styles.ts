/** How what is being drawn looks: the colours of the map, larger where a finger has to take hold. */
import type { Palette } from '../flavor/colours.ts';

const COARSE = matchMedia('(pointer: coarse)').matches;
/** Radii of a vertex and of a point between two, in pixels. */
const VERTEX_PX = COARSE ? 10 : 6;
const MIDDLE_PX = COARSE ? 7 : 4;

/** Styles by mode of terra-draw. */
export function toStyles({ drawn, land, chosen }: Palette) {
  const line = { lineStringColor: drawn, lineStringWidth: 4 } as const;
  const point = { Color: land, OutlineColor: chosen, OutlineWidth: 2 } as const;
  return {
    linestring: {
      ...line,
      lineStringDash: [8, 5] as [number, number],
      closingPointColor: land,
      closingPointWidth: VERTEX_PX,
      closingPointOutlineColor: drawn,
      closingPointOutlineWidth: 2,
      snappingPointColor: chosen,
      snappingPointWidth: VERTEX_PX,
      snappingPointOutlineColor: land,
      snappingPointOutlineWidth: 2,
    },
    polygon: { fillColor: drawn, fillOpacity: 0.12, outlineColor: drawn, outlineWidth: 2 },
    select: {
      selectedLineStringColor: chosen,
      selectedLineStringWidth: 2,
      selectedPolygonColor: drawn,
      selectedPolygonFillOpacity: 0.12,
      selectedPolygonOutlineColor: chosen,
      selectedPolygonOutlineWidth: 3,
      selectionPointColor: point.Color,
      selectionPointOutlineColor: point.OutlineColor,
      selectionPointOutlineWidth: point.OutlineWidth,
      selectionPointWidth: VERTEX_PX,
      midPointColor: chosen,
      midPointOutlineColor: land,
      midPointOutlineWidth: 1,
      midPointWidth: MIDDLE_PX,
    },
  };
}
