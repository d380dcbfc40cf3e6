/** A thread of a sweep: makes the sweep of the same arguments, then the parts it is asked for. */
import { workerData } from 'piscina';
import { readSweep, type SweepArguments } from './arguments.ts';
import { createMeasurer } from './measure.ts';
import type { Row } from './parts.ts';
import { makePart } from './run.ts';

const measure = createMeasurer(readSweep(workerData as SweepArguments));

/** Makes a part. */
export function makeOne(part: number): readonly Row[] {
  return makePart(measure, part);
}
