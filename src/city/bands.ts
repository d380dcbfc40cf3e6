/** What is reached within a time, counted: kilometres of roads, links, ground. */
import { M_PER_KM, MM_PER_M, MS_PER_SECOND } from '../units.ts';
import type { City, Site } from './city.ts';
import { isOpen } from './line.ts';
import { intersectParts } from './overlap.ts';
import { listReachedParts, type ReachedPart } from './reach.ts';
import { measureGround } from './reached-squares.ts';
import type { StepTimes } from './times.ts';

export interface ReachBand {
  readonly cutoffS: number;
  readonly parts: readonly ReachedPart[];
  /** Kilometres of links, one direction or both. */
  readonly roadKm: number;
  readonly links: number;
  /** Ground of the squares of this side that the parts pass through. */
  readonly areaKm2: number;
  readonly squareM: number;
}

/** Metres of parts, and the links they are of; those that a scenario cuts are one each. */
function measureParts(
  { network, cuts: { pieces } }: City,
  parts: readonly ReachedPart[],
): { readonly lengthM: number; readonly links: number } {
  const { lengthMm } = network.links;
  const cut = new Set<number>();
  let [lengthM, count, last] = [0, 0, -1];
  for (const { link, from, to } of parts) {
    lengthM += (to - from) * ((lengthMm[link] as number) / MM_PER_M);
    // Parts of one link follow each other.
    if (link === last) continue;
    last = link;
    const piece = pieces.size === 0 ? undefined : pieces.get(link);
    if (piece === undefined) count += 1;
    else cut.add(piece.of);
  }
  return { lengthM, links: count + cut.size };
}

function countParts(city: City, cutoffS: number, parts: readonly ReachedPart[]): ReachBand {
  const { lengthM, links } = measureParts(city, parts);
  const { areaKm2, sideM } = measureGround(city, parts);
  return { cutoffS, parts, roadKm: lengthM / M_PER_KM, links, areaKm2, squareM: sideM };
}

/** Kilometres of links that the vehicle may drive, one direction or both. */
export function measureRoadKm({ network, profile }: City): number {
  let mm = 0;
  for (const [link, lengthMm] of network.links.lengthMm.entries())
    if (isOpen(network, profile, link)) mm += lengthMm;
  return mm / MM_PER_M / M_PER_KM;
}

/** What a place reaches within a time, or from where it is reached. */
export function measureBand(city: City, site: Site, times: StepTimes, cutoffS: number): ReachBand {
  return countParts(city, cutoffS, listReachedParts(city, site, times, cutoffS * MS_PER_SECOND));
}

/** What bands of several places have in common. Throws RangeError where there are none. */
export function measureOverlap(city: City, bands: readonly ReachBand[]): ReachBand {
  const [first, ...others] = bands;
  if (first === undefined) throw new RangeError('no bands');
  const common = others.reduce((parts, band) => intersectParts(parts, band.parts), first.parts);
  return countParts(city, first.cutoffS, common);
}
