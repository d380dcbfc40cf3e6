/** The paper's claims beside what the model computes. A claim is compared here and never used as an input. */
import type { AnswerClaim } from '../../model/answer.ts';
import type { PrintedFigure } from '../../model/claim.ts';
import { toMinutesText } from '../../units.ts';
import { heading, paragraph, type Block, type CellText, type Column, type TableRow } from '../block.ts';
import { DASH, toSign } from '../format.ts';
import type { View } from '../view.ts';

const COLUMNS: readonly Column[] = [
  { title: 'claim', align: 'left', least: 20 },
  { title: 'said min', align: 'right' },
  { title: 'model', align: 'right' },
  { title: 'via belt', align: 'right' },
  { title: 'needs km/h', align: 'right' },
  { title: 'from', align: 'left', least: 8 },
  { title: 'verdict', align: 'left' },
];

/** One row a claim; `why` adds the claim in our words and the reason of its verdict. */
export function toClaimBlocks({ analysis }: View, why = false): readonly Block[] {
  if (analysis.claims.length === 0) return [];
  return [
    heading('The paper’s claims (± 5 min where it names minutes)'),
    { kind: 'table', columns: COLUMNS, rows: analysis.claims.map((claim) => toRow(claim, why)) },
    paragraph(
      'model: fastest route by car in free flow with delays; via belt: fastest over at least one belt section; needs: uniform expressway speed that would make it true, other roads unchanged.',
      'quiet',
    ),
  ];
}

function toRow(claim: AnswerClaim, why: boolean): TableRow {
  return { cells: toCells(claim), ...(why ? { under: `${claim.text} ${claim.why}` } : {}) };
}

/** Figures as printed, what is used here, and what they contradict. */
export function toFigureBlocks(figures: readonly PrintedFigure[]): readonly Block[] {
  if (figures.length === 0) return [];
  const items = figures.map(
    ({ what, printed, used, conflict, locator }) =>
      `${what}: printed ${printed} (${locator}); used here: ${used}. ${conflict}`,
  );
  return [heading('Figures of the paper that contradict themselves or each other'), { kind: 'list', items }];
}

function toCells(claim: AnswerClaim): readonly CellText[] {
  const { sign, tone } = toSign(claim.verdict);
  return [
    claim.id,
    toMinutes(claim.claimedS),
    toMinutes(claim.computedS),
    toMinutes(claim.viaBeltS),
    claim.neededKmh === null ? '' : claim.neededKmh.toFixed(0),
    claim.origin ?? '',
    { text: `${sign} ${claim.verdict}`, tone },
  ];
}

function toMinutes(timeS: number | null): string {
  const text = toMinutesText(timeS);
  return text === DASH ? '' : text;
}
