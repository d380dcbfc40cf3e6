/** The user's sites as rows, and as the text of a file that is read back to the same rows. */
import type { Dataset } from '../../src/index.ts';

export interface Site {
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
