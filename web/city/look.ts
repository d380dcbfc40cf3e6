/** How the roads of a network look, from the palette: quiet roads, loud reach. */
import { SECONDS_PER_MINUTE } from '../../src/index.ts';
import { PALETTES, type Colour, type Palette, type Theme } from '../flavor/colours.ts';
import { toChangeColours } from './change-colours.ts';
import type { RoadLook } from './road-layer.ts';
import type { CityQuestion, View } from './protocol.ts';

/** Colours of what is reached: by time from near to far, or of both places, the first and the second. */
export interface ReachColours {
  readonly byTime: readonly [Colour, Colour, Colour];
  readonly both: Colour;
  readonly first: Colour;
  readonly second: Colour;
}

/** The colours of a palette that stand on its land with a contrast of 3 and more. */
export function toReachColours({ bands, routeBuild }: Palette): ReachColours {
  const [near = routeBuild, middle = routeBuild, far = routeBuild] = bands;
  return { byTime: [near, middle, far], both: near, first: far, second: routeBuild };
}

/** Red, green and blue, 0 … 1. */
function toParts(colour: Colour): readonly [number, number, number] {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** The look of a question in a theme, seen without or with a scenario or as the difference. */
export function toRoadLook(theme: Theme, asked: CityQuestion | null, view: View = 'without'): RoadLook {
  const palette = PALETTES[theme];
  const { byTime, both, first: one, second: other } = toReachColours(palette);
  const isTwo = (asked?.places.length ?? 0) > 1;
  const [near, middle, far] = isTwo ? [both, one, other] : byTime;
  const cutoffs = asked?.cutoffsMin ?? [];
  const [first = -1, then = first] = cutoffs;
  return {
    roads: {
      minor: toParts(palette.roadArterial),
      local: toParts(palette.roadArterial),
      ramp: toParts(palette.roadUrban),
      arterial: toParts(palette.roadUrban),
      urban: toParts(palette.roadExpressway),
      expressway: toParts(palette.roadExpressway),
    },
    reached: [toParts(near), toParts(middle), toParts(far)],
    isTwo,
    changes: view === 'difference' ? toChangeColours(theme).map(toParts) : null,
    land: toParts(palette.land),
    view,
    cutoffS: (cutoffs.at(-1) ?? -1) * SECONDS_PER_MINUTE,
    shadesS: [first * SECONDS_PER_MINUTE, then * SECONDS_PER_MINUTE],
  };
}
