/** Table of the Where-to-locate view: zones and seats ranked by groups reached, without and with. */
import type { RankedLocation } from '../../src/index.ts';
import { scene } from '../state/answers.ts';
import { look, show } from '../state/look.ts';
import { t } from '../words/index.ts';
import { nameOf } from '../words/names.ts';
import { SortedTable } from './sorted-table.tsx';
import { minutesColumn, numberColumn, textColumn } from './view-columns.ts';

export function LocateTable({ caption }: { readonly caption: string }) {
  const drawn = scene.value.value;
  if (drawn?.view !== 'locate') return null;
  return (
    <SortedTable
      caption={caption}
      columns={[
        textColumn<RankedLocation>('place', t('views.place'), nameOf),
        numberColumn<RankedLocation>('buildRank', t('views.buildRank'), ({ build }) => build.rank),
        numberColumn<RankedLocation>('baseRank', t('views.baseRank'), ({ base }) => base.rank),
        numberColumn<RankedLocation>('buildMakers', t('views.buildMakers'), ({ build }) => build.strict),
        numberColumn<RankedLocation>('baseMakers', t('views.baseMakers'), ({ base }) => base.strict),
        minutesColumn<RankedLocation>('worstBuild', t('views.worstBuild'), ({ build }) => build.worstS),
        minutesColumn<RankedLocation>('worstBase', t('views.worstBase'), ({ base }) => base.worstS),
      ]}
      rows={drawn.locations.locations}
      keyOf={({ id }) => id}
      isChosen={({ id }) => id === look.value.place}
      onChoose={({ id }) => show({ place: id })}
    />
  );
}
