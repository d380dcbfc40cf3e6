/**
 * A second opinion on scenarios over a city without bans: points on the map and what lies between them, read off the
 * columns of the base and the modifications alone, and the plainest search over them. It cuts no link and knows no
 * graph: every link is a row of points with the running sum of its time at each.
 */
import type { CityConnector } from '../../src/city/connectors.ts';
import { CLOSED, type ImportedNetwork } from '../../src/model/imported-network.ts';

/** A built road: at each stop a node of the base, a point of a link, or nothing, and milliseconds between them. */
export interface SlowRoad {
  readonly stops: readonly (string | null)[];
  readonly ms: readonly number[];
}

export interface SlowPlan {
  readonly network: ImportedNetwork;
  readonly closed: ReadonlySet<number>;
  /** Points of links: `link@share`. */
  readonly roads: readonly SlowRoad[];
}

type Edges = Map<string, [to: string, ms: number][]>;

const round = (value: number): number => Math.floor(value + 0.5);

/** `link@share` of all points of a link that anything meets. */
function listPoints(plan: SlowPlan, link: number, connectors: readonly CityConnector[]): readonly number[] {
  const met = plan.roads
    .flatMap(({ stops }) => stops)
    .flatMap((stop) => {
      const [of, share] = (stop ?? '').split('@');
      return share !== undefined && Number(of) === link ? [Number(share)] : [];
    });
  const joined = connectors.filter((one) => one.link === link).map(({ share }) => share);
  return [...new Set([...met, ...joined])].toSorted((a, b) => a - b);
}

/** A link as a row: its first node, the points on it (an end of it may be one), its last node. */
function addLink(edges: Edges, plan: SlowPlan, link: number, shares: readonly number[]): void {
  const { links, times } = plan.network;
  const row = [
    { share: 0, name: `n${links.from[link]}` },
    ...shares.map((share) => ({ share, name: `${link}@${share}` })),
    { share: 1, name: `n${links.to[link]}` },
  ];
  const [forward, backward] = [times[0]?.forward[link] as number, times[0]?.backward[link] as number];
  for (const [i, to] of row.slice(1).entries()) {
    const from = row[i] as (typeof row)[number];
    if (forward !== CLOSED)
      join(edges, from.name, to.name, round(to.share * forward) - round(from.share * forward));
    if (backward !== CLOSED)
      join(edges, to.name, from.name, round((1 - from.share) * backward) - round((1 - to.share) * backward));
  }
}

function join(edges: Edges, from: string, to: string, ms: number): void {
  edges.set(from, [...(edges.get(from) ?? []), [to, ms]]);
}

/** Milliseconds from a place to all others, each with its connectors. */
export function searchPlan(
  plan: SlowPlan,
  from: readonly CityConnector[],
  others: readonly (readonly CityConnector[])[],
): readonly number[] {
  const edges: Edges = new Map();
  const all = [from, ...others].flat();
  for (const link of plan.network.links.from.keys())
    if (!plan.closed.has(link)) addLink(edges, plan, link, listPoints(plan, link, all));
  for (const [r, { stops, ms }] of plan.roads.entries()) {
    const names = stops.map((stop, i) => stop ?? `road ${r} ${i}`);
    for (const [i, one] of ms.entries()) {
      join(edges, names[i] as string, names[i + 1] as string, one);
      join(edges, names[i + 1] as string, names[i] as string, one);
    }
  }
  const nameOf = ({ link, share }: CityConnector): string => `${link}@${share}`;
  const isOpen = ({ link }: CityConnector): boolean => !plan.closed.has(link);
  const least = new Map<string, number>();
  const waiting = from.filter(isOpen).map((one): [string, number] => [nameOf(one), one.timeMs]);
  for (;;) {
    waiting.sort((a, b) => b[1] - a[1]);
    const next = waiting.pop();
    if (next === undefined) break;
    const [at, ms] = next;
    if ((least.get(at) ?? Infinity) <= ms) continue;
    least.set(at, ms);
    for (const [to, more] of edges.get(at) ?? []) waiting.push([to, ms + more]);
  }
  return others.map((connectors) =>
    Math.min(
      Infinity,
      ...connectors.filter(isOpen).map((one) => (least.get(nameOf(one)) ?? Infinity) + one.timeMs),
    ),
  );
}
