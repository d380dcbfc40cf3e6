/** Claims in the reader's language as far as their parts allow; the paper's words are shown beside, in English. */
import type { AnswerClaim, Dataset } from '../../src/index.ts';
import { minutes } from '../words/format.ts';
import { groupName, nameOf } from '../words/names.ts';
import { t } from '../words/index.ts';
import { wordOr } from './answer-words.ts';

const GOOD = new Set(['supported', 'holds']);
const BAD = new Set(['impossible', 'above-limits', 'contradicted', 'violated']);

/** Sign and tone of a verdict, as the command line has them. */
export function verdictSign(verdict: string): {
  readonly sign: string;
  readonly tone: 'good' | 'bad' | 'open';
} {
  if (GOOD.has(verdict)) return { sign: '✓', tone: 'good' };
  return BAD.has(verdict) ? { sign: '✗', tone: 'bad' } : { sign: '?', tone: 'open' };
}

export function verdictWord(verdict: string): string {
  return wordOr(`claims.verdict.${verdict}`, verdict);
}

/** Name of whatever an id names: district, zone, seat, plant, group, supplier. */
export function placeName(dataset: Dataset, id: string): string {
  const { districts, groups } = dataset.header;
  const lists = [dataset.zones, dataset.plants, dataset.suppliers, districts, groups];
  for (const list of lists) {
    const found = list.find((one) => one.id === id);
    if (found !== undefined) return nameOf(found);
  }
  return id;
}

/** What is claimed, made of the claim's own parts; kinds without parts have a title of their kind. */
export function claimTitle(dataset: Dataset, { id, kind, from, to, claimedS }: AnswerClaim): string {
  const record = dataset.claims.find((one) => one.id === id);
  if (claimedS !== null && from !== null && to !== null) {
    const values = { from: placeName(dataset, from), to: placeName(dataset, to) };
    return t('claims.time', { ...values, T: minutes(claimedS, 0) });
  }
  const groups = (record?.groups ?? []).map((group) => groupName(dataset, group)).join(', ');
  if (kind === 'location' && to !== null) {
    return t('claims.location', { groups, place: placeName(dataset, to) });
  }
  if (kind === 'supply' && groups !== '') {
    const { supplier = null } = record ?? {};
    const who = supplier ?? from;
    return t('claims.supply', {
      who: who === null ? t('claims.firms') : placeName(dataset, who),
      groups,
    });
  }
  return wordOr(`claims.kind.${kind}`, kind);
}
