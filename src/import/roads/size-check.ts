/** Whether a vehicle is too heavy or too big for a road or a gap in a barrier. */
import type { RoadProfile } from '../../model/road-rules.ts';
import type { Tags } from '../osm/element.ts';
import type { Direction } from './access.ts';
import { readSizeLimit, type SizeUnit } from './size-limit.ts';
import type { Tally } from './tally.ts';

type Size = 'weightT' | 'axleLoadT' | 'heightM' | 'widthM' | 'lengthM';

const KEYS: readonly (readonly [key: string, size: Size, unit: SizeUnit])[] = [
  ['maxweight', 'weightT', 't'],
  ['maxweightrating', 'weightT', 't'],
  ['maxaxleload', 'axleLoadT', 't'],
  ['maxheight', 'heightM', 'm'],
  ['maxheight:physical', 'heightM', 'm'],
  ['maxwidth', 'widthM', 'm'],
  ['maxwidth:physical', 'widthM', 'm'],
  ['maxlength', 'lengthM', 'm'],
];

/** True where a limit is below the vehicle's size. Limits that are not understood are tallied and keep nobody out. */
export function isTooBig(
  tags: Tags,
  profile: RoadProfile,
  direction: Direction | null,
  tally: Tally,
  id: number,
): boolean {
  for (const [key, size, unit] of KEYS) {
    const both = tags.get(key);
    const text = (direction === null ? undefined : tags.get(`${key}:${direction}`)) ?? both;
    if (text === undefined) continue;
    const limit = readSizeLimit(text, unit);
    if (limit === null) tally.add('size', `${key}=${text}`, id);
    else if (profile[size] > limit) return true;
  }
  return false;
}
