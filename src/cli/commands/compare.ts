/** `beltway compare` and `beltway start`: the main answer, with and without. */
import type { Command } from 'commander';
import {
  analyse,
  applyScenario,
  findScenario,
  toAnalysisGeoJson,
  toCellsCsv,
  toCompareBlocks,
  type Analysis,
  type Block,
  type Dataset,
  type OpenFeatures,
} from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addExitCodeOption,
  addOutputOptions,
  addQuestionOptions,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';

const FORMATS = ['text', 'json', 'csv', 'geojson', 'markdown'];
const NEGATIVE = 'no verdict turns from no to yes';

/** Adds `compare`, and `start` which `npm start` runs. */
export function addCompare(program: Command, end: (code: ExitCode) => void): void {
  const compare = program
    .command('compare')
    .description('who meets the one-hour condition with and without the belt');
  addExitCodeOption(addOutputOptions(addQuestionOptions(compare), FORMATS), NEGATIVE);
  addHelp(compare, [
    'beltway compare',
    'beltway compare --base 2006-07 --build 2010-12 --vehicle light-truck --traffic peak',
    'beltway compare --honda zengcheng --format json --out answer.json',
  ]);
  compare.action((options: QuestionOptions) => end(runCompare(options, [])));

  const start = program.command('start', { hidden: true }).description('compare, and what to ask next');
  addExitCodeOption(addOutputOptions(addQuestionOptions(start), FORMATS), NEGATIVE);
  start.option('--no-map', 'print the answer and exit');
  addHelp(start, ['npm start', 'npm start -- --traffic peak', 'npm start -- --no-map']);
  start.action((options: QuestionOptions) => end(runCompare(options, NEXT)));
}

const NEXT: readonly Block[] = [
  { kind: 'heading', text: 'Next' },
  {
    kind: 'code',
    lines: [
      'npx beltway route Z_SS_LEPING TOYOTA_NS      one trip, link by link, and what the belt changes',
      'npx beltway check --traffic peak             the one-hour condition in the peak',
      'npx beltway independence                     how independent of their keiretsu the road lets suppliers be',
      'npx beltway flowchart automobile             bottleneck and who must act',
      'npx beltway claims                           the paper’s figures held against the model',
      'npx beltway --help                           everything else',
    ],
  },
];

function runCompare(options: QuestionOptions, next: readonly Block[]): ExitCode {
  const dataset = openDataset(options.data);
  showProgress('Computing …');
  const analysis = analyse(dataset, toRequest(dataset, options));
  giveAnswer(options, {
    text: () => [...toCompareBlocks(analysis), ...next],
    json: () => analysis,
    csv: () => toCellsCsv(analysis.cells, [...analysis.destinations, ...analysis.origins]),
    geojson: () => toAnalysisGeoJson(dataset, analysis, listOpen(dataset, analysis)),
  });
  return toExitCode(
    options,
    analysis.attribution.some(({ strict }) => strict === 'no-to-yes'),
  );
}

function listOpen(dataset: Dataset, { scenarios }: Analysis): OpenFeatures {
  return new Map(
    scenarios.map(({ id }) => {
      const { links } = applyScenario(dataset, findScenario(dataset, id));
      return [id, new Set(links.map(({ featureId }) => featureId))];
    }),
  );
}
