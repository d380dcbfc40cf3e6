import { describe, expect, it } from 'vitest';
import { judgeClaims } from '../../src/claims/judge.ts';
import type { TimeJudgement } from '../../src/claims/judge-time.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Plant, Zone } from '../../src/model/place.ts';
import type { Facility } from '../../src/model/road.ts';
import { FACILITIES } from '../../src/model/road.ts';
import { toPlant } from '../condition/records.ts';
import { drawScene } from '../scene/scene.ts';
import { SCENE_STATES, SCENE_VEHICLES, toParameter } from '../scene/values.ts';
import { getSite } from '../scene/times.ts';
import { toClaim } from './claims.ts';

/**
 * A and B stand 100 m from the ends of two streets of 1 km, one with four signals of 30 s, joined by 60 km of expressway and, over the belt, by
 * 66 km at the same sign. Values of the scene without any range: car at the sign, connector 30 km/h.
 */
const SCENE = drawScene({
  map: `
       m--------n
       |        |
    Ap-a--------b-qB
  `,
  roads: `
    | nodes | section | facility   | km | kmh | signals |
    | pa    |         |            | 1  | 60  | 4       |
    | ab    |         | expressway | 60 | 120 |         |
    | bq    |         |            | 1  | 60  |         |
    | am    | RING    | expressway | 3  | 120 |         |
    | mn    | RING    | expressway | 60 | 120 |         |
    | nb    | RING    | expressway | 3  | 120 |         |
  `,
  belt: ['RING'],
  parameters: { connectorSpeedKmh: toParameter(30), signalDelayS: toParameter(30) },
});

const factorOf = (factor: number) =>
  Object.fromEntries(FACILITIES.map((facility) => [facility, toParameter(factor)])) as Record<
    Facility,
    ReturnType<typeof toParameter>
  >;

function toData(claims: readonly Claim[], more: Partial<Dataset> = {}): Dataset {
  const { dataset } = SCENE;
  const zone = (id: string, letter: string, kind: Zone['kind']): Zone => {
    const { at } = getSite(SCENE, letter);
    return { id, kind, name: id, nameZh: id, district: 'west', at, grade: 'A', sources: [] };
  };
  const plant = (id: string, letter: string, group: string): Plant =>
    toPlant(id, group, { at: getSite(SCENE, letter).at, district: 'east' });
  const [car] = SCENE_VEHICLES;
  if (car === undefined) throw new Error('no car');
  const facilities = Object.fromEntries(
    FACILITIES.map((facility) => [facility, { ...car.facilities[facility], factor: toParameter(1) }]),
  ) as typeof car.facilities;
  return {
    ...dataset,
    header: {
      ...dataset.header,
      districts: [{ id: 'west', name: 'West', nameZh: 'West', city: 'c' }],
      groups: [{ id: 'brook', name: 'Brook', nameZh: 'Brook' }],
    },
    zones: [zone('SEAT', 'A', 'seat'), zone('ZONE', 'B', 'zone')],
    plants: [plant('P_B', 'B', 'brook'), plant('P_A', 'A', 'amber')],
    vehicleClasses: [{ ...car, facilities }],
    trafficStates: [
      ...SCENE_STATES.filter(({ id }) => id === 'free'),
      { id: 'off-peak', name: 'o', nameZh: 'o', factors: factorOf(1.1), byVehicleClass: {} },
      { id: 'peak', name: 'p', nameZh: 'p', factors: factorOf(1.5), byVehicleClass: {} },
    ],
    claims,
    ...more,
  };
}

/** Minutes by hand; the connectors are 100 m each, about. */
const CONNECTORS_KM = 0.2;
const HAND = {
  'least-distance': (62 + CONNECTORS_KM) / 2,
  'signed-limits': 30 + 2 + (CONNECTORS_KM / 40) * 60,
  'free-flow': 30 + 2 + 2 + (CONNECTORS_KM / 30) * 60,
  'off-peak': 32 * 1.1 + 2 + (CONNECTORS_KM / 30) * 60,
  peak: 32 * 1.5 + 2 + (CONNECTORS_KM / 30) * 60,
} as const;

const judge = (claims: readonly Claim[], more: Partial<Dataset> = {}) =>
  judgeClaims(toData(claims, more), []);
const judgeOne = (claim: Partial<Claim>, more: Partial<Dataset> = {}): TimeJudgement => {
  const [first] = judge([toClaim('c', { from: 'SEAT', to: 'P_B', toleranceS: 0, ...claim })], more).claims;
  return first as TimeJudgement;
};

describe('a time claim on the drawn network', () => {
  it('has the times worked out by hand at every level', () => {
    const { levels, computedS, viaBeltS } = judgeOne({ claimedS: 3600 });
    for (const { level, timeS, lowS, highS } of levels.slice(1)) {
      expect((timeS ?? NaN) / 60).toBeCloseTo(HAND[level as keyof typeof HAND], 2);
      expect([lowS, highS]).toEqual([timeS, timeS]);
    }
    expect((computedS ?? NaN) / 60).toBeCloseTo(HAND['free-flow'], 2);
    expect((viaBeltS ?? NaN) - (computedS ?? NaN)).toBeCloseTo(180, 6);
  });

  it.each([
    ['least-distance', -0.02, 'impossible'],
    ['least-distance', 0.02, 'above-limits'],
    ['signed-limits', 0.02, 'limit-only'],
    ['free-flow', 0.02, 'free-flow-only'],
    ['off-peak', 0.02, 'off-peak-only'],
    ['peak', 0.02, 'supported'],
  ] as const)('%s %d min: %s', (level, more, verdict) => {
    expect(judgeOne({ claimedS: (HAND[level] + more) * 60 }).verdict).toBe(verdict);
  });

  it('adds the tolerance of the claim, or the default one', () => {
    const claimedS = HAND.peak * 60 + 1 - 300;
    expect(judgeOne({ claimedS, toleranceS: 300 }).verdict).toBe('supported');
    expect(judgeOne({ claimedS, toleranceS: null }).verdict).toBe('supported');
    expect(judgeOne({ claimedS, toleranceS: 0 }).verdict).toBe('off-peak-only');
  });

  it('needs the expressway speed worked out by hand', () => {
    const claimedMin = HAND['signed-limits'] - 5;
    const { neededKmh, neededFactor, why } = judgeOne({ claimedS: claimedMin * 60 });
    expect(neededKmh).toBeCloseTo((60 / 25) * 60, 0);
    expect(neededFactor).toBeCloseTo(1.2, 2);
    expect(why).toMatch(/It needs 14\d\.\d km\/h on every expressway/);
    expect(judgeOne({ claimedS: 60 })).toMatchObject({ verdict: 'impossible', neededKmh: null });
    expect(judgeOne({ claimedS: 3600 }).neededKmh).toBeNull();
  });

  it('is judged over the belt too, and there is no such verdict without one', () => {
    const claimedS = (HAND['free-flow'] + 1) * 60;
    expect(judgeOne({ claimedS })).toMatchObject({
      verdict: 'free-flow-only',
      viaBeltVerdict: 'limit-only', // 35.3 min at the signs, 37.4 with the signals; 35.4 are claimed
    });
    const closed = { id: 'closed', title: '', titleZh: '', date: '2010-06-30' };
    const scenarios = [{ ...closed, modifications: [{ kind: 'close' as const, sections: ['RING'] }] }];
    const without = judgeOne({ claimedS, scenario: 'closed' }, { scenarios });
    expect(without).toMatchObject({ viaBeltS: null, viaBeltVerdict: null, verdict: 'free-flow-only' });
  });

  it('cannot tell where a parameter decides', () => {
    const vehicleClasses = SCENE_VEHICLES; // factor 0.8 … 1.25
    const result = judgeOne({ claimedS: (HAND['free-flow'] + 1) * 60 }, { vehicleClasses });
    expect(result.verdict).toBe('cannot-tell');
    expect(result.corners).toEqual({ fast: 'off-peak-only', mid: 'free-flow-only', slow: 'limit-only' });
    expect(result.why).toMatch(/At the signed limits without any delay it holds at all values/);
  });

  it('says when the model is quicker than the claim', () => {
    expect(judgeOne({ claimedS: 3600, toleranceS: 300 }).why).toMatch(
      /quicker than said: 34\.4 against 60\.0/,
    );
    expect(judgeOne({ claimedS: 2300, toleranceS: 300 }).why).not.toMatch(/quicker/);
  });
});

describe('origins and destinations', () => {
  it('a district is its seat and every zone, a group its plants', () => {
    const { claims, best } = judge([toClaim('c', { from: 'west', to: 'brook', claimedS: 1200 })]);
    expect(claims.map((one) => [one.origin, one.verdict])).toEqual([
      ['SEAT', 'impossible'],
      ['ZONE', 'supported'],
    ]);
    expect(best).toMatchObject([
      { claim: 'c', origin: 'ZONE', reading: 'charitable: the best origin of this claim alone' },
    ]);
  });

  it('a plant is itself; what cannot be timed is not guessed', () => {
    const claims = [
      toClaim('plant', { from: 'P_A', to: 'P_B', claimedS: 3600 }),
      toClaim('nowhere', { from: null, to: 'P_B', claimedS: 3600, kind: 'observation' }),
    ];
    expect(judge(claims).claims.map((one) => [one.id, one.origin, one.verdict])).toEqual([
      ['plant', 'P_A', 'supported'],
      ['nowhere', null, 'cannot-tell'],
    ]);
  });
});

describe('joint judgement', () => {
  const pair = [
    toClaim('to-b', { from: 'west', to: 'P_B', claimedS: 300, toleranceS: 0, jointWith: 'set' }),
    toClaim('to-a', { from: 'west', to: 'P_A', claimedS: 300, toleranceS: 0, jointWith: 'set' }),
    toClaim('alone', { from: 'west', to: 'P_A', claimedS: 300, toleranceS: 0 }),
  ];

  it('finds no common origin where each claim has one of its own', () => {
    const { joint, best } = judge(pair);
    expect(best.map((one) => [one.claim, one.origin, one.verdict])).toEqual([
      ['to-b', 'ZONE', 'supported'],
      ['to-a', 'SEAT', 'supported'],
      ['alone', 'SEAT', 'supported'],
    ]);
    expect(joint).toHaveLength(1);
    expect(joint[0]).toMatchObject({ set: 'set', claims: ['to-b', 'to-a'], holdInFreeFlow: [] });
    expect(joint[0]?.origins.map((one) => one.verdict)).toEqual(['impossible', 'impossible']);
  });

  it('takes the worst of the claims from one origin', () => {
    const loose = pair.map((claim) =>
      claim.id === 'to-b' ? { ...claim, claimedS: HAND['off-peak'] * 60 + 1 } : claim,
    );
    const [set] = judge(loose).joint;
    expect(set?.holdInFreeFlow).toEqual(['SEAT']);
    expect(set?.best).toMatchObject({ origin: 'SEAT', verdict: 'off-peak-only' });
  });

  it('takes origins that all claims share, and no set of one', () => {
    const narrow = pair.map((claim) => (claim.id === 'to-a' ? { ...claim, from: 'SEAT' } : claim));
    expect(judge(narrow).joint[0]?.origins.map((one) => one.origin)).toEqual(['SEAT']);
    expect(judge(pair.slice(1)).joint).toEqual([]);
  });

  it('holds in free flow where it holds in free flow only', () => {
    const claims = pair.map((claim) => ({ ...claim, claimedS: HAND['free-flow'] * 60 + 1 }));
    expect(judge(claims).joint[0]?.holdInFreeFlow).toEqual(['SEAT', 'ZONE']);
  });

  it('checks the way between the destinations against what the claims imply', () => {
    const claims = [
      toClaim('near', { from: 'west', to: 'P_A', claimedS: 600, toleranceS: 0, jointWith: 'set' }),
      toClaim('far', { from: 'west', to: 'P_B', claimedS: 600 + 2070, toleranceS: 60, jointWith: 'set' }),
    ];
    const { consistency } = judge(claims);
    expect(consistency.map((one) => [one.level, one.leastS, one.verdict])).toEqual([
      ['signed-limits', 2070, 'violated'], // 1,938 s, and with the rounding 2,010 are due
      ['free-flow', 2070, 'within-rounding'],
      ['off-peak', 2070, 'holds'],
      ['peak', 2070, 'holds'],
    ]);
  });
});

describe('claims are not inputs', () => {
  it('the times are the same whatever is claimed', () => {
    const times = [60, 3600, 86_400].map((claimedS) => judgeOne({ claimedS }).levels);
    expect(times[1]).toEqual(times[0]);
    expect(times[2]).toEqual(times[0]);
  });
});
