/**
 * A report as one file of HTML: it needs no script, no server and nothing beside it. What it shows is read off the
 * documents that it holds at its end, each in a block of data that a browser passes over.
 */
import type { Analysis } from '../../model/answer.ts';
import { toSettingText } from '../compare.ts';
import { DOCUMENT_PARTS, toReportHead, type ReportDocument } from '../document/document.ts';
import { toEmbeddedJson } from '../document/embed.ts';
import { toQuestionSentence } from '../document/question.ts';
import { listSections, type Item, type Section } from '../document/sections.ts';
import { createView, type View } from '../view.ts';
import { toBlockMarkup } from './blocks.ts';
import { drawCurves } from './curve.ts';
import { drawFlowchartFigure } from './flowchart.ts';
import { drawMaps } from './map.ts';
import { container, element, type Child, type Markup } from './markup.ts';
import { toPolicy } from './policy.ts';
import { drawShares } from './shares.ts';
import { REPORT_STYLE } from './style.ts';
import { drawTornado } from './tornado.ts';

/** Sections that begin on a page of their own. */
const NEW_PAGE: ReadonlySet<string> = new Set(['flowcharts', 'claims', 'reliability', 'scenarios']);

/** Begins the id of every block of data. */
export const BLOCK_ID = 'beltway-';

/** Where something stands: the title above it, and the element of its own headings. */
interface Under {
  readonly caption: string;
  readonly heading: 'h3' | 'h4';
}

function drawItem(
  item: Item,
  { caption, heading }: Under,
  view: View,
  report: ReportDocument,
): readonly Markup[] {
  if (item.kind !== 'figure') return [toBlockMarkup(item, caption, heading)];
  switch (item.of) {
    case 'maps':
      return drawMaps(view, report.map);
    case 'curve':
      return [drawCurves(view)];
    case 'tornado':
      return report.sensitivity === null ? [] : [drawTornado(report.sensitivity)];
    case 'shares':
      return report.sectionValues === null ? [] : [drawShares(report.sectionValues)];
    case 'flowchart':
      return [drawFlowchartFigure(item.chart)];
  }
}

function drawSection({ id, title, items }: Section, view: View, report: ReportDocument): Markup {
  let caption = title;
  // Answers with titles of their own stand one below the other.
  const heading = items.some((item) => item.kind === 'title') ? 'h4' : 'h3';
  const parts = items.flatMap((item) => {
    if (item.kind === 'heading' || item.kind === 'title') caption = item.text;
    return drawItem(item, { caption, heading }, view, report);
  });
  const attributes = { id, 'aria-labelledby': `${id}-heading`, class: NEW_PAGE.has(id) ? 'new-page' : null };
  return container('section', attributes, [element('h2', { id: `${id}-heading` }, title), ...parts]);
}

function toContents(sections: readonly Section[]): Markup {
  const items = sections.map(({ id, title }) => element('li', {}, element('a', { href: `#${id}` }, title)));
  return element('nav', { class: 'contents', 'aria-label': 'Contents' }, container('ol', {}, items));
}

function toFacts({ base, build, analysis }: View): Markup {
  const facts: readonly (readonly [string, string])[] = [
    ['Without', `${base.title} (${base.date})`],
    ['With', `${build.title} (${build.date})`],
    ['Times', toSettingText(analysis)],
    ['Data', `${analysis.data.title}, digest ${analysis.data.digest.slice(0, 16)}`],
  ];
  const shown = base.id === build.id ? facts.slice(1) : facts;
  return container(
    'dl',
    { class: 'facts' },
    shown.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );
}

function toTop(view: View, question: string): Markup {
  const { headline, scope } = view.analysis.sentences;
  return container('header', {}, [
    element('p', { class: 'kicker' }, `Beltway report · ${view.analysis.data.title}`),
    element('h1', {}, question),
    ...(headline === '' ? [] : [element('p', { class: 'answer' }, headline)]),
    element('p', { class: 'quiet' }, scope),
    toFacts(view),
  ]);
}

function toBlockOfData(name: string, value: unknown): Markup {
  const attributes = { type: 'application/json', id: `${BLOCK_ID}${name}` };
  return element('script', attributes, { markup: toEmbeddedJson(value) });
}

function toHead(title: string): Markup {
  return container('head', {}, [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: toPolicy(REPORT_STYLE) }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('title', {}, title),
    element('style', {}, { markup: REPORT_STYLE }),
  ]);
}

const toTitle = ({ data }: Analysis): string => `Beltway report: ${data.title}`;

/** The file. Pure: the same document gives the same text. */
export function renderReportHtml(report: ReportDocument): string {
  const view = createView(report.analysis);
  const sections = listSections(report);
  const parts: readonly Child[] = [
    toTop(view, toQuestionSentence(view)),
    toContents(sections),
    ...sections.map((section) => drawSection(section, view, report)),
  ];
  const body = container('body', {}, [
    container('main', {}, parts),
    toBlockOfData('report', toReportHead(report)),
    ...DOCUMENT_PARTS.map((part) => toBlockOfData(part, report[part])),
  ]);
  const html = container('html', { lang: 'en' }, [toHead(toTitle(report.analysis)), body]);
  return `<!doctype html>\n${html.markup}\n`;
}
