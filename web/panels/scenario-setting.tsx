/** Who drives and when, which plants answer for a maker, which suppliers are asked about. */
import { listGroupChoices, listGroupPlants, toLastDay, type Dataset } from '../../src/index.ts';
import { dayOf } from '../engine/ask.ts';
import { byHour, change, choice, type Choice } from '../state/choice.ts';
import { ownSites } from '../state/sites.ts';
import { dayText, groupName, nameOf, trafficName, vehicleName } from '../words/names.ts';
import { t } from '../words/index.ts';
import { Segments } from './segments.tsx';

/** A traffic state takes the place of the hour. */
const NO_CLOCK = { departS: null, arriveByS: null } as const;

/** Order of the words, from light to heavy and from free to slow; what a data set adds comes after. */
const ORDER = ['car', 'light-truck', 'heavy-truck', 'free', 'off-peak', 'peak'];
function inOrder(ids: readonly string[]): readonly string[] {
  const place = (id: string): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return ids.toSorted((a, b) => place(a) - place(b));
}

export function DriveControls({ dataset }: { readonly dataset: Dataset }) {
  const vehicles = inOrder(dataset.vehicleClasses.map(({ id }) => id));
  const states = inOrder(dataset.trafficStates.map(({ id }) => id));
  return (
    <>
      <Segments
        name="vehicleClass"
        legend={t('scenario.vehicle')}
        options={vehicles.map((id) => ({ id, label: vehicleName(dataset, id) }))}
        chosen={choice.value.vehicleClass}
        choose={(vehicleClass) => change({ vehicleClass })}
      />
      <Segments
        name="traffic"
        legend={t('scenario.traffic')}
        options={states.map((id) => ({ id, label: trafficName(dataset, id) }))}
        chosen={byHour.value ? null : choice.value.traffic}
        choose={(traffic) => change({ traffic, ...NO_CLOCK })}
      />
      <p class="small muted">{t('scenario.trafficAssumed')}</p>
    </>
  );
}

/** Groups for which there is something to choose: several plants in production, or a choice already made. */
function listChoosable(dataset: Dataset, asked: Choice, day: string): readonly string[] {
  return dataset.header.groups
    .map(({ id }) => id)
    .filter((id) => {
      const chosen = asked.groupChoice[id] ?? 'any';
      return listGroupPlants(dataset.plants, id, day).length > 1 || chosen !== 'any';
    });
}

/** Day on which a plant must produce to count. */
function plantDay(dataset: Dataset): string {
  const { ofThatDate, build } = choice.value;
  return ofThatDate ? dayOf(build) : dataset.header.defaults.plantDate;
}

export function PlantControls({ dataset }: { readonly dataset: Dataset }) {
  const day = plantDay(dataset);
  return (
    <>
      {listChoosable(dataset, choice.value, day).map((group) => (
        <PlantSelect key={group} dataset={dataset} group={group} day={day} />
      ))}
    </>
  );
}

function PlantSelect({ dataset, group, day }: { dataset: Dataset; group: string; day: string }) {
  const { groupChoice } = choice.value;
  const label = (id: string): string => {
    if (id === 'any' || id === 'every') return t(`scenario.${id}`);
    const plant = dataset.plants.find((one) => one.id === id);
    if (plant === undefined) return id;
    const later = toLastDay(plant.startOfProduction) > toLastDay(day);
    return later
      ? t('scenario.later', { plant: nameOf(plant), date: plant.startOfProduction })
      : nameOf(plant);
  };
  return (
    <div class="field">
      <label for={`plant-${group}`}>{t('scenario.plant', { group: groupName(dataset, group) })}</label>
      <select
        id={`plant-${group}`}
        value={groupChoice[group] ?? 'any'}
        onChange={(event) => change({ groupChoice: { ...groupChoice, [group]: event.currentTarget.value } })}
      >
        {listGroupChoices(dataset.plants, group).map((id) => (
          <option key={id} value={id}>
            {label(id)}
          </option>
        ))}
      </select>
    </div>
  );
}

const POPULATIONS = ['2006', 'all', 'existing', 'own'] as const;

export function SupplierControl() {
  const { population, ofThatDate, build } = choice.value;
  const offered = POPULATIONS.filter((id) => id !== 'own' || ownSites.value !== null);
  const take = (id: string): void =>
    change({ population: POPULATIONS.find((one) => one === id) ?? '2006', ofThatDate: false });
  return (
    <div class="field">
      <label for="suppliers">{t('scenario.suppliers')}</label>
      <select
        id="suppliers"
        value={ofThatDate ? 'date' : population}
        onChange={(event) => take(event.currentTarget.value)}
      >
        {offered.map((id) => (
          <option key={id} value={id}>
            {t(`scenario.suppliers.${id}`)}
          </option>
        ))}
        {ofThatDate && (
          <option value="date">{t('scenario.suppliersOfDate', { day: dayText(dayOf(build)) })}</option>
        )}
      </select>
    </div>
  );
}
