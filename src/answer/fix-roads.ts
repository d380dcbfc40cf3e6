/** Roads that get one speed: the main lines of a highway or section, or one feature in both directions. */
import { isMain } from '../fix/open-sections.ts';
import type { FixSpeed } from '../model/fix.ts';
import type { Link } from '../model/road.ts';
import type { RoadTargets } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import type { FixQuestion } from './fix-question.ts';

/** Links that get one speed. */
export interface Road extends Pick<FixSpeed, 'kind' | 'id' | 'highway' | 'nameEn' | 'nameZh'> {
  /** Places in the state. */
  readonly links: ReadonlySet<number>;
  /** The same links to a modification. */
  readonly targets: RoadTargets;
}

/** The links of a road, in the order of the state. */
export const linksOf = ({ state }: FixQuestion, { links }: Road): readonly Link[] =>
  [...links].map((place) => state.links[place] as Link);

/** Main lines of the links that belong to something; its ramps where it has nothing else. */
function listMain({ state }: FixQuestion, belongs: (link: Link) => boolean): ReadonlySet<number> {
  const own = state.links.flatMap((link, place) => (belongs(link) ? [place] : []));
  const main = own.filter((place) => isMain(state.links[place] as Link));
  return new Set(main.length > 0 ? main : own);
}

/** The main lines among the links of a road, as a modification says it: by the facilities that they are. */
function toTargets(fix: FixQuestion, named: RoadTargets, links: ReadonlySet<number>): RoadTargets {
  const facilities = new Set([...links].map((place) => (fix.state.links[place] as Link).facility));
  return { ...named, facilities: [...facilities].toSorted() };
}

function toHighway(fix: FixQuestion, id: string): Road {
  const { highways } = fix.state.dataset;
  const record = highways.find((one) => one.id === id);
  const links = listMain(fix, ({ highway }) => highway === id);
  return {
    ...{ kind: 'highway', id, highway: id, nameEn: record?.nameEn ?? id, nameZh: record?.nameZh ?? null },
    ...{ links, targets: toTargets(fix, { highways: [id] }, links) },
  };
}

function toSection(fix: FixQuestion, id: string): Road {
  const record = fix.state.dataset.sections.find((one) => one.id === id);
  const links = listMain(fix, ({ section }) => section === id);
  return {
    ...{ kind: 'section', id, highway: record?.highway ?? '' },
    ...{ nameEn: record?.titleEn ?? id, nameZh: record?.titleZh ?? null },
    ...{ links, targets: toTargets(fix, { sections: [id] }, links) },
  };
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted();

/** What is wrong with the roads asked for: each is a highway or section with an open link. */
export function checkRoads({ state }: FixQuestion, roads: readonly string[]): readonly Problem[] {
  const valid = new Set(state.links.flatMap(({ highway, section }) => [highway, section]));
  const ids = unique(state.links.map(({ highway }) => highway)).join(', ');
  const expected = `a highway (${ids}) or section with an open link in ${state.scenario.id}`;
  return roads
    .filter((id) => !valid.has(id))
    .map((id) => {
      return { file: 'request', path: 'roads', expected, found: JSON.stringify(id), code: 'unknown-id' };
    });
}

/** The roads asked for; every highway where none was. */
export function listRoads(fix: FixQuestion, asked: readonly string[] | undefined): readonly Road[] {
  const highways = unique(fix.state.links.map(({ highway }) => highway));
  if (asked === undefined) return highways.map((id) => toHighway(fix, id));
  return [...new Set(asked)].map((id) => (highways.includes(id) ? toHighway(fix, id) : toSection(fix, id)));
}

/** Every feature as a road of its own. */
export function listFeatures({ state }: FixQuestion): readonly Road[] {
  const places = new Map<string, number[]>();
  for (const [place, { featureId }] of state.links.entries())
    places.set(featureId, [...(places.get(featureId) ?? []), place]);
  return [...places].map(([id, links]) => {
    const { highway, nameEn, nameZh } = state.links[links[0] ?? -1] as Link;
    return { kind: 'link', id, highway, nameEn, nameZh, links: new Set(links), targets: { links: [id] } };
  });
}
