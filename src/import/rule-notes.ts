/** What a network says of the rules it was made with. */
import type { NetworkNotes } from '../model/imported-network.ts';
import type { RoadRules } from '../model/road-rules.ts';
import { findCountry } from '../network/driven-speed.ts';

type RuleNotes = Pick<NetworkNotes, 'country' | 'limits' | 'connectors' | 'classes' | 'profiles' | 'sources'>;

/** Notes of rules, for a country or none. */
export function toRuleNotes(rules: RoadRules, country: string | null): RuleNotes {
  const { classes, profiles, sources, parameters } = rules;
  const { name, grade, assumed, sources: named } = findCountry(rules, country);
  const { connectorLinks, connectorLimitM, connectorKmh } = parameters;
  return {
    ...{ country, classes, profiles, sources },
    limits: { name, grade, assumed, sources: named },
    connectors: { links: connectorLinks.value, limitM: connectorLimitM.value, kmh: connectorKmh.value },
  };
}
