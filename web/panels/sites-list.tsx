/** The user's sites that were taken in, each with a way to show it and to take it away. */
import type { Dataset } from '../../src/index.ts';
import { dataset } from '../state/answers.ts';
import { show } from '../state/look.ts';
import { dropSites, takeSites, type Taken } from '../state/own-sites.ts';
import { isOwnSite, ownSites } from '../state/sites.ts';
import { t } from '../words/index.ts';
import { groupName } from '../words/names.ts';

interface Site {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly group: string | null;
  readonly volume: number | null;
}

/** The sites as the data set has them. */
export function listSites({ suppliers, zones }: Dataset, isOwn: (id: string) => boolean): readonly Site[] {
  return suppliers
    .filter(({ id }) => isOwn(id))
    .flatMap(({ id, name, zone, keiretsu, volume }) => {
      const at = zones.find((one) => one.id === zone)?.at;
      return at === undefined ? [] : [{ id, name, lon: at[0], lat: at[1], group: keiretsu, volume }];
    });
}

function toCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Sites as the text of a file that is read back to the same sites. */
export function toSitesText(sites: readonly Site[]): string {
  const rows = sites.map((one) => [one.name, one.lon, one.lat, one.group, one.volume].map(toCell).join(','));
  return ['name,lon,lat,group,volume', ...rows, ''].join('\n');
}

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
