/**
 * Roads for cars with several people aboard. `hov` is a key of access of its own: `designated` gives the road to them,
 * `yes` and `no` say nothing of anybody else. Who is not known to be among them does not count on such a road.
 */
import type { RoadProfile } from '../../model/road-rules.ts';
import type { Tags } from '../osm/element.ts';
import { ACCESS, type Access, type Direction } from './access.ts';

/** Every lane is theirs. */
function isEveryLane(text: string | undefined): boolean {
  return text !== undefined && text.split('|').every((lane) => lane.trim() === 'designated');
}

function isReserved(tags: Tags, profile: RoadProfile, direction: Direction): boolean {
  if (profile.access.some((key) => tags.get(key) === 'hov')) return true;
  const said = tags.get(`hov:${direction}`) ?? tags.get('hov');
  if (said !== undefined && said !== 'lane') return said === 'designated';
  return isEveryLane(tags.get(`hov:lanes:${direction}`) ?? tags.get('hov:lanes'));
}

/**
 * Access of a vehicle of which the tags say nothing, on a road that is `usual` to it otherwise: a car may have the
 * people aboard, so that its trips begin and end there and none passes through; a lorry may not.
 */
export function readCarpool(tags: Tags, profile: RoadProfile, direction: Direction, usual: Access): Access {
  if (usual === ACCESS.closed || !isReserved(tags, profile, direction)) return usual;
  return profile.access.includes('motorcar') ? ACCESS.destination : ACCESS.closed;
}
