/** Points as numbers: for whoever draws without a pointer, or knows where they are to be. */
import type { ComponentChildren } from 'preact';
import type { LonLat } from '../../src/index.ts';
import { t } from '../words/index.ts';

interface Props {
  readonly points: readonly LonLat[];
  /** With fewer there is nothing left. */
  readonly least: number;
  /** The last point is followed by the first. */
  readonly closed?: boolean;
  /** A typed point; null where it is none. */
  readonly read: (text: string) => LonLat | null;
  readonly onPoints: (points: readonly LonLat[]) => void;
  /** What else is said of each point. */
  readonly beside?: readonly ComponentChildren[];
}

function toText([lon, lat]: LonLat): string {
  return `${lon}, ${lat}`;
}

/** Where a point goes in that is put after another: half-way to the next, or as far again beyond the end. */
function toNext({ points, closed }: Props, index: number): LonLat {
  const here = points[index] ?? [0, 0];
  const next = points[index + 1] ?? (closed === true ? points[0] : undefined);
  const before = points[index - 1] ?? here;
  if (next !== undefined) return [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2];
  return [2 * here[0] - before[0], 2 * here[1] - before[1]];
}

function Point(props: Props & { readonly at: LonLat; readonly index: number }) {
  const { points, least, read, onPoints, beside, at, index } = props;
  const count = index + 1;
  const replace = (field: HTMLInputElement): void => {
    const point = read(field.value);
    if (point === null) field.value = toText(at);
    else onPoints(points.with(index, point));
  };
  return (
    <li>
      <input
        type="text"
        value={toText(at)}
        aria-label={t('studio.point', { count })}
        onChange={({ currentTarget }) => replace(currentTarget)}
      />
      <button
        type="button"
        aria-label={t('studio.pointAfter', { count })}
        title={t('studio.pointAfter', { count })}
        onClick={() => onPoints(points.toSpliced(count, 0, toNext(props, index)))}
      >
        ＋
      </button>
      <button
        type="button"
        disabled={points.length <= least}
        aria-label={t('studio.pointRemove', { count })}
        title={t('studio.pointRemove', { count })}
        onClick={() => onPoints(points.toSpliced(index, 1))}
      >
        ✕
      </button>
      {beside?.[index]}
    </li>
  );
}

export function PointList(props: Props) {
  const { points } = props;
  return (
    <details class="studio-points">
      <summary>{t('studio.points', { count: points.length })}</summary>
      <ol>
        {points.map((at, index) => (
          <Point key={index} {...props} {...{ at, index }} />
        ))}
      </ol>
    </details>
  );
}
