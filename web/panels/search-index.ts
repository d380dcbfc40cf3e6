/** What the search box finds: places and roads with every word they go by, in all three languages. It draws nothing. */
import type { Dataset } from '../../src/index.ts';

type EntryKind = 'supplier' | 'own' | 'plant' | 'engine' | 'zone' | 'seat' | 'road';

export interface SearchEntry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly district: string | null;
  /** Road number now, of roads. */
  readonly ref: string | null;
  /** False for a supplier whose site is not known: it can be found, not shown on the map. */
  readonly placed: boolean;
  /** Its own names and ids, normalised, in the order they count. */
  readonly names: readonly string[];
  /** All else it may be found by. */
  readonly words: string;
}

/** Names that only the dictionary has, by key; e.g. the Japanese of districts and groups. */
export type MoreNames = Readonly<Record<string, string>>;

/** The same text for letters that only look different: width, case, accents. */
export function normalise(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFKC').toLowerCase().trim();
}

type Draft = Omit<SearchEntry, 'names' | 'words' | 'district' | 'ref' | 'placed'> &
  Partial<Pick<SearchEntry, 'district' | 'ref' | 'placed'>>;

function toEntry(
  draft: Draft,
  names: readonly (string | null)[],
  words: readonly (string | null)[],
): SearchEntry {
  const own = [draft.name, draft.nameZh, draft.id, ...names].filter((one) => one !== null && one !== '');
  return {
    ...{ district: null, ref: null, placed: true },
    ...draft,
    names: own.map((one) => normalise(one ?? '')),
    words: normalise([...own, ...words].filter((one) => one !== null).join(' ')),
  };
}

function listAreaWords({ header }: Dataset, more: MoreNames, district: string | null): readonly string[] {
  const known = header.districts.find(({ id }) => id === district);
  const inJapanese = more[`names.district.${district ?? ''}`];
  return known === undefined ? [] : [known.name, known.nameZh, known.city, inJapanese ?? ''];
}

function listGroupWords({ header }: Dataset, more: MoreNames, group: string | null): readonly string[] {
  const known = header.groups.find(({ id }) => id === group);
  return known === undefined ? [] : [known.name, known.nameZh, more[`names.group.${known.id}`] ?? ''];
}

function listSuppliers(dataset: Dataset, more: MoreNames, isOwn: (id: string) => boolean) {
  const zones = new Map(dataset.zones.map((zone) => [zone.id, zone]));
  return dataset.suppliers.map((one) => {
    const zone = one.zone === null ? undefined : zones.get(one.zone);
    const kind = isOwn(one.id) ? 'own' : 'supplier';
    const { id, name, nameZh, district } = one;
    const words = [...listAreaWords(dataset, more, district), ...listGroupWords(dataset, more, one.keiretsu)];
    const draft: Draft = { kind, id, name, nameZh, district, placed: zone !== undefined };
    return toEntry(draft, [one.parent], [...words, one.part, zone?.name ?? null, zone?.nameZh ?? null]);
  });
}

/** Entries of a data set. `isOwn` tells the user's own sites from shipped suppliers. */
export function createIndex(
  dataset: Dataset,
  more: MoreNames,
  isOwn: (id: string) => boolean = () => false,
): readonly SearchEntry[] {
  const plants = dataset.plants.map(({ id, name, nameZh, district, kind, group, maker }) => {
    const words = [...listAreaWords(dataset, more, district), ...listGroupWords(dataset, more, group)];
    const draft: Draft = { kind: kind === 'engine' ? 'engine' : 'plant', id, name, nameZh, district };
    return toEntry(draft, [maker], words);
  });
  const zones = dataset.zones
    .filter(({ id }) => !isOwn(id))
    .map(({ id, kind, name, nameZh, district }) =>
      toEntry({ kind, id, name, nameZh, district }, [], listAreaWords(dataset, more, district)),
    );
  const roads = dataset.highways.map(({ id, nameEn, nameZh, refNow, refOld, sections }) => {
    const titles = sections.flatMap((one) => [one.id, one.titleEn, one.titleZh]);
    return toEntry({ kind: 'road', id, name: nameEn, nameZh, ref: refNow }, [refNow, refOld], titles);
  });
  return [...plants, ...listSuppliers(dataset, more, isOwn), ...zones, ...roads];
}

/** How well an entry answers: 0 says it exactly, 4 somewhere in its words; null does not. */
function rank(entry: SearchEntry, query: string): number | null {
  const { names, words } = entry;
  if (names.includes(query)) return 0;
  if (names.some((name) => name.startsWith(query))) return 1;
  if (names.some((name) => name.includes(` ${query}`))) return 2;
  if (names.some((name) => name.includes(query))) return 3;
  return query.split(/\s+/).every((word) => words.includes(word)) ? 4 : null;
}

/** The entries that answer best, best first; in the order of the data between equals. */
export function findEntries(
  entries: readonly SearchEntry[],
  query: string,
  most: number,
): readonly SearchEntry[] {
  const asked = normalise(query);
  if (asked === '') return [];
  return entries
    .flatMap((entry) => {
      const found = rank(entry, asked);
      return found === null ? [] : [{ entry, found }];
    })
    .toSorted((a, b) => a.found - b.found || Number(b.entry.placed) - Number(a.entry.placed))
    .slice(0, most)
    .map(({ entry }) => entry);
}
