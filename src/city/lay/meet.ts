/** Where a node of a data set is met on the map of a city: where the user says, or the nearest road that has a say. */
import { CLOSED, type ImportedNetwork, type LinkTimes } from '../../model/imported-network.ts';
import type { Interchange } from '../../model/scenario.ts';
import type { LonLat } from '../../model/source.ts';
import { createPlane, findNearestPoint } from '../../network/local-plane.ts';
import type { Problem } from '../../problems.ts';
import { toProblem } from '../../scenario/check.ts';
import { isOpen, toLine } from '../line.ts';
import { findPointOn } from '../scenario/build.ts';
import { findLinks, findNode, toLinkId, toNodeAt, type CityDraft } from '../scenario/draft.ts';
import { findFacility } from '../scenario/ground.ts';

/** A thing of the city that a road may meet. */
export interface Met {
  readonly say: Omit<Interchange, 'vertex'>;
  readonly at: LonLat;
}

const SAID = /^(?<link>[^@]+)@(?<share>[\d.]+)$/;

/** What the user says a node is: the id of a node of the city, or `link@share`. A problem where there is none. */
export function readMet(draft: CityDraft, node: string, text: string): Met | Problem {
  const { link = '', share = '' } = SAID.exec(text)?.groups ?? {};
  const [first, ...more] = findLinks(draft, link);
  if (link !== '' && first !== undefined && more.length === 0 && Number(share) <= 1)
    return { say: { link, share: Number(share) }, at: findPointOn(draft, first, Number(share)) };
  const found = link === '' ? findNode(draft, text) : undefined;
  if (found !== undefined) return { say: { node: text }, at: toNodeAt(draft, found) };
  const expected = 'the id of a node of the network, or link@share';
  return { ...toProblem(node, expected, text, 'unknown-id'), file: 'at' };
}

/** An exit leads to roads that are driven both ways and are no streets of a quarter. */
function isMain(network: ImportedNetwork, profile: number, link: number): boolean {
  const { forward, backward } = network.times[profile] as LinkTimes;
  if (!isOpen(network, profile, link) || forward[link] === CLOSED || backward[link] === CLOSED) return false;
  return findFacility(network, link) === 'arterial';
}

/** A main road and its line. */
export interface MainLink {
  readonly link: number;
  readonly line: readonly LonLat[];
}

/** The main roads of a city. */
export function listMainLinks({ ground: { network }, profile }: CityDraft): readonly MainLink[] {
  return [...network.links.from.keys()]
    .filter((link) => isMain(network, profile, link))
    .map((link) => ({ link, line: toLine(network, link) }));
}

/** Decimals of a share: a tenth of a metre on a road of 100 km. */
const E6 = 1_000_000;

/** A point of a link: its end by the node there. */
function toMet(draft: CityDraft, link: number, share: number): Met {
  const { links, nodes } = draft.ground.network;
  const rounded = Math.round(share * E6) / E6;
  const end = rounded === 0 ? links.from[link] : rounded === 1 ? links.to[link] : undefined;
  if (end !== undefined) return { say: { node: String(nodes.id[end]) }, at: toNodeAt(draft, end) };
  const say = { link: toLinkId(draft, link), share: rounded };
  return { say, at: findPointOn(draft, link, rounded) };
}

/** What a point of the city is called. */
export function toMetName({ say: { node, link, share } }: Met): string {
  return node ?? `${link}@${share}`;
}

/** The nearest point of main roads within a distance that nothing has taken. */
export function findNearestMet(
  draft: CityDraft,
  main: readonly MainLink[],
  at: LonLat,
  withinM: number,
  taken: ReadonlySet<string>,
): Met | null {
  const plane = createPlane(at);
  const near = main
    .map(({ link, line }) => ({ link, ...findNearestPoint(plane, line) }))
    .filter(({ distanceM }) => distanceM <= withinM)
    .toSorted((a, b) => a.distanceM - b.distanceM || a.link - b.link);
  for (const { link, share } of near) {
    const met = toMet(draft, link, share);
    if (!taken.has(toMetName(met))) return met;
  }
  return null;
}
