/** What a report's file says was asked, and the documents it holds, from text that nobody vouches for. */
import { toTextProblem } from '../load/json-problem.ts';
import { JsonTextError, readJson } from '../load/json.ts';
import { createReport } from '../load/report.ts';
import { readRow } from '../load/rows.ts';
import type { Problem } from '../problems.ts';
import type { ReportHead } from '../report/document/document.ts';
import { BLOCK_ID } from '../report/html/page.ts';
import { reportHead } from '../report/schemas/report.ts';

export const REPORT_FORMATS = ['html', 'markdown', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Of whatever version: the head says which one is read. */
const SCHEMA = 'beltway/report@';

/** How a file of each form begins; Markdown is known by what stands at its end. */
const HTML = '<!doctype html>\n<html lang="en">';
const CSV = 'part,scenario,from,to,';
const FENCE = '\n```json\n';

/** The text between two others; undefined where one of them is not there. */
function findBetween(text: string, before: string, after: string, from = 0): string | undefined {
  const start = text.indexOf(before, from);
  if (start < 0) return undefined;
  const end = text.indexOf(after, start + before.length);
  return end < 0 ? undefined : text.slice(start + before.length, end);
}

/** The JSON of a block of data of a file of HTML. */
function findBlock(text: string, name: string): string | undefined {
  return findBetween(text, `<script type="application/json" id="${BLOCK_ID}${name}">`, '</script>');
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What was asked stands in the first line of a table, in quotes that are doubled inside. */
const ASKED = /^report,,,,,asked,,"((?:[^"]|"")*)",$/;

function findCsvHead(text: string): string | undefined {
  const line = findBetween(text, '\r\n', '\r\n') ?? '';
  return ASKED.exec(line)?.[1]?.replaceAll('""', '"');
}

interface Found {
  readonly format: ReportFormat;
  readonly head: unknown;
}

function isHead(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schema' in value &&
    String(value.schema).startsWith(SCHEMA)
  );
}

function pick({ schema, data, request, command }: Readonly<Record<string, unknown>>): unknown {
  return { schema, data, request, command };
}

/** The JSON of a file that is neither a page nor a table, and what stands before it; undefined where there is none. */
function findJson(text: string): { readonly before: string; readonly json: string } | undefined {
  if (text.startsWith('{')) return { before: '', json: text };
  const fence = text.lastIndexOf(FENCE);
  const json = fence < 0 ? undefined : findBetween(text, FENCE, '\n```', fence);
  return json === undefined ? undefined : { before: text.slice(0, fence + FENCE.length), json };
}

/** The form of a text and its head, unchecked; undefined where it is no report. */
function find(text: string): Found | undefined {
  if (text.startsWith(HTML)) return { format: 'html', head: parse(findBlock(text, 'report')) };
  if (text.startsWith(CSV)) return { format: 'csv', head: parse(findCsvHead(text)) };
  const value = parse(findJson(text)?.json);
  if (!isHead(value)) return undefined;
  return text.startsWith('{') ? { format: 'json', head: pick(value) } : { format: 'markdown', head: value };
}

/** Whether a text is a report, sound or not, in any of its forms. */
export function isReport(text: string): boolean {
  return find(text) !== undefined;
}

export interface ReadReport {
  readonly format: ReportFormat;
  readonly head: ReportHead;
}

/** Why a text is no report: the place at which its JSON breaks off, where it has any. */
function explain(text: string, file: string): Problem {
  const found = findJson(text);
  try {
    readJson(found?.json ?? '{}');
  } catch (error) {
    if (!(error instanceof JsonTextError) || found === undefined) throw error;
    return toTextProblem(file, found.json, error, found.before);
  }
  const expected = `a report: ${REPORT_FORMATS.join(', ')}`;
  return { file, path: '', expected, found: 'other text', code: 'wrong-type' };
}

/** The form and the head of a report; undefined with the problems where there is none. */
export function readReport(
  text: string,
  file: string,
): ReadReport | { readonly problems: readonly Problem[] } {
  const found = find(text);
  if (found === undefined) return { problems: [explain(text, file)] };
  const report = createReport();
  const head = readRow(reportHead, found.head, { file, keys: [] }, report).value;
  return head === null ? { problems: report.list() } : { format: found.format, head };
}

/** A document that a file holds; undefined where the form holds none, or it cannot be read. */
export function findDocument(text: string, format: ReportFormat, part: string): unknown {
  if (format === 'html') return parse(findBlock(text, part));
  const whole = format === 'json' ? parse(text) : undefined;
  return isHead(whole) ? whole[part] : undefined;
}
