/**
 * The paper's claims held against the model: each from the origin that suits it best, then from every origin.
 * Claims are compared and never used as an input; the paper's own words stay English.
 */
import type { Analysis, AnswerClaim, Dataset } from '../../src/index.ts';
import { full } from '../state/answers.ts';
import { DASH, minutes, number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { ClaimSets } from './claims-joint.tsx';
import { claimTitle, placeName, verdictSign, verdictWord } from './claims-words.ts';

export function ClaimsPanel({ dataset }: { readonly dataset: Dataset }) {
  const { value, state } = full.value;
  if (value === null) {
    return <p class="muted">{t(state === 'failed' ? 'claims.failed' : 'answer.computing')}</p>;
  }
  if (value.claims.length === 0) return <p class="muted">{t('claims.none')}</p>;
  const timed = value.claims.filter(({ claimedS }) => claimedS !== null);
  const other = value.claims.filter(({ claimedS }) => claimedS === null);
  const bests = listBest(value, timed);
  return (
    <div class="claims" aria-busy={state === 'waiting'}>
      <p class="small muted">{t('claims.setting')}</p>
      <Summary claims={bests.map(({ best }) => best)} />
      <h4>{t('claims.times')}</h4>
      {bests.map(({ best, all }) => (
        <TimeClaim key={best.id} dataset={dataset} best={best} all={all} />
      ))}
      <ClaimSets dataset={dataset} analysis={value} />
      <h4>{t('claims.other')}</h4>
      {other.map((claim) => (
        <OtherClaim key={claim.id} dataset={dataset} claim={claim} />
      ))}
    </div>
  );
}

interface Best {
  readonly best: AnswerClaim;
  readonly all: readonly AnswerClaim[];
}

/** Each time claim once: the row of its most charitable origin, with those of all origins. */
function listBest({ claimSets }: Analysis, timed: readonly AnswerClaim[]): readonly Best[] {
  return [...new Set(timed.map(({ id }) => id))].flatMap((id) => {
    const all = timed.filter((claim) => claim.id === id);
    const origin = claimSets.best.find(({ claim }) => claim === id)?.origin;
    const best = all.find((claim) => claim.origin === origin) ?? all[0];
    return best === undefined ? [] : [{ best, all }];
  });
}

/** How many claims there are of each verdict. */
function Summary({ claims }: { readonly claims: readonly AnswerClaim[] }) {
  const verdicts = [...new Set(claims.map(({ verdict }) => verdict))];
  return (
    <ul class="claim-summary">
      {verdicts.map((verdict) => (
        <li key={verdict}>
          <b class="number">{number(claims.filter((one) => one.verdict === verdict).length)}</b>{' '}
          <Verdict verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}

function Verdict({ verdict }: { readonly verdict: string }) {
  const { sign, tone } = verdictSign(verdict);
  return (
    <span class={`verdict ${tone}`}>
      <span aria-hidden="true">{sign}</span> {verdictWord(verdict)}
    </span>
  );
}

function TimeClaim({ dataset, best, all }: Best & { readonly dataset: Dataset }) {
  const mid = best.corners?.mid;
  const inBrackets = mid !== undefined && mid !== best.verdict;
  return (
    <article class="claim">
      <header>
        <h5>{claimTitle(dataset, best)}</h5>
        <p>
          <Verdict verdict={best.verdict} />
          {inBrackets && <span> ({t('claims.atMiddle', { verdict: verdictWord(mid) })})</span>}
        </p>
      </header>
      <dl class="claim-numbers">
        <Figure title={t('claims.said')} value={minutes(best.claimedS)} />
        <Figure title={t('claims.model')} value={minutes(best.computedS)} />
        <Figure title={t('claims.viaBelt')} value={minutes(best.viaBeltS)} />
        <Figure title={t('claims.needs')} value={best.neededKmh === null ? DASH : number(best.neededKmh)} />
      </dl>
      <p class="small muted">
        {t('claims.from', { place: placeName(dataset, best.origin ?? '') })}
        {all.length > 1 && ` · ${t('claims.charitable')}`}
      </p>
      <Said dataset={dataset} claim={best} />
      {all.length > 1 && <AllOrigins dataset={dataset} all={all} />}
    </article>
  );
}

function Figure({ title, value }: { readonly title: string; readonly value: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The claim as it is recorded from the paper, with the place where it stands. */
function Said({ dataset, claim }: { readonly dataset: Dataset; readonly claim: AnswerClaim }) {
  const locator = dataset.claims.find(({ id }) => id === claim.id)?.locator;
  return (
    <blockquote lang="en" class="small">
      {claim.text} {locator !== undefined && <cite class="muted">{locator}</cite>}
    </blockquote>
  );
}

function AllOrigins({ dataset, all }: { readonly dataset: Dataset; readonly all: readonly AnswerClaim[] }) {
  return (
    <details>
      <summary class="small">{t('claims.allOrigins', { count: number(all.length) })}</summary>
      <table class="plain small">
        <thead>
          <tr>
            <th scope="col">{t('claims.origin')}</th>
            <th scope="col" class="number">
              {t('claims.model')}
            </th>
            <th scope="col" class="number">
              {t('claims.needs')}
            </th>
            <th scope="col">{t('claims.corners')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((claim) => (
            <tr key={claim.origin}>
              <th scope="row">{placeName(dataset, claim.origin ?? '')}</th>
              <td class="number">{minutes(claim.computedS)}</td>
              <td class="number">{claim.neededKmh === null ? DASH : number(claim.neededKmh)}</td>
              <td>
                {claim.corners === undefined
                  ? verdictWord(claim.verdict)
                  : (['fast', 'mid', 'slow'] as const)
                      .map((corner) => verdictWord(claim.corners?.[corner] ?? ''))
                      .join(' / ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function OtherClaim({ dataset, claim }: { readonly dataset: Dataset; readonly claim: AnswerClaim }) {
  return (
    <article class="claim">
      <header>
        <h5>{claimTitle(dataset, claim)}</h5>
        <p>
          <Verdict verdict={claim.verdict} />
        </p>
      </header>
      <Said dataset={dataset} claim={claim} />
      {claim.why !== '' && (
        <details>
          <summary class="small">{t('claims.evidence')}</summary>
          <p lang="en" class="small">
            {claim.why}
          </p>
        </details>
      )}
    </article>
  );
}
