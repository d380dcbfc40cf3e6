/** What was checked, to read: a data folder, a saved answer or a certificate. */
import { toSentence } from '../problems.ts';
import type { DataCheckDocument } from './answers/data-check.ts';
import type { VerificationDocument } from './answers/verification.ts';
import { paragraph, table, type Block } from './block.ts';

/** Counts of a data set without a problem, else the problems. */
export function toDataCheckBlocks({ data, counts, problems }: DataCheckDocument): readonly Block[] {
  if (data === null || problems.length > 0) {
    return [
      { kind: 'title', text: 'Not a data set' },
      { kind: 'list', items: problems.map(toSentence) },
    ];
  }
  const rows = Object.entries(counts).map(([kind, count]) => [toWords(kind), String(count)]);
  return [
    { kind: 'title', text: `${data.title}: no problem found` },
    table(['records', 'count'], rows),
    paragraph(`Data ${data.id}, digest ${data.digest}.`, 'quiet'),
  ];
}

/** Accepted with what it proves, or refused with every reason. */
export function toVerificationBlocks({
  file,
  ok,
  statement,
  problems,
  data,
  of,
}: VerificationDocument): readonly Block[] {
  const title = `${file}: ${ok ? 'accepted' : 'refused'}`;
  return [
    { kind: 'title', text: title },
    ...(statement === null ? [] : [paragraph(statement)]),
    ...(problems.length === 0 ? [] : [{ kind: 'list', items: problems.map(toSentence) } as const]),
    paragraph(`${toChecker(of)} against the data ${data.id}, digest ${data.digest}.`, 'quiet'),
  ];
}

/** A report is made again, and only its main answer is derived by the other engine. */
function toChecker(of: string | null): string {
  return of === 'beltway/report@1' ? 'Checked' : 'Checked by the independent engine';
}

function toWords(kind: string): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
