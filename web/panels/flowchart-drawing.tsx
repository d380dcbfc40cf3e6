/** The chain of a flowchart: boxes with verdict by colour, icon and word, in the order they are walked. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  drawFlowchart,
  FLOWCHART_BOX,
  type AnswerFlowchart,
  type AnswerFlowchartNode,
  type FlowchartArrow,
  type FlowchartSpot,
} from '../../src/index.ts';
import { look, show } from '../state/look.ts';
import { t } from '../words/index.ts';
import { labelOf } from './flowchart-words.ts';

export const MARKS = { yes: '✓', no: '✗', unknown: '?' } as const;
/** Longer labels take three lines: their verdict follows on the last one. */
const LONG = 28;
/** Width taken before the panel has been measured. */
const FIRST_WIDTH = 860;

function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

/** What the look of a box says beside its label and verdict, in words. */
function describe(node: AnswerFlowchartNode, chart: AnswerFlowchart): string {
  const parts: string[] = [];
  if (chart.bottleneck === node.id) parts.push(t('flowchart.bottleneck'));
  if (chart.openQuestions.includes(node.id)) parts.push(t('flowchart.openQuestion'));
  if (node.wouldBe) parts.push(t('flowchart.wouldBe'));
  return parts.join(', ');
}

interface BoxProps {
  readonly chart: AnswerFlowchart;
  readonly node: AnswerFlowchartNode;
  readonly spot: FlowchartSpot;
}

function NodeBox({ chart, node, spot }: BoxProps) {
  const open = look.value.node === node.id;
  const label = labelOf(chart.chart, node);
  const isLong = label.length > LONG;
  const name =
    chart.bottleneck === node.id ? 'bottleneck' : chart.openQuestions.includes(node.id) ? 'open' : '';
  return (
    <li
      style={{
        left: `${spot.x}px`,
        top: `${spot.y}px`,
        width: `${FLOWCHART_BOX.width}px`,
        height: `${FLOWCHART_BOX.height}px`,
      }}
    >
      <button
        type="button"
        class={`flowchart-box ${node.verdict} ${name} ${node.wouldBe ? 'would-be' : ''}`}
        aria-expanded={open}
        onClick={() => show({ node: open ? null : node.id })}
      >
        <span class="flowchart-mark" aria-hidden="true">
          {MARKS[node.verdict]}
        </span>
        <span class="flowchart-label">
          {label}
          {isLong && ' · '}
          <small class={isLong ? 'inline' : ''}>
            {t(`flowchart.verdict.${node.verdict}`)}
            {node.attribution === 'no-to-yes' && ` · ${t('flowchart.becauseShort')}`}
          </small>
          <span class="visually-hidden"> {describe(node, chart)}</span>
        </span>
      </button>
    </li>
  );
}

function toPath({ points }: FlowchartArrow): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

export function FlowchartDrawing({ chart }: { readonly chart: AnswerFlowchart }) {
  const { ref, width } = useWidth();
  const drawing = drawFlowchart(
    chart.nodes.map(({ id }) => id),
    width,
  );
  const spots = new Map(drawing.spots.map((spot) => [spot.id, spot]));
  return (
    <div class="flowchart-drawing" ref={ref} style={{ height: `${drawing.height}px` }}>
      <svg width={drawing.width} height={drawing.height} aria-hidden="true" focusable="false">
        <defs>
          <marker
            id="flowchart-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {drawing.arrows.map((arrow) => (
          <path key={arrow.to} class="flowchart-arrow" d={toPath(arrow)} marker-end="url(#flowchart-head)" />
        ))}
      </svg>
      <ol>
        {chart.nodes.map((node) => {
          const spot = spots.get(node.id);
          return spot === undefined ? null : <NodeBox key={node.id} chart={chart} node={node} spot={spot} />;
        })}
      </ol>
    </div>
  );
}
