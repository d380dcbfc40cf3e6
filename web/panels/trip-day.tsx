/** The open trip by hour of departure: in words, as a strip of twenty-four hours, and as a table. */
import type { DayDocument, DayHour, DayPair } from '../../src/index.ts';
import { DayStrip, type StripHour } from '../charts/day-strip.tsx';
import { dataset } from '../state/answers.ts';
import { change, choice } from '../state/choice.ts';
import { minutes, number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { nameOf } from '../words/names.ts';
import { hourText, sayDay, sayHolds } from './day-words.ts';

interface Sides {
  readonly base: DayPair;
  readonly build: DayPair;
}

const SIDES = ['base', 'build'] as const;
const toMinutes = (timeS: number | null): number | null => (timeS === null ? null : timeS / 60);
const takeHour = (hour: number): void => change({ departS: hour * 3600, arriveByS: null });

/** Base and build of the one pair that was asked for; the same where there is but one scenario. */
function findSides({ pairs, scenarios }: DayDocument): Sides | null {
  const find = (id: string | undefined): DayPair | undefined => pairs.find(({ scenario }) => scenario === id);
  const [base, build] = [find(scenarios[0]?.id), find(scenarios.at(-1)?.id)];
  return base === undefined || build === undefined ? null : { base, build };
}

function listHours({ base, build }: Sides): readonly StripHour[] {
  const holds = new Set(build.holdsAt);
  return build.hours.map(({ hour, timeS }) => {
    const baseS = base.hours[hour]?.timeS ?? null;
    return {
      hour,
      baseMin: toMinutes(baseS),
      buildMin: toMinutes(timeS),
      holds: holds.has(hour),
      text: `${hourText(hour)}: ${minutes(baseS)} → ${minutes(timeS)} ${t('route.unitMin')}`,
    };
  });
}

/** Hour of departure that the page is set to; null where it is set to none, or to an arrival. */
function chosenHour(): number | null {
  const { departS } = choice.value;
  return departS === null ? null : Math.floor(departS / 3600);
}

function Words({ sides, cutoffS }: { readonly sides: Sides; readonly cutoffS: number }) {
  return (
    <dl class="route-sides">
      {SIDES.map((side) => (
        <div key={side}>
          <dt>{t(`route.${side}`)}</dt>
          <dd>{sayDay(sides[side])}</dd>
          <dd>
            <b>{sayHolds(sides[side], cutoffS)}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function range({ lowS, highS }: DayHour): string {
  return `${minutes(lowS)} – ${minutes(highS)}`;
}

function HourTable({ sides: { base, build } }: { readonly sides: Sides }) {
  const waits = [...base.hours, ...build.hours].some(({ waitS }) => waitS > 0);
  return (
    <details>
      <summary>{t('day.table')}</summary>
      <table class="route-table hours">
        <thead>
          <tr>
            <th scope="col">{t('day.leave')}</th>
            {SIDES.map((side) => (
              <th key={side} scope="col" class="number">
                {t(`route.${side}`)}, {t('route.unitMin')}
              </th>
            ))}
            <th scope="col" class="number">
              {t('route.build')}: {t('day.range')}
            </th>
            {waits && (
              <th scope="col" class="number">
                {t('day.wait')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {build.hours.map((one) => (
            <tr key={one.hour}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  aria-pressed={chosenHour() === one.hour}
                  aria-label={t('day.take', { hour: hourText(one.hour) })}
                  onClick={() => takeHour(one.hour)}
                >
                  {hourText(one.hour)}
                </button>
              </th>
              <td class="number">{minutes(base.hours[one.hour]?.timeS ?? null)}</td>
              <td class="number">
                {minutes(one.timeS)} {build.holdsAt.includes(one.hour) ? '✓' : '✗'}
              </td>
              <td class="number">{range(one)}</td>
              {waits && <td class="number">{minutes(one.waitS)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The notes under the strip: what the hours rest on. */
function Notes({ day }: { readonly day: DayDocument }) {
  const noBan = dataset.value?.bans.length === 0 && day.vehicleClass !== 'car';
  return (
    <>
      <p class="small muted">{t('clock.assumed', { profile: nameOf(day.profile) })}</p>
      {noBan && <p class="small muted">{t('clock.noBan')}</p>}
    </>
  );
}

export function TripDay({ day }: { readonly day: DayDocument }) {
  const sides = findSides(day);
  if (sides === null) return null;
  const { cutoffS } = day;
  const T = number(cutoffS / 60, 1);
  return (
    <section class="trip-day">
      <h3>{t('day.title')}</h3>
      <Words sides={sides} cutoffS={cutoffS} />
      <p class="day-key small" aria-hidden="true">
        <span class="key base-key">{t('route.base')}</span>
        <span class="key day-within">
          {t('route.build')}: {t('day.within', { T })}
        </span>
        <span class="key day-over">
          {t('route.build')}: {t('day.over', { T })}
        </span>
      </p>
      <DayStrip
        title={t('day.chart')}
        description={`${t('route.build')}: ${sayDay(sides.build)} ${sayHolds(sides.build, cutoffS)}`}
        hours={listHours(sides)}
        cutoffMin={cutoffS / 60}
        chosen={chosenHour()}
        minuteText={(minute) => number(minute, 1)}
        hourText={hourText}
        onHour={takeHour}
      />
      <Notes day={day} />
      <HourTable sides={sides} />
    </section>
  );
}
