/** A point as numbers. */
import type { ComponentChildren } from 'preact';
import type { LonLat } from '../../src/index.ts';
import { parsePoint } from '../studio/text.ts';
import { t } from '../words/index.ts';

interface Props {
  readonly id: string;
  readonly at: LonLat;
  readonly onAt: (at: LonLat) => void;
  /** What else is done with the point. */
  readonly children?: ComponentChildren;
}

/** Longitude and latitude: what is neither changes nothing and shows again what is. */
export function PointField({ id, at, onAt, children }: Props) {
  const text = `${at[0]}, ${at[1]}`;
  return (
    <div class="field">
      <label for={id}>{t('studio.where')}</label>
      <input
        id={id}
        type="text"
        value={text}
        onChange={({ currentTarget }) => {
          const typed = parsePoint(currentTarget.value);
          currentTarget.value = text;
          if (typed !== null) onAt(typed);
        }}
      />
      {children}
    </div>
  );
}
