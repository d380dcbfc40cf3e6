/** Areas of the Reach view as features, from the scene of one scenario. */
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import type { CellOutline, DatasetHeader, Isochrones, Overlap } from '../../src/index.ts';
import type { Reach } from '../engine/protocol.ts';

export interface AreaProperties {
  readonly kind: 'overlap' | 'band' | 'boundary' | 'none';
  /** Groups within the cutoff. */
  readonly groups?: number;
  /** Band's cutoff, its place among the bands, and whether it is the question's own. */
  readonly cutoffS?: number;
  readonly rank?: number;
  readonly own?: boolean;
}
type Area = Feature<MultiPolygon, AreaProperties>;

function toArea(geometry: CellOutline, properties: AreaProperties): Area {
  // The library's outline is a MultiPolygon whose arrays are read only; the map does not write to them.
  return { type: 'Feature', geometry: geometry as unknown as MultiPolygon, properties };
}

function toOverlapAreas({ counts, boundary, noAccess }: Overlap): readonly Area[] {
  return [
    toArea(noAccess.geometry, { kind: 'none' }),
    ...counts.map(({ geometry, groups }) => toArea(geometry, { kind: 'overlap', groups })),
    toArea(boundary.geometry, { kind: 'boundary' }),
  ];
}

/** Bands hold each other; of what is not proved only the question's own cutoff is hatched. */
function toBandAreas({ bands, boundary, noAccess }: Isochrones, cutoffS: number): readonly Area[] {
  return [
    toArea(noAccess.geometry, { kind: 'none' }),
    ...bands.map(({ geometry, cutoffS: of }, rank) =>
      toArea(geometry, { kind: 'band', cutoffS: of, rank, own: of === cutoffS }),
    ),
    ...boundary
      .filter(({ cutoffS: of }) => of === cutoffS)
      .map(({ geometry }) => toArea(geometry, { kind: 'boundary' })),
  ];
}

/** Everything beyond the region: nothing is modelled there. */
function toOutside([west, south, east, north]: DatasetHeader['region']): Area {
  const far = [
    [90, 10],
    [130, 10],
    [130, 36],
    [90, 36],
    [90, 10],
  ];
  const hole = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: [[far, hole]] };
  return { type: 'Feature', geometry, properties: { kind: 'none' } };
}

/** Areas of a reach; `cutoffS` is the question's own cutoff. */
export function toAreas(
  reach: Reach,
  cutoffS: number,
  region: DatasetHeader['region'],
): FeatureCollection<MultiPolygon, AreaProperties> {
  const areas =
    reach.kind === 'overlap' ? toOverlapAreas(reach.overlap) : toBandAreas(reach.isochrones, cutoffS);
  return { type: 'FeatureCollection', features: [toOutside(region), ...areas] };
}
