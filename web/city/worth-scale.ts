/** How much closing a link loses by a measure, in steps and widths: for the lines of the map and their legend. */
import type { CityCriticalLink, CityMeasure } from '../../src/index.ts';

/** Seconds longer, or pairs that are past the time. */
export function readWorth(measure: CityMeasure, { lostS, strict }: CityCriticalLink): number {
  return measure === 'minutes' ? lostS : strict;
}

const HALF = 0.5;
const TENTH = 0.1;
/** Width in pixels: it grows with the square root, so that little is still seen beside much. */
const LEAST_PX = 1.6;
const MORE_PX = 7;

export interface WorthScale {
  /** Where the steps of the scale begin. */
  readonly half: number;
  readonly tenth: number;
  /** 0: under a tenth of the most that a link loses; 1: under half; 2: the rest. */
  readonly toStep: (link: CityCriticalLink) => 0 | 1 | 2;
  /** Of a link that cuts pairs off: by how many. */
  readonly toWidth: (link: CityCriticalLink) => number;
}

/** The scale of links by a measure. */
export function toScale(measure: CityMeasure, links: readonly CityCriticalLink[]): WorthScale {
  const read = (link: CityCriticalLink): number => readWorth(measure, link);
  const [most, mostCut] = links.reduce(
    ([lost, cut], link) => [Math.max(lost, read(link)), Math.max(cut, link.cutOffPairs)],
    [0, 0],
  );
  const [half, tenth] = [HALF * most, TENTH * most];
  const toShare = (link: CityCriticalLink): number => {
    if (link.cutOffPairs > 0) return link.cutOffPairs / mostCut;
    return most === 0 ? 0 : read(link) / most;
  };
  return {
    ...{ half, tenth },
    toStep: (link) => {
      const lost = read(link);
      if (lost === 0 || lost < tenth) return 0;
      return lost < half ? 1 : 2;
    },
    toWidth: (link) => LEAST_PX + MORE_PX * Math.sqrt(toShare(link)),
  };
}
