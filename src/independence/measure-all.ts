/** All measures of one scenario in one record, as the answer carries them; nothing is computed here. */
import type { AnswerIndependence } from '../model/answer.ts';
import { countSites } from '../access/origin-times.ts';
import { atLeastOne } from './at-least-one.ts';
import { iOut } from './i-out.ts';
import { iOutAll } from './i-out-all.ts';
import { meanGroups } from './mean-groups.ts';
import { i2, i3 } from './share-of-groups.ts';
import { soft } from './soft.ts';
import type { SupplierTimes } from './supplier-times.ts';

/**
 * The row of one scenario. `robustMinMean` comes from `robustMin`, which needs the network; null leaves it open.
 *
 * @example
 * measureAll('2010-12', [], ['nissan', 'honda', 'toyota'], 3600, null).iOut; // → null
 */
export function measureAll(
  scenario: string,
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  cutoffS: number,
  robustMinMean: number | null,
): AnswerIndependence {
  return {
    scenario,
    cutoffS,
    suppliers: suppliers.length,
    sites: countSites(suppliers),
    iOut: iOut(suppliers, groups, cutoffS),
    iOutAll: iOutAll(suppliers, groups, cutoffS),
    atLeastOne: atLeastOne(suppliers, groups, cutoffS),
    i2: i2(suppliers, groups, cutoffS),
    i3: i3(suppliers, groups, cutoffS),
    meanGroups: meanGroups(suppliers, groups),
    soft: soft(suppliers, groups),
    robustMin: robustMinMean,
  };
}
