/** How a report was made, what its file holds, and how anybody checks it. */
import { REPORT_PARTS, toScenarioFileName } from '../../answer/report-request.ts';
import { heading, paragraph, type Block } from '../block.ts';
import { listAnswers, type ReportDocument } from './document.ts';

const HOW = {
  analysis: 'times, verdicts, shares and claims by an engine of its own, everything by computing it again',
  again: 'computed again from the request',
} as const;

function listHeld(report: ReportDocument): readonly string[] {
  const again = new Set(listAnswers(report).map(({ schema }) => schema));
  return [
    `${report.analysis.schema}: ${HOW.analysis}.`,
    ...[...again].map((schema) => `${schema}: ${HOW.again}.`),
    'Scenarios, sources and the roads of the maps: read from the data again.',
    'The text, tables and drawings: made again from these, and compared character by character.',
  ];
}

function toLeftOut({ leftOut }: ReportDocument): readonly Block[] {
  if (leftOut.length === 0) return [];
  const items = REPORT_PARTS.flatMap((part) =>
    leftOut.filter((one) => one.part === part).map(({ why }) => `${part}: ${why}`),
  );
  return [heading('What is not in this report'), { kind: 'list', items }];
}

function toScenarioHint({ scenarioFiles, request }: ReportDocument): readonly Block[] {
  if (scenarioFiles.length === 0) return [];
  const names = scenarioFiles.map(({ id }) => toScenarioFileName(request, id)).join(', ');
  return [
    paragraph(
      `Scenarios of your own are in this report’s file, under “scenarioFiles”; to ask again elsewhere, save each as ${names}.`,
    ),
  ];
}

/** The command, the data, what the file holds and what is said of it. */
export function toAboutBlocks(report: ReportDocument): readonly Block[] {
  const { data, command } = report;
  return [
    paragraph('Made by:'),
    { kind: 'code', lines: [`npx ${command}`] },
    ...toScenarioHint(report),
    paragraph(`From the data ${data.id}, ${data.title}, digest ${data.digest}.`),
    paragraph('Checked by the command below, which refuses the file where a single character differs:'),
    { kind: 'code', lines: ['npx beltway verify report.html'] },
    { kind: 'list', items: listHeld(report) },
    ...toLeftOut(report),
  ];
}
