/** A report in each of its forms. */
import type { ReportDocument } from '../report/document/document.ts';
import { renderReportMarkdown } from '../report/document/markdown.ts';
import { toReportCsv } from '../report/document/tidy.ts';
import { renderReportHtml } from '../report/html/page.ts';
import { toJsonText } from '../report/json.ts';
import type { ReportFormat } from './read.ts';

/** The text of a file. Pure: the same document gives the same text. */
export function renderReport(report: ReportDocument, format: ReportFormat): string {
  switch (format) {
    case 'html':
      return renderReportHtml(report);
    case 'markdown':
      return renderReportMarkdown(report);
    case 'csv':
      return toReportCsv(report);
    case 'json':
      return toJsonText(report);
  }
}
