/** What is asked: how far, which way, by what, from where. */
import { computed } from '@preact/signals';
import { CutoffField } from '../panels/cutoff-field.tsx';
import { Segments } from '../panels/segments.tsx';
import { t, type WordKey } from '../words/index.ts';
import { readCutoff } from './address.ts';
import { PlaceFields } from './places-fields.tsx';
import type { CityLabel } from './protocol.ts';
import { changeCity, cityChoice, LEAST_MIN, MOST_MIN } from './state.ts';

function setCutoff(text: string): void {
  const cutoffMin = readCutoff(text);
  if (cutoffMin !== null && cutoffMin !== cityChoice.peek().cutoffMin) changeCity({ cutoffMin });
}

const cutoffMin = computed(() => cityChoice.value.cutoffMin);

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
      <CutoffField minutes={cutoffMin} least={LEAST_MIN} most={MOST_MIN} set={setCutoff} />
      <Segments
        name="direction"
        legend={t('city.direction')}
        options={[
          { id: 'from', label: t('city.from') },
          { id: 'to', label: t('city.to') },
        ]}
        chosen={cityChoice.value.direction}
        choose={(id) => changeCity({ direction: id === 'to' ? 'to' : 'from' })}
      />
      {vehicles.length > 1 && (
        <Segments
          name="vehicleClass"
          legend={t('city.vehicle')}
          options={vehicles.map((id) => ({ id, label: nameVehicle(id) }))}
          chosen={cityChoice.value.vehicleClass}
          choose={(vehicleClass) => changeCity({ vehicleClass })}
        />
      )}
      <PlaceFields />
    </section>
  );
}
