/** The formulas of the indices, on demand: symbols, the same in words, and where they come from. */
import { t } from '../words/index.ts';
import { MEASURES, type Measure } from './independence-measures.ts';

/** Symbols are the same in every language. */
const FORMULAS: Readonly<Record<Measure, string>> = {
  iOut: 'iOut(T) = |{ s ∈ K : ∃ g ≠ g₀(s), t(s,g) ≤ T }| / |K|',
  iOutAll: 'iOutAll(T) = |{ s ∈ K : ∀ g ≠ g₀(s), t(s,g) ≤ T }| / |K|',
  atLeastOne: '∃ s ∈ K, g ≠ g₀(s) : t(s,g) ≤ T',
  i2: 'i2(T) = |{ s ∈ P : N_T(s) ≥ 2 }| / |P|,  N_T(s) = |{ g : t(s,g) ≤ T }|',
  i3: 'i3(T) = |{ s ∈ P : N_T(s) ≥ 3 }| / |P|',
  meanGroups: 'meanGroups = mean over s ∈ P of mean over T = 45…75 of N_T(s)',
  soft: 'soft = mean over s ∈ P of mean over g ≠ g₀(s) of f(t(s,g)),  f(t) = [1 + e^(−cπ/(σ√3))] / [1 + e^((t−c)π/(σ√3))],  c = 60, σ = 10 min',
  robustMin: 'robustMin = mean over s ∈ P of min over closed stretches of N_T(s)',
};

export function Formulas() {
  return (
    <details class="formulas">
      <summary>{t('independence.formulas')}</summary>
      <p class="small">{t('independence.symbols')}</p>
      <dl>
        {MEASURES.map((measure) => (
          <div key={measure}>
            <dt>
              <code lang="en">{FORMULAS[measure]}</code>
            </dt>
            <dd class="small">{t(`independence.words.${measure}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="muted small">{t('independence.origin')}</p>
    </details>
  );
}
