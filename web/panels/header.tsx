/** The bar on top: search, languages, theme, own sites, share, export. What it opens is loaded when it is opened. */
import { useEffect, useState } from 'preact/hooks';
import type { ComponentType } from 'preact';
import { later } from '../later.tsx';
import { dataset, shownAnswer } from '../state/answers.ts';
import { sitesDialog } from '../state/sites.ts';
import { t } from '../words/index.ts';
import { LanguageSwitch } from './language.tsx';
import { startDrop } from './sites-drop.ts';
import { ThemeSwitch } from './theme.tsx';

const SearchBox = later(async () => (await import('./search.tsx')).SearchBox);
const PrintSheet = later(async () => (await import('./print-sheet.tsx')).PrintSheet);
const SharePanel = later(async () => (await import('./share.tsx')).SharePanel);
/** With what draws the picture, so that this works without a network too. */
const ExportPanel = later(async () => {
  const [{ ExportPanel: Panel }] = await Promise.all([import('./export.tsx'), import('./picture.ts')]);
  return Panel;
});
const SitesDialog = later(async () => (await import('./sites.tsx')).SitesDialog);

interface MenuProps {
  readonly id: string;
  readonly label: string;
  readonly Content: ComponentType;
}

/** A button and the panel that drops from it; the browser closes it by Escape or a click elsewhere. */
function Menu({ id, label, Content }: MenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" popovertarget={id} disabled={dataset.value === null}>
        {label}
      </button>
      <div
        id={id}
        class="menu"
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && <Content />}
      </div>
    </>
  );
}

function Tools() {
  return (
    <div class="tools">
      <LanguageSwitch />
      <ThemeSwitch />
      <button
        type="button"
        disabled={dataset.value === null}
        onClick={() => (sitesDialog.value = { open: true, file: null })}
      >
        {t('sites.open')}
      </button>
      <Menu id="share-menu" label={t('share.title')} Content={SharePanel} />
      <Menu id="export-menu" label={t('share.export')} Content={ExportPanel} />
    </div>
  );
}

export function Header() {
  const answered = shownAnswer.value !== null;
  useEffect(startDrop, []);
  return (
    <>
      <header class="header">
        <h1>
          {t('app.title')} <span class="muted">{t('app.place')}</span>
        </h1>
        {answered ? <SearchBox /> : <div class="search" />}
        <Tools />
      </header>
      {sitesDialog.value.open && <SitesDialog />}
      {answered && <PrintSheet />}
    </>
  );
}
