/** Medians of measures taken in turn, so that whatever else the machine does falls on all of them alike. */

export interface Measure {
  readonly name: string;
  /** Times it is timed; slow ones fewer. */
  readonly rounds: number;
  /** Calls in one timing, and what each of them does so many of. */
  readonly calls: number;
  readonly parts?: number;
  readonly run: () => void;
}

function timeOnce({ calls, parts = 1, run }: Measure): number {
  const begun = performance.now();
  for (let i = 0; i < calls; i += 1) run();
  return (performance.now() - begun) / calls / parts;
}

export function findMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** Median milliseconds of one part of each measure, by name. Each has been run before, to warm up. */
export function timeAll(measures: readonly Measure[]): ReadonlyMap<string, number> {
  const times = new Map(measures.map(({ name }): [string, number[]] => [name, []]));
  const most = Math.max(...measures.map(({ rounds }) => rounds));
  for (const measure of measures) if (measure.rounds > 1) timeOnce(measure);
  for (let round = 0; round < most; round += 1)
    for (const measure of measures)
      if (round < measure.rounds) times.get(measure.name)?.push(timeOnce(measure));
  return new Map([...times].map(([name, values]) => [name, findMedian(values)]));
}
