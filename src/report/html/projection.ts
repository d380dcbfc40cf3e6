/** From degrees to px: plate carrée with the parallel in the middle true to scale, enough for a region. */
import { M_PER_KM } from '../../units.ts';
import type { ReportMap } from '../../model/report-map.ts';
import type { LonLat } from '../../model/source.ts';
import type { DrawingSize } from './drawing.ts';
import { toPx } from './sizes.ts';

const WIDTH = 560;
/** Taller regions are drawn smaller, with ground at both sides. */
const MOST_HEIGHT = 760;

/** Length of a degree of latitude of a sphere of 6371 km: a scale bar needs no more. */
const M_PER_DEGREE = 111_195;

export interface Projection extends DrawingSize {
  readonly toXY: (at: LonLat) => readonly [x: number, y: number];
  readonly pxPerM: number;
}

/** The projection of a frame into a drawing. */
export function toProjection([west, south, east, north]: ReportMap['frame']): Projection {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(WIDTH / ((east - west) * narrow), MOST_HEIGHT / (north - south));
  const height = (north - south) * scale;
  const left = (WIDTH - (east - west) * narrow * scale) / 2;
  return {
    width: WIDTH,
    height,
    toXY: ([lon, lat]) => [left + (lon - west) * narrow * scale, (north - lat) * scale],
    pxPerM: scale / M_PER_DEGREE,
  };
}

/** Lines as the path of one drawing. */
export function toPathData({ toXY }: Projection, lines: readonly (readonly LonLat[])[]): string {
  return lines
    .map((line) =>
      line
        .map(toXY)
        .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${toPx(x)} ${toPx(y)}`)
        .join(''),
    )
    .join('');
}

/** A round number of kilometres that takes about a fifth of the width. */
export function toScaleBar({ width, pxPerM }: Projection): { readonly km: number; readonly px: number } {
  const room = width / 5 / pxPerM / M_PER_KM;
  const km = [1, 2, 5, 10, 20, 50, 100].filter((one) => one <= room).at(-1) ?? 1;
  return { km, px: km * M_PER_KM * pxPerM };
}
