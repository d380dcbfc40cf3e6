/** The hour of the day: trips leave then, or arrive by then, and the traffic state no longer counts. */
import type { Dataset } from '../../src/index.ts';
import { change, choice, toClockText } from '../state/choice.ts';
import { t } from '../words/index.ts';
import { nameOf } from '../words/names.ts';

/** Half hours of a day. */
const STEP_S = 1800;
const LAST_S = 86_400 - STEP_S;
/** Where the slider begins: the morning's delivery. */
const FIRST_S = 27_000;

export function ClockControl({ dataset }: { readonly dataset: Dataset }) {
  const { departS, arriveByS, vehicleClass } = choice.value;
  const [profile] = dataset.profiles;
  if (profile === undefined) return null;
  const isOn = departS !== null || arriveByS !== null;
  const at = departS ?? arriveByS ?? FIRST_S;
  const isArrival = arriveByS !== null;
  const take = (timeS: number, arrival: boolean): void =>
    change(arrival ? { departS: null, arriveByS: timeS } : { departS: timeS, arriveByS: null });
  const noBan = dataset.bans.length === 0 && vehicleClass !== 'car';
  return (
    <fieldset class="clock">
      <legend>{t('clock.byHour')}</legend>
      <label class="clock-on">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget }) =>
            currentTarget.checked ? take(at, false) : change({ departS: null, arriveByS: null })
          }
        />
        <span>{t('clock.on')}</span>
      </label>
      {isOn && (
        <>
          <div class="clock-moment">
            <select
              aria-label={t('clock.time')}
              value={isArrival ? 'arrive' : 'depart'}
              onChange={({ currentTarget }) => take(at, currentTarget.value === 'arrive')}
            >
              <option value="depart">{t('clock.depart')}</option>
              <option value="arrive">{t('clock.arrive')}</option>
            </select>
            <output for="clock">{toClockText(at)}</output>
          </div>
          <input
            id="clock"
            type="range"
            min={0}
            max={LAST_S}
            step={STEP_S}
            value={at}
            aria-label={t('clock.time')}
            aria-valuetext={toClockText(at)}
            onInput={({ currentTarget }) => take(Number(currentTarget.value), isArrival)}
          />
          <p class="small muted">{t('clock.assumed', { profile: nameOf(profile) })}</p>
          {noBan && <p class="small muted">{t('clock.noBan')}</p>}
        </>
      )}
    </fieldset>
  );
}
