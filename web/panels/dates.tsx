/**
 * The date slider: the network month by month with a tick at every opening. Moving it makes the build scenario that
 * of the day; what the base is stays as it is.
 */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Dataset } from '../../src/index.ts';
import { dayOf } from '../engine/ask.ts';
import { dataset } from '../state/answers.ts';
import { change, choice, DEFAULT_CHOICE, toDay as dayOfScenario } from '../state/choice.ts';
import { t, tn } from '../words/index.ts';
import { dayText, monthText, scenarioName, sectionName } from '../words/names.ts';
import { findOpening, LAST_MONTH, listOpenings, toDay, toMonth, type Opening } from './dates-axis.ts';
import { DateTicks } from './dates-ticks.tsx';

/** The month the slider stands at: that of the build scenario, within its ends. */
function toPosition(build: string): number {
  return Math.min(Math.max(toMonth(dayOf(build)), 0), LAST_MONTH);
}

function describe(data: Dataset, { belt, others }: Opening): string {
  const names = belt.map((id) => sectionName(data, id)).join(', ');
  const parts = [
    belt.length === 0 ? '' : t('dates.belt', { names }),
    others.length === 0 ? '' : tn('dates.others', others.length),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function describeMonth(data: Dataset, openings: readonly Opening[], month: number): string {
  const opened = openings.filter((one) => one.month === month);
  const text = monthText(toDay(month));
  if (opened.length === 0) return text;
  return t('dates.valueOpening', {
    month: text,
    names: opened.map((one) => describe(data, one)).join('; '),
  });
}

function goTo(month: number): void {
  if (month >= 0 && month <= LAST_MONTH) change({ build: toDay(month) });
}

interface SliderProps {
  readonly data: Dataset;
  readonly openings: readonly Opening[];
}

function Slider({ data, openings }: SliderProps) {
  const month = toPosition(choice.value.build);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
    event.preventDefault();
    const next = findOpening(openings, month, event.key === 'PageUp' ? 1 : -1);
    if (next !== null) goTo(next);
  };
  return (
    <input
      id="date-slider"
      type="range"
      min={0}
      max={LAST_MONTH}
      step={1}
      value={month}
      aria-label={t('dates.slider')}
      aria-valuetext={describeMonth(data, openings, month)}
      aria-describedby="date-keys"
      onInput={(event) => goTo(Number(event.currentTarget.value))}
      onKeyDown={onKeyDown}
    />
  );
}

/** What the build network is, and the way back to a named one. */
function Shown({ data }: { readonly data: Dataset }) {
  const { build } = choice.value;
  const named = dayOfScenario(build) === null;
  const [before, keep] = useState(DEFAULT_CHOICE.build);
  useEffect(() => {
    if (named) keep(build);
  }, [named, build]);
  const back = scenarioName(data, before);
  return (
    <p class="dates-shown">
      <output for="date-slider">
        {named
          ? t('dates.named', { scenario: scenarioName(data, build) })
          : t('dates.now', { day: dayText(build) })}
      </output>
      {!named && (
        <button type="button" onClick={() => change({ build: before })}>
          ↩ {t('dates.back', { scenario: back })}
        </button>
      )}
    </p>
  );
}

function OfThatDate() {
  const { ofThatDate } = choice.value;
  return (
    <label class="dates-fixed" title={t('dates.fixed')}>
      <input
        type="checkbox"
        checked={ofThatDate}
        onChange={(event) => change({ ofThatDate: event.currentTarget.checked })}
      />
      {t('dates.ofThatDate')}
    </label>
  );
}

/** The openings in words, for those who do not see the ticks: a button each. */
function OpeningList({ data, openings }: SliderProps) {
  return (
    <details class="dates-list">
      <summary>{t('dates.openings')}</summary>
      <ul>
        {openings.map((one) => (
          <li key={one.day}>
            <button
              type="button"
              onClick={() => goTo(one.month)}
              aria-label={t('dates.goTo', { day: dayText(one.day) })}
            >
              {dayText(one.day)}
            </button>{' '}
            {[...one.belt, ...one.others].map((id) => sectionName(data, id)).join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function DatesPanel() {
  const data = dataset.value;
  const openings = useMemo(() => (data === null ? [] : listOpenings(data)), [data]);
  if (data === null) return null;
  return (
    <div class="dates" role="group" aria-label={t('dates.title')}>
      <div class="dates-head">
        <Shown data={data} />
        <OfThatDate />
        <OpeningList data={data} openings={openings} />
      </div>
      <div class="dates-axis">
        <DateTicks openings={openings} />
        <Slider data={data} openings={openings} />
      </div>
      <p class="visually-hidden" id="date-keys">
        {t('dates.keys')}
      </p>
    </div>
  );
}
