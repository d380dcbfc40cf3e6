/** What stands in one cell of the table: minutes with mark and doubt, or a difference; and how it looks. */
import type { AnswerGroup, Attribution } from '../../src/index.ts';
import { DASH, minutes, minutesChange } from '../words/format.ts';
import { t } from '../words/index.ts';

export interface CellText {
  readonly text: string;
  /** Read out instead of the signs. */
  readonly label: string;
  readonly look: string;
  /** Orders the column; null = last. */
  readonly value: number | null;
}

export interface DifferenceText extends CellText {
  /** More than nothing: it is shown beside the minutes of the build. */
  readonly moved: boolean;
}

const SIGNS: Readonly<Record<AnswerGroup['verdict'], string>> = {
  strict: '✓',
  tolerant: '~',
  no: '✗',
  unreachable: '✗',
};

export function isFlip(attribution: Attribution | null): boolean {
  return attribution === 'no-to-yes' || attribution === 'yes-to-no';
}

/** Heat from 1 (quick) to 5 (beyond); bounds are thirds of the cutoff, so that they move with it. */
export function toHeat({ timeS, verdict }: AnswerGroup, cutoffS: number): number {
  if (verdict !== 'strict' || timeS === null) return verdict === 'tolerant' ? 4 : 5;
  return Math.min(3, 1 + Math.floor((3 * timeS) / (cutoffS + 1)));
}

/** `change` is shown beside the minutes: what is seen stands in one piece in what is read out. */
export function toTime(
  found: { readonly row: AnswerGroup; readonly wide: boolean } | null,
  title: string,
  cutoffS: number,
  flipped = false,
  change = '',
): CellText {
  if (found === null) return { text: DASH, label: `${title}: ${DASH}`, look: 'none', value: null };
  const { row, wide } = found;
  const about = row.corners === 'some' || wide ? '≈' : '';
  const time = minutes(row.timeS);
  const word = t(`table.verdict.${row.verdict}`);
  const said = change === '' ? time : `${time}, ${change}`;
  return {
    text: `${about}${time} ${SIGNS[row.verdict]}`,
    label: `${title}: ${about}${said} ${t('table.min')}, ${word}${flipped ? `, ${t('table.flipped')}` : ''}`,
    look: `heat-${toHeat(row, cutoffS)}${flipped ? ' flipped' : ''}`,
    value: row.timeS,
  };
}

/** Under this a difference shows as 0.0 and is drawn as none, in seconds. */
const NOTHING_S = 3;

export function toDifference(
  beforeS: number | null,
  afterS: number | null,
  title: string,
  flipped: boolean,
): DifferenceText {
  const look = flipped ? ' flipped' : '';
  if (beforeS === null && afterS === null)
    return { text: DASH, label: `${title}: ${DASH}`, look: 'none', value: null, moved: false };
  if (beforeS === null || afterS === null) {
    const word = t(beforeS === null ? 'table.newlyReached' : 'table.cutOff');
    const [kind, value] = beforeS === null ? ['gain-3', -Infinity] : ['loss-3', Infinity];
    return { text: word, label: `${title}: ${word}`, look: kind + look, value, moved: true };
  }
  const change = afterS - beforeS;
  const moved = Math.abs(change) >= NOTHING_S;
  const text = minutesChange(moved ? change : 0);
  const size = Math.abs(change) < 300 ? 1 : Math.abs(change) < 900 ? 2 : 3;
  const kind = moved ? `${change < 0 ? 'gain' : 'loss'}-${size}` : 'same';
  return { text, label: `${title}: ${text} ${t('table.min')}`, look: kind + look, value: change, moved };
}
