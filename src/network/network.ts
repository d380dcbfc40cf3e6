/**
 * The network of one day for one setting: a topology with times, tolls and search costs on its edges. Times
 * of a link are made once and split between its pieces, so that pieces always add up to the link.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import { DataError } from '../problems.ts';
import { withCosts, type Graph } from '../routing/graph.ts';
import type { RoadState } from '../scenario/apply.ts';
import { FEN_PER_CNY, MS_PER_SECOND, roundHalfUp, SECONDS_PER_HOUR } from '../units.ts';
import type { Connector, Place } from './connectors.ts';
import { toDayTimes, type DayTimes } from './day-times.ts';
import { connectorTimeMs } from './impedance.ts';
import { listLinkTimes, listLinkTolls } from './link-times.ts';
import type { Setting } from './setting.ts';
import { findTopology, toCumulative, toDestinationName, toOriginName, type Topology } from './topology.ts';

export interface Network extends Topology {
  readonly dataset: Dataset;
  readonly setting: Setting;
  /** Cost = time, and toll as time where the setting has a value of time; length in mm. */
  readonly graph: Graph;
  /** By edge. */
  readonly timeMs: Int32Array;
  readonly tollFen: Int32Array;
  /** Times by the clock of the setting; `timeMs` are then those of free flow. Null without a clock. */
  readonly day: DayTimes | null;
}

const MS_PER_HOUR = MS_PER_SECOND * SECONDS_PER_HOUR;

/** Milliseconds that a toll is worth: fen ÷ 100 ÷ (CNY/h), rounded half up. */
function toTollMs(tollFen: number, valueOfTimeCnyPerH: number): number {
  return roundHalfUp((tollFen * (MS_PER_HOUR / FEN_PER_CNY)) / valueOfTimeCnyPerH);
}

/** Values of the wholes that edges are pieces of: links in the order of the state, then connectors. */
type Wholes = Float64Array;

function listTimes(dataset: Dataset, { state, connectors }: Topology, setting: Setting): Wholes {
  const links = listLinkTimes(dataset, state, setting);
  const wholes = new Float64Array(links.length + connectors.length);
  wholes.set(links);
  for (const [i, { lengthMm }] of connectors.entries())
    wholes[links.length + i] = connectorTimeMs(dataset, lengthMm, setting);
  return wholes;
}

/** Pieces of wholes, by edge. A whole link is the usual edge and needs no rounding. */
function split({ link, connector, fromShare, toShare, state }: Topology, wholes: Wholes): Int32Array {
  const pieces = new Int32Array(link.length);
  const linkCount = state.links.length;
  for (let edge = 0; edge < pieces.length; edge += 1) {
    const at = link[edge] as number;
    const whole = (at < 0 ? wholes[linkCount + (connector[edge] as number)] : wholes[at]) ?? 0;
    const [from, to] = [fromShare[edge] as number, toShare[edge] as number];
    pieces[edge] = from === 0 && to === 1 ? whole : toCumulative(to, whole) - toCumulative(from, whole);
  }
  return pieces;
}

/** Cost: time, and toll as time. */
function addTolls(
  topology: Topology,
  timeMs: Int32Array,
  tolls: Wholes,
  valueOfTimeCnyPerH: number,
): Int32Array {
  const wholes = new Float64Array(topology.state.links.length + topology.connectors.length);
  for (let i = 0; i < tolls.length; i += 1) wholes[i] = toTollMs(tolls[i] as number, valueOfTimeCnyPerH);
  const tollMs = split(topology, wholes);
  return timeMs.map((ms, edge) => ms + (tollMs[edge] as number));
}

/**
 * The network of a road state between places for a setting. Throws DataError for a place off the map or a
 * tariff without a rate for the vehicle. Toll as time is made once a link and split like its time, so that
 * another place on the link changes no trip.
 */
export function buildNetwork(
  dataset: Dataset,
  state: RoadState,
  setting: Setting,
  places: readonly Place[],
): Network {
  const topology = findTopology(state, places);
  const timeMs = split(topology, listTimes(dataset, topology, setting));
  const tolls = listLinkTolls(dataset, state, setting);
  const tollFen = split(topology, tolls);
  const { valueOfTimeCnyPerH } = setting;
  const cost = valueOfTimeCnyPerH === null ? timeMs : addTolls(topology, timeMs, tolls, valueOfTimeCnyPerH);
  const { clock } = setting;
  const day = clock === null ? null : toDayTimes(dataset, topology, setting, clock);
  return { ...topology, graph: withCosts(topology.graph, cost), dataset, setting, timeMs, tollFen, day };
}

function getVertex(network: Network, name: string, place: string): number {
  const vertex = network.vertexByName.get(name);
  if (vertex !== undefined) return vertex;
  const expected = `a place of the network: ${network.places.map(({ id }) => id).join(', ')}`;
  throw new DataError([
    { file: 'network', path: 'place', expected, found: JSON.stringify(place), code: 'unknown-id' },
  ]);
}

/** Vertex at which trips from a place begin. Throws DataError for a place the network was not built with. */
export function getOriginVertex(network: Network, place: string): number {
  return getVertex(network, toOriginName(place), place);
}

/** Vertex at which trips to a place end. Throws DataError for a place the network was not built with. */
export function getDestinationVertex(network: Network, place: string): number {
  return getVertex(network, toDestinationName(place), place);
}

/** Link an edge is a piece of, or null for a connector. */
export function findLinkOfEdge(network: Network, edge: number): Link | null {
  return network.state.links[network.link[edge] as number] ?? null;
}

/** Connector an edge is, or null for a piece of a link. */
export function findConnectorOfEdge(network: Network, edge: number): Connector | null {
  return network.connectors[network.connector[edge] as number] ?? null;
}
