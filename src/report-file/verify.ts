/**
 * A report's file held against the data: the main answer by the engine of `verify/`, which shares no code with the
 * search; every document by making it again from what was asked; and the file itself, character by character, by
 * making it again from these. Nothing of the file is believed but its question.
 */
import { createReport } from '../load/report.ts';
import { readProfile } from '../load/profile-file.ts';
import { checkScenarioId } from '../load/scenario-value.ts';
import type { Dataset } from '../model/dataset.ts';
import { DataError, type Problem } from '../problems.ts';
import {
  DOCUMENT_PARTS,
  listAnswers,
  toReportHead,
  type ReportDocument,
  type ReportHead,
} from '../report/document/document.ts';
import { verifyAnalysis } from '../verify/answer.ts';
import { listChangedLines, listDifferences } from './differences.ts';
import { makeReport } from './make.ts';
import { findDocument, readReport, type ReportFormat } from './read.ts';
import { renderReport } from './render.ts';
import { toStep, type ReportStep } from './step.ts';

export interface ReportCheck {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** What is shown; null where the file is refused. */
  readonly statement: string | null;
}

const refuse = (problems: readonly Problem[]): ReportCheck => ({ ok: false, problems, statement: null });

/** Another data set gives other numbers: nothing further could be told. */
function checkData(dataset: Dataset, { data }: ReportHead, file: string): readonly Problem[] {
  const { id, title } = dataset.header;
  return listDifferences(file, 'data', { id, title, digest: dataset.digest }, data);
}

/** Scenarios and days of traffic that the file brings along. */
function checkBrought(dataset: Dataset, { request }: ReportHead, file: string): readonly Problem[] {
  const report = createReport();
  for (const [i, scenario] of (request.scenarios ?? []).entries())
    checkScenarioId(dataset, scenario, { file, keys: ['request', 'scenarios', i] }, report);
  const { profile } = request;
  if (typeof profile !== 'object') return report.list();
  const text = JSON.stringify({ ...profile, schema: 'beltway/profile@1' });
  return [...report.list(), ...readProfile(dataset, text, file).problems];
}

/** Documents that are not those that the question gives. */
function checkDocuments(text: string, format: ReportFormat, made: ReportDocument, file: string) {
  if (format !== 'html' && format !== 'json') return [];
  return DOCUMENT_PARTS.flatMap((part) =>
    listDifferences(file, part, made[part], findDocument(text, format, part)),
  );
}

/** Lines that hold documents: what differs in them is told by its path. */
const isDocument = (line: string): boolean => line.startsWith('<script ');

function checkText(text: string, format: ReportFormat, made: ReportDocument, file: string, told: boolean) {
  const expected = renderReport(made, format);
  if (expected === text) return [];
  if (format === 'json' && told) return [];
  const changed = listChangedLines(file, expected, text, isDocument);
  if (changed.length > 0 || told) return changed;
  return listChangedLines(file, expected, text, () => false);
}

function toStatement(report: ReportDocument, checked: number): string {
  const documents = 1 + listAnswers(report).length;
  const own =
    report.analysis.clock === null
      ? `${checked} values of the main answer derived again by an engine of its own`
      : 'Times by the hour are not derived by the engine of its own';
  return `${own}; all ${documents} answers computed again from what was asked, and every character of the file made again from them: all equal.`;
}

/** Times by the hour are beyond the second engine. */
function deriveAgain(dataset: Dataset, { analysis }: ReportDocument, file: string) {
  if (analysis.clock !== null) return { problems: [], checked: 0 };
  const { problems, checked } = verifyAnalysis(dataset, analysis);
  return {
    problems: problems.map((problem) => ({ ...problem, file, path: `analysis.${problem.path}` })),
    checked,
  };
}

/** Makes the report again and compares. Throws DataError for a question that cannot be asked. */
function* compareAll(
  dataset: Dataset,
  text: string,
  { format, head }: { readonly format: ReportFormat; readonly head: ReportHead },
  file: string,
): Generator<ReportStep, ReportCheck> {
  const made = yield* makeReport(dataset, head.request);
  yield toStep('check', 'Deriving it again …');
  const second = deriveAgain(dataset, made, file);
  yield toStep('check', 'Comparing …');
  const asked = listDifferences(file, 'head', toReportHead(made), head);
  const documents = [...asked, ...checkDocuments(text, format, made, file)];
  const told = documents.length > 0;
  const problems = [...second.problems, ...documents, ...checkText(text, format, made, file, told)];
  return problems.length > 0
    ? refuse(problems)
    : { ok: true, problems, statement: toStatement(made, second.checked) };
}

/**
 * Checks a report's file step by step. Whatever the text is, it returns: accepted, or refused with every place that
 * differs (the first ones in full).
 */
export function* verifyReport(
  dataset: Dataset,
  text: string,
  file: string,
): Generator<ReportStep, ReportCheck> {
  const read = readReport(text, file);
  if ('problems' in read) return refuse(read.problems);
  const wrong = [...checkData(dataset, read.head, file), ...checkBrought(dataset, read.head, file)];
  if (wrong.length > 0) return refuse(wrong);
  try {
    return yield* compareAll(dataset, text, read, file);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return refuse(error.problems);
  }
}
