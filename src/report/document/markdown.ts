/** A report as Markdown: the same sections without the drawings, and at its end what was asked, as data. */
import type { Block } from '../block.ts';
import { escapeMarkdown, renderMarkdown } from '../render-markdown.ts';
import { createView } from '../view.ts';
import { toReportHead, type ReportDocument } from './document.ts';
import { toEmbeddedJson } from './embed.ts';
import { toQuestionSentence } from './question.ts';
import { listSections, type Section } from './sections.ts';

/** Blocks of a section; their own titles stand one level lower than in an answer by itself. */
function renderSection({ title, items }: Section): readonly string[] {
  const blocks = items.filter((item): item is Block => item.kind !== 'figure');
  if (blocks.length === 0) return [];
  const own = renderMarkdown(blocks).replaceAll(/^#{1,2} /gm, '### ');
  return [`## ${escapeMarkdown(title)}\n`, own];
}

/** The text. Pure: the same document gives the same text. */
export function renderReportMarkdown(report: ReportDocument): string {
  const view = createView(report.analysis);
  const { headline } = view.analysis.sentences;
  const top = [
    `# ${escapeMarkdown(report.data.title)}\n`,
    `${escapeMarkdown(toQuestionSentence(view))}\n`,
    ...(headline === '' ? [] : [`**${escapeMarkdown(headline)}**\n`]),
  ];
  const asked = [
    '## What was asked, as data\n',
    `\`\`\`json\n${toEmbeddedJson(toReportHead(report))}\n\`\`\`\n`,
  ];
  return [...top, ...listSections(report).flatMap(renderSection), ...asked].join('\n');
}
