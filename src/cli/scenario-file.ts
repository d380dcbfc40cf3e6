/** Scenario files of the user: read where a command takes a scenario, with those beside them that they stand on. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addScenarios, peekBase, readScenario, type Dataset } from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { readTextFile } from './files.ts';

/** Ids and dates have no such ending. */
export function isScenarioFile(name: string): boolean {
  return name.endsWith('.json');
}

function isKnown({ scenarios, ownScenarios = [] }: Dataset, id: string): boolean {
  return [...scenarios, ...ownScenarios.map(({ scenario }) => scenario)].some((one) => one.id === id);
}

/** A file beside this one that is named like what it stands on, unless that is known already. */
export function findFileBeside(
  file: string,
  text: string,
  isThere: (id: string) => boolean = () => false,
): string | null {
  const base = peekBase(text);
  if (base === null || !/^[A-Za-z0-9._-]+$/.test(base) || isThere(base)) return null;
  const beside = join(dirname(file), `${base}.json`);
  return existsSync(beside) ? beside : null;
}

/** A file beside this one that is named like the scenario it stands on, where the data set has none of that name. */
export function findBeside(dataset: Dataset, file: string, text: string): string | null {
  return findFileBeside(file, text, (id) => isKnown(dataset, id));
}

/**
 * The data set with the scenario of a file, called by the file's name; the scenarios it stands on are read from the
 * files beside it that are named like them. Throws Failure with everything wrong in them.
 */
export function openScenario(dataset: Dataset, file: string, above: readonly string[] = []): Dataset {
  if (dataset.ownScenarios?.some(({ called }) => called === file) === true) return dataset;
  const text = readTextFile(file);
  const beside = above.includes(file) ? null : findBeside(dataset, file, text);
  const known = beside === null ? dataset : openScenario(dataset, beside, [...above, file]);
  const { scenario, problems } = readScenario(known, text, file);
  if (scenario === null) throw new Failure(EXIT.data, `${file}: not a scenario`, problems);
  return addScenarios(known, [scenario], () => file);
}
