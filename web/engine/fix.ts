/**
 * What would make a target hold, sought on for a moment each time it is asked, so that the worker answers other questions
 * in between and the reader may stop. The document is that of `beltway fix`.
 */
import {
  startFix,
  type AnalysisRequest,
  type Dataset,
  type FixRequest,
  type FixRun,
} from '../../src/index.ts';
import { toPlain } from './plain.ts';
import type { FixState, Tasks } from './protocol.ts';

/** How long it goes on at a time, in ms. */
const SLICE_MS = 100;

interface Kept {
  readonly dataset: Dataset;
  readonly key: string;
  readonly run: FixRun;
}
let kept: Kept | null = null;

/** The question as the command line is asked it. */
function toFixRequest(request: AnalysisRequest, target: FixRequest['target']): FixRequest {
  const { base: _, criticalLevel: _level, ...plain } = toPlain(request);
  return { ...plain, target };
}

function findRun(dataset: Dataset, asked: FixRequest): FixRun {
  const key = JSON.stringify(asked);
  if (kept === null || kept.dataset !== dataset || kept.key !== key)
    kept = { dataset, key, run: startFix(dataset, asked) };
  return kept.run;
}

/** A search gone on with. Throws DataError for a question that cannot be asked. */
export function goOnFixing(dataset: Dataset, { request, target }: Tasks['fix']['input']): FixState {
  const run = findRun(dataset, toFixRequest(request, target));
  const until = performance.now() + SLICE_MS;
  while (!run.progress().isDone && performance.now() < until) run.advance(1);
  const progress = run.progress();
  return { progress, document: progress.isDone ? run.document() : null };
}
