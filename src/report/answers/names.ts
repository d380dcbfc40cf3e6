/** What every answer says of where it comes from: the data set with its digest, and the scenario. */
import type { Dataset } from '../../model/dataset.ts';

export interface DataName {
  readonly id: string;
  readonly title: string;
  /** SHA-256 of all files the answer rests on. */
  readonly digest: string;
}

export interface ScenarioName {
  readonly id: string;
  readonly title: string;
  readonly date: string;
}

/** Name and digest of a data set. */
export function toDataName({ header, digest }: Dataset): DataName {
  return { id: header.id, title: header.title, digest };
}
