/** What links take after a scenario: closed, below another sign, slowed, or built. What is waited for stays. */
import { CLOSED, ROAD_FLAGS } from '../../model/imported-network.ts';
import { SPEED_UNITS, toDrivenSpeed, toDriveMs } from '../../network/driven-speed.ts';
import { roundHalfUp } from '../../units.ts';
import { toStepMs } from '../graph.ts';
import type { AddedLink, CityDraft } from './draft.ts';
import { findFacility, getRoadClass, toBuiltClass, toSignedSpeed } from './ground.ts';

/** Times of a search are whole numbers of 31 bits. */
const MAX_MS = 0x7fff_ffff;

const FIRST_PROFILE = 0;

/**
 * Milliseconds of a step that are no driving: signals and booths. The network has the limit of its first vehicle, and
 * what that takes beyond it is waited for by all.
 */
function findDelayMs({ ground }: CityDraft, step: number): number {
  const { network, vehicles } = ground;
  const { links, roads } = network;
  const link = step >>> 1;
  const road = links.road[link] as number;
  const limit = ((step & 1) === 0 ? roads.limitForward : roads.limitBackward)[road] as number;
  const ms = toStepMs(network, FIRST_PROFILE, step);
  const isGiven = ((roads.flags[road] as number) & ROAD_FLAGS.givenTime) !== 0;
  if (isGiven || limit === 0 || ms === CLOSED) return 0;
  const speed = toDrivenSpeed(limit / SPEED_UNITS, findFacility(network, link), vehicles[FIRST_PROFILE]);
  return Math.max(0, ms - toDriveMs(links.lengthMm[link] as number, speed));
}

/** What a step of the network takes for a profile. */
export function toChangedMs(draft: CityDraft, profile: number, step: number): number {
  const { ground, postedKmh, factors } = draft;
  const { network } = ground;
  const link = step >>> 1;
  const ms = toStepMs(network, profile, step);
  const [posted, factor = 1] = [postedKmh.get(link), factors.get(link)];
  if (ms === CLOSED || (posted === undefined && factor === 1)) return ms;
  const delayMs = Math.min(ms, findDelayMs(draft, step));
  if (posted === undefined) return Math.min(MAX_MS, roundHalfUp((ms - delayMs) / factor) + delayMs);
  const roadClass = getRoadClass(network, link);
  const speed = toSignedSpeed(ground, profile, roadClass, findFacility(network, link), posted);
  return Math.min(MAX_MS, toDriveMs(network.links.lengthMm[link] as number, speed * factor) + delayMs);
}

/** What a built stretch takes for a profile, forward and backward; `link` is its number in the draft. */
export function toBuiltMs(
  { ground, postedKmh, factors }: CityDraft,
  profile: number,
  link: number,
  { facility, postedKmh: own, lengthMm, delayMs, oneWay }: AddedLink,
): readonly [forward: number, backward: number] {
  const posted = postedKmh.get(link) ?? own;
  const speed = toSignedSpeed(ground, profile, toBuiltClass(facility), facility, posted);
  const ms = Math.min(MAX_MS, toDriveMs(lengthMm, speed * (factors.get(link) ?? 1)) + delayMs);
  return [ms, oneWay ? CLOSED : ms];
}
