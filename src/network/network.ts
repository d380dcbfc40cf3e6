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
import { connectorTimeMs, linkImpedanceMs } from './impedance.ts';
import type { Setting } from './setting.ts';
import { linkTollFen } from './toll.ts';
import { findTopology, toCumulative, toDestinationName, toOriginName, type Topology } from './topology.ts';

export interface Network extends Topology {
  readonly dataset: Dataset;
  readonly setting: Setting;
  /** Cost = time, and toll as time where the setting has a value of time; length in mm. */
  readonly graph: Graph;
  /** By edge. */
  readonly timeMs: Int32Array;
  readonly tollFen: Int32Array;
}

const MS_PER_HOUR = MS_PER_SECOND * SECONDS_PER_HOUR;

/** Milliseconds that a toll is worth: fen ÷ 100 ÷ (CNY/h), rounded half up. */
function toTollMs(tollFen: number, valueOfTimeCnyPerH: number | null): number {
  if (valueOfTimeCnyPerH === null) return 0;
  return roundHalfUp((tollFen * (MS_PER_HOUR / FEN_PER_CNY)) / valueOfTimeCnyPerH);
}

interface Whole {
  readonly timeMs: number;
  readonly tollFen: number;
  readonly tollMs: number;
}

function measureLink(dataset: Dataset, link: Link, setting: Setting, day: string): Whole {
  const timeMs = linkImpedanceMs(dataset, link, setting, day);
  const tollFen = linkTollFen(dataset, link, setting.vehicleClass, day);
  return { timeMs, tollFen, tollMs: toTollMs(tollFen, setting.valueOfTimeCnyPerH) };
}

function measureConnector(dataset: Dataset, { lengthMm }: Connector, setting: Setting): Whole {
  return { timeMs: connectorTimeMs(dataset, lengthMm, setting), tollFen: 0, tollMs: 0 };
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
  const topology = findTopology(dataset, state, places);
  const links = state.links.map((link) => measureLink(dataset, link, setting, state.day));
  const connectors = topology.connectors.map((one) => measureConnector(dataset, one, setting));
  const { edgeCount } = topology.graph;
  const [timeMs, tollFen, cost] = [
    new Int32Array(edgeCount),
    new Int32Array(edgeCount),
    new Int32Array(edgeCount),
  ];
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const whole = links[topology.link[edge] as number] ?? connectors[topology.connector[edge] as number];
    if (whole === undefined) throw new RangeError(`edge ${edge} is neither link nor connector`);
    const [from, to] = [topology.fromShare[edge] as number, topology.toShare[edge] as number];
    const part = (value: number): number => toCumulative(to, value) - toCumulative(from, value);
    timeMs[edge] = part(whole.timeMs);
    tollFen[edge] = part(whole.tollFen);
    cost[edge] = part(whole.timeMs) + part(whole.tollMs);
  }
  return { ...topology, graph: withCosts(topology.graph, cost), dataset, setting, timeMs, tollFen };
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
