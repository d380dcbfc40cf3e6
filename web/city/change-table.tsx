/** Minutes won and lost, in kilometres of roads: the legend of the map and its twin in numbers. */
import { SECONDS_PER_MINUTE, type ChangeClass } from '../../src/index.ts';
import { decimals, number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { toChangeColours } from './change-colours.ts';
import { answers, view } from './state.ts';
import { theme } from './theme.ts';

/** Minutes with as many decimals as they need, up to two. */
const toMinutes = (seconds: number): string => {
  const minutes = seconds / SECONDS_PER_MINUTE;
  return number(minutes, Number.isInteger(minutes) ? 0 : 2);
};

function nameClass({ kind, fromS, toS }: ChangeClass): string {
  if (kind === 'only-with') return t('city.change.onlyWith');
  if (kind === 'only-without') return t('city.change.onlyWithout');
  if (kind === 'same') return t('city.change.same', { to: toMinutes(toS ?? 0) });
  const from = toMinutes(fromS ?? 0);
  if (toS === null) return t(`city.change.${kind}Most`, { from });
  return t(`city.change.${kind}`, { from, to: toMinutes(toS) });
}

export function ChangeTable() {
  const change = answers.value?.change ?? null;
  if (view.value !== 'difference' || change === null) return null;
  const colours = toChangeColours(theme.value);
  const isTwo = (answers.value?.without.sides.length ?? 0) > 1;
  return (
    <>
      <table class="counts city-counts city-change">
        <caption>{t('city.change.table', { minutes: number(change.cutoffS / SECONDS_PER_MINUTE) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('city.change.minutes')}</th>
            <th scope="col" class="number">
              {t('city.roads')}
            </th>
            <th scope="col" class="number">
              {t('city.links')}
            </th>
          </tr>
        </thead>
        <tbody>
          {change.classes.map((one, i) => (
            <tr key={i} class={one.links === 0 ? 'muted' : undefined}>
              <th scope="row">
                <span
                  class={`city-change-line city-change-${one.kind}`}
                  style={{ color: colours[i] }}
                  aria-hidden="true"
                />
                {nameClass(one)}
              </th>
              <td class="number">{decimals(one.roadKm, 1)}</td>
              <td class="number">{number(one.links)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small muted">{t(isTwo ? 'city.change.howTwo' : 'city.change.how')}</p>
    </>
  );
}
