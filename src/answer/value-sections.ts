/** Sections of a scenario whose worth is asked for, and what the data say of them. */
import type { Link } from '../model/road.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ValuedSection } from '../model/value.ts';
import type { Problem } from '../problems.ts';
import type { RoadState } from '../scenario/apply.ts';
import { M_PER_KM } from '../units.ts';
import { MOST_PLAYERS } from '../value/game.ts';

function toProblem(expected: string, found: unknown, code: Problem['code']): Problem {
  return { file: 'request', path: 'sections', expected, found: JSON.stringify(found), code };
}

/** Ids of the sections with an open link, sorted. */
function listOpenSections({ links }: RoadState): readonly string[] {
  return [...new Set(links.map(({ section }) => section))].toSorted();
}

/** What is wrong with a list of sections: unknown or not open, twice, none, or more than sets of them can be searched. */
export function checkSections(state: RoadState, sections: readonly string[]): readonly Problem[] {
  const open = listOpenSections(state);
  const expected = `a section with an open link in ${state.scenario.id}: ${open.join(', ')}`;
  const unknown = sections.filter((id) => !open.includes(id));
  const twice = sections.filter((id, i) => sections.indexOf(id) !== i);
  const tooMany = sections.length === 0 || sections.length > MOST_PLAYERS;
  return [
    ...unknown.map((id) => toProblem(expected, id, 'unknown-id')),
    ...twice.map((id) => toProblem('every section once', id, 'duplicate-id')),
    ...(tooMany ? [toProblem(`1 to ${MOST_PLAYERS} sections`, sections, 'out-of-range')] : []),
  ];
}

/** Sections asked for, else those of the belt that have an open link. */
export function chooseSections(
  { header }: Dataset,
  state: RoadState,
  asked: readonly string[] | undefined,
): readonly string[] {
  const open = new Set(listOpenSections(state));
  return asked ?? header.belt.sections.filter((section) => open.has(section));
}

/** Metres of main line: between two nodes the longer way of the two counts, and ramps do not. */
function measureMainLineM(links: readonly Link[]): number {
  const lengths = new Map<string, number>();
  for (const { from, to, facility, lengthM } of links) {
    if (facility === 'ramp') continue;
    const key = JSON.stringify([from, to].toSorted());
    lengths.set(key, Math.max(lengths.get(key) ?? 0, lengthM));
  }
  return [...lengths.values()].reduce((sum, lengthM) => sum + lengthM, 0);
}

const sumM = (links: readonly Link[]): number => links.reduce((sum, { lengthM }) => sum + lengthM, 0);

/** A section as the answers describe it. */
export function describeSection({ dataset, links }: RoadState, id: string): ValuedSection {
  const own = links.filter(({ section }) => section === id);
  const known = dataset.sections.find((section) => section.id === id);
  const publishedKm = known?.publishedKm ?? null;
  return {
    id,
    title: known?.titleEn ?? id,
    titleZh: known?.titleZh ?? id,
    opened: known?.opened ?? null,
    km: publishedKm ?? measureMainLineM(own) / M_PER_KM,
    kmBasis: publishedKm === null ? 'links' : 'published',
    estimatedShare: sumM(own.filter(({ lengthBasis }) => lengthBasis === 'estimated')) / sumM(own),
  };
}
