/** The user's sites that were taken in, each with a way to show it and to take it away. */
import { dataset } from '../state/answers.ts';
import { show } from '../state/look.ts';
import { dropSites, takeSites, type Taken } from '../state/own-sites.ts';
import { isOwnSite, ownSites } from '../state/sites.ts';
import { t } from '../words/index.ts';
import { groupName } from '../words/names.ts';
import { listSites, toSitesText, type Site } from './sites-rows.ts';

/** What is left without one site, read like any other file. */
async function remove(sites: readonly Site[], id: string): Promise<Taken> {
  const left = sites.filter((one) => one.id !== id);
  if (left.length === 0) {
    await dropSites();
    return { problems: [], sites: 0, kept: null };
  }
  return takeSites({ name: ownSites.peek()?.name ?? 'own-sites.csv', text: toSitesText(left) });
}

interface Props {
  readonly onRemove: (taken: Promise<Taken>) => void;
  readonly onRemoveAll: () => void;
}

export function SitesList({ onRemove, onRemoveAll }: Props) {
  const data = dataset.value;
  if (data === null || ownSites.value === null) return null;
  const sites = listSites(data, isOwnSite);
  return (
    <section>
      <h3>{t('sites.list')}</h3>
      <ul class="sites-list">
        {sites.map(({ id, name, group }) => (
          <li key={id}>
            <button type="button" class="link" onClick={() => show({ place: id })}>
              {name}
            </button>{' '}
            <span class="small muted">{group === null ? '' : groupName(data, group)}</span>
            <button
              type="button"
              aria-label={t('sites.remove', { name })}
              title={t('sites.remove', { name })}
              onClick={() => onRemove(remove(sites, id))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onRemoveAll}>
        {t('sites.removeAll')}
      </button>
    </section>
  );
}
