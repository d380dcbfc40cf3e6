import type { ImportedNetwork } from '../../model/imported-network.ts';
import { isShiftedSource } from '../coordinates.ts';

/** What must be said of tables and vectors, which say nothing of themselves. */
export interface TableOptions {
  readonly title: string;
  /** Name of the file or folder. */
  readonly file: string;
  /** ISO 3166-1 code whose general limits hold, or null. */
  readonly country: string | null;
  /** What must be said wherever the network is shown. */
  readonly attribution: string;
  readonly licence: string;
  /** System of the coordinates as they stand there. */
  readonly coordinates: ImportedNetwork['notes']['sourceCoordinates'];
}

/** Said where a file is named after a map whose coordinates are shifted, and they are taken as they are. */
export function listShiftWarnings({
  file,
  title,
  attribution,
  coordinates,
}: TableOptions): readonly string[] {
  const named = [file, title, attribution].find(isShiftedSource);
  if (coordinates !== 'WGS84' || named === undefined) return [];
  return [
    `"${named}" names a map with shifted coordinates (GCJ-02 or BD-09): the roads may lie some hundred metres off.`,
  ];
}
