/** What a data folder holds, or everything that is wrong with it, as the answer `beltway/data-check@1`. */
import type { Dataset } from '../../model/dataset.ts';
import type { Problem } from '../../problems.ts';
import { toDataName, type DataName } from './names.ts';

export interface DataCheckDocument {
  readonly schema: 'beltway/data-check@1';
  readonly ok: boolean;
  /** Null where the folder holds no data set. */
  readonly data: DataName | null;
  /** Records by kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
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

/** The document of a folder: its data set, or null and why. */
export function toDataCheckDocument(
  dataset: Dataset | null,
  problems: readonly Problem[],
): DataCheckDocument {
  return {
    schema: 'beltway/data-check@1',
    ok: problems.length === 0,
    data: dataset === null ? null : toDataName(dataset),
    counts: dataset === null ? {} : Object.fromEntries(KINDS.map((kind) => [kind, dataset[kind].length])),
    problems,
  };
}
