/** What an import made and left out, as the answer `beltway/imported@1`: also the label of its data set folder. */
import { ROAD_STATUS, type ImportedNetwork, type NetworkNotes } from '../../model/imported-network.ts';

/** A road that is not there yet, all its links together. */
export interface CandidateRoad {
  readonly name: string | null;
  readonly ref: string | null;
  readonly roadClass: string;
  readonly status: 'construction' | 'proposed';
  /** Day, month or year, where the map gives it. */
  readonly opens: string | null;
  readonly lengthM: number;
  readonly links: number;
}

export interface ImportedDocument extends Omit<
  NetworkNotes,
  'schema' | 'classes' | 'profiles' | 'openingDates'
> {
  readonly schema: 'beltway/imported@1';
  /** Network file of the folder; null where none was written. */
  readonly network: string | null;
  readonly vehicleClasses: readonly string[];
  readonly candidates: readonly CandidateRoad[];
}

const MM_PER_M = 1000;

/** Roads under construction or proposed, the longest first. */
export function listCandidates({ links, roads, names, notes }: ImportedNetwork): readonly CandidateRoad[] {
  const found = new Map<string, CandidateRoad>();
  for (const [link, road] of links.road.entries()) {
    const status = roads.status[road] as number;
    if (status === ROAD_STATUS.open) continue;
    const { name = null, ref = null } = names[roads.names[road] as number] ?? {};
    const opens = notes.openingDates[roads.opens[road] as number] ?? '';
    const row = {
      name,
      ref,
      roadClass: notes.classes[roads.roadClass[road] as number]?.id ?? '',
      status: status === ROAD_STATUS.construction ? ('construction' as const) : ('proposed' as const),
      opens: opens === '' ? null : opens,
    };
    const key = JSON.stringify(row);
    const before = found.get(key) ?? { ...row, lengthM: 0, links: 0 };
    const lengthM = before.lengthM + (links.lengthMm[link] as number) / MM_PER_M;
    found.set(key, { ...before, lengthM, links: before.links + 1 });
  }
  return [...found.values()].toSorted((a, b) => b.lengthM - a.lengthM);
}

/** The document of a network; `file` is the name it is written under. */
export function toImportedDocument(network: ImportedNetwork, file: string | null): ImportedDocument {
  const { schema: _schema, classes: _classes, profiles, openingDates: _dates, ...notes } = network.notes;
  return {
    schema: 'beltway/imported@1',
    network: file,
    ...notes,
    vehicleClasses: profiles.map(({ vehicleClass }) => vehicleClass),
    candidates: listCandidates(network),
  };
}
