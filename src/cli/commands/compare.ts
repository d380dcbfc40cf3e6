/** `beltway compare`: the main answer, with and without. */
import type { Command } from 'commander';
import {
  analyse,
  listOpenFeatures,
  toAnalysisGeoJson,
  toCellsCsv,
  toCompareBlocks,
  type Analysis,
  type Block,
} from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { addArrangementOptions, toArrangementRequest, type ArrangementOptions } from '../arrangement.ts';
import { isCityQuestion, refuseScenario, refuseThreads } from '../city.ts';
import { runCityCompare, type CityCompareOptions } from '../city-compare.ts';
import type { ExitCode } from '../exit.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import {
  addCityScenarioOption,
  addExitCodeOption,
  addOutputOptions,
  addQuestionOptions,
  addThreadsOption,
  toRequest,
  type QuestionOptions,
} from '../options.ts';
import { showProgress } from '../terminal.ts';

export type CompareOptions = QuestionOptions & ArrangementOptions;

const FORMATS = ['text', 'json', 'csv', 'geojson', 'markdown'];
const NEGATIVE = 'no verdict turns from no to yes';

/** Adds `compare`. */
export function addCompare(program: Command, end: (code: ExitCode | Promise<ExitCode>) => void): void {
  const compare = program
    .command('compare')
    .description(
      'who meets the one-hour condition with and without the belt, or a scenario over an imported network',
    );
  addHelp(addThreadsOption(addCityScenarioOption(addCompareOptions(compare))), [
    'beltway compare',
    'beltway compare --base 2006-07 --build 2010-12 --vehicle light-truck --traffic peak',
    'beltway compare --honda zengcheng --format json --out answer.json',
    'beltway compare --data town --sites sites.csv --build link.json',
  ]);
  compare.action((options: CompareOptions & CityCompareOptions & { readonly threads?: number }) => {
    if (isCityQuestion(options)) return end(runCityCompare(options));
    refuseScenario(options);
    refuseThreads(options);
    return end(runCompare(options).code);
  });
}

/** Everything that may be asked, and how it may be answered. */
export function addCompareOptions(command: Command): Command {
  return addExitCodeOption(
    addOutputOptions(addArrangementOptions(addQuestionOptions(command)), FORMATS),
    NEGATIVE,
  );
}

/** Gives the answer, with blocks below its text. */
export function runCompare(
  options: CompareOptions,
  toMore: (analysis: Analysis) => readonly Block[] = () => [],
): { readonly code: ExitCode; readonly analysis: Analysis } {
  const { data, sites, base, build } = options;
  const dataset = openDataset({ data, sites, base, build });
  showProgress('Computing …');
  const analysis = analyse(dataset, { ...toRequest(dataset, options), ...toArrangementRequest(options) });
  giveAnswer(options, {
    text: () => [...toCompareBlocks(analysis), ...toMore(analysis)],
    json: () => analysis,
    csv: () => toCellsCsv(analysis.cells, [...analysis.destinations, ...analysis.origins]),
    geojson: () => toAnalysisGeoJson(dataset, analysis, listOpenFeatures(dataset, analysis)),
  });
  const isPositive = analysis.attribution.some(({ strict }) => strict === 'no-to-yes');
  return { code: toExitCode(options, isPositive), analysis };
}
