/** The page of an imported network: bar, question and answer on one side, the map on the other. */
import { LanguageSwitch } from '../panels/language.tsx';
import { Notices } from '../panels/notices.tsx';
import { ThemeSwitch } from '../panels/theme.tsx';
import { t } from '../words/index.ts';
import { AboutPanel } from './about-panel.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { FilesPanel } from './files-panel.tsx';
import { ChangeTable } from './change-table.tsx';
import { CompareTable } from './compare-table.tsx';
import { MapPane, type MapPaneProps } from './map-pane.tsx';
import { PlaceTable } from './place-table.tsx';
import { PlanPanel } from './plan-panel.tsx';
import type { CityProblem } from './protocol.ts';
import { QuestionPanel } from './question-panel.tsx';
import { city } from './state.ts';
import { WorthEntry } from './worth-entry.tsx';

function Header() {
  const state = city.value;
  return (
    <header class="header">
      <h1>
        {t('app.title')} <span class="muted">{state?.ok === true ? state.label.title : ''}</span>
      </h1>
      <a class="city-shipped" href="./">
        {t('city.shipped')}
      </a>
      <div class="tools">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}

/** Why there is no network, and what to do. */
function Problem({ problem: { kind, file, expected, found } }: { readonly problem: CityProblem }) {
  return (
    <main class="city-problem">
      <p class="problem" role="alert">
        {t(`city.${kind}`, { file, expected, found })}
      </p>
    </main>
  );
}

export function CityPage({ opened }: { readonly opened: MapPaneProps | null }) {
  const state = city.value;
  return (
    <div class="city-page">
      <a class="skip" href="#answer" onClick={(event) => skip(event)}>
        {t('app.skip')}
      </a>
      <Header />
      <Notices />
      {state === null && <p class="waiting">{t('city.loading')}</p>}
      {state?.ok === false && <Problem problem={state.problem} />}
      {state?.ok === true && opened !== null && (
        <>
          <main class="city-stage" aria-label={t('city.map')}>
            <MapPane {...opened} />
          </main>
          <aside class="city-side" id="answer" tabIndex={-1} aria-label={t('app.answer')}>
            <AnswerPanel />
            <ChangeTable />
            <CompareTable />
            <WorthEntry />
            <PlaceTable />
            <PlanPanel />
            <QuestionPanel label={state.label} />
            <FilesPanel />
            <AboutPanel label={state.label} />
          </aside>
        </>
      )}
    </div>
  );
}

/** The address is the question's: a jump within the page must not take its place. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('answer')?.focus();
}
