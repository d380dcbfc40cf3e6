/** The data set of the project's own `data/`, read and loaded once. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDataset } from '../../src/load/index.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { toSentence } from '../../src/problems.ts';
import type { Site } from '../../src/verify/connectors.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../data');

function readFolder(): ReadonlyMap<string, string> {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.(?:geo)?json$/.test(name)).toSorted();
  return new Map(
    files.map((name) => [name.replaceAll('\\', '/'), readFileSync(path.join(FOLDER, name), 'utf8')]),
  );
}

let shipped: Dataset | undefined;

/** The shipped data set. Throws with its problems where it does not load. */
export function loadShipped(): Dataset {
  if (shipped !== undefined) return shipped;
  const { dataset, problems } = loadDataset(readFolder());
  if (dataset === null) throw new Error(problems.slice(0, 20).map(toSentence).join('\n'));
  shipped = dataset;
  return dataset;
}

/** Zones that suppliers stand in, by id. */
export function listSupplierSites(dataset: Dataset): readonly Site[] {
  const zones = new Set(dataset.suppliers.map(({ zone }) => zone));
  return dataset.zones.filter(({ id }) => zones.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
