/** What the answer rests on, under headings that open: curve, independence, the paper's claims, sources. */
import type { ComponentChildren } from 'preact';
import type { Dataset, QuickAnalysis } from '../../src/index.ts';
import { later } from '../later.tsx';
import { t } from '../words/index.ts';
import { ClaimsPanel } from './claims.tsx';
import { CurvePanel } from './curve.tsx';
import { DocumentedPanel } from './documented.tsx';
import { IndependencePanel } from './independence.tsx';
import { ReliablePanel } from './reliable.tsx';
import { SourcesPanel } from './sources.tsx';
import { TimingPanel } from './timing.tsx';

/** Asked for when it is opened. */
const ScenarioTablePanel = later<{ readonly dataset: Dataset }>(
  async () => (await import('./scenario-table.tsx')).ScenarioTablePanel,
);

export interface MoreProps {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
  readonly base: string;
  readonly build: string;
}

export function MoreAnswer(props: MoreProps) {
  const { dataset, answer } = props;
  return (
    <div class="more">
      <Section title={t('curve.title')} open>
        <CurvePanel {...props} />
      </Section>
      {answer.population.placed > 0 && (
        <Section title={t('reliable.title')} open>
          <ReliablePanel {...props} />
        </Section>
      )}
      {answer.population.placed > 0 && <ScenarioTablePanel dataset={dataset} />}
      {answer.population.placed > 0 && (
        <Section title={t('independence.title')}>
          <IndependencePanel {...props} />
          <DocumentedPanel dataset={dataset} answer={answer} />
          <TimingPanel dataset={dataset} answer={answer} />
        </Section>
      )}
      <Section title={t('claims.title')}>
        <ClaimsPanel dataset={dataset} />
      </Section>
      <Section title={t('sources.title')}>
        <SourcesPanel dataset={dataset} answer={answer} />
      </Section>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

function Section({ title, open = false, children }: SectionProps) {
  return (
    <details class="section" open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <div class="section-body">{children}</div>
    </details>
  );
}
