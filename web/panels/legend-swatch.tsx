/** Swatches of the legend: the map's own shapes and colours, drawn small. */
import type { ComponentChildren } from 'preact';

interface MarkProps {
  readonly fill: string;
  readonly outline: string;
  readonly label?: string;
  readonly ink?: string;
}
const SIZE = 18;
const MIDDLE = SIZE / 2;

function Frame({
  children,
  width = SIZE,
}: {
  readonly children: ComponentChildren;
  readonly width?: number;
}) {
  return (
    <svg
      class="legend-swatch"
      width={width}
      height={SIZE}
      viewBox={`0 0 ${width} ${SIZE}`}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

function Letter({ text, ink }: { readonly text: string | undefined; readonly ink: string | undefined }) {
  if (text === undefined) return null;
  return (
    <text x={MIDDLE} y={MIDDLE + 4} text-anchor="middle" font-size="12" fill={ink}>
      {text}
    </text>
  );
}

export function CircleSwatch({ fill, outline, label, ink }: MarkProps) {
  return (
    <Frame>
      <circle cx={MIDDLE} cy={MIDDLE} r={8} fill={fill} stroke={outline} stroke-width={1.5} />
      <Letter text={label} ink={ink} />
    </Frame>
  );
}

export function SquareSwatch({ fill, outline, label, ink }: MarkProps) {
  const half = label === undefined ? 5.5 : 8;
  return (
    <Frame>
      <rect
        {...{ x: MIDDLE - half, y: MIDDLE - half, width: 2 * half, height: 2 * half, rx: 2, fill }}
        stroke={outline}
        stroke-width={1.5}
      />
      <Letter text={label} ink={ink} />
    </Frame>
  );
}

export function DiamondSwatch({ fill, outline, label, ink }: MarkProps) {
  const half = label === undefined ? 6 : 8.5;
  const points = `${MIDDLE},${MIDDLE - half} ${MIDDLE + half},${MIDDLE} ${MIDDLE},${MIDDLE + half} ${MIDDLE - half},${MIDDLE}`;
  return (
    <Frame>
      <polygon points={points} fill={fill} stroke={outline} stroke-width={1.5} />
      <Letter text={label} ink={ink} />
    </Frame>
  );
}

interface LineProps {
  readonly color: string;
  readonly width: number;
  readonly dash?: string;
  readonly crosses?: boolean;
  /** Colour and width of a line along the middle. */
  readonly middle?: string;
  readonly middleWidth?: number;
}

export function LineSwatch({ color, width, dash, crosses = false, middle, middleWidth = 1.2 }: LineProps) {
  return (
    <Frame width={34}>
      <line
        {...{ x1: 1, y1: MIDDLE, x2: 33, y2: MIDDLE }}
        stroke={color}
        stroke-width={width}
        stroke-dasharray={dash}
      />
      {middle !== undefined && (
        <line {...{ x1: 1, y1: MIDDLE, x2: 33, y2: MIDDLE }} stroke={middle} stroke-width={middleWidth} />
      )}
      {crosses && <path d="M13 5 L21 13 M21 5 L13 13" stroke={color} stroke-width={1.6} />}
    </Frame>
  );
}

export function AreaSwatch({
  fill,
  pattern,
}: {
  readonly fill: string;
  readonly pattern?: 'hatch' | 'dots' | 'ring';
}) {
  const marks = [4, 9, 14];
  return (
    <Frame>
      <rect
        {...{ x: 1, y: 1, width: SIZE - 2, height: SIZE - 2, fill }}
        stroke="var(--control)"
        stroke-width={0.75}
      />
      {pattern === 'hatch' && <path d="M1 9 L9 1 M1 17 L17 1 M9 17 L17 9" stroke="var(--boundary)" />}
      {pattern === 'dots' &&
        marks.flatMap((x) =>
          marks.map((y) => <circle key={`${x},${y}`} {...{ cx: x, cy: y, r: 0.9 }} fill="var(--boundary)" />),
        )}
    </Frame>
  );
}
