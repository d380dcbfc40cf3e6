/** Draws of a question one by one, in any order: the values of draw i hang on the seed and on i alone. */
import { MOST_DRAWS, MOST_SEED } from '../model/confidence.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Uncertainty } from '../model/variability.ts';
import { DataError, type Problem } from '../problems.ts';
import { listDimensions, type Dimension } from '../uncertainty/dimensions.ts';
import { drawStrata } from '../uncertainty/hypercube.ts';
import { createConnectorFinder, findOutcome, type Outcome } from '../uncertainty/outcome.ts';
import { readAt, readMiddle, toValues, type ReadValue } from '../uncertainty/values.ts';
import { toDrawnQuestion, type DrawnQuestion } from './drawn-question.ts';
import type { AnalysisRequest } from './request.ts';

export interface DrawOptions {
  /** 1 to 100,000; default 500. */
  readonly draws?: number | undefined;
  /** A whole number of 32 bits, 0 or more; default 1. */
  readonly seed?: number | undefined;
}

export interface Drawer {
  readonly drawn: DrawnQuestion;
  readonly dimensions: readonly Dimension[];
  readonly uncertainty: Uncertainty;
  /** Values of u by dimension, then by draw. */
  readonly strata: readonly Float64Array[];
  /** What the middle values say, by side. */
  readonly middle: () => readonly Outcome[];
  /** What a draw says, by side. */
  readonly draw: (i: number) => readonly Outcome[];
}

function checkOptions({ draws, seed }: Required<DrawOptions>): void {
  const problems: Problem[] = [];
  const check = (path: string, value: number | undefined, low: number, high: number): void => {
    if (Number.isInteger(value) && (value as number) >= low && (value as number) <= high) return;
    const expected = `a whole number from ${low} to ${high}`;
    problems.push({ file: 'request', path, expected, found: String(value), code: 'out-of-range' });
  };
  check('draws', draws, 1, MOST_DRAWS);
  check('seed', seed, 0, MOST_SEED);
  if (problems.length > 0) throw new DataError(problems);
}

/** What a set of values says on every side: the places are moved once for all. */
function findOutcomes(
  { asked, sides }: DrawnQuestion,
  dimensions: readonly Dimension[],
  read: ReadValue,
): readonly Outcome[] {
  const values = toValues(asked.drawn, dimensions, read);
  const connectorsIn = createConnectorFinder(asked, values);
  return sides.map(({ roads }) => findOutcome(asked, roads, values, connectorsIn(roads.state)));
}

/**
 * The draws of a request. Throws DataError with everything wrong in the request, and for a data set that does not say how
 * far its places and tags may be wrong.
 */
export function createDrawer(
  dataset: Dataset,
  request: AnalysisRequest,
  options: { readonly draws: number; readonly seed: number },
): Drawer {
  checkOptions(options);
  const drawn = toDrawnQuestion(dataset, request);
  const { uncertainty } = dataset;
  if (uncertainty === null) throw new RangeError('checked before');
  const dimensions = listDimensions(drawn.asked.drawn);
  const strata = dimensions.map(({ id }) => drawStrata(id, options.draws, options.seed));
  return {
    ...{ drawn, dimensions, uncertainty, strata },
    middle: () => findOutcomes(drawn, dimensions, readMiddle),
    draw: (i) => findOutcomes(drawn, dimensions, (dimension, d) => readAt(dimension, strata[d]?.[i] ?? NaN)),
  };
}
