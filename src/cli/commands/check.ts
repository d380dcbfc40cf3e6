/** `beltway check`: the one-hour condition, the delivery it means, and a certificate of one verdict. */
import type { Command } from 'commander';
import {
  analyse,
  toConditionBlocks,
  toConditionDocument,
  toGroupsCsv,
  withParts,
  type Analysis,
  type AnswerGroup,
  type Dataset,
} from '../../index.ts';
import { giveAnswer, toExitCode } from '../answer.ts';
import { makeCertificateText, type CertificateOptions } from '../certify.ts';
import { addDeliveryOptions, listDeliveryRows, toDeliveryBlocks, type DeliveryOptions } from '../delivery.ts';
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
import { writeAnswer } from '../write.ts';

interface CheckOptions extends QuestionOptions, CertificateOptions, DeliveryOptions {
  readonly tolerant?: boolean;
}

/** Adds `check`. */
export function addCheck(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command('check [origin]')
    .description(
      'the one-hour condition: strict, tolerant and as a curve; with a certificate of one verdict',
    );
  addDeliveryOptions(addQuestionOptions(command))
    .option('--to <group>', 'this assembler group only')
    .option('--tolerant', 'let "about an hour" count for --exit-code')
    .option('--certificate <file>', 'write a proof of the verdict with the belt; needs ORIGIN and --to');
  addExitCodeOption(
    addOutputOptions(command, ['text', 'json', 'csv', 'markdown']),
    'an origin does not meet the condition with the belt',
  );
  addHelp(command, [
    'beltway check',
    'beltway check S001 --to toyota --traffic peak --exit-code',
    'beltway check Z_SS_LP --to nissan --certificate leping.json && beltway verify leping.json',
  ]);
  command.action((origin: string | undefined, options: CheckOptions) => end(runCheck(origin, options)));
}

function runCheck(origin: string | undefined, options: CheckOptions): ExitCode {
  const dataset = openDataset(options);
  checkUsage(dataset, origin, options);
  showProgress('Computing …');
  const asked = origin === undefined ? options : { ...options, origins: [origin] };
  const analysis = keepGroup(analyse(dataset, toRequest(dataset, asked)), options.to);
  const deliveries = listDeliveryRows(dataset, analysis, options);
  const certificate =
    origin === undefined || options.certificate === undefined
      ? null
      : makeCertificateText(dataset, analysis, { origin, options });
  giveAnswer(options, {
    text: () => [...toConditionBlocks(analysis), ...toDeliveryBlocks(deliveries)],
    json: () => ({ ...toConditionDocument(analysis), deliveries }),
    csv: () => toGroupsCsv(analysis.groups, [...analysis.destinations, ...analysis.origins]),
  });
  if (certificate !== null) writeAnswer(certificate, options.certificate ?? null);
  return toExitCode(options, isMet(analysis, options.tolerant === true));
}

function checkUsage(
  dataset: Dataset,
  origin: string | undefined,
  { to, certificate, valueOfTime }: CheckOptions,
): void {
  const groups = dataset.header.groups.map(({ id }) => id);
  if (to !== undefined && !groups.includes(to)) {
    throw new Failure(
      EXIT.usage,
      `--to: expected a group (${groups.join(', ')}), found ${JSON.stringify(to)}`,
    );
  }
  if (certificate !== undefined && (origin === undefined || to === undefined)) {
    throw new Failure(
      EXIT.usage,
      '--certificate: expected ORIGIN and --to GROUP, a certificate is of one verdict',
    );
  }
  if (certificate !== undefined && valueOfTime !== undefined) {
    throw new Failure(
      EXIT.usage,
      '--certificate: expected no --value-of-time, a certificate is of the fastest trip whatever its toll',
    );
  }
}

function keepGroup(analysis: Analysis, group: string | undefined): Analysis {
  const keep = <T extends { readonly group: string }>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => row.group === group);
  const { groups, attribution, curve } = analysis;
  if (group === undefined) return analysis;
  return withParts(analysis, { groups: keep(groups), attribution: keep(attribution), curve: keep(curve) });
}

/** Whether every origin asked about (every supplier, where none is named) passes with the build scenario. */
function isMet({ groups, scenarios, origins }: Analysis, tolerant: boolean): boolean {
  const build = scenarios.find(({ role }) => role === 'build')?.id;
  const suppliers = origins.filter(({ kind }) => kind === 'supplier');
  const asked = new Set((suppliers.length > 0 ? suppliers : origins).map(({ id }) => id));
  const passes = ({ verdict }: AnswerGroup): boolean =>
    verdict === 'strict' || (tolerant && verdict === 'tolerant');
  return groups.filter((row) => row.scenario === build && asked.has(row.origin)).every(passes);
}
