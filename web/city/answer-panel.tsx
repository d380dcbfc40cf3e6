/** What is reached: one sentence, and the table that says what the map draws. */
import { SECONDS_PER_MINUTE, type CityBand } from '../../src/index.ts';
import { decimals, number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { compareAnswers, toChange } from './compare.ts';
import type { ReachAnswer, ReachAnswers } from './protocol.ts';
import { ViewSwitch } from './view-switch.tsx';
import { answers, isWaiting, reached, reachProblems, view } from './state.ts';

const LETTERS = ['A', 'B'] as const;

/** Whole from here on: the table has the decimals. */
const WHOLE = 10;
const toShort = (value: number): string => number(value, value < WHOLE ? 1 : 0);

const toValues = ({ cutoffS, roadKm, areaKm2 }: CityBand) => ({
  minutes: number(cutoffS / SECONDS_PER_MINUTE),
  km: toShort(roadKm),
  area: toShort(areaKm2),
});

/** The sentence of an answer; null where a place is off the roads. */
function toSentence({ reach, overlap }: ReachAnswer): string | null {
  if (overlap !== null) {
    const values = toValues(overlap.overlap);
    if (overlap.overlap.links === 0) return t('city.sayNone', values);
    return overlap.direction === 'from' ? t('city.sayBoth', values) : t('city.sayBothTo', values);
  }
  const band = reach?.bands.at(-1);
  if (band === undefined) return null;
  const values = { ...toValues(band), letter: 'A' };
  return reach?.direction === 'from' ? t('city.sayFrom', values) : t('city.sayTo', values);
}

/** What a scenario changes of what one place reaches, or two both. */
function toChangeSentence(both: ReachAnswers | null): string | null {
  const compared = both === null ? null : compareAnswers(both);
  if (compared === null) return null;
  const [before, after] = compared.roadKm;
  const values = { without: toShort(before), with: toShort(after), change: toChange([before, after], 1) };
  const key = both?.without.sides.length === 1 ? 'city.plan.sayChange' : 'city.plan.sayChangeBoth';
  return t(key, { minutes: number(compared.cutoffS / SECONDS_PER_MINUTE), ...values });
}

interface Row {
  readonly swatch: string;
  readonly name: string;
  readonly band: CityBand;
}

/** Rows of the table: by time of one place; of two, each and both. What differs is in a table of its own. */
function listRows({ reach, overlap }: ReachAnswer): readonly Row[] {
  if (reach !== null) {
    const shades = ['near', 'middle', 'far'];
    return reach.bands.map((band, i) => ({
      swatch: shades[i] ?? 'far',
      name: number(band.cutoffS / SECONDS_PER_MINUTE),
      band,
    }));
  }
  if (overlap === null) return [];
  const each = overlap.places.map(({ band }, i) => ({
    swatch: LETTERS[i] ?? '',
    name: LETTERS[i] ?? '',
    band,
  }));
  return [{ swatch: 'both', name: t('city.both'), band: overlap.overlap }, ...each];
}

function Rows({ answer }: { readonly answer: ReachAnswer }) {
  const rows = listRows(answer);
  if (rows.length === 0) return null;
  return (
    <table class="counts city-counts">
      <caption>{t('city.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{answer.reach === null ? '' : t('city.within')}</th>
          <th scope="col" class="number">
            {t('city.roads')}
          </th>
          <th scope="col" class="number">
            {t('city.area')}
          </th>
          <th scope="col" class="number">
            {t('city.links')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ swatch, name, band }) => (
          <tr key={swatch}>
            <th scope="row">
              <span class={`city-swatch city-${swatch}`} aria-hidden="true" />
              {name}
            </th>
            <td class="number">{decimals(band.roadKm, 1)}</td>
            <td class="number">{decimals(band.areaKm2, 2)}</td>
            <td class="number">{number(band.links)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Off({ answer: { off } }: { readonly answer: ReachAnswer }) {
  return (
    <>
      {off.map((one, i) =>
        one === null ? null : (
          <p key={LETTERS[i]} class="problem">
            {t('city.off', { letter: LETTERS[i] ?? '', metres: number(one.limitM) })}
          </p>
        ),
      )}
    </>
  );
}

export function AnswerPanel() {
  const answer = reached.value;
  const isDifference = view.value === 'difference';
  const said = isDifference ? toChangeSentence(answers.value) : null;
  const sentence = answer === null ? t('app.computing') : (said ?? toSentence(answer));
  const squareM = answer?.reach?.bands[0]?.squareM ?? answer?.overlap?.overlap.squareM;
  return (
    <section class="answer city-answer" aria-label={t('city.numbers')} aria-busy={isWaiting.value}>
      <div aria-live="polite">
        {sentence !== null && <p class="sentence">{sentence}</p>}
        {answer !== null && <Off answer={answer} />}
        {reachProblems.value.map((line) => (
          <p key={line} class="problem">
            {line}
          </p>
        ))}
      </div>
      <ViewSwitch />
      {answer !== null && !isDifference && <Rows answer={answer} />}
      {squareM !== undefined && <p class="small muted">{t('city.ground', { metres: number(squareM) })}</p>}
    </section>
  );
}
