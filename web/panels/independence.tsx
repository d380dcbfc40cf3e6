/** How independent of their keiretsu the road lets suppliers be: every index, base → build, with its formula. */
import type { AnswerIndependence, QuickAnalysis } from '../../src/index.ts';
import { full } from '../state/answers.ts';
import { DASH, minutes, number, percent } from '../words/format.ts';
import { t } from '../words/index.ts';
import { decimals } from './answer-words.ts';
import { Formulas } from './independence-formulas.tsx';
import { MEASURES, type Measure } from './independence-measures.ts';
import { isSameQuestion } from './side-by-side-columns.ts';

type Values = Partial<AnswerIndependence>;

const SHARES: ReadonlySet<Measure> = new Set(['iOut', 'iOutAll', 'i2', 'i3']);

interface Props {
  readonly answer: QuickAnalysis;
  readonly base: string;
  readonly build: string;
}

export function IndependencePanel({ answer, base, build }: Props) {
  const slow = full.value.value;
  const whole = slow !== null && isSameQuestion(answer, slow) ? slow.independence : null;
  const find = (scenario: string): Values | undefined => {
    const isRow = (row: { scenario: string; cutoffS: number }): boolean =>
      row.scenario === scenario && row.cutoffS === answer.cutoffS;
    const row = answer.independence.find(isRow);
    return row === undefined ? undefined : { ...row, ...whole?.find(isRow) };
  };
  const rows = [...new Set([base, build])].map(find);
  const show = (measure: Measure): string =>
    rows.map((row) => (row === undefined ? DASH : toText(measure, row))).join(' → ');
  return (
    <>
      <table class="plain measures">
        <caption class="visually-hidden">
          {t('independence.caption', { T: number(answer.cutoffS / 60, 2) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('independence.measure')}</th>
            <th scope="col" class="number">
              {rows.length === 1 ? t('table.build') : t('independence.pair')}
            </th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <tr key={measure}>
              <th scope="row">
                {t(`independence.${measure}`)} <small class="muted">{measure}</small>
              </th>
              <td class="number">{show(measure)}</td>
            </tr>
          ))}
          <SmallestRow answer={answer} scenarios={[...new Set([base, build])]} />
        </tbody>
      </table>
      <p class="muted small">{t('independence.note')}</p>
      <Formulas />
    </>
  );
}

/** Smallest whole or exact minute at which the index meets the flowchart's level. */
function SmallestRow({
  answer: { verdictMaps },
  scenarios,
}: {
  readonly answer: QuickAnalysis;
  readonly scenarios: readonly string[];
}) {
  const maps = scenarios.map((id) => verdictMaps.find(({ scenario }) => scenario === id));
  const level = maps[0]?.level;
  if (level === undefined) return null;
  return (
    <tr>
      <th scope="row">{t('independence.smallest', { level: percent(level) })}</th>
      <td class="number">
        {maps.map((one) => (one === undefined ? DASH : minutes(one.smallestS))).join(' → ')}
      </td>
    </tr>
  );
}

function toText(measure: Measure, row: Values): string {
  const value = row[measure];
  if (measure === 'robustMin' && value === undefined) return t('answer.computing');
  if (typeof value === 'boolean') return t(value ? 'independence.yes' : 'independence.no');
  if (value === undefined || value === null) return DASH;
  return SHARES.has(measure) ? percent(value) : decimals(value);
}
