/**
 * A report as a value, `beltway/report@1`: the request, the answers to it, and what a reader needs beside them. It is
 * plain JSON, and whatever a report shows is read off it alone.
 */
import type { ReportPart, ReportRequest } from '../../answer/report-request.ts';
import type { Analysis } from '../../model/answer.ts';
import type { BuildOrder } from '../../model/build-order.ts';
import type { ConfidenceDocument } from '../../model/confidence.ts';
import type { FixDocument } from '../../model/fix.ts';
import type { ReliabilityDocument } from '../../model/reliability.ts';
import type { ReportMap } from '../../model/report-map.ts';
import type { ScenarioFile } from '../../model/scenario.ts';
import type { SensitivityDocument } from '../../model/sensitivity.ts';
import type { Source } from '../../model/source.ts';
import type { CriticalityDocument, SectionValues } from '../../model/value.ts';
import type { DataName } from '../answers/names.ts';
import type { ScenarioDocument } from '../answers/scenario.ts';

/** A part that is not there, with the reason in words. */
export interface LeftOut {
  readonly part: ReportPart;
  readonly why: string;
}

/** What was asked: enough to make the rest again from the data. */
export interface ReportHead {
  readonly schema: 'beltway/report@1';
  readonly data: DataName;
  readonly request: ReportRequest;
  /** Asks the same on the command line. */
  readonly command: string;
}

export interface ReportDocument extends ReportHead {
  readonly leftOut: readonly LeftOut[];
  /** Scenarios of the question in full, with what each of their modifications does. */
  readonly scenarios: readonly ScenarioDocument[];
  /** The user's own as files, to be saved and asked again. */
  readonly scenarioFiles: readonly ScenarioFile[];
  /** Sources that the answer rests on. */
  readonly sources: readonly Source[];
  readonly map: ReportMap;
  readonly analysis: Analysis;
  readonly reliability: ReliabilityDocument | null;
  readonly confidence: ConfidenceDocument | null;
  readonly sensitivity: SensitivityDocument | null;
  /** What would make each target hold; empty where nothing fails, or it is not asked for. */
  readonly fixes: readonly FixDocument[];
  /** What closing each road loses; of the links the first. */
  readonly criticality: CriticalityDocument | null;
  readonly sectionValues: SectionValues | null;
  readonly buildOrder: BuildOrder | null;
}

/** Parts in the order in which a file holds them; the head comes before. */
export const DOCUMENT_PARTS = [
  ...(['leftOut', 'scenarios', 'scenarioFiles', 'sources', 'map', 'analysis'] as const),
  ...(['reliability', 'confidence', 'sensitivity', 'fixes'] as const),
  ...(['criticality', 'sectionValues', 'buildOrder'] as const),
] as const satisfies readonly (keyof ReportDocument)[];
export type DocumentPart = (typeof DOCUMENT_PARTS)[number];

/** The answers beside the main one that a report holds. */
export function listAnswers(report: ReportDocument): readonly { readonly schema: string }[] {
  const { reliability, confidence, sensitivity, fixes, criticality, sectionValues, buildOrder } = report;
  const one = [reliability, confidence, sensitivity, criticality, sectionValues, buildOrder];
  return [...one, ...fixes].filter((answer) => answer !== null);
}

/** The head of a report. */
export function toReportHead({ schema, data, request, command }: ReportHead): ReportHead {
  return { schema, data, request, command };
}
