/** The answers beside the main one: each is asked unless it is left out, or the data or the question do not allow it. */
import { startDraws } from '../answer/confidence.ts';
import { startFix } from '../answer/fix.ts';
import { toReliability } from '../answer/reliability.ts';
import type { ReportPart, ReportRequest } from '../answer/report-request.ts';
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
    yield { words: 'Drawing', done: run.done(), of: run.asked };
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
      yield toStep(`Seeking what would fix it: ${i + 1} …`);
      run.advance(PIECES);
    }
    found.push(run.document());
  }
  return found;
}

type Parts = Pick<ReportDocument, 'reliability' | 'confidence' | 'sensitivity' | 'fixes'>;

/** How often, how sure, what it hangs on, what would fix it. */
export function* makeParts(
  dataset: Dataset,
  request: ReportRequest,
  analysis: Analysis,
  leftOut: LeftOut[],
): Generator<ReportStep, Parts> {
  const asking: Asking = { dataset, request, leftOut };
  yield toStep('Reading how times vary …');
  const reliability = isAsked(asking, 'reliability')
    ? attempt(asking, 'reliability', () => toReliability(dataset, request))
    : null;
  const confidence = isAsked(asking, 'confidence') ? yield* draw(asking) : null;
  yield toStep('Sweeping …');
  const sensitivity = isAsked(asking, 'sensitivity')
    ? attempt(asking, 'sensitivity', () => toSensitivity(dataset, request))
    : null;
  const fixes = isAsked(asking, 'fixes') ? yield* fix(asking, analysis) : [];
  return { reliability, confidence, sensitivity, fixes };
}
