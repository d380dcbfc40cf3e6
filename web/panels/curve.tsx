/** The share that passes against the minutes allowed, base and build; the cutoff can be dragged in every chart. */
import { useState } from 'preact/hooks';
import type { Dataset, QuickAnalysis } from '../../src/index.ts';
import { StepChart } from '../charts/step-chart.tsx';
import type { StepPoint } from '../charts/step-point.ts';
import { change } from '../state/choice.ts';
import { number, percent } from '../words/format.ts';
import { groupName } from '../words/names.ts';
import { t } from '../words/index.ts';
import { CUTOFFS_MIN } from './answer-counts.ts';
import { ALL_GROUPS, listSeries, OUTSIDE, type Series } from './curve-series.ts';

interface Props {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
  readonly base: string;
  readonly build: string;
}

/** The paper's hour, and what it still counts as about an hour, in minutes. */
const PAPER_MIN = [60, 70] as const;

function titleOf(dataset: Dataset, id: string): string {
  if (id === OUTSIDE) return t('curve.outside');
  return id === ALL_GROUPS ? t('curve.all') : groupName(dataset, id);
}

export function CurvePanel({ dataset, answer, base, build }: Props) {
  const series = listSeries(answer, base, build);
  const cutoffMin = answer.cutoffS / 60;
  const setCutoff = (minute: number): void => {
    if (minute !== cutoffMin) change({ cutoffS: minute * 60 });
  };
  if (series.length === 0) return <p class="muted">{t('curve.nobody')}</p>;
  return (
    <div class="curve-panel">
      <div class="curve-key small" aria-hidden="true">
        <span class="key base-key">{t('table.base')}</span>
        <span class="key build-key">{t('table.build')}</span>
        <span class="key paper-key">{t('curve.paper')}</span>
      </div>
      <div class="charts">
        {series.map((one) => (
          <Figure key={one.id} {...{ dataset, one, cutoffMin, setCutoff }} />
        ))}
      </div>
      <label class="curve-cutoff">
        {t('curve.cutoff', { T: number(cutoffMin, 2) })}
        <input
          type="range"
          min={CUTOFFS_MIN.from}
          max={CUTOFFS_MIN.to}
          step={1}
          value={cutoffMin}
          onInput={({ currentTarget }) => setCutoff(Number(currentTarget.value))}
        />
      </label>
      <p class="muted small">{t('curve.note')}</p>
      <CurveTable dataset={dataset} series={series} />
    </div>
  );
}

interface FigureProps {
  readonly dataset: Dataset;
  readonly one: Series;
  readonly cutoffMin: number;
  readonly setCutoff: (minute: number) => void;
}

function Figure({ dataset, one, cutoffMin, setCutoff }: FigureProps) {
  const at = findAt(one.points, cutoffMin);
  const name = titleOf(dataset, one.id);
  const shares = at === undefined ? '' : `${percent(at.base)} → ${percent(at.build)}`;
  return (
    <figure class={one.id === OUTSIDE ? 'chart outside' : 'chart'}>
      <figcaption>
        <span>{name}</span> <b>{shares}</b>
      </figcaption>
      <StepChart
        title={t('curve.chart', { name })}
        description={t('curve.says', { T: number(cutoffMin, 2), shares })}
        points={one.points}
        range={[CUTOFFS_MIN.from, CUTOFFS_MIN.to]}
        marks={PAPER_MIN}
        level={one.level}
        cutoffMin={cutoffMin}
        width={one.id === OUTSIDE ? 380 : 184}
        minuteText={(minute) => number(minute)}
        shareText={(share) => percent(share)}
        onCutoff={setCutoff}
      />
    </figure>
  );
}

/** The curve holds between whole minutes; before its first point nothing is known. */
function findAt(points: readonly StepPoint[], minute: number): StepPoint | undefined {
  return points.findLast((one) => one.minute <= minute && minute < one.minute + 1);
}

function CurveTable({ dataset, series }: { readonly dataset: Dataset; readonly series: readonly Series[] }) {
  const [open, setOpen] = useState(false);
  const minutes = [...new Set(series.flatMap(({ points }) => points.map(({ minute }) => minute)))];
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('curve.table')}</summary>
      {open && (
        <div class="grid-frame" tabIndex={0} role="region" aria-label={t('curve.table')}>
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">{t('table.min')}</th>
                {series.map(({ id }) => (
                  <th key={id} scope="col" class="number">
                    {titleOf(dataset, id)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {minutes
                .toSorted((a, b) => a - b)
                .map((minute) => (
                  <tr key={minute}>
                    <th scope="row">{number(minute)}</th>
                    {series.map(({ id, points }) => (
                      <td key={id} class="number">
                        {toShares(findAt(points, minute))}
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

function toShares(at: StepPoint | undefined): string {
  if (at === undefined) return '—';
  return at.base === at.build ? percent(at.build) : `${percent(at.base)} → ${percent(at.build)}`;
}
