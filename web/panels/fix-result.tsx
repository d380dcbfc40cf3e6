/** A fix that was found: each kind of change with what it gives, tried, and as a scenario to compare with. */
import type { ComponentChildren } from 'preact';
import type { FixDocument, FixNewLink, FixSections } from '../../src/index.ts';
import { OWN_SITES_FILE } from '../state/command.ts';
import { ownSites } from '../state/sites.ts';
import { kilometres, number } from '../words/format.ts';
import { spoken, t } from '../words/index.ts';
import { nameOf } from '../words/names.ts';
import { CopyButton } from './copy-button.tsx';
import { Apply } from './fix-apply.tsx';
import { Speeds } from './fix-speeds.tsx';
import { countRemedies, readingText, sayFix } from './fix-words.ts';

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="fix-part">
      <h4>{title}</h4>
      {children}
    </div>
  );
}

function Sections({ sections: { candidates, found, all } }: { readonly sections: FixSections }) {
  if (candidates.length === 0) return <p>{t('fix.noSection')}</p>;
  if (found === null)
    return <p>{t('fix.notAll', { count: number(candidates.length), time: readingText(all) })}</p>;
  const { ids, lengthM, reading, without, scenario } = found;
  const name = (id: string): string => {
    const one = candidates.find((candidate) => candidate.id === id);
    return one === undefined ? id : `${id} ${nameOf({ name: one.title, nameZh: one.titleZh })}`;
  };
  return (
    <>
      <div class="fix-one">
        <p>
          <b>{t('fix.set', { ids: ids.map(name).join(' + '), km: kilometres(lengthM) })}</b>,{' '}
          {t('fix.then', { time: readingText(reading) })}
        </p>
        {without.map((one) => (
          <p key={one.id} class="small muted">
            {t('fix.without', { id: one.id, time: readingText(one.reading) })}
          </p>
        ))}
        <Apply file={scenario} />
      </div>
      <p class="small muted">{t('fix.setNote')}</p>
    </>
  );
}

function NewLink({ newLink: { inputs, found } }: { readonly newLink: FixNewLink }) {
  const [speed, detour, budget] = [inputs.speedKmh, inputs.detour, inputs.budgetKm].map(({ value }) =>
    number(value, 2),
  ) as [string, string, string];
  if (found === null) return <p>{t('fix.noLink', { budget })}</p>;
  const { from, to, lengthM, reading, scenario } = found;
  const ends = { from: from.nameEn, to: to.nameEn };
  return (
    <>
      <div class="fix-one">
        <p>
          <b>{t('fix.link', { km: kilometres(lengthM), ...ends })}</b>,{' '}
          {t('fix.then', { time: readingText(reading) })}
        </p>
        <Apply file={scenario} />
      </div>
      <p class="small muted">{t('fix.linkNote', { speed, detour, budget })}</p>
    </>
  );
}

/** The command that gives the same; own sites are a file beside it. */
function Command({ document }: { readonly document: FixDocument }) {
  const sites = ownSites.value === null ? '' : ` --sites ${OWN_SITES_FILE}`;
  const text = `npx ${document.command}${sites}`;
  return (
    <details class="command">
      <summary>{t('fix.command')}</summary>
      <code lang="en" tabIndex={0}>
        {text}
      </code>
      <CopyButton text={text} />
    </details>
  );
}

export function FixResult({ document }: { readonly document: FixDocument }) {
  const { now, roads, links, sections, newLink } = document;
  const isHopeless = !now.holds && countRemedies(document) === 0;
  return (
    <div class="fix-result">
      <p class="fix-sentence" role="status" lang={spoken.value?.language === 'en' ? 'en' : undefined}>
        {sayFix(document)}
      </p>
      {isHopeless && (
        <p class="problem">
          <b>{t('fix.nothing')}</b>
        </p>
      )}
      {roads !== null && (
        <Part title={t('fix.roads')}>
          <Speeds found={roads.found} none={t('fix.noRoad')} never={roads.never.length} />
        </Part>
      )}
      {links !== null && (
        <Part title={t('fix.links')}>
          <Speeds found={links.found} none={null} never={0} />
          <p class="small muted">
            {t('fix.linksOf', { found: number(links.found.length), asked: number(links.asked) })}
          </p>
        </Part>
      )}
      {sections !== null && (
        <Part title={t('fix.sections')}>
          <Sections sections={sections} />
        </Part>
      )}
      {newLink !== null && (
        <Part title={t('fix.newLink')}>
          <NewLink newLink={newLink} />
        </Part>
      )}
      {!now.holds && <p class="small muted">{t('fix.note')}</p>}
      <Command document={document} />
    </div>
  );
}
