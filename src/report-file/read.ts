/** What a report's file says was asked, and the documents it holds, from text that nobody vouches for. */
import { createReport } from '../load/report.ts';
import { readRow } from '../load/rows.ts';
import type { Problem } from '../problems.ts';
import type { ReportHead } from '../report/document/document.ts';
import { BLOCK_ID } from '../report/html/page.ts';
import { reportHead } from '../report/schemas/report.ts';

export const REPORT_FORMATS = ['html', 'markdown', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const SCHEMA = 'beltway/report@1';

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
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === SCHEMA;
}

function pick({ schema, data, request, command }: Readonly<Record<string, unknown>>): unknown {
  return { schema, data, request, command };
}

/** The form of a text and its head, unchecked; undefined where it is no report. */
function find(text: string): Found | undefined {
  if (text.startsWith(HTML)) return { format: 'html', head: parse(findBlock(text, 'report')) };
  if (text.startsWith(CSV)) return { format: 'csv', head: parse(findCsvHead(text)) };
  if (text.startsWith('{')) {
    const value = parse(text);
    return isHead(value) ? { format: 'json', head: pick(value) } : undefined;
  }
  const fence = text.lastIndexOf(FENCE);
  const head = fence < 0 ? undefined : parse(findBetween(text, FENCE, '\n```', fence));
  return isHead(head) ? { format: 'markdown', head } : undefined;
}

/** Whether a text is a report, sound or not, in any of its forms. */
export function isReport(text: string): boolean {
  return find(text) !== undefined;
}

export interface ReadReport {
  readonly format: ReportFormat;
  readonly head: ReportHead;
}

/** The form and the head of a report; undefined with the problems where there is none. */
export function readReport(
  text: string,
  file: string,
): ReadReport | { readonly problems: readonly Problem[] } {
  const found = find(text);
  if (found === undefined) {
    const expected = `a report: ${REPORT_FORMATS.join(', ')}`;
    return { problems: [{ file, path: '', expected, found: 'other text', code: 'wrong-type' }] };
  }
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
