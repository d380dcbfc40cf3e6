/** How the roads of a network look, from the palette: quiet roads, loud reach. */
import { SECONDS_PER_MINUTE } from '../../src/index.ts';
import { PALETTES, type Colour, type Palette, type Theme } from '../flavor/colours.ts';
import type { RoadLook } from './road-layer.ts';
import type { CityQuestion, View } from './protocol.ts';

/** Colours of what is reached: by time from near to far, or of both places, the first and the second. */
export interface ReachColours {
  /** Without and with a scenario alike, with it alone, without it alone. */
  readonly difference: readonly [Colour, Colour, Colour];
  readonly byTime: readonly [Colour, Colour, Colour];
  readonly both: Colour;
  readonly first: Colour;
  readonly second: Colour;
}

/** The colours of a palette that stand on its land with a contrast of 3 and more. */
export function toReachColours({ bands, routeBuild, beltClosed, difference }: Palette): ReachColours {
  const [near = routeBuild, middle = routeBuild, far = routeBuild] = bands;
  const [gained = near] = difference;
  return {
    ...{ byTime: [near, middle, far], both: near, first: far, second: routeBuild },
    difference: [beltClosed, gained, difference.at(-1) ?? far],
  };
}

/** Red, green and blue, 0 … 1. */
function toParts(colour: Colour): readonly [number, number, number] {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** The look of a question in a theme, seen without or with a scenario or as the difference. */
export function toRoadLook(theme: Theme, asked: CityQuestion | null, view: View = 'without'): RoadLook {
  const palette = PALETTES[theme];
  const { byTime, both, first: one, second: other, difference } = toReachColours(palette);
  const isOfTwo = (asked?.places.length ?? 0) > 1;
  const isTwo = isOfTwo || view === 'difference';
  const [near, middle, far] = view === 'difference' ? difference : isOfTwo ? [both, one, other] : byTime;
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
    view,
    cutoffS: (cutoffs.at(-1) ?? -1) * SECONDS_PER_MINUTE,
    shadesS: [first * SECONDS_PER_MINUTE, then * SECONDS_PER_MINUTE],
  };
}
