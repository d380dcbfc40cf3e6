/** What the command line asks of a sweep, the same in every thread and on every machine. */
import { MOST_DRAWS } from '../../index.ts';
import { EXIT, Failure } from '../exit.ts';
import { isCityQuestion } from '../city.ts';
import { openDataset } from '../load.ts';
import { readCitySweep } from './city.ts';
import { toRequest, type QuestionOptions } from '../options.ts';
import type { Sweep } from './measure.ts';
import { nameScenarios } from './plan.ts';

/** Options that say what is computed; how it is shared out changes no byte and stands elsewhere. */
export interface AskedOptions extends QuestionOptions {
  readonly reference?: string;
  readonly draws?: number;
  readonly seed?: number;
}

/** What a thread is told: it can be copied. */
export interface SweepArguments {
  readonly scenarios: readonly string[];
  readonly options: AskedOptions;
}

const DEFAULT_SEED = 1;

/** The sweep of the arguments. Throws Failure with everything wrong in the data. */
export function readSweep({ scenarios, options }: SweepArguments): Sweep {
  if (isCityQuestion(options)) {
    const { scenario: _none, ...asked } = options;
    return readCitySweep(scenarios, asked);
  }
  const dataset = openDataset({ data: options.data, sites: options.sites });
  const [reference = { name: '', given: '' }] = nameScenarios([
    options.reference ?? dataset.header.defaults.base,
  ]);
  const { draws, seed = DEFAULT_SEED } = options;
  if (draws !== undefined && (draws < 1 || draws > MOST_DRAWS))
    throw new Failure(EXIT.usage, `--draws: expected a whole number from 1 to ${MOST_DRAWS}, found ${draws}`);
  return {
    dataset,
    request: toRequest(dataset, options),
    reference,
    scenarios: nameScenarios(scenarios),
    draws: draws === undefined ? null : { count: draws, seed },
  };
}
