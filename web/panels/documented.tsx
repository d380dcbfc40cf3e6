/** What the road allows beside what is documented: reach × supply, by group, in the build scenario. */
import { countReachBySupply, type Dataset, type QuickAnalysis, type ReachBySupply } from '../../src/index.ts';
import { number } from '../words/format.ts';
import { groupName } from '../words/names.ts';
import { t } from '../words/index.ts';
import { listGroups } from './answer-counts.ts';

const COUNTS: readonly (keyof ReachBySupply)[] = [
  'reachedSupplied',
  'reachedNotDocumented',
  'unreachedSupplied',
  'unreachedNotDocumented',
];

export function DocumentedPanel({
  dataset,
  answer,
}: {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
}) {
  const { documented } = answer;
  if (documented.length === 0) return null;
  return (
    <section class="documented">
      <h4>{t('independence.documented')}</h4>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{t('independence.group')}</th>
            {COUNTS.map((one) => (
              <th key={one} scope="col" class="number">
                {t(`independence.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listGroups(answer).map((group) => {
            const counts = countReachBySupply(documented.filter((row) => row.group === group));
            return (
              <tr key={group}>
                <th scope="row">{groupName(dataset, group)}</th>
                {COUNTS.map((one) => (
                  <td key={one} class="number">
                    {number(counts[one])}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="muted small">{t('independence.notDocumented')}</p>
    </section>
  );
}
