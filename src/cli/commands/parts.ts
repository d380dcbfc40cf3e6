/** `beltway independence`, `flowchart` and `claims`: parts of the main answer, each on its own. */
import type { Command } from 'commander';
import {
  analyse,
  paragraph,
  toClaimPartBlocks,
  toClaimsCsv,
  toClaimsDocument,
  toFlowchartCsv,
  toFlowchartDocument,
  toFlowchartPartBlocks,
  toIndependenceCsv,
  toIndependenceDocument,
  toIndependencePartBlocks,
  type Analysis,
  type AnalysisRequest,
  type Block,
  type Dataset,
} from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
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
import { readIds, readShare } from '../values.ts';

const FORMATS = ['text', 'json', 'csv', 'markdown'];
type End = (code: ExitCode) => void;

/** Adds the three commands. */
export function addParts(program: Command, end: End): void {
  addIndependence(program, end);
  addFlowchart(program, end);
  addClaims(program, end);
}

function addIndependence(program: Command, end: End): void {
  const command = program
    .command('independence')
    .description('how independent of their keiretsu the road lets suppliers be, and the belt’s part in it');
  addExitCodeOption(
    addOutputOptions(addQuestionOptions(command), FORMATS),
    'no supplier reaches a group outside its keiretsu',
  );
  addHelp(command, ['beltway independence', 'beltway independence --traffic peak --format csv']);
  command.action((options: QuestionOptions) => {
    const { analysis } = ask(options);
    giveAnswer(options, {
      text: () => toIndependencePartBlocks(analysis),
      json: () => toIndependenceDocument(analysis),
      csv: () => toIndependenceCsv(analysis.independence),
    });
    const build = findBuild(analysis);
    end(
      toExitCode(
        options,
        analysis.independence.some((row) => row.scenario === build && row.atLeastOne),
      ),
    );
  });
}

function addFlowchart(program: Command, end: End): void {
  const command = program
    .command('flowchart [chart]')
    .description('a flowchart’s verdicts, its bottleneck and who must act: automobile or hi-tech');
  addQuestionOptions(command)
    .option('--order <list>', 'ids of the chart’s nodes that come first, separated by commas', readIds)
    .option('--leave-out <list>', 'ids of the chart’s nodes that do not count', readIds)
    .option('--level <share>', 'critical level of independence, 0 to 1 (the paper gives none)', readShare);
  addExitCodeOption(addOutputOptions(command, FORMATS), 'a node with the belt is "no"');
  addHelp(command, [
    'beltway flowchart automobile',
    'beltway flowchart hi-tech --format markdown',
    'beltway flowchart automobile --order independence --leave-out innovation --level 0.4',
  ]);
  command.action((chart: string | undefined, options: FlowchartOptions) => {
    const { analysis } = ask(options, (data) => toChartRequest(data, chart, options));
    const document = toFlowchartDocument(analysis, chart ?? null);
    giveAnswer(options, {
      text: () => [...toFlowchartPartBlocks(analysis, chart ?? null), ...toArrangementBlocks(options)],
      json: () => document,
      csv: () => toFlowchartCsv(document.flowcharts),
    });
    const build = findBuild(analysis);
    const own = document.flowcharts.filter(({ scenario }) => scenario === build);
    end(
      toExitCode(
        options,
        own.every(({ bottleneck }) => bottleneck === null),
      ),
    );
  });
}

function addClaims(program: Command, end: End): void {
  const command = program
    .command('claims')
    .description('the paper’s own figures held against the model: compared, never used as inputs');
  addExitCodeOption(addOutputOptions(addQuestionOptions(command), FORMATS), 'a claim is not supported');
  addHelp(command, ['beltway claims', 'beltway claims --format csv --out claims.csv']);
  command.action((options: QuestionOptions) => {
    const { dataset, analysis } = ask(options);
    giveAnswer(options, {
      text: () => toClaimPartBlocks(analysis, dataset.figures),
      json: () => toClaimsDocument(analysis, dataset.figures),
      csv: () => toClaimsCsv(analysis.claims),
    });
    end(
      toExitCode(
        options,
        analysis.claims.every(({ verdict }) => verdict === 'supported'),
      ),
    );
  });
}

interface Asked {
  readonly dataset: Dataset;
  readonly analysis: Analysis;
}

/** Loads and computes; `more` adds to the request what only one command asks. */
function ask(options: QuestionOptions, more: (dataset: Dataset) => AnalysisRequest = () => ({})): Asked {
  const dataset = openDataset(options);
  const request = { ...toRequest(dataset, options), ...more(dataset) };
  showProgress('Computing …');
  return { dataset, analysis: analyse(dataset, request) };
}

interface FlowchartOptions extends QuestionOptions {
  readonly order?: readonly string[];
  readonly leaveOut?: readonly string[];
  readonly level?: number;
}

/** Order and level of a chart. Nodes are those of one chart, so that one must be named where there are several. */
function toChartRequest(
  dataset: Dataset,
  named: string | undefined,
  { order = [], leaveOut = [], level }: FlowchartOptions,
): AnalysisRequest {
  checkChart(dataset, named);
  if (order.length + leaveOut.length === 0) return { criticalLevel: level };
  const [only, ...others] = dataset.flowcharts;
  const chart = named ?? (others.length === 0 ? only?.id : undefined);
  if (chart !== undefined) return { criticalLevel: level, arrangement: { [chart]: { order, leaveOut } } };
  const ids = dataset.flowcharts.map(({ id }) => id).join(', ');
  throw new Failure(EXIT.usage, `--order and --leave-out: expected the chart as well, one of ${ids}`);
}

/** Says what of the chart is not as recorded. */
function toArrangementBlocks({ order = [], leaveOut = [], level }: FlowchartOptions): readonly Block[] {
  const parts = [
    ...(order.length === 0 ? [] : [`first ${order.join(', ')}`]),
    ...(leaveOut.length === 0 ? [] : [`without ${leaveOut.join(', ')}`]),
    ...(level === undefined ? [] : [`independence at level ${level}`]),
  ];
  return parts.length === 0 ? [] : [paragraph(`Not as recorded but as asked: ${parts.join('; ')}.`)];
}

function findBuild({ scenarios }: Analysis): string | undefined {
  return scenarios.find(({ role }) => role === 'build')?.id;
}

function checkChart({ flowcharts }: Dataset, chart: string | undefined): void {
  const ids = flowcharts.map(({ id }) => id);
  if (chart === undefined || ids.includes(chart)) return;
  throw new Failure(
    EXIT.usage,
    `flowchart: expected one of ${ids.join(', ')}, found ${JSON.stringify(chart)}`,
  );
}
