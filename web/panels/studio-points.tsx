/** The points of a road in its form. */
import type { BuildModification, LonLat } from '../../src/index.ts';
import { edited } from '../state/studio.ts';
import { roadsBefore } from '../state/studio-drawing.ts';
import { dataset } from '../state/answers.ts';
import { changeLine } from '../studio/line-edit.ts';
import { setNewNode } from '../studio/meetings.ts';
import { toNewId } from '../studio/new-rows.ts';
import { findSnap, TYPED_REACH_M } from '../studio/snap.ts';
import { parsePoint } from '../studio/text.ts';
import { t } from '../words/index.ts';
import { PointList } from './point-list.tsx';

interface Props {
  readonly row: BuildModification;
  readonly onRow: (row: BuildModification, by: string) => void;
}

/** A typed point, on what is near it; null where it is none. */
function readPoint(text: string): LonLat | null {
  const point = parsePoint(text);
  return point === null ? null : (findSnap(roadsBefore.peek(), point, TYPED_REACH_M)?.at ?? point);
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
  const { row, onRow } = props;
  return (
    <PointList
      points={row.line}
      least={2}
      read={readPoint}
      onPoints={(line) => onRow(changeLine(row, line, roadsBefore.peek()), 'points')}
      beside={row.line.map((_, vertex) => (
        <NewNode key={vertex} {...props} vertex={vertex} />
      ))}
    />
  );
}
