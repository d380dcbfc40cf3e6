/** Supply across keiretsu that is documented, beside the day on which the belt section its trip uses was opened. */
import type { Dataset, QuickAnalysis } from '../../src/index.ts';
import { show } from '../state/look.ts';
import { DASH } from '../words/format.ts';
import { groupName, nameOf } from '../words/names.ts';
import { t, tn } from '../words/index.ts';

interface Props {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
}

export function TimingPanel({ dataset, answer: { timing, origins } }: Props) {
  const firms = new Set(timing.filter(({ before }) => before).map(({ supplier }) => supplier)).size;
  const origin = (id: string): string => {
    const found = origins.find((one) => one.id === id);
    return found === undefined ? id : nameOf(found);
  };
  const section = (id: string | null): string => {
    if (id === null) return t('timing.noSection');
    const found = dataset.sections.find((one) => one.id === id);
    return found === undefined ? id : nameOf({ name: found.titleEn, nameZh: found.titleZh });
  };
  return (
    <section class="timing">
      <h4>{t('timing.title')}</h4>
      <p>
        <b>{tn('timing.sentence', firms)}</b>
      </p>
      {timing.length > 0 && (
        <ul class="timing-list">
          {timing.map((row) => (
            <li key={`${row.supplier}|${row.group}`}>
              <button
                type="button"
                class="link"
                onClick={() => show({ trip: { origin: row.supplier, destination: row.group } })}
              >
                {origin(row.supplier)} → {groupName(dataset, row.group)}
              </button>
              <span class="small">
                {t('timing.documented', { date: row.documentedAsOf })} · {section(row.section)}
                {row.section !== null && ` · ${t('timing.opened', { date: row.sectionOpened ?? DASH })}`}
                {' · '}
                <b>
                  {t(row.before ? 'timing.before' : row.section === null ? 'timing.unused' : 'timing.after')}
                </b>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
