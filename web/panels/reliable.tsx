/** The fourth reading of the one-hour condition: suppliers that keep it in 95 of 100 trips, without and with. */
import type { Dataset, QuickAnalysis, ReliabilityCount } from '../../src/index.ts';
import { full } from '../state/answers.ts';
import { t, tn } from '../words/index.ts';
import { groupName } from '../words/names.ts';

interface Props {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
  readonly base: string;
  readonly build: string;
}

function range(row: ReliabilityCount | undefined): string {
  if (row === undefined) return '—';
  const { holds, depends } = row;
  return depends === 0 ? String(holds) : t('reliable.range', { from: holds, to: holds + depends });
}

export function ReliablePanel({ dataset, answer, base, build }: Props) {
  const { state, value } = full.value;
  if (value === null) return <p class="muted">{t('reliable.waiting')}</p>;
  if (value.reliability.length === 0) return <p class="muted">{t('reliable.none')}</p>;
  const find = (scenario: string, group: string): ReliabilityCount | undefined =>
    value.reliability.find((one) => one.scenario === scenario && one.group === group);
  return (
    <div aria-busy={state === 'waiting'}>
      <table class="reliable">
        <thead>
          <tr>
            <th scope="col">{tn('reliable.of', answer.population.placed)}</th>
            <th scope="col" class="number">
              {t('confidence.without')}
            </th>
            <th scope="col" class="number">
              {t('confidence.with')}
            </th>
          </tr>
        </thead>
        <tbody>
          {dataset.header.groups.map(({ id }) => (
            <tr key={id}>
              <th scope="row">{groupName(dataset, id)}</th>
              <td class="number">{range(find(base, id))}</td>
              <td class="number">{range(find(build, id))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small muted">{t('reliable.note')}</p>
    </div>
  );
}
