/**
 * One small chart of a share against minutes: base as a dashed line, build as a solid one, what lies between
 * them tinted. It draws what it is given and says what was pointed at; it knows nothing of suppliers.
 */
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { useRef } from 'preact/hooks';
import type { StepPoint } from './step-point.ts';

export interface StepChartProps {
  /** Read out: what the chart is, and what it says at the cutoff. */
  readonly title: string;
  readonly description: string;
  readonly points: readonly StepPoint[];
  readonly range: readonly [from: number, to: number];
  /** Minutes marked on the axis. */
  readonly marks: readonly number[];
  /** A level drawn across, or null. */
  readonly level: number | null;
  readonly cutoffMin: number;
  readonly width: number;
  /** Words of the axis: minutes and share. */
  readonly minuteText: (minute: number) => string;
  readonly shareText: (share: number) => string;
  readonly onCutoff: (minute: number) => void;
}

const HEIGHT = 112;
/** Under this width two marks close together have one label, in units of the drawing. */
const WIDE = 300;
const MARGIN = { top: 10, right: 8, bottom: 20, left: 38 } as const;

export function StepChart(props: StepChartProps) {
  const { title, description, points, range, marks, level, cutoffMin, width, onCutoff } = props;
  const frame = useRef<SVGSVGElement>(null);
  const x = scaleLinear([...range], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([0, 1], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const point = (event: PointerEvent): void => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const minute = Math.round(x.invert(((event.clientX - box.left) / box.width) * width));
    onCutoff(Math.max(range[0], Math.min(range[1], minute)));
  };
  return (
    <svg
      class="step-chart"
      ref={frame}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={`${title}. ${description}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) point(event);
      }}
    >
      <title>{title}</title>
      <desc>{description}</desc>
      <Axes {...props} x={x} y={y} />
      <Lines points={points} x={x} y={y} />
      {level !== null && <line class="level" x1={x(range[0])} x2={x(range[1])} y1={y(level)} y2={y(level)} />}
      {cutoffMin >= range[0] && cutoffMin <= range[1] && (
        <g class="cutoff-line" transform={`translate(${x(cutoffMin)} 0)`}>
          <line y1={MARGIN.top - 4} y2={HEIGHT - MARGIN.bottom} />
          <path d={`M-5 ${MARGIN.top - 8}h10l-5 7z`} />
        </g>
      )}
      <g class="marks">
        {marks.map((minute) => (
          <line key={minute} x1={x(minute)} x2={x(minute)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
        ))}
      </g>
    </svg>
  );
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

function Axes({
  range,
  marks,
  level,
  width,
  minuteText,
  shareText,
  x,
  y,
}: StepChartProps & { readonly x: Scale; readonly y: Scale }) {
  const shares = level === null ? [0, 0.5, 1] : [...new Set([0, level, 1])];
  const minutes = [...new Set([range[0], ...marks.slice(0, width < WIDE ? 1 : marks.length), range[1]])];
  return (
    <g class="axes">
      {shares.map((share) => (
        <g key={share}>
          <line x1={MARGIN.left} x2={x(range[1])} y1={y(share)} y2={y(share)} />
          <text x={MARGIN.left - 5} y={y(share) + 4} text-anchor="end">
            {shareText(share)}
          </text>
        </g>
      ))}
      {minutes.map((minute) => (
        <text key={minute} x={x(minute)} y={HEIGHT - 5} text-anchor={minute === range[1] ? 'end' : 'middle'}>
          {minuteText(minute)}
        </text>
      ))}
    </g>
  );
}

function Lines({
  points,
  x,
  y,
}: {
  readonly points: readonly StepPoint[];
  readonly x: Scale;
  readonly y: Scale;
}) {
  const path = (side: 'base' | 'build'): string =>
    line<StepPoint>(
      ({ minute }) => x(minute),
      (one) => y(one[side]),
    ).curve(curveStepAfter)([...points]) ?? '';
  const between =
    area<StepPoint>(
      ({ minute }) => x(minute),
      ({ base }) => y(base),
      ({ build }) => y(build),
    ).curve(curveStepAfter)([...points]) ?? '';
  return (
    <g>
      <path class="between" d={between} />
      <path class="base-line" d={path('base')} />
      <path class="build-line" d={path('build')} />
    </g>
  );
}
