/** When roads open and close by a row of the scenario: the days, those that the map says, and whether they count. */
import { toLastDay, type SetDatesModification } from '../../src/index.ts';
import { DateField } from '../panels/studio-fields.tsx';
import { t } from '../words/index.ts';
import { describeComing } from './coming-list.tsx';
import { takeComing } from './coming-tools.ts';
import { listSections } from './open-roads.ts';
import { nameComing } from './row-names.ts';
import type { RoadToCome } from './roads-to-come.ts';
import { plan, roadsToCome } from './state.ts';

interface Props {
  readonly row: SetDatesModification;
  readonly at: number;
  readonly onRow: (row: SetDatesModification, by: string) => void;
}

/** Days on which roads of the row open as the map says, for taking. */
function FromMap({ row, onRow, days }: Props & { readonly days: readonly string[] }) {
  const others = days.filter((day) => day !== row.opened);
  if (others.length === 0) return null;
  return (
    <div class="buttons">
      {others.map((opened) => (
        <button key={opened} type="button" onClick={() => onRow({ ...row, opened }, 'opened')}>
          {t('city.edit.mapSays', { day: opened })}
        </button>
      ))}
    </div>
  );
}

/** The roads would open after the day that is looked at. */
function NotYet({ opened }: Pick<SetDatesModification, 'opened'>) {
  const day = plan.value?.label.day;
  if (opened === null || day === undefined || toLastDay(opened) <= day) return null;
  return (
    <p class="small warning" role="status">
      ⚠ {t('city.edit.notYet', { day })}
    </p>
  );
}

function Road({ road }: { readonly road: RoadToCome }) {
  const name = nameComing(road);
  const word = t('studio.takeOut', { name });
  return (
    <li>
      <span>
        {name} <span class="small muted">{describeComing(road)}</span>
      </span>
      <button type="button" aria-label={word} title={word} onClick={() => takeComing([road])}>
        ✕
      </button>
    </li>
  );
}

export function DatesForm(props: Props) {
  const { row, at, onRow } = props;
  const { roads } = listSections(row, roadsToCome.value);
  const days = [...new Set(roads.flatMap(({ opens }) => opens ?? []))];
  return (
    <>
      <DateField
        id={`city-opened-${at}`}
        label={t('studio.opened')}
        value={row.opened}
        onValue={(opened) => onRow({ ...row, opened }, `opened ${at}`)}
      />
      <FromMap {...props} days={days} />
      <NotYet opened={row.opened} />
      <DateField
        id={`city-closed-${at}`}
        label={t('studio.closed')}
        value={row.closed}
        onValue={(closed) => onRow({ ...row, closed }, `closed ${at}`)}
      />
      {roads.length > 0 && (
        <ul class="studio-targets">
          {roads.map((road) => (
            <Road key={road.ids.join(' ')} road={road} />
          ))}
        </ul>
      )}
    </>
  );
}
