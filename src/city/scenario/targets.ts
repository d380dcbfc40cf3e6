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
import { findCalled } from './calls.ts';
import { findAdded, findLinks, isThere, listLinks, toDraftLine, type CityDraft } from './draft.ts';
import { findFacility } from './ground.ts';

const KEYS = ['highways', 'sections', 'links', 'facilities', 'area'] as const;
/** So many names like one that is not there are told. */
const TOLD = 8;

/** Links that are called by one of some texts, in no order. */
function listCalled(draft: CityDraft, texts: readonly string[]): readonly number[] {
  const added = listAdded(draft).filter((link) => {
    const { road, title } = findAdded(draft, link) ?? { road: null, title: null };
    return texts.some((text) => text === road || text === title);
  });
  return [...texts.flatMap((text) => findCalled(draft.ground.network, text)), ...added];
}

/** Links that are named in any way, in no order; null where none is. */
function listNamed(draft: CityDraft, targets: RoadTargets): readonly number[] | null {
  const { highways, sections, links } = targets;
  if (highways === undefined && sections === undefined && links === undefined) return null;
  const ids = [...(links ?? []), ...(sections ?? [])];
  const called = listCalled(draft, [...(highways ?? []), ...(sections ?? [])]);
  return [...ids.flatMap((id) => findLinks(draft, id)), ...called];
}

/** Numbers of added links, behind those of the network. */
const listAdded = ({ ground, links }: CityDraft): readonly number[] =>
  [...links.keys()].map((i) => ground.network.links.from.length + i);

/** Links that can be meant at all, by number: those that are named, or lie in an area. */
function listCandidates(draft: CityDraft, targets: RoadTargets): readonly number[] {
  const list = listNamed(draft, targets);
  const named = list === null ? null : new Set(list);
  const { area } = targets;
  if (area === undefined) return named === null ? listLinks(draft) : [...named].toSorted((a, b) => a - b);
  const [lons, lats] = [area.ring.map(([lon]) => lon), area.ring.map(([, lat]) => lat)];
  const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const;
  const near = [...findAllIn(draft.ground.network, box).toSorted((a, b) => a - b), ...listAdded(draft)];
  return named === null ? near : near.filter((link) => named.has(link));
}

/** Links among the targets, of those that `fits` lets through. */
export function listTargets(
  draft: CityDraft,
  targets: RoadTargets,
  fits: (link: number) => boolean = (link) => isThere(draft, link),
): readonly number[] {
  const { facilities, area } = targets;
  return listCandidates(draft, targets).filter((link) => {
    if (!fits(link)) return false;
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
  return texts.flatMap((text, i) => {
    if (findLinks(draft, text).length > 0 || listCalled(draft, [text]).length > 0) return [];
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
