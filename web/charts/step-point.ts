/** A point of a curve that holds from its minute to the next: the share in base and in build, 0 … 1. */
export interface StepPoint {
  readonly minute: number;
  readonly base: number;
  readonly build: number;
}
