/** The search box: a combobox that finds places and roads and shows the chosen one. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { dataset } from '../state/answers.ts';
import { show } from '../state/look.ts';
import { isOwnSite } from '../state/sites.ts';
import { t, tn } from '../words/index.ts';
import { districtName, nameOf } from '../words/names.ts';
import { createIndex, findEntries, type MoreNames, type SearchEntry } from './search-index.ts';

const MOST_RESULTS = 10;
const LIST = 'search-results';
const toOptionId = (i: number): string => `${LIST}-${i}`;

/** Japanese words are found whatever language the page speaks; they are loaded when the box is first used. */
function useJapaneseNames(wanted: boolean): MoreNames {
  const [names, take] = useState<MoreNames>({});
  useEffect(() => {
    if (wanted) void import('../words/ja/names.ts').then((module) => take(module.names));
  }, [wanted]);
  return names;
}

function choose(entry: SearchEntry): void {
  if (entry.kind === 'road') show({ road: entry.id });
  else if (entry.placed) show({ place: entry.id, road: null });
}

function describe(entry: SearchEntry): string {
  const data = dataset.value;
  const district = data === null ? '' : districtName(data, entry.district);
  const site = entry.placed ? '' : t('search.unplaced');
  return [t(`search.kind.${entry.kind}`), entry.ref ?? '', district, site]
    .filter((one) => one !== '')
    .join(' · ');
}

interface ResultsProps {
  readonly results: readonly SearchEntry[];
  readonly active: number;
  readonly onChoose: (entry: SearchEntry) => void;
}

function Results({ results, active, onChoose }: ResultsProps) {
  return (
    <ul class="search-results" id={LIST} role="listbox" aria-label={t('search.results')}>
      {results.map((entry, i) => (
        <li
          key={`${entry.kind} ${entry.id}`}
          id={toOptionId(i)}
          role="option"
          aria-selected={i === active}
          aria-disabled={!entry.placed}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(entry)}
        >
          <span>
            {nameOf(entry)} {nameOf(entry) !== entry.nameZh && <span lang="zh-Hans">{entry.nameZh}</span>}
          </span>
          <span class="small muted">{describe(entry)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Where the arrow keys lead from an option; -1 is the box itself. */
function step(key: string, active: number, count: number): number {
  if (key === 'ArrowDown') return active + 1 >= count ? 0 : active + 1;
  return active <= 0 ? count - 1 : active - 1;
}

/** What is found for a query; the index is made when the box is first used. */
function useResults(query: string, used: boolean): readonly SearchEntry[] {
  const japanese = useJapaneseNames(used);
  const data = dataset.value;
  const entries = useMemo(
    () => (data === null || !used ? [] : createIndex(data, japanese, isOwnSite)),
    [data, japanese, used],
  );
  return useMemo(() => findEntries(entries, query, MOST_RESULTS), [entries, query]);
}

export function SearchBox() {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const results = useResults(query, used);
  const shown = open && query.trim() !== '';
  const type = (text: string): void => {
    setQuery(text);
    setActive(-1);
    setOpen(true);
  };
  const take = (entry: SearchEntry): void => {
    choose(entry);
    setQuery(nameOf(entry));
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(step(event.key, active, results.length));
    } else if (event.key === 'Enter' && shown) {
      event.preventDefault();
      const entry = results[Math.max(active, 0)];
      if (entry !== undefined) take(entry);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <div class="search" role="search">
      <input
        type="search"
        role="combobox"
        list={undefined}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        aria-autocomplete="list"
        aria-expanded={shown && results.length > 0}
        aria-controls={LIST}
        {...(shown && active >= 0 ? { 'aria-activedescendant': toOptionId(active) } : {})}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onFocus={() => setUsed(true)}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {shown && results.length > 0 && <Results results={results} active={active} onChoose={take} />}
      {shown && results.length === 0 && used && <p class="search-none">{t('search.none', { query })}</p>}
      <span class="visually-hidden" role="status">
        {shown && results.length > 0 ? tn('search.count', results.length) : ''}
      </span>
    </div>
  );
}
