/** The selected place: its names, its minutes, and the suppliers that share its mark, each to be selected. */
import { dataset, roles, scene, shownAnswer } from '../state/answers.ts';
import { look, show } from '../state/look.ts';
import { minutes } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { groupName, nameOf } from '../words/names.ts';
import { sites } from './fill.ts';
import { listGroupTimes, listTripTimes, type GroupTime } from './group-times.ts';

function TimeRow({ time, origin }: { readonly time: GroupTime; readonly origin: string }) {
  const data = dataset.value;
  if (data === null) return null;
  const { group, baseS, buildS } = time;
  const name = groupName(data, group);
  return (
    <button
      type="button"
      class="card-time"
      title={t('map.explainTrip', { group: name })}
      onClick={() => show({ trip: { origin, destination: group } })}
    >
      <span>{name}</span>
      <span class="number">
        {minutes(baseS)} → <strong>{minutes(buildS)}</strong>
      </span>
    </button>
  );
}

function SupplierList({
  suppliers,
  chosen,
}: {
  readonly suppliers: readonly string[];
  readonly chosen: string;
}) {
  const origins = shownAnswer.value?.origins ?? [];
  const here = origins.filter(({ id }) => suppliers.includes(id));
  return (
    <details class="card-suppliers" open={here.length < 4}>
      <summary>{tn('map.suppliersHere', here.length)}</summary>
      <ul>
        {here.map((one) => (
          <li key={one.id}>
            <button type="button" aria-pressed={one.id === chosen} onClick={() => show({ place: one.id })}>
              {nameOf(one)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Why the engine has nothing to draw for the place, in a sentence. */
function Problems() {
  const { state, problems } = scene.value;
  if (state !== 'failed' || problems.length === 0) return null;
  return <p class="card-problem">{t('map.noAccessHere')}</p>;
}

/** Times of a free point: of the trips that the view draws. */
function listPointTimes(place: string): readonly GroupTime[] {
  const drawn = scene.value.value;
  if (drawn?.view !== 'times' || drawn.place !== place || drawn.trips === null) return [];
  return listTripTimes(drawn.trips);
}

export function PlaceCard() {
  const { place } = look.value;
  const [said, ids] = [shownAnswer.value, roles.value];
  if (place === null || said === null || ids === null) return null;
  const site = sites.value.find(({ id, suppliers }) => id === place || suppliers.includes(place));
  const origin = said.origins.find(({ id }) => id === place);
  const named = origin ?? site ?? { name: t('map.point', { place }), nameZh: null };
  const asked = origin?.id ?? site?.suppliers[0] ?? place;
  const known = listGroupTimes(said, ids, asked);
  const isPlant = site?.kind === 'plant';
  return (
    <section class="place-card" aria-label={t('map.selected')}>
      <header>
        <h3>{nameOf(named)}</h3>
        <button type="button" aria-label={t('map.unselect')} onClick={() => show({ place: null })}>
          ✕
        </button>
      </header>
      {named.nameZh !== null && named.nameZh !== nameOf(named) && <p lang="zh-Hans">{named.nameZh}</p>}
      <Problems />
      {!isPlant && (
        <div class="card-times">
          <p class="card-head">{t('map.cardHead')}</p>
          {(known.length > 0 ? known : listPointTimes(place)).map((time) => (
            <TimeRow key={time.group} time={time} origin={asked} />
          ))}
        </div>
      )}
      {site !== undefined && site.suppliers.length > 0 && (
        <SupplierList suppliers={site.suppliers} chosen={place} />
      )}
    </section>
  );
}
