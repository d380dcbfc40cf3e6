/** A scenario file of the user, read by the library's loader. Apart from the worker, because most readers open none. */
import { addScenarios, readScenario, toSentence, type Dataset } from '../../src/index.ts';
import type { Tasks } from './protocol.ts';

/** The file in the form of today, or every problem of it. */
export function readFile(dataset: Dataset, input: Tasks['scenario']['input']): Tasks['scenario']['output'] {
  const known = addScenarios(dataset, input.others);
  const { file, problems } = readScenario(known, input.text, input.name);
  return { file, problems: problems.map(toSentence) };
}
