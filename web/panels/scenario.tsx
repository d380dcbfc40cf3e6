/** What is asked: scenarios, vehicle, traffic, time limit, plants, suppliers, and the command that asks the same. */
import { toLastDay, type Dataset } from '../../src/index.ts';
import { dayOf } from '../engine/ask.ts';
import { later } from '../later.tsx';
import { dataset, shownAnswer } from '../state/answers.ts';
import { choice } from '../state/choice.ts';
import { toCommand, toScenarioFileName } from '../state/command.ts';
import { isOwnScenario } from '../state/own-scenarios.ts';
import { ownSites } from '../state/sites.ts';
import { studioOpen } from '../state/studio-open.ts';
import { t, type WordKey } from '../words/index.ts';
import { CopyButton } from './copy-button.tsx';
import { ContrastButtons, Contrasts, ScenarioSelect } from './scenario-contrast.tsx';
import { CutoffControl } from './scenario-cutoff.tsx';
import { DriveControls, PlantControls, SupplierControl } from './scenario-setting.tsx';

/** What the first answer does not need is loaded after it. */
const ClockControl = later<{ readonly dataset: Dataset }>(
  async () => (await import('./scenario-clock.tsx')).ClockControl,
);

const StudioEntry = later(async () => (await import('./studio-entry.tsx')).StudioEntry);
const StudioPanel = later(async () => (await import('./studio.tsx')).StudioPanel);

/** How tolls are taken on the two dates. */
function findTollWord({ header }: Dataset, baseDay: string, buildDay: string): WordKey {
  const [base, build] = [baseDay, buildDay].map(
    (day) => header.gantryFrom !== null && toLastDay(day) >= toLastDay(header.gantryFrom),
  );
  if (base === build) return base === true ? 'scenario.toll.gantry' : 'scenario.toll.plaza';
  return build === true ? 'scenario.toll.plazaToGantry' : 'scenario.toll.gantryToPlaza';
}

function TollLine({ data }: { readonly data: Dataset }) {
  const { base, build } = choice.value;
  const regime = t(findTollWord(data, dayOf(base), dayOf(build)));
  return <p class="small muted">{t('scenario.toll', { regime })}</p>;
}

function CommandLine() {
  const command = toCommand(choice.value, { dayOf, isOwn: isOwnScenario, ownSites: ownSites.value !== null });
  const { base, build } = choice.value;
  const files = [...new Set([base, build])].filter(isOwnScenario).map(toScenarioFileName);
  return (
    <details class="command">
      <summary>{t('scenario.command')}</summary>
      {ownSites.value !== null && <p class="small">{t('scenario.commandSites')}</p>}
      {files.length > 0 && <p class="small">{t('scenario.commandFiles', { files: files.join(', ') })}</p>}
      <code lang="en" tabIndex={0}>
        {command}
      </code>
      <CopyButton text={command} />
    </details>
  );
}

export function ScenarioPanel() {
  const data = dataset.value;
  if (data === null) return null;
  if (studioOpen.value && shownAnswer.value !== null) return <StudioPanel />;
  return (
    <form class="scenario" onSubmit={(event) => event.preventDefault()}>
      <h2>{t('scenario.title')}</h2>
      <Contrasts dataset={data} />
      <CutoffControl />
      <DriveControls dataset={data} />
      {shownAnswer.value !== null && <ClockControl dataset={data} />}
      <ScenarioSelect dataset={data} side="base" />
      <ScenarioSelect dataset={data} side="build" />
      {shownAnswer.value !== null && <StudioEntry />}
      <ContrastButtons />
      <p class="small muted">{t('scenario.deletion')}</p>
      <PlantControls dataset={data} />
      <SupplierControl />
      <TollLine data={data} />
      <CommandLine />
    </form>
  );
}
