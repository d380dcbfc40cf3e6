/**
 * Attribution: what a pair of scenarios says of the road that differs between them. Only no → yes may be worded
 * as an effect of the road; a condition that held before is not its doing.
 */
import type { Attribution } from '../model/answer.ts';

/**
 * The four cases of a yes/no without and with the road.
 *
 * @example
 * toAttribution(true, true); // → 'yes-in-both'
 * toAttribution(false, true); // → 'no-to-yes'
 */
export function toAttribution(without: boolean, withRoad: boolean): Attribution {
  if (without) return withRoad ? 'yes-in-both' : 'yes-to-no';
  return withRoad ? 'no-to-yes' : 'no-in-both';
}

/** The case in a few characters, for tables. */
export const ATTRIBUTION_SIGNS: Readonly<Record<Attribution, string>> = {
  'yes-in-both': 'yes in both',
  'no-to-yes': 'no → yes',
  'no-in-both': 'no in both',
  'yes-to-no': 'yes → no',
};

/**
 * The case as a sentence about a road, e.g. `the belt`.
 *
 * @example
 * toAttributionSentence('yes-in-both', 'the belt'); // → 'The condition holds here without the belt.'
 */
export function toAttributionSentence(attribution: Attribution, road: string): string {
  switch (attribution) {
    case 'yes-in-both':
      return `The condition holds here without ${road}.`;
    case 'no-to-yes':
      return `The condition holds here only with ${road}: an effect of ${road}.`;
    case 'no-in-both':
      return `The condition does not hold here, with or without ${road}.`;
    case 'yes-to-no':
      return `The condition held here and no longer does with ${road}.`;
  }
}

/**
 * How often each case occurs.
 *
 * @example
 * countAttributions(['no-to-yes', 'no-to-yes'])['no-to-yes']; // → 2
 */
export function countAttributions(
  attributions: readonly Attribution[],
): Readonly<Record<Attribution, number>> {
  const count = (one: Attribution): number =>
    attributions.filter((attribution) => attribution === one).length;
  return {
    'yes-in-both': count('yes-in-both'),
    'no-to-yes': count('no-to-yes'),
    'no-in-both': count('no-in-both'),
    'yes-to-no': count('yes-to-no'),
  };
}
