/** Where the first pin of a network stands. */
import { E7, CLOSED, ROAD_STATUS, type ImportedNetwork, type LonLat } from '../../src/index.ts';

/** Decimals of a pin: about a metre. */
const PIN_DECIMALS = 5;

/** A point as it stands in addresses and commands. */
export function roundPoint([lon, lat]: LonLat): LonLat {
  return [Number(lon.toFixed(PIN_DECIMALS)), Number(lat.toFixed(PIN_DECIMALS))];
}

const toMedian = (values: Int32Array): number => values.toSorted()[values.length >>> 1] ?? 0;

/** Ends of links that a place may join: streets open to the first vehicle. */
function listStreetNodes({ links, roads, notes, times }: ImportedNetwork): readonly number[] {
  const nodes = new Set<number>();
  for (const [link, node] of links.from.entries()) {
    const road = links.road[link] as number;
    const facility = notes.classes[roads.roadClass[road] as number]?.facility;
    const isStreet = facility === 'local' || facility === 'arterial';
    const isOpen = roads.status[road] === ROAD_STATUS.open && times[0]?.forward[link] !== CLOSED;
    if (isStreet && isOpen) nodes.add(node);
  }
  return [...nodes];
}

/** The node of a street nearest to the median of all nodes, where most roads are. */
export function findHome(network: ImportedNetwork): LonLat {
  const { lonE7, latE7 } = network.nodes;
  const [middleX, middleY] = [toMedian(lonE7), toMedian(latE7)];
  const cos = Math.cos((middleY / E7) * (Math.PI / 180));
  let [best, least] = [0, Infinity];
  for (const node of listStreetNodes(network)) {
    const dx = ((lonE7[node] as number) - middleX) * cos;
    const far = Math.hypot(dx, (latE7[node] as number) - middleY);
    if (far < least) [best, least] = [node, far];
  }
  return roundPoint([(lonE7[best] as number) / E7, (latE7[best] as number) / E7]);
}
