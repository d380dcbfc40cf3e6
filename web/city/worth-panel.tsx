/** What every road is worth to the trips between suppliers and plants: asked for, watched, read, drawn, taken along. */
import '../styles/city-worth.css';
import { useEffect } from 'preact/hooks';
import { CITY_MEASURES, MS_PER_SECOND, SECONDS_PER_MINUTE } from '../../src/index.ts';
import { PALETTES } from '../flavor/colours.ts';
import { decimals, minutes, number } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { cityChoice, view } from './state.ts';
import { theme } from './theme.ts';
import { WorthFiles } from './worth-files.tsx';
import { goToAll, isPanelOpen, wantsDrawn } from './worth-map.ts';
import { toScale } from './worth-scale.ts';
import { nameLink, WorthTable } from './worth-table.tsx';
import {
  closed,
  closeEveryLink,
  stopClosing,
  told,
  worthEnd,
  worthMeasure,
  worthQuestion,
  worthRun,
  type Told,
} from './worth-run.ts';

/** By what roads are ranked; the question is the same. */
function Measure() {
  return (
    <fieldset class="field city-worth-measure">
      <legend>{t('city.worth.rank')}</legend>
      {CITY_MEASURES.map((one) => (
        <label key={one} class="city-worth-choice">
          <input
            type="radio"
            name="worth-measure"
            value={one}
            checked={worthMeasure.value === one}
            onChange={() => (worthMeasure.value = one)}
          />
          <span>{t(`city.worth.by.${one}`, { minutes: number(cityChoice.value.cutoffMin) })}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** How far it is; it can be given up. */
function Progress() {
  const run = worthRun.value;
  if (run === null) return null;
  const values = { done: number(run.done), all: number(run.all) };
  return (
    <div class="city-worth-progress">
      <progress
        max={Math.max(1, run.all)}
        value={run.all === 0 ? undefined : run.done}
        aria-label={t('city.worth.running')}
      />
      <span class="small">
        {run.all === 0 ? t('city.worth.preparing') : tn('city.worth.progress', run.workers, values)}
      </span>
      <button type="button" onClick={stopClosing}>
        {t('city.worth.stop')}
      </button>
    </div>
  );
}

/** Why there is nothing to read. */
function End() {
  const end = worthEnd.value;
  if (end === null) return null;
  if (end.kind !== 'failed') return <p class="small muted">{t(`city.worth.${end.kind}`)}</p>;
  return (
    <>
      {end.problems.map((problem) => (
        <p key={problem} class="problem small">
          {problem}
        </p>
      ))}
    </>
  );
}

interface SwatchProps {
  readonly colour: string;
  readonly width: number;
  readonly isDashed?: boolean;
}

/** A line as it is on the map. */
function Swatch({ colour, width, isDashed = false }: SwatchProps) {
  const style = { borderTop: `${width}px ${isDashed ? 'dashed' : 'solid'} ${colour}` };
  return <span class="city-line" style={style} aria-hidden="true" />;
}

/** What the lines on the map are. */
function Legend({ document, measure }: Told) {
  const { bands, no } = PALETTES[theme.value];
  const { half, tenth } = toScale(measure, document.links);
  const say = (value: number): string => (measure === 'minutes' ? minutes(value) : number(value, 1));
  const steps = [
    { text: `≥ ${say(half)}`, width: 8 },
    { text: `≥ ${say(tenth)}`, width: 5 },
    { text: `< ${say(tenth)}`, width: 2.5 },
  ];
  return (
    <ul class="city-worth-legend small">
      {half > 0 && (
        <li class="muted">
          {t(`city.worth.by.${measure}`, { minutes: number(document.cutoffS / SECONDS_PER_MINUTE) })}
        </li>
      )}
      {half > 0 &&
        steps.map(({ text, width }, i) => (
          <li key={text}>
            <Swatch colour={bands[i] ?? ''} width={width} /> {text}
          </li>
        ))}
      {document.links.some(({ cutOffPairs }) => cutOffPairs > 0) && (
        <li>
          <Swatch colour={no} width={4} isDashed /> {t('worth.legendCut')}
        </li>
      )}
    </ul>
  );
}

/** The road that matters most, in words. */
function toSentence({ document: { links, critical, pairs, cutoffS }, measure }: Told): string {
  const [first] = links;
  if (first === undefined) return t('city.worth.sayNone', { pairs: number(pairs) });
  const { lostS, slowed, cutOffPairs, strict } = first;
  const values = { road: nameLink(first), critical: number(critical), pairs: number(pairs) };
  if (measure === 'passes' && strict > 0) {
    const limit = number(cutoffS / SECONDS_PER_MINUTE);
    return t('city.worth.sayPast', { ...values, strict: number(strict), minutes: limit });
  }
  if (cutOffPairs > 0) return t('city.worth.sayCut', { ...values, cut: number(cutOffPairs) });
  return t('city.worth.say', { ...values, minutes: minutes(lostS), slowed: number(slowed) });
}

function Answer({ told: now }: { readonly told: Told }) {
  const { workers, ms } = now.of;
  return (
    <>
      <p class="sentence">{toSentence(now)}</p>
      <Measure />
      <label class="city-worth-choice">
        <input
          type="checkbox"
          checked={wantsDrawn.value}
          onChange={({ currentTarget }) => (wantsDrawn.value = currentTarget.checked)}
        />
        <span>{t('city.worth.draw')}</span>
      </label>
      {wantsDrawn.value && (
        <div class="city-worth-drawn">
          <Legend {...now} />
          <button type="button" onClick={() => goToAll(now)}>
            {t('city.worth.go')}
          </button>
        </div>
      )}
      <WorthTable key={now.measure} {...now} />
      <WorthFiles told={now} />
      <p class="small muted">
        {t('worth.closing')} {t('city.worth.how')}{' '}
        {tn('city.worth.took', workers, { seconds: decimals(ms / MS_PER_SECOND, 1) })}
      </p>
    </>
  );
}

export interface WorthPanelProps {
  /** The scenario has a supplier and a plant. */
  readonly hasPlaces: boolean;
}

/** The button, or what is missing before there can be one. */
function Begin({ hasPlaces }: WorthPanelProps) {
  if (worthRun.value !== null || closed.value !== null) return null;
  if (!hasPlaces || worthQuestion.value === null)
    return <p class="small muted">{t('city.worth.noPlaces')}</p>;
  return (
    <>
      <p class="small muted">
        {t(view.value === 'without' ? 'city.worth.without' : 'city.worth.with')} {t('worth.closing')}
      </p>
      <button type="button" class="city-worth-begin" onClick={() => void closeEveryLink()}>
        {t(worthEnd.value === null ? 'city.worth.begin' : 'city.worth.again')}
      </button>
    </>
  );
}

export function WorthPanel({ hasPlaces }: WorthPanelProps) {
  useEffect(() => {
    isPanelOpen.value = true;
    return () => {
      isPanelOpen.value = false;
    };
  }, []);
  const now = told.value;
  return (
    <div class="city-worth-body" aria-busy={worthRun.value !== null}>
      <Progress />
      <div role="status">
        <End />
      </div>
      <Begin hasPlaces={hasPlaces} />
      {now !== null && <Answer told={now} />}
    </div>
  );
}
