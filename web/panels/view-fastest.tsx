/** Table of the Fastest routes view: pairs on every road, without and with. */
import type { FastestRoad } from '../../src/index.ts';
import { scene } from '../state/answers.ts';
import { look, show } from '../state/look.ts';
import { spoken, t, type WordKey } from '../words/index.ts';
import { SortedTable } from './sorted-table.tsx';
import { numberColumn, subtract, textColumn } from './view-columns.ts';

function nameRoad({ nameEn, nameZh }: FastestRoad): string {
  return spoken.value?.language === 'zh' ? (nameZh ?? nameEn) : nameEn;
}

export function FastestTable({ caption }: { readonly caption: string }) {
  const drawn = scene.value.value;
  if (drawn?.view !== 'fastest') return null;
  const base = ({ base: side }: FastestRoad): number | null => side?.both ?? null;
  const build = ({ build: side }: FastestRoad): number | null => side?.both ?? null;
  return (
    <SortedTable
      caption={caption}
      columns={[
        textColumn<FastestRoad>('road', t('views.road'), nameRoad),
        textColumn<FastestRoad>('ref', t('views.ref'), ({ ref }) => ref ?? ''),
        textColumn<FastestRoad>('facility', t('views.facility'), ({ facility }) =>
          t(`views.facility.${facility}` as WordKey),
        ),
        numberColumn<FastestRoad>('base', t('views.basePairs'), base),
        numberColumn<FastestRoad>('build', t('views.buildPairs'), build),
        numberColumn<FastestRoad>('change', t('views.changePairs'), (road) =>
          subtract(build(road), base(road)),
        ),
      ]}
      rows={drawn.routes.roads}
      keyOf={({ feature }) => feature}
      isChosen={({ highway }) => look.value.road === highway}
      onChoose={({ highway }) => show({ road: look.peek().road === highway ? null : highway })}
    />
  );
}
