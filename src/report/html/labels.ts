/** Names beside marks, placed one after the other: each at the first side where it covers nothing, or nowhere. */
import { shortenText } from '../width.ts';
import type { DrawingSize } from './drawing.ts';
import { fitLines, guessWidth } from './sizes.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Named {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Half the size of the mark. */
  readonly reach: number;
  readonly name: string;
}

export interface Label {
  readonly lines: readonly string[];
  /** Where the first line begins (or ends, or has its middle). */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly name: string;
}

const LABEL_PX = 12;
const LINE = 13;
const WIDEST = 116;
const GAP = 4;

/** At most two lines; what does not fit is cut with an ellipsis. */
function toLines(text: string): readonly string[] {
  const [first = '', second, ...more] = fitLines(text, WIDEST, LABEL_PX);
  if (second === undefined) return [first];
  return [first, more.length === 0 ? second : shortenText([second, ...more].join(' '), 17)];
}

const isApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

interface Try {
  readonly label: Label;
  readonly box: Box;
}

/** Right, left, above, below, in this order. */
function listTries({ text, x, y, reach, name }: Named): readonly Try[] {
  const lines = toLines(text);
  const width = Math.max(...lines.map((line) => guessWidth(line, LABEL_PX)));
  const height = lines.length * LINE;
  const beside = y - height / 2;
  const off = reach + GAP;
  const sides = [
    { anchor: 'start', x: x + off, left: x + off, top: beside },
    { anchor: 'end', x: x - off, left: x - off - width, top: beside },
    { anchor: 'middle', x, left: x - width / 2, top: y - off - height },
    { anchor: 'middle', x, left: x - width / 2, top: y + off },
  ] as const;
  return sides.map(({ anchor, x: at, left, top }) => ({
    label: { lines, x: at, y: top + LINE - 3, anchor, name },
    box: { x: left, y: top, width, height },
  }));
}

/** Labels of the places that find room, the first ones first. */
export function placeLabels(
  named: readonly Named[],
  taken: readonly Box[],
  { width, height }: DrawingSize,
): readonly Label[] {
  const boxes = [...taken];
  const isInside = (box: Box): boolean =>
    box.x >= 2 && box.y >= 2 && box.x + box.width <= width - 2 && box.y + box.height <= height - 2;
  return named.flatMap((one): readonly Label[] => {
    const fit = listTries(one).find(
      ({ box }) => isInside(box) && boxes.every((other) => isApart(box, other)),
    );
    if (fit === undefined) return [];
    boxes.push(fit.box);
    return [fit.label];
  });
}

/** The height of a line of a label. */
export const LABEL_LINE = LINE;
