/** What is asked of an imported network, and what is known of it. */
import { computed, signal } from '@preact/signals';
import { steady } from '../map/steady.ts';
import type { LonLat, ReachDirection } from '../../src/index.ts';
import type {
  CityLabel,
  CityProblem,
  CityQuestion,
  OpenedPlan,
  PlanFiles,
  ReachAnswer,
  ReachAnswers,
  View,
} from './protocol.ts';
import type { RoadToCome } from './roads-to-come.ts';

export interface CityChoice {
  readonly vehicleClass: string;
  readonly direction: ReachDirection;
  readonly cutoffMin: number;
  /** First place, and a second one where the overlap is asked for; null until the network says where it begins. */
  readonly first: LonLat | null;
  readonly second: LonLat | null;
  /** Folder of the network as commands name it; null = not told. */
  readonly folder: string | null;
  /** Scenario that is laid over the network; null = none. */
  readonly scenario: PlanName | null;
  /** What is looked at where there is a scenario. */
  readonly view: View;
  /** Workers for long work; null = as many as pay. */
  readonly threads: number | null;
}

/** A scenario as commands name its file; served with the network, or opened by the reader. */
export interface PlanName {
  readonly name: string;
  readonly from: 'served' | 'opened';
}

export const DEFAULT_CITY: CityChoice = {
  vehicleClass: 'car',
  direction: 'from',
  cutoffMin: 10,
  first: null,
  second: null,
  folder: null,
  scenario: null,
  view: 'with',
  threads: null,
};

export const LEAST_MIN = 1;
export const MOST_MIN = 60;

export const cityChoice = signal<CityChoice>(DEFAULT_CITY);

/** The network, or why there is none; null while it is fetched. */
export type CityState =
  | { readonly ok: true; readonly label: CityLabel }
  | { readonly ok: false; readonly problem: CityProblem };
export const city = signal<CityState | null>(null);

/** A scenario that was read, and how it is called. */
export interface Plan extends PlanFiles, OpenedPlan {
  readonly called: PlanName;
}
export const plan = signal<Plan | null>(null);

/** Roads of the network that are under construction or proposed. */
export const roadsToCome = signal<readonly RoadToCome[]>([]);

/**
 * A vertex of the scenario is in the hand: numbers follow it, and the map takes in the roads once it is let go, since
 * they are all put on the card anew.
 */
export const isHeld = signal(false);

/** The worth of roads is on the map, in the place of what is reached. */
export const isWorthDrawn = signal(false);

/** The last answers, and whether newer ones are being made. */
export const answers = signal<ReachAnswers | null>(null);
export const isWaiting = signal(false);
/** What went wrong with the newest question, as sentences. */
export const reachProblems = signal<readonly string[]>([]);

/** When the choice last changed, for measuring. */
export const changedAt = signal(0);

/** Takes in a change of what is asked. */
export function changeCity(part: Partial<CityChoice>): void {
  changedAt.value = performance.now();
  cityChoice.value = { ...cityChoice.value, ...part };
}

/**
 * Whole minutes of thirds of a time, each once: the shades of the map and the rows of its table.
 *
 * @example
 * toCutoffs(10); // → [3, 7, 10]
 * toCutoffs(1); // → [1]
 */
export function toCutoffs(minutes: number): readonly number[] {
  const thirds = [Math.round(minutes / 3), Math.round((2 * minutes) / 3), minutes];
  return [...new Set(thirds.filter((one) => one > 0))];
}

/** The question that is asked now; null before there is a place. */
export const question = steady<CityQuestion | null>(() => {
  const { vehicleClass, direction, cutoffMin, first, second } = cityChoice.value;
  if (first === null) return null;
  const cutoffsMin = second === null ? toCutoffs(cutoffMin) : [cutoffMin];
  return { vehicleClass, direction, cutoffsMin, places: second === null ? [first] : [first, second] };
});

/** What is looked at. */
export const view = computed<View>(() => (plan.value === null ? 'without' : cityChoice.value.view));

/** The answer that is looked at. */
export const reached = computed<ReachAnswer | null>(() => {
  const both = answers.value;
  return view.value === 'without' ? (both?.without ?? null) : (both?.with ?? both?.without ?? null);
});

/** What is asked now, and under which scenario. */
export interface Asking {
  readonly question: CityQuestion;
  readonly plan: PlanFiles | null;
}
export const asking = computed<Asking | null>(() => {
  const asked = question.value;
  const now = plan.value;
  return asked === null
    ? null
    : { question: asked, plan: now === null ? null : { number: now.number, files: now.files } };
});
