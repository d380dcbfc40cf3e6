/** Table of the Value view: what is lost when each road is closed, by every measure. */
import type { CriticalLink, ValueMeasure } from '../../src/index.ts';
import { readLoss } from '../map/value-data.ts';
import { scene } from '../state/answers.ts';
import { look, MEASURES, show } from '../state/look.ts';
import { amount, measureName } from '../words/amount.ts';
import { number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { nameOf } from '../words/names.ts';
import { SortedTable, type Column } from './sorted-table.tsx';
import { numberColumn, textColumn } from './view-columns.ts';

const nameRoad = ({ nameEn, nameZh, belt }: CriticalLink): string =>
  `${belt ? '◆ ' : ''}${nameOf({ name: nameEn, nameZh })}`;

function lossColumn(measure: ValueMeasure): Column<CriticalLink> {
  const value = (link: CriticalLink): number => readLoss(measure, link);
  return {
    ...{ id: measure, label: measureName(measure), numeric: true, value },
    text: (link) => amount(measure, value(link)),
  };
}

export function ValueTable({ caption }: { readonly caption: string }) {
  const drawn = scene.value.value;
  if (drawn?.view !== 'value') return null;
  const { measure, criticality } = drawn.worth;
  const rows = criticality.links
    .filter(({ slowed }) => slowed > 0)
    .toSorted((a, b) => readLoss(measure, b) - readLoss(measure, a));
  const { idle, closed } = criticality;
  return (
    <>
      <p class="small muted">
        {t('worth.closing')} {t('worth.idle', { idle: number(idle), closed: number(closed) })}
      </p>
      <SortedTable
        caption={caption}
        columns={[
          textColumn<CriticalLink>('road', t('views.road'), nameRoad),
          textColumn<CriticalLink>('id', t('worth.id'), ({ feature }) => feature),
          ...MEASURES.map(lossColumn),
          numberColumn<CriticalLink>('cut', t('worth.cutOff'), ({ cutOffPairs }) => cutOffPairs),
        ]}
        rows={rows}
        keyOf={({ feature }) => feature}
        isChosen={({ highway }) => look.value.road === highway}
        onChoose={({ highway }) => show({ road: look.peek().road === highway ? null : highway })}
      />
    </>
  );
}
