/** The points of a line as numbers: for whoever draws without a pointer, or knows where a road is to be. */
import type { BuildModification, LonLat } from '../../src/index.ts';
import { edited } from '../state/studio.ts';
import { roadsBefore } from '../state/studio-drawing.ts';
import { dataset } from '../state/answers.ts';
import { changeLine } from '../studio/line-edit.ts';
import { setNewNode } from '../studio/meetings.ts';
import { toNewId } from '../studio/new-rows.ts';
import { findSnap } from '../studio/snap.ts';
import { t } from '../words/index.ts';

interface Props {
  readonly row: BuildModification;
  readonly at: number;
  readonly onRow: (row: BuildModification, by: string) => void;
}

/** A typed point this near a node or a road is meant to be on it. */
const TYPED_REACH_M = 100;

/** `113.25, 23.1` as a point, on what is near it; null where it is none. */
export function readPoint(text: string): LonLat | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const [lon = NaN, lat = NaN] = parts.map(Number);
  if (parts.length !== 2 || !Number.isFinite(lon) || !Number.isFinite(lat)) return null;
  return findSnap(roadsBefore.peek(), [lon, lat], TYPED_REACH_M)?.at ?? [lon, lat];
}

function toText([lon, lat]: LonLat): string {
  return `${lon}, ${lat}`;
}

/** Where a point goes in that is put after another: half-way to the next, or as far again beyond the end. */
function toNext(line: readonly LonLat[], vertex: number): LonLat {
  const here = line[vertex] ?? [0, 0];
  const next = line[vertex + 1];
  const before = line[vertex - 1] ?? here;
  if (next !== undefined) return [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2];
  return [2 * here[0] - before[0], 2 * here[1] - before[1]];
}

function NewNode({ row, onRow, vertex }: Props & { readonly vertex: number }) {
  const data = dataset.value;
  const said = row.interchanges.find((one) => one.vertex === vertex);
  if (data === null || (said !== undefined && said.newNode === undefined)) return null;
  const toggle = (on: boolean): void => {
    const file = edited.peek();
    if (file === null) return;
    const id = on ? toNewId(data, file, 'node').id : null;
    onRow(setNewNode(row, vertex, id), 'node');
  };
  return (
    <label class="studio-check small">
      <input
        type="checkbox"
        checked={said !== undefined}
        onChange={({ currentTarget }) => toggle(currentTarget.checked)}
      />
      {t('studio.newNode')}
    </label>
  );
}

export function StudioPoints(props: Props) {
  const { row, at, onRow } = props;
  const put = (line: readonly LonLat[]): void => onRow(changeLine(row, line, roadsBefore.peek()), 'points');
  const replace = (vertex: number, text: string): void => {
    const point = readPoint(text);
    if (point !== null) put(row.line.map((one, i) => (i === vertex ? point : one)));
  };
  return (
    <details class="studio-points">
      <summary>{t('studio.points', { count: row.line.length })}</summary>
      <ol>
        {row.line.map((point, vertex) => (
          <li key={vertex}>
            <input
              type="text"
              value={toText(point)}
              aria-label={t('studio.point', { count: vertex + 1 })}
              onChange={({ currentTarget }) => {
                replace(vertex, currentTarget.value);
                currentTarget.value = toText(row.line[vertex] ?? point);
              }}
            />
            <button
              type="button"
              aria-label={t('studio.pointAfter', { count: vertex + 1 })}
              title={t('studio.pointAfter', { count: vertex + 1 })}
              onClick={() => put(row.line.toSpliced(vertex + 1, 0, toNext(row.line, vertex)))}
            >
              ＋
            </button>
            <button
              type="button"
              disabled={row.line.length <= 2}
              aria-label={t('studio.pointRemove', { count: vertex + 1 })}
              title={t('studio.pointRemove', { count: vertex + 1 })}
              onClick={() => put(row.line.toSpliced(vertex, 1))}
            >
              ✕
            </button>
            <NewNode {...{ row, at, onRow, vertex }} />
          </li>
        ))}
      </ol>
    </details>
  );
}
