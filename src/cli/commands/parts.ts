/** `beltway independence`, `flowchart` and `claims`: parts of the main answer, each on its own. */
import type { Command } from 'commander';
import {
  analyse,
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
  addExitCodeOption(addOutputOptions(addQuestionOptions(command), FORMATS), 'a node with the belt is "no"');
  addHelp(command, ['beltway flowchart automobile', 'beltway flowchart hi-tech --format markdown']);
  command.action((chart: string | undefined, options: QuestionOptions) => {
    const { dataset, analysis } = ask(options);
    checkChart(dataset, chart);
    const document = toFlowchartDocument(analysis, chart ?? null);
    giveAnswer(options, {
      text: () => toFlowchartPartBlocks(analysis, chart ?? null),
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

function ask(options: QuestionOptions): Asked {
  const dataset = openDataset(options.data);
  showProgress('Computing …');
  return { dataset, analysis: analyse(dataset, toRequest(dataset, options)) };
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
