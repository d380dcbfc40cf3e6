/**
 * Whom a ferry or a car train carries where no tag says it of a vehicle. Most that carry cars say nothing at all; one
 * that names walkers or riders is taken to carry those alone. What carries lorries carries cars.
 */
import type { RoadProfile } from '../../model/road-rules.ts';
import type { Tags } from '../osm/element.ts';
import { ACCESS, type Access, type AccessWords } from './access.ts';

const OTHERS = ['foot', 'bicycle'];

/** Keys of vehicles that are not the one asked for, from smaller or larger ones. */
function listKeys(vehicles: readonly RoadProfile[], { access }: RoadProfile): readonly string[] {
  return vehicles.flatMap((one) => one.access).filter((key) => !access.includes(key));
}

/** Access of a vehicle of which the tags say nothing; `profiles` come in the order of size. */
export function readUsualCarriage(
  tags: Tags,
  profile: RoadProfile,
  profiles: readonly RoadProfile[],
  words: AccessWords,
): Access {
  const place = profiles.indexOf(profile);
  const larger = listKeys(profiles.slice(place + 1), profile);
  if (larger.some((key) => words.get(tags.get(key) ?? '') === ACCESS.open)) return ACCESS.open;
  const smaller = listKeys(profiles.slice(0, place), profile);
  return [...OTHERS, ...smaller].some((key) => tags.has(key)) ? ACCESS.closed : ACCESS.open;
}

/** Whether a ferry speaks of any vehicle that could drive onto it, or of all. */
export function isSpoken(tags: Tags, profiles: readonly RoadProfile[]): boolean {
  return profiles.some(({ access }) => access.some((key) => tags.has(key)));
}
