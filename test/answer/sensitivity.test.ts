/** What the verdict hangs on, against whole answers of data sets edited by hand. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { toSensitivity } from '../../src/answer/sensitivity.ts';
import { loadDataset } from '../../src/load/index.ts';
import type { Analysis } from '../../src/model/answer.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Flip, TornadoEnds } from '../../src/model/sensitivity.ts';
import { findFirst, toStep } from '../../src/uncertainty/flip.ts';
import { editRegion } from '../load/region.ts';
import { SHIPPED } from '../data-sets.ts';

const LONG = process.env['BELTWAY_LONG'] === '1';

const PARAMETERS: Readonly<Record<string, string>> = {
  'limit:expressway': 'defaultExpresswayKmh',
  'limit:arterial': 'defaultArterialKmh',
  'limit:ramp': 'defaultRampKmh',
};

/** The shipped data with one parameter at another value, made without the room that is tested. */
function edit(parameter: string, value: number): Dataset {
  const [kind = '', facility = ''] = parameter.split(':');
  const one = (old: object): object => ({ ...old, value, low: value, high: value });
  const copy = structuredClone(SHIPPED) as unknown as {
    parameters: Record<string, object>;
    vehicleClasses: { id: string; facilities: Record<string, { factor: object }> }[];
    trafficStates: { id: string; factors: Record<string, object> }[];
  };
  const id = PARAMETERS[parameter] ?? parameter;
  if (copy.parameters[id] !== undefined) copy.parameters[id] = one(copy.parameters[id]);
  else if (kind === 'factor') {
    for (const vehicle of copy.vehicleClasses.filter((vehicleClass) => vehicleClass.id === 'car')) {
      const row = vehicle.facilities[facility];
      if (row !== undefined) row.factor = one(row.factor);
    }
  } else if (kind === 'traffic') {
    for (const state of copy.trafficStates.filter((trafficState) => trafficState.id === 'peak'))
      state.factors[facility] = one(state.factors[facility] ?? {});
  } else throw new Error(parameter);
  return copy as unknown as Dataset;
}

function holds(analysis: Analysis, { verdict, scenario }: Flip): boolean {
  const chart = analysis.flowcharts.find((one) => one.chart === 'automobile' && one.scenario === scenario);
  const node = (indicator: string): boolean => {
    const id = SHIPPED.flowcharts
      .flatMap(({ nodes }) => nodes)
      .find((one) => one.indicator === indicator)?.id;
    return chart?.nodes.find((one) => one.id === id)?.verdict === 'yes';
  };
  if (verdict === 'belt') return node('belt-linked-pairs');
  if (verdict === 'independence') return node('independence-share');
  const [from = '', to = ''] = verdict.slice('pair:'.length).split('-');
  const plants = (group: string): readonly string[] =>
    analysis.destinations.filter((one) => one.group === group).map(({ id }) => id);
  const inUse = SHIPPED.plants.filter(({ kind }) => kind === 'vehicle').map(({ id }) => id);
  const times = analysis.cells.filter(
    (cell) =>
      cell.scenario === scenario &&
      [cell.origin, cell.destination].every((id) => inUse.includes(id)) &&
      plants(from).includes(cell.origin) &&
      plants(to).includes(cell.destination),
  );
  return times.some(({ timeS }) => timeS !== null && timeS <= 3600);
}

describe('the sensitivity of the shipped data at the peak', () => {
  const answer = toSensitivity(SHIPPED, { traffic: 'peak' });
  const ask = (parameter: string, value: number): Analysis =>
    analyse(edit(parameter, value), {
      traffic: 'peak',
      beside: null,
      origins: SHIPPED.plants.map(({ id }) => id).concat(suppliers),
    });
  const suppliers = SHIPPED.suppliers
    .filter(({ inSet2006, zone }) => inSet2006 && zone !== null)
    .map(({ id }) => id);

  const kinds = [
    'factor:expressway',
    'traffic:expressway',
    'traffic:arterial',
    'limit:ramp',
    'connectorSpeedKmh',
    'plazaBarrierS',
  ];
  const found = answer.flips.filter(
    ({ flipAt, parameter, verdict }) =>
      flipAt !== null && kinds.includes(parameter) && !verdict.startsWith('pair:nissan'),
  );

  it('turns verdicts over at many values', () => {
    expect(found.length).toBeGreaterThan(8);
    expect(new Set(found.map(({ parameter }) => parameter)).size).toBeGreaterThan(3);
    expect(found.some(({ inRange }) => inRange)).toBe(true);
  });

  it.each(
    found
      .filter((_, i) => LONG || i % 6 === 0)
      .map((flip) => [`${flip.verdict} in ${flip.scenario} by ${flip.parameter}`, flip] as const),
  )('%s: there it is turned, a step nearer it is not', (_, flip) => {
    const at = flip.flipAt ?? NaN;
    const nearer = Number((at + Math.sign(flip.value - at) * flip.step).toPrecision(12));
    expect(holds(ask(flip.parameter, at), flip)).toBe(!flip.holds);
    expect(holds(ask(flip.parameter, nearer), flip)).toBe(flip.holds);
  });

  it('has bars that are the answers at the ends of the ranges', () => {
    const [bar] = answer.tornado;
    if (bar === undefined) throw new Error('no bar');
    expect(bar.parameter).toBe('traffic:expressway');
    expect(answer.tornado.length).toBe(10);
    const width = ({ atLow, atHigh }: TornadoEnds): number => Math.abs((atHigh ?? NaN) - (atLow ?? NaN));
    const widths = answer.tornado.map(({ swing, meanS }) => {
      return [swing, Math.max(width(meanS.base), width(meanS.build))] as const;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]));
    // What moves no share moves the minutes.
    expect(widths.some(([swing]) => swing === 0)).toBe(true);
    for (const [, minutes] of widths) expect(minutes).toBeGreaterThan(0);
    const { groups } = analyse(edit(bar.parameter, bar.low), {
      traffic: 'peak',
      beside: null,
      origins: suppliers,
    });
    for (const [role, scenario] of [
      ['base', '2010-without-belt'],
      ['build', '2010-with-belt'],
    ] as const) {
      const own = groups.filter((row) => row.scenario === scenario);
      const share = own.filter(({ verdict }) => verdict === 'strict').length / own.length;
      expect(bar[role].atLow).toBeCloseTo(share, 12);
      const mean = own.reduce((sum, { timeS }) => sum + (timeS ?? NaN), 0) / own.length;
      expect(bar.meanS[role].atLow).toBeCloseTo(mean, 2);
    }
    expect(bar.difference.atLow).toBeCloseTo((bar.build.atLow ?? NaN) - (bar.base.atLow ?? NaN), 12);
  });

  it('has a map that agrees with the answer at another cutoff', () => {
    const { heat } = toSensitivity(SHIPPED, { traffic: 'peak', measure: 'iOut' });
    if (heat === null) throw new Error('no map');
    const [value, minutes] = [4, 6];
    const { independence } = analyse(edit('factor:expressway', heat.values[value] ?? NaN), {
      traffic: 'peak',
      cutoffS: (heat.cutoffsMin[minutes] ?? NaN) * 60,
      beside: null,
    });
    for (const { scenario, shares } of heat.rows)
      expect(shares[value]?.[minutes]).toBe(independence.find((one) => one.scenario === scenario)?.iOut);
    // More speed and more time never lose a pair.
    for (const { shares } of answer.heat?.rows ?? [])
      for (const [i, row] of shares.entries()) {
        expect(row).toEqual(row.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
        for (const [k, share] of row.entries()) expect(share).toBeGreaterThanOrEqual(shares[i - 1]?.[k] ?? 0);
      }
  });

  it('has the verdict maps of the whole answer', () => {
    const { verdictMaps } = analyse(SHIPPED, { traffic: 'peak', beside: null });
    expect(answer.verdictMaps).toEqual(verdictMaps);
    expect(verdictMaps.length).toBe(2);
  });

  it('switches the section that closes the loop', () => {
    const [closing] = answer.switches;
    expect(closing?.section).toBe('HL_DC');
    const build = closing?.rows.find(({ scenario }) => scenario === '2010-with-belt');
    expect(build?.open.share).toBe(answer.middle['2010-with-belt']);
    const closed = { ...SHIPPED, links: SHIPPED.links.filter(({ section }) => section !== 'HL_DC') };
    const { independence } = analyse(closed, { traffic: 'peak', beside: null });
    const iOut = independence.find(({ scenario }) => scenario === '2010-with-belt')?.iOut ?? NaN;
    expect(build?.notOpen.verdicts['independence']).toBe(iOut >= 0.5);
    expect(answer.sentence).toContain('Had Hualong');
  });

  it('says the same twice, and nothing of chance', () => {
    expect(toSensitivity(SHIPPED, { traffic: 'peak' })).toEqual(answer);
    expect(JSON.stringify(answer)).not.toMatch(/probab|likely/i);
  });
});

describe('the search for a flip', () => {
  it('finds the first of every place, asking each value once', () => {
    for (const most of [1, 2, 3, 10, 997])
      for (let first = 1; first <= most + 1; first += Math.max(1, Math.floor(most / 7))) {
        const asked: number[] = [];
        const found = findFirst(most, (k) => {
          asked.push(k);
          return k >= first;
        });
        expect(found).toBe(first > most ? null : first);
        expect(new Set(asked).size).toBe(asked.length);
      }
    expect(findFirst(0, () => true)).toBeNull();
  });

  it('goes in round steps', () => {
    expect(
      [
        [0.3, 1],
        [1, 5],
        [5, 120],
        [-2, 2],
        [0, 600],
      ].map((range) => toStep(range as [number, number])),
    ).toEqual([0.0005, 0.002, 0.1, 0.002, 0.5]);
  });
});

describe('a made-up region', () => {
  it('is swept too, and refused without its uncertainty', () => {
    const region = loadDataset(editRegion()).dataset as Dataset;
    const answer = toSensitivity(region);
    expect(answer.scenarios.length).toBe(2);
    expect(() => toSensitivity({ ...region, uncertainty: null })).toThrow('uncertainty.json');
    expect(() => toSensitivity(region, { measure: 'wealth' as never })).toThrow('pairs, iOut, i2');
  });
});
