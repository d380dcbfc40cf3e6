/**
 * Every link of a city closed in turn, both directions together, and what that does to the trips between some places.
 * A place whose own link is closed keeps its other connectors.
 */
import { isWithin } from '../access/origin-times.ts';
import { UNREACHED } from '../routing/bucket-queue.ts';
import { listGroups, openClosings, planClosings, type ClosingPlan } from '../routing/closings.ts';
import { addEdges, type EdgeInput, type Graph } from '../routing/graph.ts';
import type { City, Site } from './city.ts';
import { listDirect, listGoals, listStarts, type SiteEdge } from './ends.ts';
import type { CityLimits } from './measures.ts';
import { divideEvenly, type Part } from './parts.ts';

/** What closing a link loses, over all trips. */
export interface LinkLoss {
  /** Link of the network; of one that is cut, the whole. */
  readonly link: number;
  /** Milliseconds longer, over the trips that keep a way. */
  lostMs: number;
  /** Trips that take longer or have no way any more. */
  slowed: number;
  cutOff: number;
  /** Trips within the cutoff, and within it and the tolerance, that are not any more. */
  strict: number;
  tolerant: number;
  /** The trip that loses most, a lost way before any detour; of equals the first by destination, then by origin. Infinity = no way any more. */
  worst: { readonly origin: number; readonly destination: number; readonly lostMs: number };
}

/** The link that a step is driven on, whole where it is cut. */
const toLink = ({ cuts }: City, step: number): number => cuts.pieces.get(step >>> 1)?.of ?? step >>> 1;

/** The graph with a vertex for every place. */
interface Joined {
  readonly graph: Graph;
  readonly origins: readonly number[];
  readonly destinations: readonly number[];
}

type Ways = readonly (readonly SiteEdge[])[];

/** Trips that stay on one link, of every link: where the best one's is closed, another stands in. */
function listAllDirect(city: City, starts: Ways, goals: Ways): readonly SiteEdge[] {
  const linkOf = ({ label }: SiteEdge): number => toLink(city, label);
  const on = (ways: Ways, link: number): Ways =>
    ways.map((some) => some.filter((one) => linkOf(one) === link));
  const links = new Set(goals.flat().map(linkOf));
  const near = starts.map((some) => some.filter((one) => links.has(linkOf(one))));
  return [...links].flatMap((link) => listDirect(city, on(near, link), on(goals, link)));
}

function join(city: City, from: readonly Site[], to: readonly Site[]): Joined {
  const base = city.graph.graph;
  const origins = from.map((_, i) => base.vertexCount + i);
  const destinations = to.map((_, i) => base.vertexCount + from.length + i);
  const starts = from.map(({ connectors }, i) => listStarts(city, connectors, origins[i] as number));
  const goals = to.map(({ connectors }, i) => listGoals(city, connectors, destinations[i] as number));
  const ways = [...starts.flat(), ...goals.flat(), ...listAllDirect(city, starts, goals)].map(
    (way): EdgeInput => {
      const { tail, head, timeMs, lengthMm, label } = way;
      return { tail, head, cost: Math.min(timeMs, UNREACHED), length: lengthMm, label };
    },
  );
  const roads = { ...base, cost: base.cost.map((ms) => Math.min(ms, UNREACHED)) };
  const graph = addEdges(roads, base.vertexCount + from.length + to.length, ways);
  return { graph, origins, destinations };
}

const toMs = (sum: number): number => (sum === UNREACHED ? Infinity : sum);

function isWorse(trip: LinkLoss['worst'], than: LinkLoss['worst']): boolean {
  if (trip.lostMs !== than.lostMs) return trip.lostMs > than.lostMs;
  if (trip.destination !== than.destination) return trip.destination < than.destination;
  return trip.origin < than.origin;
}

/** Adds a trip that takes longer. */
function addTrip(
  loss: LinkLoss,
  trip: LinkLoss['worst'],
  openMs: number,
  { cutoffS, toleranceS }: CityLimits,
): void {
  const isCut = trip.lostMs === Infinity;
  const drops = (limitS: number): number =>
    Number(isWithin(openMs, limitS) && !isWithin(openMs + trip.lostMs, limitS));
  loss.slowed += 1;
  loss.cutOff += Number(isCut);
  loss.lostMs += isCut ? 0 : trip.lostMs;
  loss.strict += drops(cutoffS);
  loss.tolerant += drops(cutoffS + toleranceS);
  if (isWorse(trip, loss.worst)) loss.worst = trip;
}

function startLoss(link: number): LinkLoss {
  const none = { lostMs: 0, slowed: 0, cutOff: 0, strict: 0, tolerant: 0 };
  return { link, ...none, worst: { origin: -1, destination: -1, lostMs: 0 } };
}

/** Prepares the closing of every link that any trip between the places needs. */
export function planLinkClosings(city: City, from: readonly Site[], to: readonly Site[]): ClosingPlan {
  const { graph, origins, destinations } = join(city, from, to);
  const linkOf = graph.label.map((step) => toLink(city, step));
  return planClosings(graph, linkOf, origins, destinations);
}

/** Some of the links that trips to one destination need: those from a place among them to before another. */
export interface ClosingTask extends Part {
  readonly destination: number;
}

/** Divides the closings of a plan into tasks of at most so many links, in order. */
export function divideClosings(plan: ClosingPlan, most: number): readonly ClosingTask[] {
  return [...plan.targets.keys()].flatMap((destination) =>
    divideEvenly(listGroups(plan, destination).length, most).map((part) => ({ destination, ...part })),
  );
}

/**
 * What does the tasks of a plan, here or in a thread that was handed it: each closes its links in turn, and gives what
 * they lose, those that lose nothing left out. The tree of the destination asked last is kept.
 */
export function openClosingTasks(
  plan: ClosingPlan,
  limits: CityLimits,
): (task: ClosingTask) => readonly LinkLoss[] {
  const open = openClosings(plan);
  let kept: { readonly destination: number; readonly close: ReturnType<typeof open> } | null = null;
  return ({ destination, from, to }) => {
    if (kept?.destination !== destination) kept = { destination, close: open(destination) };
    const { close } = kept;
    return Array.from(listGroups(plan, destination).subarray(from, to), (link): LinkLoss => {
      const loss = startLoss(link);
      close(link, (origin, openMs, closedMs) =>
        addTrip(loss, { origin, destination, lostMs: toMs(closedMs) - openMs }, openMs, limits),
      );
      return loss;
    }).filter(({ slowed }) => slowed > 0);
  };
}

/** The same link's, over the trips of both. */
function addLosses(some: LinkLoss, more: LinkLoss): LinkLoss {
  return {
    link: some.link,
    lostMs: some.lostMs + more.lostMs,
    slowed: some.slowed + more.slowed,
    cutOff: some.cutOff + more.cutOff,
    strict: some.strict + more.strict,
    tolerant: some.tolerant + more.tolerant,
    worst: isWorse(more.worst, some.worst) ? more.worst : some.worst,
  };
}

/** What links lose over all, in the order of the network, from what they lose in parts of the work. */
export function uniteLosses(parts: Iterable<readonly LinkLoss[]>): readonly LinkLoss[] {
  const losses = new Map<number, LinkLoss>();
  for (const part of parts) {
    for (const loss of part) {
      const known = losses.get(loss.link);
      losses.set(loss.link, known === undefined ? loss : addLosses(known, loss));
    }
  }
  return [...losses.values()].toSorted((a, b) => a.link - b.link);
}

/** Closes every link in turn, between all origins and destinations; what is not named in the answer loses nothing. */
export function closeLinks(
  city: City,
  from: readonly Site[],
  to: readonly Site[],
  limits: CityLimits,
): readonly LinkLoss[] {
  const plan = planLinkClosings(city, from, to);
  const tasks = divideClosings(plan, Math.max(1, plan.used.length));
  return uniteLosses(tasks.map(openClosingTasks(plan, limits)));
}
