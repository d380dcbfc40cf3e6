/** Whether the columns of a network fit together: as long as one another, and no index points past its end. */
import { MAX_MS, type ImportedNetwork } from '../../model/imported-network.ts';
import type { DataError } from '../../problems.ts';
import { MAX_LAT_E7, MAX_LON_E7 } from '../osm/element.ts';

type Refuse = (expected: string, found: string) => DataError;
type Numbers = ArrayLike<number>;

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

/** The same bits with a sign: numbers past 31 bits are slow to look at one by one before a loop is compiled. */
const toSigned = ({ buffer, byteOffset, length }: Uint32Array): Int32Array =>
  new Int32Array(buffer, byteOffset, length);

/** Place of the first number that is not from least to most; −1 = none. One loop for all columns of 32 bits. */
function findOutside(column: Int32Array, least: number, most: number): number {
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] as number;
    if (value < least || value > most) return i;
  }
  return -1;
}

/** For columns of indices. Nothing has as many entries as 31 bits hold. */
function checkBelow(what: string, column: Numbers, limit: number, refuse: Refuse): void {
  const signed = column instanceof Uint32Array ? toSigned(column) : Int32Array.from(column);
  const i = findOutside(signed, 0, limit - 1);
  if (i >= 0) throw refuse(`${what} below ${limit}`, `${column[i]} at ${i}`);
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

function checkCoordinates(what: string, lons: Int32Array, lats: Int32Array, refuse: Refuse): void {
  const i = Math.max(findOutside(lons, -MAX_LON_E7, MAX_LON_E7), findOutside(lats, -MAX_LAT_E7, MAX_LAT_E7));
  if (i >= 0) throw refuse(`coordinates on the globe in ${what}`, `${lons[i]}, ${lats[i]} at ${i}`);
}

function checkTimes({ times, links }: ImportedNetwork, refuse: Refuse): void {
  for (const [p, one] of times.entries()) {
    checkLengths(`times.${p}`, { ...one }, links.from.length, refuse);
    for (const side of [one.forward, one.backward]) {
      // `CLOSED` is −1 with a sign, and whatever else is longer than 31 bits is less.
      const i = findOutside(toSigned(side), -1, MAX_MS);
      if (i >= 0) throw refuse(`times of at most ${MAX_MS} ms`, `${side[i]}`);
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
