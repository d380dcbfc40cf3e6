/** Without and with a scenario, and the difference, in numbers: what the map shows when it is flipped. */
import { SECONDS_PER_MINUTE } from '../../src/index.ts';
import { decimals, number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { compareAnswers, toChange, type Pair } from './compare.ts';
import { VIEWS } from './protocol.ts';
import { answers, view } from './state.ts';

interface Measure {
  readonly name: string;
  readonly digits: number;
  readonly values: Pair;
}

export function CompareTable() {
  const both = answers.value;
  const compared = both === null ? null : compareAnswers(both);
  if (compared === null) return null;
  const { cutoffS, roadKm, share, areaKm2 } = compared;
  const measures: readonly Measure[] = [
    { name: t('city.roads'), digits: 1, values: roadKm },
    { name: t('city.plan.share'), digits: 2, values: share },
    { name: t('city.area'), digits: 2, values: areaKm2 },
  ];
  const minutes = number(cutoffS / SECONDS_PER_MINUTE);
  const isShown = (column: string): string => (view.value === column ? 'number city-seen' : 'number');
  return (
    <table class="counts city-compare">
      <caption>{t('city.plan.table', { minutes })}</caption>
      <thead>
        <tr>
          <td />
          {VIEWS.map((column) => (
            <th key={column} scope="col" class={isShown(column)}>
              {t(`city.plan.view.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map(({ name, digits, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class={isShown('without')}>{decimals(values[0], digits)}</td>
            <td class={isShown('with')}>{decimals(values[1], digits)}</td>
            <td class={isShown('difference')}>{toChange(values, digits)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
