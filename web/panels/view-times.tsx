/** Table of the Times view: the trips of the selected place, or every place with its minutes to each group. */
import type { TripLine, TripsFrom } from '../../src/index.ts';
import { sites } from '../map/fill.ts';
import { listGroupTimes, type GroupTime } from '../map/group-times.ts';
import type { Site } from '../map/sites-data.ts';
import { dataset, roles, scene, shownAnswer } from '../state/answers.ts';
import { drawnPlace, look, show } from '../state/look.ts';
import { t } from '../words/index.ts';
import { groupName, nameOf } from '../words/names.ts';
import { SortedTable, type Column } from './sorted-table.tsx';
import { changeColumn, minutesColumn, numberColumn, subtract, textColumn } from './view-columns.ts';

function toTripColumns(trips: TripsFrom): readonly Column<TripLine>[] {
  const data = dataset.value;
  const nameTo = ({ group }: TripLine): string =>
    group === null || data === null || trips.direction === 'to'
      ? nameOf(trips.place)
      : groupName(data, group);
  const from = textColumn<TripLine>('from', t('views.from.column'), (trip) => nameOf(trip.from));
  const to = textColumn<TripLine>('to', t('views.to.column'), nameTo);
  return [
    ...(trips.direction === 'to' ? [from, to] : [to, from]),
    minutesColumn('base', t('views.baseMin'), ({ base }) => base.timeS),
    minutesColumn('build', t('views.buildMin'), ({ build }) => build.timeS),
    changeColumn('change', t('views.changeMin'), ({ base, build }) => subtract(build.timeS, base.timeS)),
  ];
}

function TripTable({ trips, caption }: { readonly trips: TripsFrom; readonly caption: string }) {
  const { trip } = look.value;
  const toDestination = (one: TripLine): string =>
    trips.direction === 'to' ? trips.place.id : (one.group ?? trips.place.id);
  const toOrigin = (one: TripLine): string => one.suppliers[0] ?? one.from.id;
  return (
    <SortedTable
      caption={caption}
      columns={toTripColumns(trips)}
      rows={trips.trips}
      keyOf={(one) => `${one.from.id}-${one.group}`}
      isChosen={(one) => trip?.origin === toOrigin(one) && trip.destination === toDestination(one)}
      onChoose={(one) => show({ trip: { origin: toOrigin(one), destination: toDestination(one) } })}
    />
  );
}

interface PlaceRow {
  readonly site: Site;
  readonly times: readonly GroupTime[];
}

/** Every place that is no plant, with its times to each group. */
function PlacesTable({ caption }: { readonly caption: string }) {
  const [data, said, ids] = [dataset.value, shownAnswer.value, roles.value];
  if (data === null || said === null || ids === null) return null;
  const rows = sites.value
    .filter(({ kind }) => kind !== 'plant')
    .map((site): PlaceRow => ({ site, times: listGroupTimes(said, ids, site.suppliers[0] ?? site.id) }));
  const find = (row: PlaceRow, group: string): GroupTime | undefined =>
    row.times.find((one) => one.group === group);
  const columns = data.header.groups.flatMap(({ id }) => {
    const name = groupName(data, id);
    return [
      minutesColumn<PlaceRow>(
        `${id}-base`,
        `${name} · ${t('views.baseMin')}`,
        (row) => find(row, id)?.baseS ?? null,
      ),
      minutesColumn<PlaceRow>(
        `${id}-build`,
        `${name} · ${t('views.buildMin')}`,
        (row) => find(row, id)?.buildS ?? null,
      ),
    ];
  });
  return (
    <SortedTable
      caption={caption}
      columns={[
        textColumn<PlaceRow>('place', t('views.place'), ({ site }) => nameOf(site)),
        numberColumn<PlaceRow>('suppliers', t('views.suppliers'), ({ site }) => site.suppliers.length),
        ...columns,
      ]}
      rows={rows}
      keyOf={({ site }) => site.id}
      isChosen={({ site }) => site.id === look.value.place}
      onChoose={({ site }) => show({ place: site.id })}
    />
  );
}

export function TimesTable({ caption }: { readonly caption: string }) {
  const drawn = scene.value.value;
  const isOwn = drawn?.view === 'times' && drawn.place === drawnPlace.value;
  const trips = isOwn ? drawn.trips : null;
  return trips === null ? <PlacesTable caption={caption} /> : <TripTable {...{ trips, caption }} />;
}
