/** Cutting links at the points where built roads meet them: the parts stand behind, the whole is closed. */
import { CLOSED, type ImportedNetwork, type LinkTimes } from '../../model/imported-network.ts';
import { roundHalfUp } from '../../units.ts';
import { cutLine, toLine } from '../line.ts';
import { NO_CUTS, type Cuts, type Piece } from '../pieces.ts';
import type { CityJunction } from './draft.ts';
import { addLinks, type NewLink } from './growth.ts';

/** A link with the points it is cut at, in rising share, its ends included. */
interface CutLink {
  readonly link: number;
  readonly stops: readonly { readonly share: number; readonly node: number }[];
}

function listCutLinks({ links }: ImportedNetwork, junctions: readonly CityJunction[]): readonly CutLink[] {
  const cut = [...new Set(junctions.map(({ link }) => link))].toSorted((a, b) => a - b);
  return cut.map((link) => {
    const own = junctions.filter((one) => one.link === link).toSorted((a, b) => a.share - b.share);
    const start = { share: 0, node: links.from[link] as number };
    return { link, stops: [start, ...own, { share: 1, node: links.to[link] as number }] };
  });
}

const msOf = ({ forward, backward }: LinkTimes, link: number): readonly [number, number] => [
  forward[link] as number,
  backward[link] as number,
];

/** What lies between two shares: the difference of the rounded running sums. */
function toBetween(whole: number, from: number, to: number): number {
  return whole === CLOSED ? CLOSED : roundHalfUp(to * whole) - roundHalfUp(from * whole);
}

interface Part {
  readonly piece: Piece;
  readonly added: NewLink;
}

function listParts(network: ImportedNetwork, { link, stops }: CutLink): readonly Part[] {
  const { links, times } = network;
  const wholeMs = times.map((one) => msOf(one, link));
  const wholeMm = links.lengthMm[link] as number;
  const line = toLine(network, link);
  return stops.slice(1).map((end, i): Part => {
    const start = stops[i] as CutLink['stops'][number];
    const [from, to] = [start.share, end.share];
    const added: NewLink = {
      ...{ from: start.node, to: end.node, lengthMm: toBetween(wholeMm, from, to) },
      ...{ road: links.road[link] as number, id: links.id[link] as number },
      inner: cutLine(line, from, to).slice(1, -1),
      ms: wholeMs.map(([forward, backward]) => [
        toBetween(forward, from, to),
        toBetween(backward, 1 - to, 1 - from),
      ]),
      destinationOnly: times.map((one) => one.destinationOnly[link] as number),
    };
    return { piece: { of: link, from, to, wholeMs, wholeMm }, added };
  });
}

/** A step of a ban as steps of the parts: all of them, of the first step the last and of the last the first. */
function toPartSteps(
  partsOf: Cuts['partsOf'],
  step: number,
  place: 'first' | 'inner' | 'last',
): readonly number[] {
  const parts = partsOf.get(step >>> 1);
  if (parts === undefined) return [step];
  const steps = parts.map((part) => 2 * part + (step & 1));
  const driven = (step & 1) === 0 ? steps : steps.toReversed();
  if (place === 'first') return driven.slice(-1);
  return place === 'last' ? driven.slice(0, 1) : driven;
}

/** Bans over the parts: who comes onto a link half-way is banned from a turn at its end like all others. */
function cutBans({ bans }: ImportedNetwork, partsOf: Cuts['partsOf']): ImportedNetwork['bans'] {
  if (!bans.steps.some((step) => partsOf.has(step >>> 1))) return bans;
  const [start, steps]: [number[], number[]] = [[0], []];
  for (let ban = 0; ban + 1 < bans.start.length; ban += 1) {
    const own = [...bans.steps.subarray(bans.start[ban], bans.start[ban + 1])];
    const moved = own.flatMap((step, i) =>
      toPartSteps(partsOf, step, i === 0 ? 'first' : i === own.length - 1 ? 'last' : 'inner'),
    );
    steps.push(...moved);
    start.push(steps.length);
  }
  return { start: Uint32Array.from(start), steps: Uint32Array.from(steps), profiles: bans.profiles };
}

function closeLinks(times: LinkTimes, links: Iterable<number>): LinkTimes {
  const closed = { ...times, forward: times.forward.slice(), backward: times.backward.slice() };
  for (const link of links) closed.forward[link] = closed.backward[link] = CLOSED;
  return closed;
}

/** The network cut at junctions, whose nodes and links it has. */
export function cutNetwork(
  network: ImportedNetwork,
  junctions: readonly CityJunction[],
): { readonly network: ImportedNetwork; readonly cuts: Cuts } {
  if (junctions.length === 0) return { network, cuts: NO_CUTS };
  const pieces = new Map<number, Piece>();
  const partsOf = new Map<number, number[]>();
  const added: NewLink[] = [];
  for (const { piece, added: one } of listCutLinks(network, junctions).flatMap((cut) =>
    listParts(network, cut),
  )) {
    const part = network.links.from.length + added.length;
    pieces.set(part, piece);
    partsOf.set(piece.of, [...(partsOf.get(piece.of) ?? []), part]);
    added.push(one);
  }
  const longer = addLinks(network, added);
  const times = longer.times.map((one) => closeLinks(one, partsOf.keys()));
  return { network: { ...longer, times, bans: cutBans(network, partsOf) }, cuts: { pieces, partsOf } };
}
