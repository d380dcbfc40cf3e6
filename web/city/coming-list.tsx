/** Roads to come as a list: each is opened and left again by its button, all of them by one. */
import { M_PER_KM } from '../../src/index.ts';
import { decimals, number } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { takeComing } from './coming-tools.ts';
import { isOpenedBy } from './open-roads.ts';
import { planned } from './plan-steps.ts';
import { nameComing } from './row-names.ts';
import type { RoadToCome } from './roads-to-come.ts';
import { roadsToCome } from './state.ts';

/** What is known of a road to come beside its name. */
export function describeComing({ names, roadClass, status, opens, lengthM }: RoadToCome): string {
  return [
    ...(names === null ? [] : [roadClass]),
    t('city.plan.builtKm', { km: decimals(lengthM / M_PER_KM, 1) }),
    t(`city.plan.${status}`),
    ...(opens === null ? [] : [t('city.edit.opensBy', { day: opens })]),
  ].join(' · ');
}

function Road({ road }: { readonly road: RoadToCome }) {
  const file = planned.value?.file;
  const isOpen = file !== undefined && isOpenedBy(file, road);
  return (
    <li>
      <button type="button" aria-pressed={isOpen} onClick={() => takeComing([road])}>
        {nameComing(road)}
      </button>
      <span class="muted">{describeComing(road)}</span>
    </li>
  );
}

export function ComingList() {
  const roads = roadsToCome.value;
  if (roads.length === 0) return null;
  return (
    <details class="city-coming">
      <summary>{tn('city.edit.coming', roads.length, { count: number(roads.length) })}</summary>
      <p class="small muted">{t('city.edit.comingHint')}</p>
      {roads.length > 1 && (
        <button type="button" onClick={() => takeComing(roads)}>
          {t('city.edit.openAll')}
        </button>
      )}
      <ul class="small" aria-label={t('city.edit.comingHint')}>
        {roads.map((road) => (
          <Road key={road.ids.join(' ')} road={road} />
        ))}
      </ul>
    </details>
  );
}
