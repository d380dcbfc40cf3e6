/** Claims for the tests of this folder, from the few fields that matter. */
import type { Claim } from '../../src/model/claim.ts';

export function toClaim(id: string, more: Partial<Claim> = {}): Claim {
  return {
    id,
    kind: 'time',
    text: `text of ${id}`,
    locator: 'l',
    source: 'paper',
    from: null,
    to: null,
    claimedS: null,
    toleranceS: null,
    jointWith: null,
    supplier: null,
    groups: [],
    scenario: null,
    ...more,
  };
}
