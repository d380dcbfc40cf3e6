import { describe, expect, it } from 'vitest';
import { judgeCondition } from '../../src/claims/condition-claim.ts';
import { judgeLocation, judgeSupply } from '../../src/claims/records.ts';
import type { Attribution } from '../../src/model/answer.ts';
import type { Customer, Supplier } from '../../src/model/place.ts';
import { toSupplier } from '../condition/records.ts';
import { toDataset } from '../scene/dataset.ts';
import { toClaim } from './claims.ts';

const toData = (suppliers: readonly Supplier[]) => ({
  ...toDataset({ nodes: new Map(), features: [] }),
  suppliers,
});
const sells = (group: string | null, status: Customer['status'], source: string): Customer => {
  return { group, name: 'x', status, asOf: null, source };
};

describe('judgeLocation', () => {
  const claim = toClaim('l', { kind: 'location', to: 'huadu', groups: ['nissan'] });
  const firm = (id: string, district: string | null, keiretsu: string | null, inSet2006 = true): Supplier =>
    toSupplier(id, { district, keiretsu, inSet2006 });
  const judge = (...firms: readonly Supplier[]) => judgeLocation(toData(firms), claim).verdict;

  it('is supported by all, for some, contradicted by none there, not documented without a firm', () => {
    const [here, there] = [firm('a', 'huadu', 'nissan'), firm('b', 'nansha', 'nissan')];
    expect(judge(here)).toBe('supported');
    expect(judge(here, there)).toBe('documented-for-some');
    expect(judge(there)).toBe('contradicted');
    expect(judge()).toBe('not-documented');
  });

  it('leaves out other keiretsu, later firms and unknown districts', () => {
    const others = [
      firm('b', 'nansha', 'honda'),
      firm('c', 'nansha', null),
      firm('d', 'nansha', 'nissan', false),
      firm('e', null, 'nissan'),
    ];
    const result = judgeLocation(toData([firm('a', 'huadu', 'nissan'), ...others]), claim);
    expect(result).toEqual({
      verdict: 'supported',
      why: '1 of 1 firms documented by 2006 with this keiretsu are recorded there.',
    });
  });
});

describe('judgeSupply of a named supplier', () => {
  const claim = toClaim('s', { kind: 'supply', supplier: 'a', groups: ['honda', 'nissan'] });
  const judge = (...customers: readonly Customer[]) =>
    judgeSupply(toData([toSupplier('a', { customers })]), claim);

  it('is supported by another source for every group, paper-only by the paper, else less', () => {
    expect(judge(sells('honda', 'current', 'news'), sells('nissan', 'past', 'news')).verdict).toBe(
      'supported',
    );
    expect(judge(sells('honda', 'current', 'news'), sells('nissan', 'past', 'paper')).verdict).toBe(
      'paper-only',
    );
    expect(judge(sells('honda', 'current', 'news')).verdict).toBe('documented-for-some');
    expect(judge(sells(null, 'current', 'news'), sells('toyota', 'current', 'news')).verdict).toBe(
      'not-documented',
    );
  });

  it('names status and source, and never says no', () => {
    expect(judge(sells('honda', 'target', 'paper')).why).toBe(
      'Recorded: honda target (paper), nissan not documented.',
    );
  });
});

describe('judgeSupply of firms', () => {
  const firms = [
    toSupplier('a', {
      district: 'huadu',
      keiretsu: 'nissan',
      customers: [sells('honda', 'current', 'news')],
    }),
    toSupplier('b', { district: 'huadu', keiretsu: 'honda', customers: [sells('honda', 'past', 'paper')] }),
    toSupplier('c', { district: 'nansha', keiretsu: 'toyota', customers: [] }),
    toSupplier('d', { district: 'huadu', inSet2006: false, customers: [sells('honda', 'current', 'news')] }),
  ];

  it('counts the firms of a district', () => {
    const claim = toClaim('s', { kind: 'supply', from: 'huadu', groups: ['honda'] });
    const result = judgeSupply(toData(firms), claim);
    expect(result.verdict).toBe('supported');
    expect(result.why).toMatch(/^2 of 2 firms .* \(1 current, 1 past; 1 from another source/);
    const nansha = judgeSupply(toData(firms), { ...claim, from: 'nansha' });
    expect(nansha.verdict).toBe('not-documented');
  });

  it('counts the keiretsu firms of other groups', () => {
    const claim = toClaim('s', { kind: 'supply', groups: ['honda'] });
    const result = judgeSupply(toData(firms), claim);
    expect(result.verdict).toBe('documented-for-some');
    expect(result.why).toMatch(/^1 of 2 firms/);
  });
});

describe('judgeCondition', () => {
  const claim = toClaim('c', { kind: 'condition', scenario: 'with' });
  const judge = (...attributions: readonly Attribution[]) => judgeCondition(claim, attributions).verdict;

  it('is contradicted by firms that are free without, supported where only the road frees', () => {
    expect(judge('yes-in-both', 'no-in-both')).toBe('contradicted');
    expect(judge('yes-to-no')).toBe('contradicted');
    expect(judge('no-to-yes', 'no-in-both')).toBe('supported');
    expect(judge('yes-in-both', 'no-to-yes')).toBe('holds-for-some');
    expect(judge('no-in-both')).toBe('cannot-tell');
    expect(judge()).toBe('cannot-tell');
  });

  it('does not decide what names no state of the road', () => {
    expect(judgeCondition({ ...claim, scenario: null }, ['no-to-yes']).verdict).toBe('cannot-tell');
  });
});
