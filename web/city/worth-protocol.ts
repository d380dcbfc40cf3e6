/** What the page and the worker that holds an imported network tell each other of what roads are worth. */
import type {
  CityCriticalityDocument,
  CityMeasure,
  ClosingTask,
  Job,
  LinkLoss,
  LonLat,
} from '../../src/index.ts';
import type { PlanFiles } from './protocol.ts';

/** Whose trips roads are worth something to: those between the suppliers and plants of a scenario. */
export interface WorthQuestion {
  readonly vehicleClass: string;
  readonly cutoffMin: number;
  readonly plan: PlanFiles;
  /** On the roads of the scenario, or on those as imported. */
  readonly isWith: boolean;
}

/** The closings of every link, to be shared among so many workers. */
export interface ClosingWork {
  readonly job: Job<'closings'>;
  readonly tasks: readonly ClosingTask[];
  readonly workers: number;
}

/** What the closings lose, and how it is told. */
export interface WorthFound {
  readonly losses: readonly LinkLoss[];
  readonly cutoffMin: number;
  readonly measure: CityMeasure;
}

export interface WorthAnswer {
  readonly document: CityCriticalityDocument;
  /** Of the links of the document, in its order. */
  readonly lines: readonly (readonly LonLat[])[];
}

/** What is asked of the worth of roads once the closings are done. */
export interface WorthInput {
  readonly url: string;
  readonly asked: WorthQuestion;
  readonly found: WorthFound;
}
