/**
 * Reads a drawn map. Lower-case letters and digits are road nodes, upper-case letters sites, `- | / \` roads,
 * `+` two roads crossing, `~` water. One character is one step east, one line one step south. Roads must be
 * drawn where the table says they run, and nothing may be drawn that the table does not have.
 */
import type { LonLat } from '../../src/model/source.ts';

interface Cell {
  readonly column: number;
  readonly row: number;
}

export interface Drawing {
  readonly nodes: ReadonlyMap<string, Cell>;
  readonly sites: ReadonlyMap<string, Cell>;
  readonly water: readonly (readonly Cell[])[];
  /** Cells with a stroke, as `column,row`. */
  readonly strokes: ReadonlyMap<string, string>;
}

/** Corner of every drawn map; degrees per metre there. */
const ORIGIN: LonLat = [113.3, 23.1];
const METRES_PER_DEGREE = { lon: 102_455.3, lat: 110_753.3 };

/** WGS84 coordinates of a cell at a scale of so many metres a step. */
export function toLonLat({ column, row }: Cell, stepM: number): LonLat {
  const [lon, lat] = ORIGIN;
  return [lon + (column * stepM) / METRES_PER_DEGREE.lon, lat - (row * stepM) / METRES_PER_DEGREE.lat];
}

function splitLines(map: string): readonly string[] {
  const lines = map.replaceAll(/^\s*\n|\s+$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents)));
}

/** Vertical and horizontal runs of `~`, half a step longer at both ends. */
function listWater(lines: readonly string[]): readonly (readonly Cell[])[] {
  const isWet = (column: number, row: number): boolean => lines[row]?.[column] === '~';
  const runs: (readonly Cell[])[] = [];
  for (const [row, line] of lines.entries()) {
    for (let column = 0; column < line.length; column += 1) {
      if (!isWet(column, row)) continue;
      let [right, down] = [column, row];
      while (isWet(right + 1, row)) right += 1;
      while (isWet(column, down + 1)) down += 1;
      if (right > column && !isWet(column - 1, row)) {
        runs.push([
          { column: column - 0.5, row },
          { column: right + 0.5, row },
        ]);
      }
      if (right === column && !isWet(column, row - 1)) {
        runs.push([
          { column, row: row - 0.5 },
          { column, row: down + 0.5 },
        ]);
      }
    }
  }
  return runs;
}

/** Parses the map; throws for a letter drawn twice or a character that means nothing. */
export function readDrawing(map: string): Drawing {
  const lines = splitLines(map);
  const [nodes, sites] = [new Map<string, Cell>(), new Map<string, Cell>()];
  const strokes = new Map<string, string>();
  for (const [row, line] of lines.entries()) {
    for (const [column, sign] of line.split('').entries()) {
      if (sign === ' ' || sign === '~') continue;
      if ('-|/\\+'.includes(sign)) strokes.set(`${column},${row}`, sign);
      else if (/[a-z0-9]/.test(sign)) place(nodes, sign, { column, row });
      else if (/[A-Z]/.test(sign)) place(sites, sign, { column, row });
      else throw new Error(`"${sign}" means nothing in a map`);
    }
  }
  return { nodes, sites, strokes, water: listWater(lines) };
}

function place(known: Map<string, Cell>, sign: string, cell: Cell): void {
  if (known.has(sign)) throw new Error(`${sign} is drawn twice`);
  known.set(sign, cell);
}

const SIGNS: Readonly<Record<string, string>> = { '1,0': '-', '0,1': '|', '1,1': '\\', '1,-1': '/' };

/** Cells between two nodes, as `column,row`; throws where the road between them is not drawn straight. */
export function followStroke(drawing: Drawing, from: string, to: string): readonly string[] {
  const [a, b] = [drawing.nodes.get(from), drawing.nodes.get(to)];
  if (a === undefined || b === undefined) throw new Error(`${from}–${to}: a node is not drawn`);
  const steps = Math.max(Math.abs(b.column - a.column), Math.abs(b.row - a.row));
  const [dx, dy] = [(b.column - a.column) / steps, (b.row - a.row) / steps];
  const sign = SIGNS[`${dx},${dy}`] ?? SIGNS[`${-dx},${-dy}`];
  if (sign === undefined) throw new Error(`${from}–${to} runs in no drawable direction`);
  return Array.from({ length: steps - 1 }, (_, i) => {
    const key = `${a.column + dx * (i + 1)},${a.row + dy * (i + 1)}`;
    const found = drawing.strokes.get(key);
    if (found !== sign && found !== '+') throw new Error(`${from}–${to} is not drawn at ${key}`);
    return key;
  });
}

/** Metres between two nodes on the map. */
export function measureDrawnM(drawing: Drawing, from: string, to: string, stepM: number): number {
  const [a, b] = [drawing.nodes.get(from), drawing.nodes.get(to)];
  if (a === undefined || b === undefined) return NaN;
  return Math.hypot(b.column - a.column, b.row - a.row) * stepM;
}
