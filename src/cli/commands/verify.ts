/** `beltway verify`: a saved answer, certificate or report, derived again by the independent engine. */
import type { Command } from 'commander';
import {
  isReport,
  toVerificationBlocks,
  toVerificationDocument,
  verifyAnalysis,
  verifyCertificateText,
  verifyReport,
  type Dataset,
  type VerificationDocument,
} from '../../index.ts';
import { giveAnswer } from '../answer.ts';
import { EXIT, Failure, type ExitCode } from '../exit.ts';
import { readAnswerFile } from '../files.ts';
import { addHelp } from '../help.ts';
import { openDataset } from '../load.ts';
import { addOutputOptions, addSitesOption, type OutputOptions } from '../options.ts';
import { follow } from '../steps.ts';
import { showProgress } from '../terminal.ts';

const CERTIFICATE = 'beltway/certificate@1';

/** Adds `verify`. */
export function addVerify(program: Command, end: (code: ExitCode | Promise<ExitCode>) => void): void {
  const command = program
    .command('verify <file>')
    .description(
      'check a saved answer (compare --format json), certificate or report with the independent engine',
    );
  addSitesOption(addOutputOptions(command, ['text', 'json', 'markdown']));
  addHelp(command, [
    'beltway compare --format json --out answer.json && beltway verify answer.json',
    'beltway report --out report.html && beltway verify report.html',
    'beltway verify certificate.json --data my-region',
  ]);
  command.action((file: string, options: OutputOptions) => {
    const text = readAnswerFile(file);
    const dataset = openDataset(options);
    if (isReport(text)) end(checkReport(dataset, file, text).then((document) => give(options, document)));
    else end(give(options, verify(dataset, file, text)));
  });
}

function give(options: OutputOptions, document: VerificationDocument): ExitCode {
  giveAnswer(options, { text: () => toVerificationBlocks(document), json: () => document });
  return document.ok ? EXIT.done : EXIT.failed;
}

/** Making a report again takes as long as making it: it is followed like that. */
async function checkReport(dataset: Dataset, file: string, text: string): Promise<VerificationDocument> {
  const check = await follow(verifyReport(dataset, text, file));
  return toVerificationDocument(dataset, { file, of: 'beltway/report@1', ...check });
}

function verify(dataset: Dataset, file: string, text: string): VerificationDocument {
  showProgress('Deriving it again …');
  const value = parse(file, text);
  const schema = isRecord(value) && typeof value['schema'] === 'string' ? value['schema'] : null;
  if (schema === CERTIFICATE) {
    const { ok, problems, statement } = verifyCertificateText(dataset, text);
    return toVerificationDocument(dataset, { file, of: schema, ok, problems, statement });
  }
  const { ok, problems, checked } = verifyAnalysis(dataset, value);
  const statement = ok ? `${checked} values derived again from the data, all equal.` : null;
  return toVerificationDocument(dataset, { file, of: schema, ok, problems, statement });
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(EXIT.failed, `${file}: expected JSON, found ${text.length} characters that are none`);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
