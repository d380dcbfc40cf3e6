/**
 * Which links of a city a modification is about, and what is wrong with how it says so. `highways` and `sections` are
 * names or numbers of roads as the map has them in any language, or a class as the map tags it (`highway=primary`);
 * `links` are links or whole ways.
 */
import { FACILITIES } from '../../model/road.ts';
import type { RoadTargets } from '../../model/scenario.ts';
import type { Problem } from '../../problems.ts';
import { checkRing, liesIn, touches } from '../../scenario/area.ts';
import { checkIds, toProblem, toTouchesNothing } from '../../scenario/check.ts';
import { findAllIn } from '../link-index.ts';
import { findAdded, findLinks, isThere, listLinks, toDraftLine, type CityDraft } from './draft.ts';
import { findFacility, getRoadClass } from './ground.ts';

const KEYS = ['highways', 'sections', 'links', 'facilities', 'area'] as const;
/** So many names like one that is not there are told. */
const TOLD = 8;

/** What a road of the network answers to: names in every language, each of its numbers, its class. */
function listCalls({ ground: { network } }: CityDraft, link: number): readonly string[] {
  const names = network.names[network.roads.names[network.links.road[link] as number] as number] ?? {};
  const words = Object.values(names).flatMap((text) => [text, ...text.split(';').map((one) => one.trim())]);
  return [...words, `highway=${getRoadClass(network, link).id}`];
}

/** Whether a link is called by one of some texts; what was found for a road holds for all its links. */
function createCallCheck(draft: CityDraft, texts: ReadonlySet<string>): (link: number) => boolean {
  const known = new Map<number, boolean>();
  return (link) => {
    const added = findAdded(draft, link);
    if (added !== null) return texts.has(added.road) || texts.has(added.title);
    const road = draft.ground.network.links.road[link] as number;
    const found = known.get(road) ?? listCalls(draft, link).some((call) => texts.has(call));
    known.set(road, found);
    return found;
  };
}

function createNameCheck(draft: CityDraft, targets: RoadTargets): (link: number) => boolean {
  const { highways = [], sections = [], links } = targets;
  if (targets.highways === undefined && targets.sections === undefined && links === undefined)
    return () => true;
  const isCalled = createCallCheck(draft, new Set([...highways, ...sections]));
  const named = new Set([...(links ?? []), ...sections].flatMap((id) => findLinks(draft, id)));
  return (link) => named.has(link) || isCalled(link);
}

/** Numbers of added links, behind those of the network. */
const listAdded = ({ ground, links }: CityDraft): readonly number[] =>
  [...links.keys()].map((i) => ground.network.links.from.length + i);

/** Links that can be meant at all, by number: a few where they are named by their ids, or lie in an area. */
function listCandidates(
  draft: CityDraft,
  { highways, sections, links, area }: RoadTargets,
): readonly number[] {
  const isNamed = links !== undefined && highways === undefined && sections === undefined;
  if (isNamed) return [...new Set(links.flatMap((id) => findLinks(draft, id)))].toSorted((a, b) => a - b);
  if (area === undefined) return listLinks(draft);
  const [lons, lats] = [area.ring.map(([lon]) => lon), area.ring.map(([, lat]) => lat)];
  const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const;
  return [...findAllIn(draft.ground.network, box).toSorted((a, b) => a - b), ...listAdded(draft)];
}

/** Links among the targets, of those that `fits` lets through. */
export function listTargets(
  draft: CityDraft,
  targets: RoadTargets,
  fits: (link: number) => boolean = (link) => isThere(draft, link),
): readonly number[] {
  const { facilities, area } = targets;
  const isNamed = createNameCheck(draft, targets);
  return listCandidates(draft, targets).filter((link) => {
    if (!fits(link) || !isNamed(link)) return false;
    const facility = findAdded(draft, link)?.facility ?? findFacility(draft.ground.network, link);
    if (facilities !== undefined && (facility === null || !facilities.includes(facility))) return false;
    if (area === undefined) return true;
    const line = toDraftLine(draft, link);
    return area.rule === 'within' ? liesIn(line, area.ring) : touches(line, area.ring);
  });
}

/** Names that have a text in them, whatever its case. */
function listLike({ ground: { network } }: CityDraft, text: string): string {
  const word = text.toLowerCase();
  const names = new Set(network.names.flatMap((one) => Object.values(one)));
  const like = [...names].filter((name) => name.toLowerCase().includes(word)).toSorted();
  return like.length === 0 ? '' : ` (such as ${like.slice(0, TOLD).join(', ')})`;
}

function checkCalls(draft: CityDraft, texts: readonly string[], path: string): readonly Problem[] {
  const all = texts.length === 0 ? [] : listLinks(draft);
  return texts.flatMap((text, i) => {
    const isCalled = createCallCheck(draft, new Set([text]));
    if (findLinks(draft, text).length > 0 || all.some(isCalled)) return [];
    const expected = `a name or number of a road of the network, or its class as highway=primary${listLike(draft, text)}`;
    return [toProblem(`${path}[${i}]`, expected, text, 'unknown-id')];
  });
}

/** An id of no link or way. */
function checkLinkIds(draft: CityDraft, ids: readonly string[], path: string): readonly Problem[] {
  return ids.flatMap((id, i) =>
    findLinks(draft, id).length > 0
      ? []
      : [
          toProblem(
            `${path}[${i}]`,
            'the id of a way of the network, or of a link of it as 101.2',
            id,
            'unknown-id',
          ),
        ],
  );
}

function checkNames(draft: CityDraft, targets: RoadTargets, path: string): readonly Problem[] {
  const { highways = [], sections = [], links = [], facilities = [] } = targets;
  return [
    ...checkCalls(draft, highways, `${path}.highways`),
    ...checkCalls(draft, sections, `${path}.sections`),
    ...checkLinkIds(draft, links, `${path}.links`),
    ...checkIds(new Set(FACILITIES), facilities, 'facility', `${path}.facilities`),
  ];
}

/** What is wrong with the targets of the modification at a path such as `modifications[0]`. */
export function checkCityTargets(
  draft: CityDraft,
  targets: RoadTargets,
  path: string,
  fits?: (link: number) => boolean,
): readonly Problem[] {
  if (KEYS.every((key) => targets[key] === undefined)) {
    const expected = `roads: ${KEYS.join(', ')}`;
    return [toProblem(path, expected, targets, 'missing')];
  }
  const { area } = targets;
  const wrong = [
    ...checkNames(draft, targets, path),
    ...(area === undefined ? [] : checkRing(area.ring, `${path}.area.ring`)),
  ];
  if (wrong.length > 0 || listTargets(draft, targets, fits).length > 0) return wrong;
  return [toTouchesNothing(path)];
}
