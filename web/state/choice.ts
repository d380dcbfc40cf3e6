/**
 * What is asked: the scenarios, the setting and the readings that numbers depend on. It holds nothing of how
 * the answer is looked at; that is `look.ts`. Every change goes through `change`, which remembers when it began.
 */
import { computed, signal } from '@preact/signals';
import type { AnalysisRequest } from '../../src/index.ts';

export interface Choice {
  /** Scenario id or ISO date. */
  readonly base: string;
  readonly build: string;
  readonly vehicleClass: string;
  readonly traffic: string;
  /** Seconds after midnight at which trips leave, or by which they arrive; null = the traffic state. */
  readonly departS: number | null;
  readonly arriveByS: number | null;
  readonly cutoffS: number;
  readonly toleranceS: number;
  /** By group id: `any`, `every` or one of its plants; a group left out is `any`. */
  readonly groupChoice: Readonly<Record<string, string>>;
  readonly population: '2006' | 'all' | 'existing' | 'own';
  /** Suppliers and plants are those of the build scenario's date, not the fixed set. */
  readonly ofThatDate: boolean;
  /** Level of the independence node; null = the chart's own. */
  readonly criticalLevel: number | null;
  /** By chart id: nodes that come first, nodes left out. */
  readonly arrangement: Readonly<Record<string, NodeArrangement>>;
}

export interface NodeArrangement {
  readonly order: readonly string[];
  readonly leaveOut: readonly string[];
}

/** The first view is the answer: with and without, car, free flow, one hour. */
export const DEFAULT_CHOICE: Choice = {
  base: '2010-without-belt',
  build: '2010-with-belt',
  vehicleClass: 'car',
  traffic: 'free',
  departS: null,
  arriveByS: null,
  cutoffS: 3600,
  toleranceS: 600,
  groupChoice: {},
  population: '2006',
  ofThatDate: false,
  criticalLevel: null,
  arrangement: {},
};

export const choice = signal<Choice>(DEFAULT_CHOICE);

/** First and last day that a scenario by date may have: the ends of the date slider. */
export const FIRST_DAY = '2000-01-01';
export const LAST_DAY = '2026-12-31';

/** When the newest change was made, in ms of `performance.now()`; null before the first. */
export const changedAt = signal<number | null>(null);

/** Takes in a change and notes the moment, so that the time to the new numbers can be measured. */
export function change(part: Partial<Choice>): void {
  changedAt.value = performance.now();
  choice.value = { ...choice.value, ...part };
}

/** Day of a scenario id such as 2010-06-30; null for a named scenario. */
export function toDay(scenario: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(scenario) ? scenario : null;
}

/** A time of day as HH:MM. */
export function toClockText(timeS: number): string {
  const minutes = Math.floor(timeS / 60);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The request that the engine and the command line understand. */
export function toRequest(asked: Choice, dayOf: (scenario: string) => string): AnalysisRequest {
  const { ofThatDate, criticalLevel, base, build, vehicleClass, traffic, cutoffS, toleranceS } = asked;
  const { departS, arriveByS } = asked;
  return {
    ...{ base, build, vehicleClass, traffic, cutoffS, toleranceS },
    ...(departS === null ? {} : { departS }),
    ...(arriveByS === null ? {} : { arriveByS }),
    beside: null,
    groupChoice: asked.groupChoice,
    population: ofThatDate ? 'existing' : asked.population,
    ...(ofThatDate ? { asOf: dayOf(build) } : {}),
    ...(criticalLevel === null ? {} : { criticalLevel }),
    arrangement: asked.arrangement,
  };
}

export const cutoffMin = computed(() => choice.value.cutoffS / 60);

/** Times are those of an hour of the day, not of a traffic state. */
export const byHour = computed(() => choice.value.departS !== null || choice.value.arriveByS !== null);
