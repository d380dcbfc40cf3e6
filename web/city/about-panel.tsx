/** Where the roads are from, and what must be said of them. */
import { number, percent } from '../words/format.ts';
import { t } from '../words/index.ts';
import type { CityLabel } from './protocol.ts';

export function AboutPanel({ label }: { readonly label: CityLabel }) {
  const { title, file, asOf, attribution, licence, counts } = label;
  const source =
    asOf === null ? t('city.sourceNoDay', { title, file }) : t('city.source', { title, file, day: asOf });
  const values = { km: number(counts.km), links: number(counts.links), nodes: number(counts.nodes) };
  return (
    <section class="city-about small">
      <h2>{t('city.about')}</h2>
      <p>{source}</p>
      <p>{t('city.size', values)}</p>
      {counts.km > 0 && counts.assumedKm > 0 && (
        <p>{t('city.estimated', { share: percent(counts.assumedKm / counts.km) })}</p>
      )}
      <p lang="en">
        {attribution}. {licence}
      </p>
    </section>
  );
}
