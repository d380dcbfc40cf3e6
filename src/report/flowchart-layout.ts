/**
 * Where the boxes of a flowchart stand, on the page and in a report: the steps as one chain that turns at the end of
 * each row. Positions only; dagre ranks each row, nothing here knows a verdict's colour.
 */
import { Graph, layout } from '@dagrejs/dagre';

/** Size of a box in px. */
export const FLOWCHART_BOX = { width: 142, height: 58 } as const;
const GAP = { column: 14, row: 16 } as const;

export interface FlowchartSpot {
  readonly id: string;
  /** Top left corner in px. */
  readonly x: number;
  readonly y: number;
}

export interface FlowchartArrow {
  readonly from: string;
  readonly to: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface FlowchartDrawing {
  readonly spots: readonly FlowchartSpot[];
  readonly arrows: readonly FlowchartArrow[];
  readonly width: number;
  readonly height: number;
}

/** Splits a chain into rows of equal length that fit a width. */
function splitRows(ids: readonly string[], widthPx: number): readonly (readonly string[])[] {
  const fit = Math.max(1, Math.floor((widthPx + GAP.column) / (FLOWCHART_BOX.width + GAP.column)));
  const rows = Math.ceil(ids.length / fit);
  const perRow = Math.ceil(ids.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, row) => ids.slice(row * perRow, (row + 1) * perRow));
}

/** What is used of a graph of dagre, whose own types say nothing where modules are resolved as Node does. */
interface RankedGraph {
  readonly setGraph: (how: object) => void;
  readonly setDefaultEdgeLabel: (make: () => object) => void;
  readonly setNode: (id: string, size: object) => void;
  readonly setEdge: (from: string, to: string) => void;
  /** Its middle, once laid out. */
  readonly node: (id: string) => { readonly x: number };
}

const RankedGraph = Graph as unknown as new () => RankedGraph;
const rank = layout as unknown as (graph: RankedGraph) => void;

/** Left edges of the boxes of one row, as dagre ranks a chain. */
function rankRow(row: readonly string[]): ReadonlyMap<string, number> {
  const graph = new RankedGraph();
  graph.setGraph({ rankdir: 'LR', ranksep: GAP.column, nodesep: GAP.row });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of row) graph.setNode(id, { ...FLOWCHART_BOX });
  row.slice(1).forEach((id, i) => graph.setEdge(row[i] ?? id, id));
  rank(graph);
  return new Map(row.map((id) => [id, graph.node(id).x - FLOWCHART_BOX.width / 2]));
}

/** From the right edge of a box to the next: straight in a row, around the corner to the next row. */
function toArrow(from: FlowchartSpot, to: FlowchartSpot): FlowchartArrow {
  const [startX, startY] = [from.x + FLOWCHART_BOX.width, from.y + FLOWCHART_BOX.height / 2];
  const endY = to.y + FLOWCHART_BOX.height / 2;
  if (from.y === to.y)
    return {
      from: from.id,
      to: to.id,
      points: [
        [startX, startY],
        [to.x, endY],
      ],
    };
  const between = from.y + FLOWCHART_BOX.height + GAP.row / 2;
  const below = from.x + FLOWCHART_BOX.width / 2;
  const above = to.x + FLOWCHART_BOX.width / 2;
  const points = [
    [below, from.y + FLOWCHART_BOX.height],
    [below, between],
    [above, between],
    [above, to.y],
  ] as const;
  return { from: from.id, to: to.id, points };
}

let last: { readonly key: string; readonly drawing: FlowchartDrawing } | null = null;

/** Places a chain of nodes in rows that fit the width. The last drawing is kept: a new verdict moves no box. */
export function drawFlowchart(ids: readonly string[], widthPx: number): FlowchartDrawing {
  const key = `${widthPx} ${ids.join(' ')}`;
  if (last?.key !== key) last = { key, drawing: placeChain(ids, widthPx) };
  return last.drawing;
}

function placeChain(ids: readonly string[], widthPx: number): FlowchartDrawing {
  const rows = splitRows(ids, widthPx);
  const spots = rows.flatMap((row, index) => {
    const left = rankRow(row);
    return row.map((id): FlowchartSpot => ({
      id,
      x: left.get(id) ?? 0,
      y: index * (FLOWCHART_BOX.height + GAP.row),
    }));
  });
  const arrows = spots.slice(1).map((spot, i) => toArrow(spots[i] ?? spot, spot));
  const width = Math.max(0, ...spots.map(({ x }) => x + FLOWCHART_BOX.width));
  return { spots, arrows, width, height: rows.length * (FLOWCHART_BOX.height + GAP.row) - GAP.row };
}
