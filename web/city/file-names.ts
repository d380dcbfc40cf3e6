/** What the kinds of files are called, and how a browser knows them. */
import type { CityFileKind } from './protocol.ts';

export const FILE_NAMES: Readonly<Record<CityFileKind, { readonly title: string; readonly type: string }>> = {
  geojson: { title: 'GeoJSON', type: 'application/geo+json' },
  json: { title: 'JSON', type: 'application/json' },
  csv: { title: 'CSV', type: 'text/csv' },
};
