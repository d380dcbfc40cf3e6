/**
 * A report of the page's question: made on for a moment each time it is asked, so that the worker answers other
 * questions in between and stops being asked when the reader has had enough. The bytes are those of `beltway report`.
 */
import {
  makeReport,
  renderReport,
  type AnalysisRequest,
  type Dataset,
  type ReportDocument,
  type ReportRequest,
  type ReportStep,
} from '../../src/index.ts';
import { toSaid } from './plain.ts';
import type { ReportProgress, Tasks } from './protocol.ts';

/** How long it is made on at a time, in ms. */
const SLICE_MS = 100;

interface Kept {
  readonly dataset: Dataset;
  readonly key: string;
  readonly steps: Generator<ReportStep, ReportDocument>;
}
/** The one being made, and the one made last: another form of it is only written. */
let kept: Kept | null = null;
let made: (Omit<Kept, 'steps'> & { readonly document: ReportDocument }) | null = null;

/** Orders of the flowcharts as the options of a command give them: charts with an order first. */
function toArrangement({ arrangement = {} }: AnalysisRequest): ReportRequest['arrangement'] {
  const charts = Object.entries(arrangement).map(([id, one]) => {
    return [id, { order: one.order ?? [], leaveOut: one.leaveOut ?? [] }] as const;
  });
  const ordered = charts.filter(([, { order }]) => order.length > 0);
  const cut = charts.filter(([, { order, leaveOut }]) => order.length === 0 && leaveOut.length > 0);
  return Object.fromEntries([...ordered, ...cut]);
}

/** The question as the command line would be asked it: a report holds it, key by key. */
function toReportRequest({ request, sitesFile, doubts }: Tasks['report']['input']): ReportRequest {
  const { departS, arriveByS } = request;
  return {
    ...toSaid(request),
    ...{ departS, arriveByS },
    arrangement: toArrangement(request),
    ...(doubts ? {} : { draws: 0, without: ['sensitivity'] as const }),
    ...(sitesFile === null ? {} : { files: { sites: sitesFile } }),
  };
}

/** Goes on for a moment; the document once it is whole, else how far it is. */
function advance({ steps }: Kept): ReportDocument | ReportStep {
  const until = performance.now() + SLICE_MS;
  let next = steps.next();
  while (next.done !== true && performance.now() < until) next = steps.next();
  return next.value;
}

/** A report made on, and its text once it is whole. Throws DataError for a question that cannot be asked. */
export function goOnReport(dataset: Dataset, input: Tasks['report']['input']): ReportProgress {
  const asked = toReportRequest(input);
  const key = JSON.stringify(asked);
  if (made?.dataset !== dataset || made.key !== key) {
    if (kept?.dataset !== dataset || kept.key !== key)
      kept = { dataset, key, steps: makeReport(dataset, asked) };
    const run = kept;
    // What fails is not gone on with.
    kept = null;
    const got = advance(run);
    if (!('schema' in got)) {
      kept = run;
      return { part: got.part, share: got.of === 0 ? 0 : got.done / got.of, text: null };
    }
    made = { dataset, key, document: got };
  }
  return { part: 'build-order', share: 1, text: renderReport(made.document, input.format) };
}
