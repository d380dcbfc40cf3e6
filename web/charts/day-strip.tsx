/**
 * A trip's minutes by hour of departure: build as bars, base as a dashed line of steps, the limit across. Bars over
 * the limit are hollow. It draws what it is given and says which hour was pointed at.
 */
import { scaleBand, scaleLinear } from 'd3-scale';

export interface StripHour {
  readonly hour: number;
  /** Null where there is no way. */
  readonly baseMin: number | null;
  readonly buildMin: number | null;
  readonly holds: boolean;
  /** Said where the bar is pointed at. */
  readonly text: string;
}

export interface DayStripProps {
  /** Read out: what the chart is, and what it says. */
  readonly title: string;
  readonly description: string;
  readonly hours: readonly StripHour[];
  readonly cutoffMin: number;
  /** Hour that the page is set to, or null. */
  readonly chosen: number | null;
  readonly minuteText: (minute: number) => string;
  readonly hourText: (hour: number) => string;
  readonly onHour: (hour: number) => void;
}

const WIDTH = 456;
const HEIGHT = 132;
const MARGIN = { top: 12, right: 2, bottom: 20, left: 32 } as const;
const FLOOR = HEIGHT - MARGIN.bottom;
/** Hours written under the bars. */
const LABELLED = 6;

export function DayStrip(props: DayStripProps) {
  const { title, description, hours, cutoffMin, chosen, minuteText, hourText, onHour } = props;
  const all = hours.flatMap(({ baseMin, buildMin }) => [baseMin ?? 0, buildMin ?? 0]);
  const most = Math.max(cutoffMin, ...all);
  const x = scaleBand(
    hours.map(({ hour }) => hour),
    [MARGIN.left, WIDTH - MARGIN.right],
  ).padding(0.16);
  const y = scaleLinear([0, most], [FLOOR, MARGIN.top]);
  const left = (hour: number): number => x(hour) ?? 0;
  return (
    <svg
      class="day-strip"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${title}. ${description}`}
    >
      {hours.map((one) => (
        <g key={one.hour} class="hour" onClick={() => onHour(one.hour)}>
          <title>{one.text}</title>
          <rect class="hour-ground" x={left(one.hour)} y={0} width={x.step()} height={HEIGHT} />
          {one.hour === chosen && (
            <path class="hour-chosen" d={`M${left(one.hour) + x.bandwidth() / 2 - 5} 0h10l-5 7z`} />
          )}
          {one.buildMin === null ? (
            <text x={left(one.hour) + x.bandwidth() / 2} y={FLOOR - 3} text-anchor="middle">
              ✕
            </text>
          ) : (
            <rect
              class={one.holds ? 'hour-bar' : 'hour-bar over'}
              x={left(one.hour)}
              y={y(one.buildMin)}
              width={x.bandwidth()}
              height={FLOOR - y(one.buildMin)}
            />
          )}
        </g>
      ))}
      <path class="base-line" d={toSteps(hours, left, x.bandwidth(), y)} />
      <line class="limit" x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(cutoffMin)} y2={y(cutoffMin)} />
      <g class="axis">
        <text x={MARGIN.left - 5} y={y(cutoffMin) + 4} text-anchor="end">
          {minuteText(cutoffMin)}
        </text>
        <text x={MARGIN.left - 5} y={FLOOR} text-anchor="end">
          {minuteText(0)}
        </text>
        {hours
          .filter(({ hour }) => hour % LABELLED === 0)
          .map(({ hour }) => (
            <text key={hour} x={left(hour)} y={HEIGHT - 5}>
              {hourText(hour)}
            </text>
          ))}
      </g>
    </svg>
  );
}

/** A level over each bar, joined where neighbours both have a way. */
function toSteps(
  hours: readonly StripHour[],
  left: (hour: number) => number,
  width: number,
  y: (minutes: number) => number,
): string {
  let joined = false;
  return hours
    .map(({ hour, baseMin }) => {
      const start = joined ? 'L' : 'M';
      joined = baseMin !== null;
      if (baseMin === null) return '';
      return `${start}${left(hour)} ${y(baseMin)}H${left(hour) + width}`;
    })
    .join('');
}
