/** Makes a report step by step, and stops when the reader has had enough: the worker is asked on only while it is wanted. */
import { signal } from '@preact/signals';
import type { ReportFormat, ReportPart } from '../../src/index.ts';
import { OWN_SITES_FILE } from '../state/command.ts';
import { ownSites } from '../state/sites.ts';
import { request, slow } from './ask.ts';
import type { ReportProgress } from './protocol.ts';

/** Parts in the order in which they are made, by what each takes of the time on the shipped data, in hundredths. */
const WEIGHTS: Readonly<Record<'answer' | ReportPart, number>> = {
  answer: 10,
  reliability: 8,
  confidence: 50,
  sensitivity: 20,
  fixes: 6,
  values: 4,
  'build-order': 2,
};
type Made = keyof typeof WEIGHTS;

export interface Making {
  readonly format: ReportFormat;
  readonly part: Made;
  /** Of the whole, 0 … 1. */
  readonly share: number;
}

/** The report being made; null = none. */
export const making = signal<Making | null>(null);
/** With draws and sweeps, which take most of the time. */
export const withDoubts = signal(true);
let wanted = 0;

function toMaking(format: ReportFormat, { part, share }: ReportProgress): Making {
  const parts = Object.keys(WEIGHTS) as readonly Made[];
  const at = parts.find((one) => one === part) ?? 'answer';
  const sum = (some: readonly Made[]): number => some.reduce((total, one) => total + WEIGHTS[one], 0);
  const done = sum(parts.slice(0, parts.indexOf(at))) + share * WEIGHTS[at];
  return { format, part: at, share: done / sum(parts) };
}

/** Stops; nothing is saved. */
export function stopReport(): void {
  wanted += 1;
  making.value = null;
}

/** The text of a report of what is asked now; null where it was stopped. Throws Refused for what cannot be asked. */
export async function makeReport(format: ReportFormat): Promise<string | null> {
  wanted += 1;
  const own = wanted;
  const [asked, sites] = [request.peek(), ownSites.peek()];
  const sitesFile = sites === null ? null : OWN_SITES_FILE;
  const input = { request: asked, format, sitesFile, doubts: withDoubts.peek() };
  making.value = { format, part: 'answer', share: 0 };
  try {
    for (;;) {
      const progress = await slow().ask('report', input);
      if (own !== wanted) return null;
      if (progress.text !== null) return progress.text;
      making.value = toMaking(format, progress);
      // Other sites make another data set: the report would be of neither.
      if (ownSites.peek() !== sites) return null;
    }
  } finally {
    if (own === wanted) making.value = null;
  }
}
