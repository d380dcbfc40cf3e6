import { describe, expect, it } from 'vitest';
import { countAttributions, toAttribution, toAttributionSentence } from '../../src/condition/attribution.ts';
import { countTrucks, toDelivery } from '../../src/condition/delivery.ts';
import { passes, toCorners, toSlackMs, toVerdict } from '../../src/condition/verdict.ts';
import type { Attribution } from '../../src/model/answer.ts';

describe('toVerdict', () => {
  it.each([
    [0, 'strict'],
    [3_600_000, 'strict'],
    [3_600_001, 'tolerant'],
    [4_200_000, 'tolerant'],
    [4_200_001, 'no'],
    [Infinity, 'unreachable'],
  ] as const)('%d ms: %s', (timeMs, verdict) => {
    expect(toVerdict(timeMs, 3600, 600)).toBe(verdict);
  });

  it('calls the unreachable unreachable at any cutoff', () => {
    expect(toVerdict(Infinity, Infinity, 0)).toBe('unreachable');
  });

  it('passes strictly or with the tolerance', () => {
    const verdicts = ['strict', 'tolerant', 'no', 'unreachable'] as const;
    expect(verdicts.map((one) => passes(one, 'strict'))).toEqual([true, false, false, false]);
    expect(verdicts.map((one) => passes(one, 'tolerant'))).toEqual([true, true, false, false]);
  });

  it('holds at all, some or no values', () => {
    expect(toCorners(1, 3_600_000, 3600)).toBe('all');
    expect(toCorners(3_600_000, 3_600_001, 3600)).toBe('some');
    expect(toCorners(3_600_001, 3_600_002, 3600)).toBe('none');
    expect(toCorners(Infinity, Infinity, 3600)).toBe('none');
    expect(toSlackMs(3_600_001, 3600)).toBe(-1);
  });
});

describe('attribution', () => {
  const cases: readonly (readonly [boolean, boolean, Attribution])[] = [
    [true, true, 'yes-in-both'],
    [false, true, 'no-to-yes'],
    [false, false, 'no-in-both'],
    [true, false, 'yes-to-no'],
  ];

  it.each(cases)('without %s, with %s: %s', (without, withRoad, attribution) => {
    expect(toAttribution(without, withRoad)).toBe(attribution);
  });

  it('words only no → yes as an effect', () => {
    for (const [, , attribution] of cases) {
      const worded = toAttributionSentence(attribution, 'the belt').includes('effect');
      expect(worded).toBe(attribution === 'no-to-yes');
    }
    expect(toAttributionSentence('yes-in-both', 'the belt')).toBe(
      'The condition holds here without the belt.',
    );
  });

  it('counts every case', () => {
    const counts = countAttributions(['no-to-yes', 'no-in-both', 'no-to-yes']);
    expect(counts).toEqual({ 'yes-in-both': 0, 'no-to-yes': 2, 'no-in-both': 1, 'yes-to-no': 0 });
  });
});

describe('delivery', () => {
  it('adds handling once and the way back', () => {
    const handling = { loadingS: 600, gateS: 120, unloadingS: 480 };
    expect(toDelivery(3000, 2800, handling)).toEqual({ deliveryS: 4200, cycleS: 7000 });
    expect(toDelivery(3000, 2800, { loadingS: 0, gateS: 0, unloadingS: 0 }).deliveryS).toBe(3000);
    expect(toDelivery(3000, Infinity, handling)).toEqual({ deliveryS: 4200, cycleS: Infinity });
  });

  it('needs as many trucks as headways fit into a cycle', () => {
    expect([6999, 7000, 7001, 1].map((cycleS) => countTrucks(cycleS, 3500))).toEqual([2, 2, 3, 1]);
    expect(countTrucks(Infinity, 60)).toBeNull();
    expect(countTrucks(60, 0)).toBeNull();
  });
});
