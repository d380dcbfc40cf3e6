/** What may be wrong with a road drawn over a city: its line, its sign, and how it says that it meets the network. */
import type { BuildModification, Interchange } from '../../model/scenario.ts';
import type { LonLat } from '../../model/source.ts';
import { createPlane, findNearestPoint } from '../../network/local-plane.ts';
import type { Problem } from '../../problems.ts';
import { checkLine } from '../../scenario/area.ts';
import { POSTED_KMH } from '../../scenario/change.ts';
import { checkLength, SIGNALS } from '../../scenario/check-build.ts';
import { checkNew, checkRange, toProblem } from '../../scenario/check.ts';
import { checkInterchanges, MEETS_WITHIN_M, type Met } from '../../scenario/interchanges.ts';
import { checkDates } from '../../scenario/set-dates.ts';
import { findPointOn, listBuiltNodes } from './build.ts';
import {
  findLinks,
  findNode,
  isThere,
  listLinks,
  toDraftLine,
  toLinkId,
  toNodeAt,
  type CityDraft,
} from './draft.ts';
import { findIds } from './ids.ts';

/** So many things near a vertex are told where what it names is not there. */
const TOLD = 5;
const SHARE_DIGITS = 4;

const toAway = (awayM: number): string => `${Math.round(awayM)} m away`;

/** Nodes near a point, the nearest first. */
function listNearNodes(draft: CityDraft, at: LonLat): readonly string[] {
  const ids = findIds(draft.ground.network).nodes;
  const near = [...ids.keys(), ...draft.nodes.map(({ id }) => id)].flatMap((id) => {
    const node = findNode(draft, id);
    if (node === undefined) return [];
    const awayM = measureFast(at, toNodeAt(draft, node));
    return awayM <= MEETS_WITHIN_M ? [{ text: `node ${id} (${toAway(awayM)})`, awayM }] : [];
  });
  return near.toSorted((a, b) => a.awayM - b.awayM).map(({ text }) => text);
}

/** Metres on the plane at a point: for what is near, and to sort out what is not. */
function measureFast(at: LonLat, to: LonLat): number {
  const { kx, ky } = createPlane(at);
  return Math.hypot((to[0] - at[0]) * kx, (to[1] - at[1]) * ky);
}

/** Links near a point, the nearest first, each with the share it is near. */
function listNearLinks(draft: CityDraft, at: LonLat): readonly string[] {
  const plane = createPlane(at);
  const near = listLinks(draft).flatMap((link) => {
    if (!isThere(draft, link)) return [];
    const { distanceM, share } = findNearestPoint(plane, toDraftLine(draft, link));
    if (distanceM > MEETS_WITHIN_M) return [];
    const text = `link ${toLinkId(draft, link)} at share ${Number(share.toFixed(SHARE_DIGITS))} (${toAway(distanceM)})`;
    return [{ text, distanceM }];
  });
  return near.toSorted((a, b) => a.distanceM - b.distanceM).map(({ text }) => text);
}

function toUnknown(what: string, near: readonly string[], id: string, path: string): Problem {
  const told =
    near.length === 0 ? 'none is near the vertex' : `near the vertex: ${near.slice(0, TOLD).join(', ')}`;
  return toProblem(path, `the id of ${what} of the network; ${told}`, id, 'unknown-id');
}

/** What is wrong with the thing that an interchange names. */
function checkMet(
  draft: CityDraft,
  at: LonLat,
  { node, link }: Interchange,
  path: string,
): readonly Problem[] {
  if (node !== undefined && findNode(draft, node) === undefined)
    return [toUnknown('one node', listNearNodes(draft, at), node, `${path}.node`)];
  if (link === undefined) return [];
  const [first, ...more] = findLinks(draft, link);
  if (first === undefined || more.length > 0)
    return [toUnknown('one link', listNearLinks(draft, at), link, `${path}.link`)];
  if (isThere(draft, first)) return [];
  return [toProblem(`${path}.link`, 'a link that is open', link, 'contradiction')];
}

function findMet(draft: CityDraft, { node, link, share = 0 }: Interchange): LonLat | undefined {
  const there = node === undefined ? undefined : findNode(draft, node);
  const [road] = link === undefined ? [] : findLinks(draft, link);
  if (there !== undefined) return toNodeAt(draft, there);
  return road === undefined ? undefined : findPointOn(draft, road, share);
}

function toMet(draft: CityDraft): Met {
  return {
    check: (at, one, path) => checkMet(draft, at, one, path),
    find: (one) => findMet(draft, one),
  };
}

/** What a road of a data set may have and one over a city may not. */
function checkUnsupported(
  { tariff = null, accessible = false }: BuildModification,
  path: string,
): readonly Problem[] {
  const refuse = (key: string, expected: string, found: unknown): readonly Problem[] => [
    toProblem(`${path}.${key}`, expected, found, 'unsupported'),
  ];
  return [
    ...(tariff === null ? [] : refuse('tariff', 'no tariff: an imported network knows none', tariff)),
    ...(accessible
      ? refuse('accessible', 'false or no such key: places of a city join the roads of the base alone', true)
      : []),
  ];
}

const NONE: ReadonlySet<string> = new Set();

/** An id that is taken; sets of all ids of a city are not made for every road. */
function checkTaken(isTaken: boolean, id: string, path: string): readonly Problem[] {
  return checkNew(isTaken ? new Set([id]) : NONE, id, path);
}

/** Ids of the road, its links and its nodes that something else has. */
function checkIdsAreNew(draft: CityDraft, modification: BuildModification, path: string): readonly Problem[] {
  const { nodes, links } = findIds(draft.ground.network);
  const { id: own } = modification;
  const isRoad = links.has(own) || draft.links.some(({ road, id }) => road === own || id === own);
  const wrong = checkTaken(isRoad, own, `${path}.id`);
  if (wrong.length > 0) return wrong;
  const made = listBuiltNodes(draft, modification);
  const isNode = (id: string): boolean => nodes.has(id) || draft.nodes.some((one) => one.id === id);
  return made.flatMap((id, i) => checkTaken(made.indexOf(id) < i || isNode(id), id, `${path}.interchanges`));
}

/** What is wrong with the modification at a path such as `modifications[0]`; nothing is applied. */
export function checkCityBuild(
  draft: CityDraft,
  modification: BuildModification,
  path: string,
): readonly Problem[] {
  const { line, postedKmh, signals = 0, opened = null, closed = null } = modification;
  const drawn = [...checkLine(line, `${path}.line`), ...checkLength(line, `${path}.line`)];
  const wrong = [
    ...drawn,
    ...checkRange(postedKmh, POSTED_KMH, 'km/h', `${path}.postedKmh`),
    ...checkRange(signals, SIGNALS, 'signals', `${path}.signals`),
    ...checkDates({ opened, closed }, path),
    ...checkUnsupported(modification, path),
    ...(drawn.length > 0 ? [] : checkInterchanges(toMet(draft), modification, path)),
  ];
  return wrong.length > 0 ? wrong : checkIdsAreNew(draft, modification, path);
}
