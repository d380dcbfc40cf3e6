/** Table of the Reach view: the areas on the map in square kilometres, without and with. */
import type { Isochrones, Overlap } from '../../src/index.ts';
import type { Reach } from '../engine/protocol.ts';
import { reachPlace } from '../map/fill.ts';
import { scene } from '../state/answers.ts';
import { change, choice } from '../state/choice.ts';
import { number } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { SortedTable } from './sorted-table.tsx';
import { numberColumn, subtract, textColumn } from './view-columns.ts';

interface Area {
  readonly id: string;
  readonly label: string;
  readonly km2: number;
  /** Limit of a band; null where a row is of no limit. */
  readonly cutoffS: number | null;
}
interface AreaRow {
  readonly id: string;
  readonly label: string;
  readonly base: number;
  readonly build: number;
  readonly cutoffS: number | null;
}

function listOverlap({ counts, boundary, noAccess }: Overlap): readonly Area[] {
  return [
    ...counts.map(({ groups, areaKm2 }) => ({
      id: `groups-${groups}`,
      label: tn('views.makers', groups),
      km2: areaKm2,
      cutoffS: null,
    })),
    { id: 'boundary', label: t('map.legend.boundary'), km2: boundary.areaKm2, cutoffS: null },
    { id: 'none', label: t('map.legend.noAccess'), km2: noAccess.areaKm2, cutoffS: null },
  ];
}

function listBands({ bands, noAccess }: Isochrones): readonly Area[] {
  const within = bands.map(({ cutoffS, areaKm2 }) => ({
    id: `band-${cutoffS}`,
    label: t('views.within', { cutoff: number(cutoffS / 60) }),
    km2: areaKm2,
    cutoffS,
  }));
  return [...within, { id: 'none', label: t('map.legend.noAccess'), km2: noAccess.areaKm2, cutoffS: null }];
}

/** Areas of one scenario. */
function listAreas(reach: Reach): readonly Area[] {
  return reach.kind === 'overlap' ? listOverlap(reach.overlap) : listBands(reach.isochrones);
}

/** Least and greatest time limit that may be asked for, in seconds. */
const [LEAST_S, MOST_S] = [20 * 60, 120 * 60];

/** A band's limit may be taken as the one asked for. */
function isLimit(cutoffS: number | null): cutoffS is number {
  return cutoffS !== null && cutoffS >= LEAST_S && cutoffS <= MOST_S;
}

export function ReachTable({ caption }: { readonly caption: string }) {
  const drawn = scene.value.value;
  if (drawn?.view !== 'reach' || drawn.place !== reachPlace.value) return null;
  const build = new Map(listAreas(drawn.build).map(({ id, km2 }) => [id, km2]));
  const rows = listAreas(drawn.base).map(({ id, label, km2, cutoffS }): AreaRow => ({
    ...{ id, label, cutoffS },
    base: km2,
    build: build.get(id) ?? 0,
  }));
  return (
    <SortedTable
      caption={caption}
      columns={[
        textColumn<AreaRow>('area', t('views.area'), ({ label }) => label),
        numberColumn<AreaRow>('base', t('views.baseKm2'), ({ base }) => base, 1),
        numberColumn<AreaRow>('build', t('views.buildKm2'), (row) => row.build, 1),
        numberColumn<AreaRow>('change', t('views.changeKm2'), (row) => subtract(row.build, row.base), 1),
      ]}
      rows={rows}
      keyOf={({ id }) => id}
      isChosen={({ cutoffS }) => cutoffS === choice.value.cutoffS}
      canChoose={({ cutoffS }) => isLimit(cutoffS)}
      onChoose={({ cutoffS }) => isLimit(cutoffS) && change({ cutoffS })}
    />
  );
}
