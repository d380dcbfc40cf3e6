/**
 * What threads of a command and workers of a page may be asked to do: a job is handed to each of them once, its tasks one
 * by one.
 */
import type { Scenario } from '../model/scenario.ts';
import type { ClosingPlan } from '../routing/closings.ts';
import { openClosingTasks, type ClosingTask, type LinkLoss } from './closings.ts';
import { openMatrixTasks, type MatrixPlan } from './matrix.ts';
import type { CityLimits } from './measures.ts';
import type { Part } from './parts.ts';
import { openRoadTimes, type Travellers } from './road-game.ts';
import type { CityTrial } from './scenario/draft.ts';
import { openTripTasks, type TripPair, type TripPlan } from './trip-columns.ts';

/** Jobs by kind: what is opened, what goes in, what comes out. */
export interface Jobs {
  readonly closings: {
    readonly given: { readonly plan: ClosingPlan; readonly limits: CityLimits };
    readonly task: ClosingTask;
    readonly result: readonly LinkLoss[];
  };
  readonly matrix: {
    readonly given: { readonly plan: MatrixPlan };
    readonly task: Part;
    readonly result: readonly Int32Array[];
  };
  readonly scenarios: {
    readonly given: { readonly trial: CityTrial; readonly travellers: Travellers };
    readonly task: Scenario;
    readonly result: Float64Array;
  };
  readonly trips: {
    readonly given: { readonly plan: TripPlan };
    readonly task: Part;
    readonly result: readonly TripPair[];
  };
}

export type JobKind = keyof Jobs;
export type Job<K extends JobKind = JobKind> = { readonly kind: K } & Jobs[K]['given'];

const OPENERS: { readonly [K in JobKind]: (job: Job<K>) => (task: Jobs[K]['task']) => Jobs[K]['result'] } = {
  closings: ({ plan, limits }) => openClosingTasks(plan, limits),
  matrix: ({ plan }) => openMatrixTasks(plan),
  scenarios: ({ trial, travellers }) => openRoadTimes(trial, travellers),
  trips: ({ plan }) => openTripTasks(plan),
};

/** What does the tasks of a job. */
export function openJob<K extends JobKind>(job: Job<K>): (task: Jobs[K]['task']) => Jobs[K]['result'] {
  return OPENERS[job.kind](job);
}
