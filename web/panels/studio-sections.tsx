/** Sections of the roads by name, to be found by typing. */
import { useState } from 'preact/hooks';
import type { Dataset } from '../../src/index.ts';
import { dataset } from '../state/answers.ts';
import { takeSection } from '../state/studio-click.ts';
import { draws, isOfRoads, tool } from '../state/studio-drawing.ts';
import { t } from '../words/index.ts';
import { nameOf, sectionName } from '../words/names.ts';

/** By id: the road and its section, in the reader's language. */
export function listSectionsOf(data: Dataset): ReadonlyMap<string, string> {
  const highways = new Map(data.highways.map((one) => [one.id, one]));
  return new Map(
    data.sections.map(({ id, highway }) => {
      const road = highways.get(highway);
      const name = road === undefined ? highway : nameOf({ name: road.nameEn, nameZh: road.nameZh });
      const section = sectionName(data, id);
      return [id, section === name ? name : `${name}: ${section}`];
    }),
  );
}

/** The section of a name as it was typed: the whole of it, or all that begins so, where that is one. */
function findSection(names: ReadonlyMap<string, string>, typed: string): string | null {
  const wanted = typed.trim().toLowerCase();
  const whole = [...names].find(([, name]) => name.toLowerCase() === wanted);
  if (whole !== undefined) return whole[0];
  const like = [...names].filter(([, name]) => name.toLowerCase().includes(wanted));
  return like.length === 1 ? (like[0]?.[0] ?? null) : null;
}

/** A field that finds a section by its name: what the tool in hand does to a road that is clicked, it does to it. */
export function StudioSections() {
  const [typed, setTyped] = useState('');
  const data = dataset.value;
  if (data === null || !isOfRoads(tool.value) || draws.value !== null) return null;
  const names = listSectionsOf(data);
  const found = findSection(names, typed);
  return (
    <form
      class="studio-find"
      onSubmit={(event) => {
        event.preventDefault();
        if (found === null) return;
        takeSection(found);
        setTyped('');
      }}
    >
      <input
        type="text"
        list="studio-section-names"
        aria-label={t('studio.find')}
        placeholder={t('studio.find')}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <datalist id="studio-section-names">
        {[...names].map(([id, name]) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <button type="submit" disabled={found === null}>
        {t('studio.take')}
      </button>
    </form>
  );
}
