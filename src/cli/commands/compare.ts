/** `beltway compare` and `beltway start`: the main answer, with and without. */
import type { Command } from 'commander';
import {
  analyse,
  applyScenario,
  findScenario,
  heading,
  padText,
  toAnalysisGeoJson,
  toCellsCsv,
  toCompareBlocks,
  toWidth,
  type Analysis,
  type AnswerCell,
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
  compare.action((options: QuestionOptions) => end(runCompare(options, false)));

  const start = program.command('start', { hidden: true }).description('compare, and what to ask next');
  addExitCodeOption(addOutputOptions(addQuestionOptions(start), FORMATS), NEGATIVE);
  start.option('--no-map', 'print the answer and exit');
  addHelp(start, ['npm start', 'npm start -- --traffic peak', 'npm start -- --no-map']);
  start.action((options: QuestionOptions) => end(runCompare(options, true)));
}

/** What to ask next, on the same data: the trip whose time changes most is the first suggestion. */
function toNextBlocks(analysis: Analysis, data: string | undefined): readonly Block[] {
  const where = data === undefined ? '' : ` --data ${data}`;
  const trip = findMostChanged(analysis);
  const route = trip === null ? 'route FROM TO' : `route ${trip.origin} ${trip.destination}`;
  const chart = analysis.flowcharts[0]?.chart ?? '';
  const rows = [
    [route, 'one trip, link by link, and what the belt changes'],
    ['check --traffic peak', 'the one-hour condition in the peak'],
    ['independence', 'how independent of their keiretsu the road lets suppliers be'],
    [`flowchart ${chart}`.trimEnd(), 'bottleneck and who must act'],
    ['claims', 'the paper’s figures held against the model'],
    ['--help', 'everything else'],
  ] as const;
  const commands = rows.map(([command]) => `npx beltway ${command}${command === '--help' ? '' : where}`);
  const width = Math.max(...commands.map(toWidth));
  const lines = rows.map(([, words], i) => `${padText(commands[i] ?? '', width, 'left')}  ${words}`);
  return [heading('Next'), { kind: 'code', lines }];
}

/** The trip to a plant that decides a group which the build scenario shortens most; the first of equals. */
function findMostChanged({ cells, scenarios, origins, groups }: Analysis): AnswerCell | null {
  const [base, build] = ['base', 'build'].map((role) => scenarios.find((one) => one.role === role)?.id);
  const sites = new Map(origins.map(({ id, site }) => [id, site]));
  const before = new Map(
    cells.filter(({ scenario }) => scenario === base).map((cell) => [toPairKey(cell), cell.timeS]),
  );
  const saved = (cell: AnswerCell): number => (before.get(toPairKey(cell)) ?? 0) - (cell.timeS ?? Infinity);
  const plants = new Set(groups.map(({ plant }) => plant));
  const trips = cells.filter(
    ({ scenario, origin, destination }) =>
      scenario === build && sites.get(origin) === origin && plants.has(destination),
  );
  return trips.reduce<AnswerCell | null>(
    (best, cell) => (best === null || saved(cell) > saved(best) ? cell : best),
    null,
  );
}

function toPairKey({ origin, destination }: AnswerCell): string {
  return JSON.stringify([origin, destination]);
}

function runCompare(options: QuestionOptions, withNext: boolean): ExitCode {
  const dataset = openDataset(options.data);
  showProgress('Computing …');
  const analysis = analyse(dataset, toRequest(dataset, options));
  giveAnswer(options, {
    text: () => [...toCompareBlocks(analysis), ...(withNext ? toNextBlocks(analysis, options.data) : [])],
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
