/** Numbers of an answer without and with a scenario, side by side. */
import type { CityBand } from '../../src/index.ts';
import { decimals } from '../words/format.ts';
import type { ReachAnswer, ReachAnswers } from './protocol.ts';

export type Pair = readonly [before: number, after: number];

/** The same in both. */
export interface Compared {
  readonly cutoffS: number;
  readonly roadKm: Pair;
  /** Percent of the roads that the vehicle may drive. */
  readonly share: Pair;
  readonly areaKm2: Pair;
}

/** What is compared: the farthest band of one place, what both places reach of two. */
function findBand({ reach, overlap }: ReachAnswer): CityBand | null {
  return overlap?.overlap ?? reach?.bands.at(-1) ?? null;
}

const toShare = ({ roadKm }: CityBand, { openKm }: ReachAnswer): number =>
  openKm === 0 ? 0 : (100 * roadKm) / openKm;

/** Null where there is no scenario, or a place is off the roads. */
export function compareAnswers({ without, with: under }: ReachAnswers): Compared | null {
  const before = findBand(without);
  const after = under === null ? null : findBand(under);
  if (before === null || after === null || under === null) return null;
  return {
    cutoffS: after.cutoffS,
    roadKm: [before.roadKm, after.roadKm],
    share: [toShare(before, without), toShare(after, under)],
    areaKm2: [before.areaKm2, after.areaKm2],
  };
}

/** With its sign; nothing has none. */
export function toChange([before, after]: Pair, digits: number): string {
  const change = decimals(Math.abs(after - before), digits);
  if (!/[1-9]/.test(change)) return change;
  return `${after > before ? '+' : '−'}${change}`;
}
