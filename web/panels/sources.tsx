/** What the numbers rest on: the share of the minutes that is estimated, what is not said, and every source. */
import { useState } from 'preact/hooks';
import type { Dataset, QuickAnalysis, Source } from '../../src/index.ts';
import { number, percent } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { findEstimates, type Spread } from './sources-share.ts';

interface Props {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
}

function toRange({ least, most }: Spread): string {
  const [low, high] = [percent(least), percent(most)];
  return low === high ? low : t('sources.range', { low, high });
}

export function SourcesPanel({ dataset, answer }: Props) {
  const [estimated, chains] = findEstimates(answer);
  return (
    <>
      {estimated !== null && chains !== null && (
        <p>
          {t('sources.estimates', {
            share: percent(estimated.mean),
            range: toRange(estimated),
            chains: percent(chains.mean),
            chainRange: toRange(chains),
          })}
        </p>
      )}
      <p>{t('sources.scope')}</p>
      <p class="muted small">
        {t('sources.data', { id: answer.data.id, digest: answer.data.digest.slice(0, 16) })}
      </p>
      <SourceList sources={dataset.sources} used={answer.sources} />
    </>
  );
}

/** The list is long: it is drawn when it is opened. */
function SourceList({
  sources,
  used,
}: {
  readonly sources: readonly Source[];
  readonly used: readonly string[];
}) {
  const [open, setOpen] = useState(false);
  const ids = new Set(used);
  const listed = sources.filter(({ id }) => ids.has(id));
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{tn('sources.list', used.length, { count: number(used.length) })}</summary>
      {open && (
        <ul class="source-list small">
          {listed.map((source) => (
            <li key={source.id} lang="en">
              <b>{source.title}</b>. {source.author}
              {source.year !== null && `, ${source.year}`}. <span class="muted">{source.licence}.</span>{' '}
              {source.url !== null && /^https?:/.test(source.url) && (
                <a href={source.url} rel="noreferrer" target="_blank">
                  {source.url}
                </a>
              )}
              <br />
              <span class="muted">{source.done}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
