/** What claims imply together: whether one origin makes all of a set true, and times that they presuppose. */
import type { Analysis, Dataset } from '../../src/index.ts';
import { minutes } from '../words/format.ts';
import { t } from '../words/index.ts';
import { claimTitle, placeName, verdictWord } from './claims-words.ts';

export function ClaimSets({ dataset, analysis }: { readonly dataset: Dataset; readonly analysis: Analysis }) {
  const { joint, consistency } = analysis.claimSets;
  const title = (id: string): string => {
    const claim = analysis.claims.find((one) => one.id === id);
    return claim === undefined ? id : claimTitle(dataset, claim);
  };
  const places = (ids: readonly string[]): string =>
    ids.length === 0 ? t('claims.noOrigin') : ids.map((id) => placeName(dataset, id)).join(', ');
  return (
    <section class="claim-sets">
      {joint.length > 0 && <h4>{t('claims.joint')}</h4>}
      <ul>
        {joint.map(({ set, claims, holdInFreeFlow, best }) => (
          <li key={set}>
            {claims.map(title).join(' + ')}: {t('claims.jointHold', { places: places(holdInFreeFlow) })}
            {best !== null &&
              ` ${t('claims.jointBest', {
                verdict: verdictWord(best.verdict),
                place: placeName(dataset, best.origin),
              })}`}
          </li>
        ))}
      </ul>
      {consistency.length > 0 && (
        <details>
          <summary>{t('claims.consistency')}</summary>
          <ul class="small">
            {consistency.map(({ set, from, to, leastS, level, timeS, verdict }) => (
              <li key={`${set}|${from}|${to}|${level}`}>
                {t('claims.implied', {
                  from: placeName(dataset, from),
                  to: placeName(dataset, to),
                  least: minutes(leastS),
                  level: t(`claims.level.${toLevel(level)}`),
                  time: minutes(timeS),
                  verdict: verdictWord(verdict),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const LEVELS = ['straight-line', 'least-distance', 'signed-limits', 'free-flow', 'off-peak', 'peak'] as const;

function toLevel(level: string): (typeof LEVELS)[number] {
  return LEVELS.find((one) => one === level) ?? 'free-flow';
}
