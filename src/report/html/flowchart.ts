/** A flowchart as a drawing: the chain of its nodes, each with sign and word of its verdict. */
import type { AnswerFlowchart, AnswerFlowchartNode } from '../../model/answer.ts';
import { drawFlowchart, FLOWCHART_BOX, type FlowchartSpot } from '../flowchart-layout.ts';
import { toSign } from '../format.ts';
import { toDrawing, toFigure, toScroll } from './drawing.ts';
import { element, join, type Markup } from './markup.ts';
import { fitLines, toPx } from './sizes.ts';

/** A printed page is as wide. */
const WIDTH = 780;
const MARGIN = 4;
const FONT = 11.5;
const LINE = 13;

function toPath(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${toPx(x)} ${toPx(y)}`).join('');
}

/** What the box says beside its label; in brackets as in the table: what a later node would be. */
function toVerdict({ verdict, wouldBe }: AnswerFlowchartNode, isBottleneck: boolean): string {
  const word = `${toSign(verdict).sign} ${verdict}`;
  if (wouldBe) return `(${word})`;
  return isBottleneck ? `${word}: bottleneck` : word;
}

function toBox(chart: AnswerFlowchart, node: AnswerFlowchartNode, { x, y }: FlowchartSpot): Markup {
  const isBottleneck = chart.bottleneck === node.id;
  const lines = fitLines(node.label, FLOWCHART_BOX.width - 14, FONT).slice(0, 3);
  const classes = [
    'box',
    node.verdict,
    ...(isBottleneck ? ['bottleneck'] : []),
    ...(node.wouldBe ? ['would-be'] : []),
  ];
  const text = (line: string, i: number, name: string): Markup =>
    element('text', { class: name, x: toPx(x + 8), y: toPx(y + 15 + i * LINE) }, line);
  return element(
    'g',
    { class: classes.join(' ') },
    element('rect', {
      x: toPx(x),
      y: toPx(y),
      width: FLOWCHART_BOX.width,
      height: FLOWCHART_BOX.height,
      rx: 4,
    }),
    join(lines.map((line, i) => text(line, i, 'label'))),
    text(toVerdict(node, isBottleneck), 3, 'verdict'),
  );
}

/** Head of every arrow; each drawing has its own. */
function toHead(id: string): Markup {
  const attributes = {
    id,
    viewBox: '0 0 8 8',
    refX: 7,
    refY: 4,
    markerWidth: 7,
    markerHeight: 7,
    orient: 'auto',
  };
  return element(
    'defs',
    {},
    element('marker', attributes, element('path', { class: 'head', d: 'M0 0L8 4L0 8z' })),
  );
}

/** One chart with the verdicts of one scenario. */
export function drawFlowchartFigure(chart: AnswerFlowchart): Markup {
  const drawing = drawFlowchart(
    chart.nodes.map(({ id }) => id),
    WIDTH,
  );
  const spots = new Map(drawing.spots.map((spot) => [spot.id, spot]));
  const head = `flowchart-${chart.chart}-head`;
  const arrows = drawing.arrows.map(({ points }) =>
    element('path', { class: 'arrow', d: toPath(points), 'marker-end': `url(#${head})` }),
  );
  const boxes = chart.nodes.flatMap((node) => {
    const spot = spots.get(node.id);
    return spot === undefined ? [] : [toBox(chart, node, spot)];
  });
  const description = chart.nodes
    .map((node) => `${node.label}: ${toVerdict(node, chart.bottleneck === node.id)}`)
    .join('; ');
  const size = { width: drawing.width + 2 * MARGIN, height: drawing.height + 2 * MARGIN };
  const picture = toDrawing({ id: `flowchart-${chart.chart}`, title: chart.title, description }, size, [
    toHead(head),
    element('g', { transform: `translate(${MARGIN} ${MARGIN})` }, ...arrows, ...boxes),
  ]);
  return toFigure(
    [toScroll(picture, chart.title)],
    [`Verdicts of ${chart.scenario}. Dashed and in brackets: what a later node would be.`],
  );
}
