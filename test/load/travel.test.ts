/** Vehicle classes, traffic states, tariffs and parameters: ranges, units, and that a bigger vehicle is never faster. */
import { describe, expect, it } from 'vitest';

import { loadDataset } from '../../src/load/index.ts';
import { type Edit, editRegion, type Expected, GONE, listTold, toMatch } from './region.ts';

const CAR = 'vehicle-classes/car.json';
const TRUCK = 'vehicle-classes/light-truck.json';
const PEAK = 'traffic-states/peak.json';
const TOLLS = 'tariffs.json';
const PARAMETERS = 'parameters.json';
const NOT_FASTER = 'a speed nowhere above that of car, a smaller vehicle';
const TIMES = { unit: 'times the free-flow running time', source: 'made-up', grade: 'assumed' };

const CASES: readonly (readonly [name: string, edits: readonly Edit[], problems: readonly Expected[]])[] = [
  [
    'a class without a facility',
    [[CAR, 'facilities.ramp', GONE]],
    [['missing', 'facilities.ramp', 'speeds on a facility']],
  ],
  [
    'a class with a facility of its own',
    [[CAR, 'facilities.ferry', {}]],
    [['unknown-key', 'facilities.ferry', 'one of the keys expressway']],
  ],
  [
    'a factor above its high',
    [[CAR, 'facilities.local.factor.value', 0.8]],
    [['contradiction', 'facilities.local.factor.value', 'from 0.65 (its low) to 0.75 (its high)']],
  ],
  [
    'a factor of 0',
    [[CAR, 'facilities.local.factor.low', 0]],
    [['out-of-range', 'facilities.local.factor.low', '0.3 to 1.2']],
  ],
  [
    'a factor in per cent',
    [[CAR, 'facilities.local.factor.value', 70]],
    [['out-of-range', 'facilities.local.factor.value', '0.3 to 1.2']],
  ],
  [
    'a factor with a unit of speed',
    [[CAR, 'facilities.local.factor.unit', 'km/h']],
    [['out-of-range', 'facilities.local.factor.unit', 'share or times']],
  ],
  [
    'a legal limit of 0',
    [[CAR, 'facilities.local.legalKmh', 0]],
    [['out-of-range', 'facilities.local.legalKmh', 'km/h, 10 to 150']],
  ],
  [
    'a truck faster where no sign stands',
    [[TRUCK, 'unsigned.noCentreLine.urbanKmh', 40]],
    [['contradiction', 'unsigned.noCentreLine.urbanKmh', 'at most 30, the limit of car']],
  ],
  ['a class of no size', [[CAR, 'size', 0]], [['out-of-range', 'size', 'a whole number']]],
  [
    'free flow that is not free',
    [['traffic-states/free.json', 'factors.ramp.high', 1.1]],
    [['contradiction', 'factors.ramp', 'a factor of 1 throughout']],
  ],
  [
    'free flow with rows of a class',
    [['traffic-states/free.json', 'byVehicleClass.car', {}]],
    [['contradiction', 'byVehicleClass', 'as flow is free']],
  ],
  [
    'a unit that hides something',
    [[CAR, 'facilities.local.factor.unit', 'share of the l\uD800imit']],
    [['out-of-range', 'facilities.local.factor.unit', 'share or times']],
  ],
  [
    'a state that speeds up',
    [[PEAK, 'factors.local.low', 0.9]],
    [['out-of-range', 'factors.local.low', '1 to 5']],
  ],
  [
    'a state without a facility',
    [[PEAK, 'factors.local', GONE]],
    [['missing', 'factors.local', 'factor on running time']],
  ],
  [
    'a state with its range turned',
    [
      [PEAK, 'factors.local.low', 2],
      [PEAK, 'factors.local.high', 1.6],
    ],
    [['contradiction', 'factors.local.value', 'from 2 (its low) to 1.6']],
  ],
  [
    'a class of vehicles under no facility',
    [[PEAK, 'byVehicleClass.car', { ferry: {} }]],
    [['unknown-key', 'byVehicleClass.car.ferry', 'one of the keys expressway']],
  ],
  [
    'a tariff without a rate for a class',
    [[TOLLS, 'tariffs[0].periods[0].perKmCny.3', GONE]],
    [['missing', 'tariffs[0].periods[0].perKmCny["3"]', 'toll class 3']],
  ],
  [
    'a negative rate',
    [[TOLLS, 'tariffs[0].periods[0].perKmCny.1', -1]],
    [['out-of-range', 'tariffs[0].periods[0].perKmCny["1"]', 'CNY per km']],
  ],
  [
    'a period that ends before it begins',
    [[TOLLS, 'tariffs[0].periods[0].from', '2008-01-01']],
    [['contradiction', 'tariffs[0].periods[0].to', 'a day after 2008-01-01']],
  ],
  [
    'a period that begins before the one before ends',
    [[TOLLS, 'tariffs[0].periods[1].from', '2007-12-31']],
    [['contradiction', 'tariffs[0].periods[1].from', 'a day not before 2008-01-01']],
  ],
  [
    'a period after one without an end',
    [[TOLLS, 'tariffs[0].periods[0].to', null]],
    [['contradiction', 'tariffs[0].periods[1].from', 'the end of the period before, which has none']],
  ],
  [
    'a period of no day',
    [[TOLLS, 'tariffs[0].periods[0].from', '2007-09']],
    [['out-of-range', 'tariffs[0].periods[0].from', 'YYYY-MM-DD']],
  ],
  [
    'no period',
    [[TOLLS, 'tariffs[0].periods', []]],
    [['out-of-range', 'tariffs[0].periods', 'at least one']],
  ],
  [
    'a missing parameter',
    [[PARAMETERS, 'parameters.gateS', GONE]],
    [['missing', 'parameters.gateS', 'gate']],
  ],
  [
    'an unknown parameter',
    [[PARAMETERS, 'parameters.gateH', 1]],
    [['unknown-key', 'parameters.gateH', 'one of the keys connectorSpeedKmh']],
  ],
  [
    'a parameter in another unit',
    [[PARAMETERS, 'parameters.cutoffS.unit', 'min']],
    [['out-of-range', 'parameters.cutoffS.unit', '"s"']],
  ],
  [
    'a parameter outside its range',
    [[PARAMETERS, 'parameters.plazaExitS.value', 500]],
    [['contradiction', 'parameters.plazaExitS.value', 'from 30 (its low) to 120']],
  ],
  [
    'a share above 1',
    [[PARAMETERS, 'parameters.secondBestShare.value', 70]],
    [['out-of-range', 'parameters.secondBestShare.value', '0 to 1']],
  ],
  [
    'a radius above the greatest',
    [
      [
        PARAMETERS,
        'parameters.connectorRadiusMaxM',
        { value: 4000, unit: 'm', low: 4000, high: 4000, source: 'made-up', grade: 'assumed' },
      ],
    ],
    [['contradiction', 'parameters.connectorRadiusMaxM.value', 'not below the connector radius of 5000 m']],
  ],
];

/** Edits of the truck on a facility, and whether it then is somewhere faster than the car (0.7, no limit, no cap on local). */
const SPEEDS: readonly (readonly [name: string, edits: readonly Edit[], isFaster: boolean])[] = [
  ['a factor as the car has', [[TRUCK, 'facilities.local.factor.value', 0.7]], false],
  [
    'a factor above the car, in the middle',
    [
      [TRUCK, 'facilities.arterial.factor.value', 0.8],
      [TRUCK, 'facilities.arterial.factor.high', 0.85],
      [CAR, 'facilities.arterial.factor.value', 0.79],
    ],
    true,
  ],
  ['a factor above the car, at its high', [[TRUCK, 'facilities.local.factor.high', 0.76]], true],
  [
    'a factor above the car, at its low',
    [
      [TRUCK, 'facilities.local.factor.low', 0.65],
      [CAR, 'facilities.local.factor.low', 0.6],
    ],
    true,
  ],
  ['no legal limit beside a limited car', [[TRUCK, 'facilities.expressway.legalKmh', null]], true],
  [
    'no legal limit but a cap below the car',
    [
      [TRUCK, 'facilities.expressway.legalKmh', null],
      [TRUCK, 'facilities.expressway.capKmh', 100],
    ],
    false,
  ],
  [
    'a row of its own in the peak, beside a slower car',
    [[PEAK, 'byVehicleClass.car', { ramp: { value: 2, low: 2, high: 2, ...TIMES } }]],
    true,
  ],
  ['a lower legal limit but a cap on the car below it', [[CAR, 'facilities.expressway.capKmh', 60]], true],
];

describe('travel', () => {
  it.each(CASES)('%s', (_, edits, problems) => {
    expect(listTold(...edits)).toEqual(toMatch(problems));
  });

  it.each(SPEEDS)('a truck with %s', (_, edits, isFaster) => {
    const { problems } = loadDataset(editRegion(...edits));
    const faster = problems.filter(({ expected }) => expected.startsWith(NOT_FASTER));
    expect(faster.map(({ file }) => file).includes(TRUCK)).toBe(isFaster);
    expect(problems.every(({ code }) => code === 'contradiction')).toBe(true);
  });
});
