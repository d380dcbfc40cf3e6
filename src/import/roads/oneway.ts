/** Which ways along a road are open: `oneway` and what implies it. */
import type { Tags } from '../osm/element.ts';
import type { Tally } from './tally.ts';

export interface Directions {
  readonly forward: boolean;
  readonly backward: boolean;
}

const BOTH: Directions = { forward: true, backward: true };
const FORWARD: Directions = { forward: true, backward: false };
const BACKWARD: Directions = { forward: false, backward: true };
/** The direction changes with the hour: neither can be counted on. */
const NEITHER: Directions = { forward: false, backward: false };

const VALUES: ReadonlyMap<string, Directions> = new Map([
  ...['yes', 'true', '1'].map((word): [string, Directions] => [word, FORWARD]),
  ...['-1', 'reverse'].map((word): [string, Directions] => [word, BACKWARD]),
  ...['no', 'false', '0'].map((word): [string, Directions] => [word, BOTH]),
  ['reversible', NEITHER],
]);

const CIRCLES: ReadonlySet<string> = new Set(['roundabout', 'circular']);

/** Whether `junction` makes the road a circle driven one way. */
export function isCircle(tags: Tags): boolean {
  return CIRCLES.has(tags.get('junction') ?? '');
}

/**
 * Directions of a road of a class for a vehicle; keys come from the most general to the most particular. A motorway
 * and a roundabout are one-way unless said otherwise; a ramp is not.
 */
export function readDirections(
  tags: Tags,
  keys: readonly string[],
  roadClass: string,
  tally: Tally,
  id: number,
): Directions {
  for (const key of keys.toReversed()) {
    const text = tags.get(key);
    // Traffic that takes turns on one lane says nothing of what the road implies.
    if (text === undefined || text.trim().toLowerCase() === 'alternating') continue;
    const directions = VALUES.get(text.trim().toLowerCase());
    if (directions === NEITHER) tally.add('oneway', `${key}=${text}`, id);
    if (directions !== undefined) return directions;
    tally.add('oneway', `${key}=${text}`, id);
  }
  return isCircle(tags) || roadClass === 'motorway' ? FORWARD : BOTH;
}
