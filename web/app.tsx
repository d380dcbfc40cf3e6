/**
 * The page as a whole: bar, scenario, map with its views and dates, answer, flowchart. On narrow screens the
 * panels become drawers, on a telephone one sheet under the map; which one is open is a matter of look.
 */
import { later } from './later.tsx';
import { AnswerPanel } from './panels/answer.tsx';
import { DrawerTabs } from './panels/drawer-tabs.tsx';
import { Header } from './panels/header.tsx';
import { Notices } from './panels/notices.tsx';
import { ScenarioPanel } from './panels/scenario.tsx';
import { dataset, shownAnswer } from './state/answers.ts';
import { look } from './state/look.ts';
import { t } from './words/index.ts';

/** What the first answer does not need is loaded after it. */
const FlowchartPanel = later(async () => (await import('./panels/flowchart.tsx')).FlowchartPanel);
const RoutePanel = later(async () => (await import('./panels/route.tsx')).RoutePanel);
const KeepingPanel = later(async () => (await import('./panels/keeping.tsx')).KeepingPanel);
const Stage = later(async () => (await import('./stage.tsx')).Stage, <div class="map-pane" />);

export function App() {
  const answered = shownAnswer.value !== null;
  const { drawer, trip } = look.value;
  return (
    <div class="page" data-drawer={drawer ?? 'none'}>
      <a class="skip" href="#answer">
        {t('app.skip')}
      </a>
      <Header />
      <Notices />
      {answered && <KeepingPanel />}
      <aside class="side scenario-side" aria-label={t('app.scenario')}>
        {dataset.value !== null && <ScenarioPanel />}
      </aside>
      <main class="stage" aria-label={t('app.map')}>
        {answered ? <Stage /> : <div class="map-pane" />}
      </main>
      <aside class="side answer-side" id="answer" tabIndex={-1} aria-label={t('app.answer')}>
        <AnswerPanel />
      </aside>
      <section class="strip flowchart-strip" aria-label={t('app.flowchart')}>
        {answered && <FlowchartPanel />}
      </section>
      {trip !== null && answered && <RoutePanel />}
      <DrawerTabs />
    </div>
  );
}
