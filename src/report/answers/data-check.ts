/** What a data folder without a problem holds, as the answer `beltway/data-check@1`. */
import type { Dataset } from '../../model/dataset.ts';
import { toDataName, type DataName } from './names.ts';

export interface DataCheckDocument {
  readonly schema: 'beltway/data-check@1';
  readonly data: DataName;
  /** Records by kind. */
  readonly counts: Readonly<Record<string, number>>;
}

const KINDS = [
  ...(['highways', 'sections', 'nodes', 'links', 'water', 'zones', 'plants', 'suppliers'] as const),
  ...([
    'vehicleClasses',
    'trafficStates',
    'tariffs',
    'scenarios',
    'claims',
    'figures',
    'flowcharts',
    'sources',
  ] as const),
] as const;

/** The document of a data set that was read. */
export function toDataCheckDocument(dataset: Dataset): DataCheckDocument {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, dataset[kind].length]));
  return { schema: 'beltway/data-check@1', data: toDataName(dataset), counts };
}
