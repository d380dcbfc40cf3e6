/** The value of roads as lines on a map: what closing each loses, and what its section is worth. */
import type { Link } from '../model/road.ts';
import type { CriticalityDocument, SectionValues, ValueHead } from '../model/value.ts';
import { toGeoJsonText, type Feature } from './geojson.ts';

/** Either answer, or both to one question. */
export interface ValueAnswers {
  readonly criticality: CriticalityDocument | null;
  readonly sections: SectionValues | null;
}

/** What stands beside a road's line. */
interface Road {
  readonly feature: string;
  readonly section: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Open features of some sections. */
function listOfSections(links: readonly Link[], { sections }: SectionValues): readonly Road[] {
  const asked = new Set(sections.map(({ id }) => id));
  const open = new Map(links.filter(({ section }) => asked.has(section)).map((one) => [one.featureId, one]));
  return [...open.values()].map((link) => {
    const { featureId: feature, highway, section, facility, nameEn, nameZh, refNow: ref } = link;
    return { feature, section, properties: { highway, section, facility, nameEn, nameZh, ref } };
  });
}

function listRoads(links: readonly Link[], { criticality, sections }: ValueAnswers): readonly Road[] {
  if (criticality === null) return sections === null ? [] : listOfSections(links, sections);
  return criticality.links.map(({ feature, ...properties }) => {
    return { feature, section: properties.section, properties };
  });
}

/** Value of a section by measure, in the units of the answer; null where it is not among those asked for. */
export function toSectionValue(
  { measures }: Pick<SectionValues, 'measures'>,
  section: string,
): Readonly<Record<string, number>> | null {
  const found = measures.flatMap(({ measure, shares }) => {
    const share = shares.find((one) => one.section === section);
    return share === undefined ? [] : [[measure, share.value] as const];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}

function toHead(head: ValueHead & { readonly schema: string }): Readonly<Record<string, unknown>> {
  const { data, scenario, vehicleClass, traffic, cutoffS } = head;
  return { data, scenario: scenario.id, vehicleClass, traffic, cutoffS };
}

/**
 * Roads as drawn lines with what closing them loses, `sectionValue` beside it where sections were asked for; without
 * criticality the roads of those sections. `links` are the open ones of the scenario.
 */
export function toValueGeoJson(links: readonly Link[], answers: ValueAnswers): string {
  const { criticality, sections } = answers;
  const answer = criticality ?? sections;
  const both = criticality !== null && sections !== null;
  const schema = both ? 'beltway/value-report@1' : answer?.schema;
  const captions = [criticality, sections].flatMap((one) => (one === null ? [] : [one.caption]));
  // As drawn where that way is open.
  const lines = new Map(links.toReversed().map(({ featureId, geometry }) => [featureId, geometry]));
  const features = listRoads(links, answers).map(({ feature, section, properties }): Feature => {
    const geometry = { type: 'LineString', coordinates: lines.get(feature) ?? [] } as const;
    const worth = sections === null ? {} : { sectionValue: toSectionValue(sections, section) };
    return { type: 'Feature', id: feature, geometry, properties: { ...properties, ...worth } };
  });
  return toGeoJsonText({ schema, ...(answer === null ? {} : toHead(answer)), captions }, features);
}
