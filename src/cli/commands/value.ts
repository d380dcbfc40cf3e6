/** `beltway value`: what is lost when a road is closed, and what each section of a whole is worth. */
import { Option, type Command } from 'commander';
import {
  startCriticality,
  startSectionValues,
  toValueForms,
  VALUE_MEASURES,
  type Dataset,
  type ValueAnswers,
} from '../../index.ts';
import { nameFiles } from '../again.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { isCityQuestion, refuseScenario, refuseThreads } from '../city.ts';
import { runCityValue } from '../city-value.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { workInPieces } from '../interrupt.ts';
import { openDataset } from '../load.ts';
import { addCityScenarioOption, addExitCodeOption, addOutputOptions, addThreadsOption } from '../options.ts';
import { showProgress } from '../terminal.ts';
import { addValueOptions, advance, toValueRequest, type ValueOptions } from '../value-options.ts';
import { readWhole } from '../values.ts';

interface WorthOptions extends ValueOptions {
  readonly only?: 'criticality' | 'sections';
  readonly top?: number;
  readonly threads?: number;
  readonly scenario?: string;
}

/** Pieces between two turns of the event loop: about a hundredth of a second on the shipped data. */
const LINKS = 50;
const NETWORKS = 8;

/** Adds `value`. */
export function addValue(program: Command, end: (code: ExitCode | Promise<ExitCode>) => void): void {
  const command = program
    .command('value')
    .description('what closing each road loses, and how the effect of sections divides among them');
  addCityScenarioOption(addValueOptions(command))
    .addOption(
      new Option(
        '--measure <id>',
        'loss that links are in order of (default: minutes); sections by it alone (default: by all)',
      ).choices(VALUE_MEASURES),
    )
    .addOption(
      new Option('--only <part>', 'roads closed one by one, or the worth of sections').choices([
        'criticality',
        'sections',
      ]),
    )
    .option('--top <count>', 'only so many links, the most critical', readWhole);
  addExitCodeOption(
    addOutputOptions(addThreadsOption(command), ['text', 'json', 'csv', 'geojson', 'markdown']),
    'one link closed leaves a pair without any way (with --only sections: none adds anything)',
  );
  addHelp(command, [
    'beltway value',
    'beltway value --only sections --measure passes --traffic peak',
    'beltway value --only criticality --top 10 --format csv',
    'beltway value --data porto --sites sites.csv --top 20',
    'beltway value --data porto --sites sites.csv --build belt.json --only sections',
    'beltway value --sections N2R,E2R,S2R,HL_DC --format geojson --out value.geojson',
  ]);
  command.action((options: WorthOptions) => end(runValue(options)));
}

async function findAnswers(dataset: Dataset, options: WorthOptions): Promise<ValueAnswers> {
  const { only, top } = options;
  const { sections: named, ...request } = toValueRequest(dataset, options);
  showProgress('Computing …');
  const closing = only === 'sections' ? null : startCriticality(dataset, { ...request, top });
  const opening =
    only === 'criticality' ? null : startSectionValues(dataset, { ...request, sections: named });
  await workInPieces(
    (function* (): Generator<void> {
      if (closing !== null) yield* advance(closing, 'Closing roads', LINKS);
      if (opening !== null) yield* advance(opening, 'Opening sections', NETWORKS);
    })(),
  );
  return {
    criticality: closing === null ? null : nameFiles(closing.document(), options),
    sections: opening === null ? null : nameFiles(opening.document(), options),
  };
}

/** Tables of two kinds do not fit into one, and what is not asked for is not passed over. */
function checkUsage({ format, only, top, sections }: WorthOptions): void {
  if (format === 'csv' && only === undefined)
    throw new Failure(
      EXIT.usage,
      'value: --format csv is one table: say --only criticality or --only sections',
    );
  if (only === 'sections' && top !== undefined)
    throw new Failure(EXIT.usage, 'value: --top is of links: not with --only sections');
  if (only === 'criticality' && sections !== undefined)
    throw new Failure(EXIT.usage, 'value: --only criticality closes every section: not with --sections');
}

/** Whether every pair keeps a way whichever link is closed; of sections, whether one adds anything. */
function isPositive({ criticality, sections }: ValueAnswers): boolean {
  if (criticality !== null) return criticality.links.every(({ cutOffPairs }) => cutOffPairs === 0);
  return (sections?.measures ?? []).some(({ none, all }) => none !== all);
}

async function runValue(options: WorthOptions): Promise<ExitCode> {
  if (isCityQuestion(options)) return runCityValue(options);
  refuseThreads(options);
  refuseScenario(options);
  checkUsage(options);
  const dataset = openDataset({ ...options, scenario: [] });
  const answers = await findAnswers(dataset, options);
  giveAnswer(options, toValueForms(dataset, answers));
  return toExitCode(options, isPositive(answers));
}
