/** The paper's claims beside what the model computes. A claim is compared here and never used as an input. */
import type { AnswerClaim, AnswerClaimSets } from '../../model/answer-claims.ts';
import type { PrintedFigure } from '../../model/claim.ts';
import { toMinutesText } from '../../units.ts';
import { heading, paragraph, type Block, type CellText, type Column, type TableRow } from '../block.ts';
import { DASH, toSign } from '../format.ts';
import { WIDE_S, type View } from '../view.ts';

const COLUMNS: readonly Column[] = [
  { title: 'claim', align: 'left', least: 20 },
  { title: 'said', align: 'right' },
  { title: 'model', align: 'right' },
  { title: 'by belt', align: 'right' },
  { title: 'needs', align: 'right' },
  { title: 'from', align: 'left', least: 8 },
  { title: 'verdict', align: 'left' },
];

const LEGEND =
  'Minutes by car in free flow with delays; by belt: over at least one belt section; needs: uniform expressway speed in km/h that would make it true, other roads unchanged; cannot-tell: the ends of the parameters’ ranges disagree (at their values: in brackets); ≈ another verdict or 10 min apart at those ends.';

/** Each time claim from the origin that suits it best, what holds jointly, and the other claims by kind. */
export function toClaimSummaryBlocks({ analysis }: View): readonly Block[] {
  const { claims, claimSets } = analysis;
  if (claims.length === 0) return [];
  const best = claimSets.best.flatMap(({ claim, origin }) =>
    claims.filter((one) => one.id === claim && one.origin === origin),
  );
  return [
    heading('The paper’s claims, each from the origin that suits it best'),
    toTable(best, false),
    paragraph(LEGEND, 'quiet'),
    { kind: 'list', items: [...toJointItems(claimSets), ...toOtherItems(claims)] },
  ];
}

/** Every claim from every origin with the reason of its verdict, and what sets of claims imply together. */
export function toClaimBlocks({ analysis }: View): readonly Block[] {
  const { claims, claimSets } = analysis;
  if (claims.length === 0) return [];
  const items = [...toJointItems(claimSets), ...toConsistencyItems(claimSets)];
  return [
    heading('The paper’s claims'),
    toTable(claims, true),
    paragraph(LEGEND, 'quiet'),
    ...(items.length === 0 ? [] : [heading('Claims taken together'), { kind: 'list', items } as const]),
  ];
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

function toTable(claims: readonly AnswerClaim[], why: boolean): Block {
  return { kind: 'table', columns: COLUMNS, rows: claims.map((claim) => toRow(claim, why)) };
}

function toRow(claim: AnswerClaim, why: boolean): TableRow {
  return { cells: toCells(claim), ...(why ? { under: `${claim.text} ${claim.why}` } : {}) };
}

function toCells(claim: AnswerClaim): readonly CellText[] {
  const { sign, tone } = toSign(claim.verdict);
  const mid = claim.corners?.mid;
  const about = isRough(claim) ? '≈' : '';
  const atValues = mid === undefined || mid === claim.verdict ? '' : ` (${mid})`;
  return [
    claim.id,
    toMinutes(claim.claimedS),
    toMinutes(claim.computedS, about),
    toMinutes(claim.viaBeltS, about),
    claim.neededKmh === null ? '' : claim.neededKmh.toFixed(0),
    claim.origin ?? '',
    { text: `${sign} ${claim.verdict}${atValues}`, tone },
  ];
}

/** Another verdict, or ten minutes more or less, at the ends of the ranges. */
function isRough({ corners, levels = [], computedS }: AnswerClaim): boolean {
  const { lowS = null, highS = null } = levels.find(({ timeS }) => timeS === computedS) ?? {};
  const isWide = lowS !== null && highS !== null && highS - lowS > WIDE_S;
  return isWide || (corners !== undefined && corners.fast !== corners.slow);
}

function toMinutes(timeS: number | null, about = ''): string {
  const text = toMinutesText(timeS);
  return text === DASH ? '' : about + text;
}

function toJointItems({ joint }: AnswerClaimSets): readonly string[] {
  return joint.map(({ claims, holdInFreeFlow, best }) => {
    const from = holdInFreeFlow.length === 0 ? 'no origin' : holdInFreeFlow.join(', ');
    const charitable = best === null ? '' : `; at best ${best.verdict}, from ${best.origin}`;
    return `${claims.join(' and ')} together from one origin: all hold in free flow from ${from}${charitable}.`;
  });
}

function toConsistencyItems({ consistency }: AnswerClaimSets): readonly string[] {
  return consistency.map(({ from, to, leastS, level, timeS, verdict }) => {
    const implied = `if one origin is meant, ${from} → ${to} takes at least ${toMinutesText(leastS)} min`;
    return `${implied}: ${verdict} (${level}: ${toMinutesText(timeS)} min).`;
  });
}

/** Conditions in full, other kinds as counts of their verdicts. */
function toOtherItems(claims: readonly AnswerClaim[]): readonly string[] {
  const untimed = claims.filter(({ claimedS }) => claimedS === null);
  const conditions = untimed.filter(({ kind }) => kind === 'condition');
  const kinds = new Set(untimed.map(({ kind }) => kind).filter((kind) => kind !== 'condition'));
  return [
    ...conditions.map(({ text, verdict, why }) => `"${text}" — ${verdict}. ${why}`),
    ...[...kinds].map((kind) => `${kind}: ${countVerdicts(untimed.filter((claim) => claim.kind === kind))}.`),
  ];
}

function countVerdicts(claims: readonly AnswerClaim[]): string {
  const verdicts = [...new Set(claims.map(({ verdict }) => verdict))];
  return verdicts
    .map((verdict) => `${claims.filter((claim) => claim.verdict === verdict).length} ${verdict}`)
    .join(', ');
}
