/**
 * The draws of a question, step by step, and its sweeps. A run is kept between steps, so that the page has a first
 * picture after a few draws and the worker is free in between.
 */
import {
  startDraws,
  toSensitivity,
  type AnalysisRequest,
  type ConfidenceDocument,
  type Dataset,
  type DrawRun,
  type SensitivityDocument,
} from '../../src/index.ts';
import { toPlain } from './plain.ts';

/** Draws and seed of the page: those of the command line where nothing is said. */
export const DRAWS = 500;

interface Kept {
  readonly dataset: Dataset;
  readonly key: string;
  readonly run: DrawRun;
}
let kept: Kept | null = null;

function findRun(dataset: Dataset, request: AnalysisRequest): DrawRun {
  const plain = toPlain(request);
  const key = JSON.stringify(plain);
  if (kept === null || kept.dataset !== dataset || kept.key !== key)
    kept = { dataset, key, run: startDraws(dataset, plain, { draws: DRAWS }) };
  return kept.run;
}

/** The document of so many draws, made on from those already made. */
export function runDraws(
  dataset: Dataset,
  { request, upTo }: { readonly request: AnalysisRequest; readonly upTo: number },
): ConfidenceDocument {
  const run = findRun(dataset, request);
  run.advance(Math.max(0, upTo - run.done()));
  return run.document();
}

/** What each parameter does by itself. */
export function runSweeps(dataset: Dataset, request: AnalysisRequest): SensitivityDocument {
  return toSensitivity(dataset, toPlain(request));
}
