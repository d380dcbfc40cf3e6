/** Whether the columns of a network fit together: as long as one another, and no index points past its end. */
import { CLOSED, type ImportedNetwork } from '../../model/imported-network.ts';
import type { DataError } from '../../problems.ts';
import { MAX_LAT_E7, MAX_LON_E7 } from '../osm/element.ts';

type Refuse = (expected: string, found: string) => DataError;
type Numbers = ArrayLike<number>;

/** Times and costs of a search are whole numbers of 31 bits. */
const MAX_MS = 0x7fff_ffff;

function checkLengths(
  what: string,
  columns: Readonly<Record<string, Numbers>>,
  length: number,
  refuse: Refuse,
): void {
  for (const [name, column] of Object.entries(columns)) {
    if (column.length !== length) throw refuse(`${length} entries in ${what}.${name}`, `${column.length}`);
  }
}

function checkBelow(what: string, column: Numbers, limit: number, refuse: Refuse): void {
  for (let i = 0; i < column.length; i += 1) {
    if ((column[i] as number) >= limit) throw refuse(`${what} below ${limit}`, `${column[i]} at ${i}`);
  }
}

/** A column of starts: from 0 on, never falling, to the end. */
function checkStarts(what: string, starts: Numbers, end: number, refuse: Refuse): void {
  let before = 0;
  for (let i = 0; i < starts.length; i += 1) {
    const start = starts[i] as number;
    if (start < before || (i === 0 && start !== 0))
      throw refuse(`${what} that do not fall`, `${start} at ${i}`);
    before = start;
  }
  if (before !== end) throw refuse(`${what} up to ${end}`, `${before}`);
}

/** Place of the first number that is not within ±limit; −1 = none. Plain loops: there are hundreds of thousands. */
function findBeyond(column: Int32Array, limit: number): number {
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] as number;
    if (value > limit || value < -limit) return i;
  }
  return -1;
}

function checkCoordinates(what: string, lons: Int32Array, lats: Int32Array, refuse: Refuse): void {
  const i = Math.max(findBeyond(lons, MAX_LON_E7), findBeyond(lats, MAX_LAT_E7));
  if (i >= 0) throw refuse(`coordinates on the globe in ${what}`, `${lons[i]}, ${lats[i]} at ${i}`);
}

function checkTimes({ times, links }: ImportedNetwork, refuse: Refuse): void {
  for (const [p, one] of times.entries()) {
    checkLengths(`times.${p}`, { ...one }, links.from.length, refuse);
    for (const side of [one.forward, one.backward]) {
      for (let i = 0; i < side.length; i += 1) {
        const ms = side[i] as number;
        if (ms > MAX_MS && ms !== CLOSED) throw refuse(`times of at most ${MAX_MS} ms`, `${ms}`);
      }
    }
  }
}

function checkRanks(ranks: Uint32Array, nodeCount: number, refuse: Refuse): void {
  const isTaken = new Uint8Array(nodeCount);
  for (let node = 0; node < ranks.length; node += 1) {
    const rank = ranks[node] as number;
    if (rank >= nodeCount || isTaken[rank] === 1)
      throw refuse(`a rank of its own below ${nodeCount} for each node`, `${rank} at ${node}`);
    isTaken[rank] = 1;
  }
}

/** Throws what `refuse` makes for the first thing that does not fit. */
export function checkNetwork(network: ImportedNetwork, refuse: Refuse): void {
  const { nodes, links, shape, roads, bans, names, notes } = network;
  const [nodeCount, linkCount, roadCount] = [nodes.id.length, links.from.length, roads.status.length];
  checkLengths('nodes', { ...nodes }, nodeCount, refuse);
  const { shapeStart, ...perLink } = links;
  checkLengths('links', perLink, linkCount, refuse);
  checkLengths('links', { shapeStart }, linkCount + 1, refuse);
  checkLengths('shape', { ...shape }, shape.lonE7.length, refuse);
  checkLengths('roads', { ...roads }, roadCount, refuse);
  checkLengths('bans', { start: bans.start }, bans.profiles.length + 1, refuse);
  checkBelow('nodes of links', links.from, nodeCount, refuse);
  checkBelow('nodes of links', links.to, nodeCount, refuse);
  checkBelow('roads of links', links.road, roadCount, refuse);
  checkBelow('classes of roads', roads.roadClass, notes.classes.length, refuse);
  checkBelow('names of roads', roads.names, names.length, refuse);
  checkBelow('opening dates of roads', roads.opens, notes.openingDates.length, refuse);
  checkBelow('steps of bans', bans.steps, 2 * linkCount, refuse);
  checkStarts('starts of lines', shapeStart, shape.lonE7.length, refuse);
  checkStarts('starts of bans', bans.start, bans.steps.length, refuse);
  checkCoordinates('nodes', nodes.lonE7, nodes.latE7, refuse);
  checkCoordinates('lines', shape.lonE7, shape.latE7, refuse);
  checkTimes(network, refuse);
  if (network.nodeRank === null) return;
  checkLengths('the network', { nodeRank: network.nodeRank }, nodeCount, refuse);
  checkRanks(network.nodeRank, nodeCount, refuse);
}
