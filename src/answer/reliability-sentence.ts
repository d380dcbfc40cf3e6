/** How often the hour is kept, in one plain sentence made of the rows and counts beside it. */
import type { Dataset } from '../model/dataset.ts';
import type { ReliabilityCount, ReliabilityDocument, ReliabilityRow } from '../model/reliability.ts';
import { SECONDS_PER_MINUTE, toMinutesText } from '../units.ts';

type Body = Omit<ReliabilityDocument, 'sentence' | 'command'>;

const toPercent = (share: number): string => `${Math.round(share * 100)}`;

/** Whole percent; what is neither none nor all is never said to be. */
function toShareWord(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1';
  return share < 1 && share >= 0.995 ? 'over 99' : toPercent(share);
}

/** "3 to 8 %". */
function toRange(shares: readonly number[]): string {
  const [from, to] = [Math.min(...shares), Math.max(...shares)].map(toShareWord);
  return from === to ? `${from} %` : `${from} to ${to} %`;
}

function toPairSentence({ cutoffS, incidents }: Body, row: ReliabilityRow, title: string): string {
  if (row.timeS === null) return `${title}: there is no way by road.`;
  if (row.timeS === row.minS && !incidents)
    return `${title}: ${toMinutesText(row.timeS)} minutes every time: nothing on the way is modelled as varying.`;
  const shares = row.readings.map(({ probability }) => probability);
  const p95 = row.readings.map(({ p95S }) => p95S);
  const [least, most] = [Math.min(...p95), Math.max(...p95)].map(toMinutesText);
  const within = least === most ? least : `${least} to ${most}`;
  const usual = incidents ? 'on average without an incident' : 'on average';
  return `${title}: ${toMinutesText(row.timeS)} minutes ${usual}, within ${cutoffS / SECONDS_PER_MINUTE} in ${toRange(shares)} of trips; 95 of 100 trips take at most ${within} minutes.`;
}

function toCountText(dataset: Dataset, { group, holds, depends }: ReliabilityCount): string {
  const name = dataset.header.groups.find(({ id }) => id === group)?.name ?? group;
  return `${name} ${holds}${depends === 0 ? '' : ` (and ${depends} if the links' delays even out)`}`;
}

function toCountsSentence(
  dataset: Dataset,
  { counts, cutoffS, level }: Body,
  scenario: string,
  title: string,
): string {
  const own = counts.filter((one) => one.scenario === scenario);
  const texts = own.map((one) => toCountText(dataset, one)).join(', ');
  const all = Math.max(...own.map(({ suppliers }) => suppliers));
  return `${title}: of ${all} placed suppliers within ${cutoffS / SECONDS_PER_MINUTE} minutes in ${toPercent(level)} % of trips: ${texts}.`;
}

/** One sentence a scenario: the pair where one is asked for, else the counts. Empty where there is neither. */
export function toReliabilitySentence(dataset: Dataset, body: Body): string {
  const scenarios = [...new Map(body.scenarios.map((one) => [one.id, one])).values()];
  return scenarios
    .map(({ id, title }) => {
      const rows = body.rows.filter(({ scenario }) => scenario === id);
      const [only] = rows;
      if (rows.length === 1 && only !== undefined) return toPairSentence(body, only, title);
      return body.counts.length === 0 ? '' : toCountsSentence(dataset, body, id, title);
    })
    .filter((sentence) => sentence !== '')
    .join(' ');
}
