/** What the answers about the value of roads are of, in one sentence above their tables. */
import { toCountWords } from '../answer/value-words.ts';
import type { ValueHead } from '../model/value.ts';
import { toCutoffText, toTitleText, toTrafficText } from './format.ts';

/** Scenario, vehicle, traffic with whose figures its factors are, cutoff, and whose trips. */
export function toValueSetting(head: ValueHead): string {
  const { scenario, vehicleClass, traffic, cutoffS, travellers, origins, sites, pairs } = head;
  const flow = toTrafficText(traffic);
  const factors = traffic === 'free' ? flow : `${flow} (assumed factors)`;
  const who = toCountWords(origins, travellers === 'suppliers' ? 'placed supplier' : 'place');
  const trips = `${who} at ${toCountWords(sites, 'site')}, ${toCountWords(pairs, 'pair')} with a maker`;
  return `${scenario.title}. ${toTitleText(vehicleClass)}, ${factors}, cutoff ${toCutoffText(cutoffS)} min, inclusive; ${trips}.`;
}
