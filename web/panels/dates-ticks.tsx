/** The ticks above the date slider: belt sections strong and named, other roads faint, years below. A drawing only. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t, type WordKey } from '../words/index.ts';
import { LAST_MONTH, placeLabels, toMonth, type Opening } from './dates-axis.ts';
import { HALF_THUMB_PX, toLeft } from './scenario-cutoff.tsx';

const YEARS = [2000, 2005, 2010, 2015, 2020, 2025];
/** Width of the axis before it is measured, and mean widths of letters at 12 px. */
const FIRST_WIDTH_PX = 560;
const LATIN_PX = 6.6;
const HAN_PX = 12.5;
/** Height of the lowest row of labels above the axis, and of each further one. */
const ROW_PX = 13;

/** The sections that have a short label of their own. */
const SHORT: readonly string[] = ['N2R', 'W2R_N', 'W2R_S', 'E2R', 'S2R', 'HL_DC'];

function toLabel(id: string): string {
  return SHORT.includes(id) ? t(`dates.short.${id}` as WordKey) : id;
}

function toWidth(text: string): number {
  const widths = Array.from(text, (letter) => (letter.charCodeAt(0) > 0x2e80 ? HAN_PX : LATIN_PX));
  return widths.reduce((sum, one) => sum + one, 0);
}

function toShare(month: number): number {
  return month / LAST_MONTH;
}

/** Width of an element as long as it stands. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, take] = useState(FIRST_WIDTH_PX);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => take(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

function BeltTicks({ openings, width }: { readonly openings: readonly Opening[]; readonly width: number }) {
  const track = width - 2 * HALF_THUMB_PX;
  const labels = openings.map(({ belt }) => belt.map(toLabel).join(', '));
  const ticks = openings.map(({ month }, i) => {
    return { at: HALF_THUMB_PX + track * toShare(month), width: toWidth(labels[i] ?? '') };
  });
  const placed = placeLabels(ticks, width);
  return (
    <>
      {openings.map(({ day, month }, i) => {
        const { row = 0, side = 'right' } = placed[i] ?? {};
        const style = { left: toLeft(toShare(month)), height: `${ROW_PX * (row + 1)}px` };
        return (
          <span key={day} class={`tick belt ${side}`} style={style}>
            <span>{labels[i]}</span>
          </span>
        );
      })}
    </>
  );
}

export function DateTicks({ openings }: { readonly openings: readonly Opening[] }) {
  const { ref, width } = useWidth();
  return (
    <div class="ticks" aria-hidden="true" ref={ref}>
      {openings
        .filter(({ belt }) => belt.length === 0)
        .map(({ day, month }) => (
          <span key={day} class="tick" style={{ left: toLeft(toShare(month)) }} />
        ))}
      <BeltTicks openings={openings.filter(({ belt }) => belt.length > 0)} width={width} />
      {YEARS.map((year) => (
        <span key={year} class="year" style={{ left: toLeft(toShare(toMonth(`${year}-01`))) }}>
          {year}
        </span>
      ))}
    </div>
  );
}
