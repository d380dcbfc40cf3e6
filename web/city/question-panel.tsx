/** What is asked: how far, which way, by what, from where. */
import { t, type WordKey } from '../words/index.ts';
import { readCutoff } from './address.ts';
import { PlaceFields } from './places-fields.tsx';
import type { CityLabel } from './protocol.ts';
import { changeCity, cityChoice, LEAST_MIN, MOST_MIN } from './state.ts';

function setCutoff(text: string): void {
  const cutoffMin = readCutoff(text);
  if (cutoffMin !== null && cutoffMin !== cityChoice.peek().cutoffMin) changeCity({ cutoffMin });
}

function CutoffControl() {
  const { cutoffMin } = cityChoice.value;
  const range = { min: LEAST_MIN, max: MOST_MIN, step: 1, value: cutoffMin };
  return (
    <div class="field cutoff">
      <label for="cutoff">{t('scenario.cutoff')}</label>
      <span class="cutoff-number">
        <input
          type="number"
          {...range}
          aria-label={t('scenario.cutoffMinutes')}
          onInput={(event) => setCutoff(event.currentTarget.value)}
          onBlur={(event) => (event.currentTarget.value = String(cityChoice.peek().cutoffMin))}
        />
        {t('scenario.minutes')}
      </span>
      <input
        id="cutoff"
        type="range"
        {...range}
        aria-valuetext={t('scenario.cutoffValue', { count: cutoffMin })}
        onInput={(event) => setCutoff(event.currentTarget.value)}
      />
    </div>
  );
}

interface SegmentsProps {
  readonly name: 'vehicleClass' | 'direction';
  readonly legend: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** Radio buttons side by side. */
function Segments({ name, legend, options }: SegmentsProps) {
  return (
    <fieldset class="segments">
      <legend>{legend}</legend>
      {options.map(({ id, label }) => (
        <label key={id}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={cityChoice.value[name] === id}
            onChange={() => changeCity({ [name]: id })}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Vehicles that the page has words for; others go by their id. */
const VEHICLE_WORDS: ReadonlyMap<string, WordKey> = new Map([
  ['car', 'city.vehicle.car'],
  ['light-truck', 'city.vehicle.light-truck'],
  ['heavy-truck', 'city.vehicle.heavy-truck'],
]);

function nameVehicle(id: string): string {
  const key = VEHICLE_WORDS.get(id);
  return key === undefined ? id : t(key);
}

export function QuestionPanel({ label: { vehicles } }: { readonly label: CityLabel }) {
  return (
    <section class="scenario" aria-label={t('city.question')}>
      <CutoffControl />
      <Segments
        name="direction"
        legend={t('city.direction')}
        options={[
          { id: 'from', label: t('city.from') },
          { id: 'to', label: t('city.to') },
        ]}
      />
      {vehicles.length > 1 && (
        <Segments
          name="vehicleClass"
          legend={t('city.vehicle')}
          options={vehicles.map((id) => ({ id, label: nameVehicle(id) }))}
        />
      )}
      <PlaceFields />
    </section>
  );
}
