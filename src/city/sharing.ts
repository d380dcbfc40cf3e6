/**
 * How work on a city is divided among those who do it at the same time, threads of a command or workers of a page: how many
 * of them pay, and what each is handed. The answer is the same whatever stands here.
 */
import type { ClosingPlan } from '../routing/closings.ts';
import { divideClosings, type ClosingTask } from './closings.ts';
import { divideEvenly, type Part } from './parts.ts';

/** Closings that keep one busy for longer than it takes to start: tenths of a second in a city. */
const CLOSINGS_EACH = 2000;
/** Vertices that searches look at in a few tenths of a second. */
const VERTICES_EACH = 4_000_000;
/** Networks under a scenario that keep one busy for as long. */
const NETWORKS_EACH = 32;
/** Vertices that searches look at in the time that the way of one pair is followed. */
const VERTICES_A_PAIR = 100;
/** Of both, what keeps one busy for half a second: a trip is more than its time. */
const TRIPS_EACH = 1_000_000;
/** They are ready at other times: each has a few tasks, none of them long. */
const TASKS_EACH = 3;
const MOST_CLOSINGS = 2000;
const MOST_DESTINATIONS = 8;

function countWorkers(work: number, each: number, there: number): number {
  return Math.max(1, Math.min(there, Math.floor(work / each)));
}

/** Workers that closings pay for, of so many that the machine has. */
export function countClosingWorkers({ used }: ClosingPlan, there: number): number {
  return countWorkers(used.length, CLOSINGS_EACH, there);
}

/** Workers that so many searches over so many vertices pay for, of those that the machine has. */
export function countSearchWorkers(searches: number, vertices: number, there: number): number {
  return countWorkers(searches * vertices, VERTICES_EACH, there);
}

/** Workers that so many networks pay for, of those that the machine has. */
export function countNetworkWorkers(networks: number, there: number): number {
  return countWorkers(networks, NETWORKS_EACH, there);
}

/** The closings of a plan for so many workers, in order; `most` links a task, where somebody waits to hear of them. */
export function shareClosings(
  plan: ClosingPlan,
  workers: number,
  most: number = MOST_CLOSINGS,
): readonly ClosingTask[] {
  const share = Math.ceil(plan.used.length / (TASKS_EACH * workers));
  return divideClosings(plan, Math.min(most, Math.max(1, share)));
}

/** So many searches for so many workers, in order. */
export function shareSearches(searches: number, workers: number): readonly Part[] {
  return divideEvenly(searches, Math.ceil(searches / (TASKS_EACH * workers)));
}

/** Workers that trips to so many destinations pay for, of those that the machine has; pairs over all. */
export function countTripWorkers(
  destinations: number,
  pairs: number,
  vertices: number,
  there: number,
): number {
  return countWorkers(destinations * vertices + pairs * VERTICES_A_PAIR, TRIPS_EACH, there);
}

/** So many destinations for so many workers, in order. */
export function shareTrips(destinations: number, workers: number): readonly Part[] {
  const share = Math.ceil(destinations / (TASKS_EACH * workers));
  return divideEvenly(destinations, Math.min(MOST_DESTINATIONS, Math.max(1, share)));
}
