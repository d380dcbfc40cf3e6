/** The answers beside the main one: each is asked unless it is left out, or the data or the question do not allow it. */
import { startBuildOrder } from '../answer/build-order.ts';
import { startDraws } from '../answer/confidence.ts';
import { startCriticality } from '../answer/criticality.ts';
import { startFix } from '../answer/fix.ts';
import type { PieceRun } from '../answer/pieces.ts';
import { toReliability } from '../answer/reliability.ts';
import type { ReportPart, ReportRequest } from '../answer/report-request.ts';
import { startSectionValues } from '../answer/section-values.ts';
import { toSensitivity } from '../answer/sensitivity.ts';
import type { Analysis } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { FixDocument } from '../model/fix.ts';
import { DataError, toSentence } from '../problems.ts';
import type { LeftOut, ReportDocument } from '../report/document/document.ts';
import { chooseTargets } from './fix-targets.ts';
import { toStep, type ReportStep } from './step.ts';

/** Draws between two steps, pieces of a search between two steps. */
const DRAWS = 5;
const PIECES = 4;
const SEARCHES = 20;

/** Links that are listed: the most critical; the whole list is for `beltway value`. */
const CRITICAL_LINKS = 20;

/** Where the parts that are not there are gathered with their reasons. */
interface Asking {
  readonly dataset: Dataset;
  readonly request: ReportRequest;
  readonly leftOut: LeftOut[];
}

function isAsked({ request, leftOut }: Asking, part: ReportPart): boolean {
  const isOut = request.without?.includes(part) === true || (part === 'confidence' && request.draws === 0);
  if (isOut) leftOut.push({ part, why: 'Not asked for.' });
  return !isOut;
}

/** A part, or why there is none: what the data or the question do not allow is no error. */
function attempt<T>({ leftOut }: Asking, part: ReportPart, make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    leftOut.push({ part, why: error.problems.map(toSentence).join(' ') });
    return null;
  }
}

/** Draws a few at a time. */
function* draw(asking: Asking): Generator<ReportStep, ReportDocument['confidence']> {
  const { dataset, request } = asking;
  const { draws, seed } = request;
  const run = attempt(asking, 'confidence', () => startDraws(dataset, request, { draws, seed }));
  if (run === null) return null;
  while (run.done() < run.asked) {
    yield { words: 'Drawing', part: 'confidence', done: run.done(), of: run.asked };
    run.advance(DRAWS);
  }
  return run.document();
}

/** What would make each target hold. Throws DataError for one that the caller named and that cannot be asked. */
function* fix(asking: Asking, analysis: Analysis): Generator<ReportStep, ReportDocument['fixes']> {
  const { dataset, request } = asking;
  const { fixes, base: _, beside: __, origins: ___, destinations: ____, ...rest } = request;
  const found: FixDocument[] = [];
  for (const [i, target] of (fixes ?? chooseTargets(analysis)).entries()) {
    const start = () => startFix(dataset, { ...rest, target });
    const run = fixes === undefined ? attempt(asking, 'fixes', start) : start();
    if (run === null) return found;
    while (!run.progress().isDone) {
      yield toStep('fixes', `Seeking what would fix it: ${i + 1} …`);
      run.advance(PIECES);
    }
    found.push(run.document());
  }
  return found;
}

/** Goes on with a search piece by piece; null where it cannot be asked. */
function* work<T>(
  asking: Asking,
  part: ReportPart,
  words: string,
  start: () => PieceRun<T>,
): Generator<ReportStep, T | null> {
  const run = attempt(asking, part, start);
  if (run === null) return null;
  while (run.done() < run.asked) {
    yield { words, part, done: run.done(), of: run.asked };
    run.advance(SEARCHES);
  }
  return run.document();
}

type Worth = Pick<ReportDocument, 'criticality' | 'sectionValues' | 'buildOrder'>;

/** What roads are worth in the scenario with, and in which order sections would have been best built. */
function* value(asking: Asking): Generator<ReportStep, Worth> {
  const { dataset, request } = asking;
  // The sweeps' measure is another.
  const { base: _, beside: __, measure: ___, ...asked } = request;
  const has = isAsked(asking, 'values');
  const close = () => startCriticality(dataset, { ...asked, top: CRITICAL_LINKS });
  const criticality = has ? yield* work(asking, 'values', 'Closing roads', close) : null;
  const open = () => startSectionValues(dataset, asked);
  const sectionValues = has ? yield* work(asking, 'values', 'Opening sections', open) : null;
  const order = () => startBuildOrder(dataset, asked);
  const buildOrder = isAsked(asking, 'build-order')
    ? yield* work(asking, 'build-order', 'Ordering sections', order)
    : null;
  return { criticality, sectionValues, buildOrder };
}

type Parts = Pick<ReportDocument, 'reliability' | 'confidence' | 'sensitivity' | 'fixes'> & Worth;

/** How often, how sure, what it hangs on, what would fix it, what it is worth. */
export function* makeParts(
  dataset: Dataset,
  request: ReportRequest,
  analysis: Analysis,
  leftOut: LeftOut[],
): Generator<ReportStep, Parts> {
  const asking: Asking = { dataset, request, leftOut };
  yield toStep('reliability', 'Reading how times vary …');
  const reliability = isAsked(asking, 'reliability')
    ? attempt(asking, 'reliability', () => toReliability(dataset, request))
    : null;
  const confidence = isAsked(asking, 'confidence') ? yield* draw(asking) : null;
  yield toStep('sensitivity', 'Sweeping …');
  const sensitivity = isAsked(asking, 'sensitivity')
    ? attempt(asking, 'sensitivity', () => toSensitivity(dataset, request))
    : null;
  const fixes = isAsked(asking, 'fixes') ? yield* fix(asking, analysis) : [];
  return { reliability, confidence, sensitivity, fixes, ...(yield* value(asking)) };
}
