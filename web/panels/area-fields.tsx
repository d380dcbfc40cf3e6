/** An area whose roads are changed: its corners, which of its roads are meant, and of which kinds. */
import { FACILITIES, type Area, type Facility } from '../../src/index.ts';
import { toFilePoint } from '../studio/snap.ts';
import { parsePoint } from '../studio/text.ts';
import { t } from '../words/index.ts';
import { PointList } from './point-list.tsx';

interface AreaProps {
  /** What the fields of this area are called by. */
  readonly id: string;
  readonly area: Area;
  /** `by`: what of it is another. */
  readonly onArea: (area: Area, by: 'rule' | 'points') => void;
}

/** Roads within it, or all that it touches; its corners as numbers. */
export function AreaFields({ id, area, onArea }: AreaProps) {
  return (
    <>
      <fieldset class="segments">
        <legend>{t('studio.areaRule')}</legend>
        {(['touching', 'within'] as const).map((rule) => (
          <label key={rule}>
            <input
              type="radio"
              name={`${id}-rule`}
              checked={area.rule === rule}
              onChange={() => onArea({ ...area, rule }, 'rule')}
            />
            <span>{t(`studio.${rule}`)}</span>
          </label>
        ))}
      </fieldset>
      <PointList
        points={area.ring}
        least={3}
        closed
        read={parsePoint}
        onPoints={(ring) => onArea({ ...area, ring: ring.map(toFilePoint) }, 'points')}
      />
    </>
  );
}

interface KindProps {
  readonly id: string;
  /** None = all. */
  readonly facilities: readonly Facility[];
  /** What there is of each kind, where that is known. */
  readonly counts?: ReadonlyMap<Facility, string>;
  readonly onFacilities: (facilities: readonly Facility[]) => void;
}

/** Of these only roads of some kinds; none chosen = all. */
export function KindFields({ id, facilities, counts, onFacilities }: KindProps) {
  return (
    <details class="studio-kinds" open={facilities.length > 0}>
      <summary>{t('studio.onlyKinds')}</summary>
      {FACILITIES.map((one) => (
        <label key={one} class="studio-check" for={`${id}-kind-${one}`}>
          <input
            id={`${id}-kind-${one}`}
            type="checkbox"
            checked={facilities.includes(one)}
            onChange={({ currentTarget: { checked } }) =>
              onFacilities(
                FACILITIES.filter((known) => (known === one ? checked : facilities.includes(known))),
              )
            }
          />
          <span>
            {t(`studio.facility.${one}`)} <span class="muted">{counts?.get(one)}</span>
          </span>
        </label>
      ))}
    </details>
  );
}
