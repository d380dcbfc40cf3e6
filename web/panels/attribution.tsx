/** Supplier–maker pairs by what the difference does to them: a bar with its numbers, each part a filter of the table. */
import type { Attribution } from '../../src/index.ts';
import { number } from '../words/format.ts';
import { t } from '../words/index.ts';
import type { Contrast } from './answer-contrast.ts';
import { ATTRIBUTIONS, type Counts } from './answer-counts.ts';
import { changeTable, tableChoice } from './table-state.ts';

const ATTRIBUTION_SIGNS: Readonly<Record<Attribution, string>> = {
  'yes-in-both': '✓',
  'no-to-yes': '+',
  'no-in-both': '✗',
  'yes-to-no': '−',
};

/** Only what differs by the belt alone is called its effect. */
function attributionWord(one: Attribution, contrast: Contrast): string {
  const beltAlone = contrast === 'belt' || contrast === 'rest';
  if (one === 'no-to-yes' && !beltAlone) return t('answer.attributionRoads.no-to-yes');
  return t(`answer.attribution.${one}`);
}

export function AttributionBar({
  counts,
  contrast,
}: {
  readonly counts: Counts;
  readonly contrast: Contrast;
}) {
  const chosen = tableChoice.value.attribution;
  const total = ATTRIBUTIONS.reduce((sum, one) => sum + counts.attribution[one], 0);
  const beltAlone = contrast === 'belt' || contrast === 'rest';
  const toggle = (one: Attribution): void => changeTable({ attribution: chosen === one ? null : one });
  return (
    <section class="attribution">
      <h3>{t(beltAlone ? 'answer.attribution' : 'answer.attributionRoads')}</h3>
      <p class="muted small">{t('answer.pairs', { count: number(total), T: number(counts.cutoffMin, 2) })}</p>
      <div class="attribution-bar" aria-hidden="true">
        {ATTRIBUTIONS.map((one) => (
          <span key={one} class={`part ${one}`} style={{ flexGrow: counts.attribution[one] }} />
        ))}
      </div>
      <div class="attribution-legend" role="group" aria-label={t('answer.filterHint')}>
        {ATTRIBUTIONS.map((one) => (
          <button
            key={one}
            type="button"
            class="attribution-key"
            aria-pressed={chosen === one}
            disabled={counts.attribution[one] === 0 && chosen !== one}
            onClick={() => toggle(one)}
          >
            <span class={`attribution-sign ${one}`} aria-hidden="true">
              {ATTRIBUTION_SIGNS[one]}
            </span>
            <span>{attributionWord(one, contrast)}</span>
            <b class="number">{number(counts.attribution[one])}</b>
          </button>
        ))}
      </div>
    </section>
  );
}
