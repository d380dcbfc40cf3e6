/** What each road of a scenario over a city is worth, to read, as CSV, and as lines to draw. */
import { joinWords, toCountWords } from '../answer/value-words.ts';
import type { ChangedRoad } from '../city/scenario/changed-roads.ts';
import { M_PER_KM } from '../units.ts';
import type { CitySectionValues, CityValuedSection } from './answers/city-sections.ts';
import { heading, paragraph, type Block } from './block.ts';
import { toSetting } from './city-parts.ts';
import { toKmText } from './format.ts';
import { toGeoJsonText, type Feature } from './geojson.ts';
import { toMeasureBlocks, toOrderedValuesCsv } from './section-values.ts';
import { toSectionValue } from './value-geojson.ts';

const CAPTION =
  'An allocation of modelled minutes and counts: not benefit, cost or traffic. Where no road stands on another it is Shapley’s.';

/** `rows 1, 2 and 4`. */
export function toRowsText(rows: readonly number[]): string {
  return `${rows.length === 1 ? 'row' : 'rows'} ${joinWords(rows.map(String))}`;
}

/** A section in a list: its rows, its length, and what it stands on. */
export function toCitySectionText({ id, title, rows, standsOn, links, km }: CityValuedSection): string {
  const name = title === id ? id : `${id}, ${title}`;
  const on = standsOn.length === 0 ? '' : `; stands on ${joinWords(standsOn)}`;
  return `${name}: ${toRowsText(rows)}, ${toCountWords(links, 'link')}, ${toKmText(km * M_PER_KM)} km${on}`;
}

function toHow({ networks, orders, given, suppliers, plants }: CitySectionValues): string {
  const always = given.length === 0 ? '' : ` There in every one: ${toRowsText(given)}.`;
  return `${suppliers} × ${plants} trips in ${toCountWords(networks, 'network')}, one a set; ${toCountWords(orders, 'order')}.${always} A section is a road of the scenario, a row that changes roads, or the rows of one label. value: the mean of what it adds over these orders; share: of the whole effect; alone: with nothing but what it stands on; last: when all is there but what stands on it. A set that interacts is there with all that it stands on.`;
}

/** The answer to read: headline first. */
export function toCitySectionsBlocks(answer: CitySectionValues): readonly Block[] {
  const { data, sections, measures, sentence } = answer;
  const are = sections.length === 1 ? 'is' : 'are';
  return [
    { kind: 'title', text: `${data.title}: what ${joinWords(sections.map(({ id }) => id))} ${are} worth` },
    toSetting(answer),
    paragraph(sentence, 'strong'),
    ...measures.flatMap((one) => toMeasureBlocks(answer, one)),
    heading('Sections'),
    { kind: 'list', items: sections.map(toCitySectionText) },
    paragraph(toHow(answer), 'quiet'),
    paragraph(CAPTION, 'quiet'),
  ];
}

/** One line a measure and road, then one a set that interacts, whose value is its dividend. */
export const toCitySectionsCsv = (answer: CitySectionValues): string => toOrderedValuesCsv(answer);

/**
 * A line for every link that a road of the answer builds, opens, closes or changes, with what the road is worth; `linksOf`
 * are the ids of its links.
 */
export function toCitySectionsGeoJson(
  answer: CitySectionValues,
  roads: readonly ChangedRoad[],
  linksOf: (section: string) => ReadonlySet<string>,
): string {
  const { sections, measures: _, ...head } = answer;
  const features = sections.flatMap(({ id: section, title, standsOn }) => {
    const own = linksOf(section);
    const sectionValue = toSectionValue(answer, section);
    return roads
      .filter(({ id }) => own.has(id))
      .map(({ id, what, name, lengthM, line }): Feature => ({
        ...{ type: 'Feature', id: `${section} ${id}` },
        properties: { section, title, standsOn, link: id, what, name, lengthM, sectionValue },
        geometry: { type: 'LineString', coordinates: line },
      }));
  });
  return toGeoJsonText(head, features);
}
