/** Which two states of the network are compared: by the name of a comparison, scenario by scenario, or by day. */
import type { Dataset } from '../../src/index.ts';
import { dayOf } from '../engine/ask.ts';
import { change, choice, DEFAULT_CHOICE, FIRST_DAY, LAST_DAY } from '../state/choice.ts';
import { findOwnScenario, ownScenarios } from '../state/own-scenarios.ts';
import { contrastName, dayText, scenarioName } from '../words/names.ts';
import { t } from '../words/index.ts';
import { toDayOnSlider } from './dates-axis.ts';

const DAY = 'day';

export function Contrasts({ dataset }: { readonly dataset: Dataset }) {
  const { base, build } = choice.value;
  return (
    <div class="contrasts" role="group" aria-label={t('scenario.contrasts')}>
      {dataset.header.contrasts.map((one) => (
        <button
          key={one.id}
          type="button"
          aria-pressed={one.base === base && one.build === build}
          onClick={() => change({ base: one.base, build: one.build })}
        >
          {contrastName(dataset, one.id)}
        </button>
      ))}
    </div>
  );
}

interface SideProps {
  readonly dataset: Dataset;
  readonly side: 'base' | 'build';
}

/** Scenario by title, or a day: that of the scenario left, so that the network does not jump. */
export function ScenarioSelect({ dataset, side }: SideProps) {
  const chosen = choice.value[side];
  const known = dataset.scenarios.some(({ id }) => id === chosen) || findOwnScenario(chosen) !== undefined;
  const take = (value: string): void =>
    change({ [side]: value === DAY ? toDayOnSlider(dayOf(chosen)) : value });
  return (
    <div class="field">
      <label for={`scenario-${side}`}>{t(`scenario.${side}`)}</label>
      <select
        id={`scenario-${side}`}
        value={known ? chosen : DAY}
        onChange={(event) => take(event.currentTarget.value)}
      >
        {dataset.scenarios.map(({ id }) => (
          <option key={id} value={id}>
            {scenarioName(dataset, id)}
          </option>
        ))}
        {ownScenarios.value.length > 0 && <OwnOptions dataset={dataset} />}
        <option value={DAY}>
          {known ? t('scenario.day') : t('scenario.dayOf', { day: dayText(chosen) })}
        </option>
      </select>
      {!known && <DayInput side={side} />}
    </div>
  );
}

/** The user's own; one that stands on what is no longer there cannot be asked for. */
function OwnOptions({ dataset }: { readonly dataset: Dataset }) {
  return (
    <optgroup label={t('scenario.own')}>
      {ownScenarios.value.map(({ file: { id } }) => (
        <option key={id} value={id} disabled={findOwnScenario(id) === undefined}>
          {scenarioName(dataset, id)}
        </option>
      ))}
    </optgroup>
  );
}

function DayInput({ side }: Pick<SideProps, 'side'>) {
  const take = (input: HTMLInputElement): void => {
    if (input.value !== '' && input.validity.valid) change({ [side]: input.value });
  };
  return (
    <input
      type="date"
      min={FIRST_DAY}
      max={LAST_DAY}
      value={choice.value[side]}
      aria-label={t(`scenario.${side}Day`)}
      onChange={(event) => take(event.currentTarget)}
      onBlur={(event) => (event.currentTarget.value = choice.peek()[side])}
    />
  );
}

export function ContrastButtons() {
  const { base, build } = choice.value;
  return (
    <div class="buttons">
      <button type="button" onClick={() => change({ base: build, build: base })}>
        ⇅ {t('scenario.swap')}
      </button>
      <button type="button" title={t('scenario.resetHint')} onClick={() => change(DEFAULT_CHOICE)}>
        {t('scenario.reset')}
      </button>
    </div>
  );
}
