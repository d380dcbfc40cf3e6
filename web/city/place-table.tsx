/** Minutes between the place that is asked about and the suppliers and plants of the scenario, without it and with it. */
import { MS_PER_MINUTE } from '../../src/index.ts';
import { decimals } from '../words/format.ts';
import { t } from '../words/index.ts';
import type { ReachAnswer } from './protocol.ts';
import { placed } from './place-tools.ts';
import type { Placed } from './place-rows.ts';
import { answers, view } from './state.ts';

const LETTERS = ['A', 'B'] as const;

interface Column {
  readonly name: string;
  readonly isSeen: boolean;
  readonly ms: ReadonlyMap<string, number>;
}

/** By place where there are two, of the answer that is looked at; else without and with. */
function listColumns(without: ReachAnswer, under: ReachAnswer): readonly Column[] {
  const seen = view.value === 'without' ? without : under;
  if (seen.firmMs.length > 1)
    return seen.firmMs.map((ms, i) => ({ name: LETTERS[i] ?? '', isSeen: false, ms }));
  return (['without', 'with'] as const).map((one) => ({
    name: t(`city.plan.view.${one}`),
    isSeen: view.value === one,
    ms: (one === 'without' ? without : under).firmMs[0] ?? new Map(),
  }));
}

function Row({ place, columns }: { readonly place: Placed; readonly columns: readonly Column[] }) {
  const { id, kind, title } = place;
  return (
    <tr>
      <th scope="row">
        <span class={`city-firm-sign city-firm-${kind}`} aria-hidden="true" /> {title}{' '}
        <span class="visually-hidden">
          {t(kind === 'plant' ? 'studio.tool.plant' : 'studio.tool.supplier')}
        </span>
      </th>
      {columns.map(({ name, isSeen, ms }) => {
        const time = ms.get(id);
        const text = time === undefined || time === Infinity ? '—' : decimals(time / MS_PER_MINUTE, 1);
        return (
          <td key={name} class={isSeen ? 'number city-seen' : 'number'}>
            {text}
          </td>
        );
      })}
    </tr>
  );
}

/** More of them are scrolled in a frame: hundreds would push all else off the panel. */
const MOST_UNFRAMED = 12;

export function PlaceTable() {
  const [both, places] = [answers.value, placed.value];
  if (both === null || both.with === null || places.length === 0) return null;
  const columns = listColumns(both.without, both.with);
  const isFrom = both.without.question.direction === 'from';
  const caption = t(isFrom ? 'city.edit.minutesFrom' : 'city.edit.minutesTo');
  const frame = { class: 'city-places-frame', tabIndex: 0, role: 'region', 'aria-label': caption } as const;
  return (
    <div {...(places.length > MOST_UNFRAMED ? frame : {})}>
      <table class="counts city-compare city-places">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ name, isSeen }) => (
              <th key={name} scope="col" class={isSeen ? 'number city-seen' : 'number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <Row key={place.id} {...{ place, columns }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
