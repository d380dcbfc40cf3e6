/** A drawn network with places that scenarios add and move. A car drives at 60 km/h here, a connector takes 2 min a km. */
import { describe, expect, it } from 'vitest';
import { skim } from '../../src/matrix/skim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Plant } from '../../src/model/place.ts';
import type { Modification, Scenario } from '../../src/model/scenario.ts';
import { toSetting } from '../../src/network/setting.ts';
import { DataError } from '../../src/problems.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { addWhatIfPlaces } from '../../src/scenario/what-if.ts';
import { NOW } from '../scene/dataset.ts';
import { drawScene } from '../scene/scene.ts';
import { getSite } from '../scene/times.ts';

const SCENE = drawScene({
  stepM: 1000,
  map: `
    a---------b---------c
    S         P         T
  `,
  roads: `
    | nodes |
    | abc   |
  `,
});

const at = (letter: string): readonly [number, number] => getSite(SCENE, letter).at;

const PLANT: Plant = {
  ...{
    id: 'P',
    kind: 'vehicle',
    name: 'P',
    nameZh: 'P',
    maker: 'P',
    partner: null,
    group: 'g',
    district: 'd',
  },
  ...{
    address: null,
    at: at('P'),
    grade: 'A',
    startOfProduction: '2000',
    capacities: [],
    confidence: 'high',
  },
  sources: [],
};

const DATASET: Dataset = {
  ...SCENE.dataset,
  header: { ...SCENE.dataset.header, groups: [{ id: 'g', name: 'G', nameZh: 'G' }] },
  plants: [PLANT],
};

const SETTING = toSetting(DATASET, { vehicleClass: 'car', trafficState: 'free' });

function toScenario(id: string, ...modifications: readonly Modification[]): Scenario {
  return { ...NOW, id, modifications };
}

/** Whole minutes from S to every plant of the question, in one of its scenarios. */
function listMinutes(asked: Scenario, others: readonly Scenario[] = []): readonly number[] {
  const dataset = addWhatIfPlaces(DATASET, [asked, ...others]);
  const { cells } = skim(dataset, asked, SETTING, [getSite(SCENE, 'S')], dataset.plants, { corners: false });
  return cells.map(({ timeMs }) => Math.round(timeMs / 60_000));
}

const ADD: Modification = { kind: 'add-plant', id: 'Q', title: 'Q', group: 'g', at: at('T') };
const MOVE: Modification = { kind: 'move-plant', plant: 'P', at: at('T') };

describe('a plant', () => {
  it('that is moved is reached where it stands, and only in that scenario', () => {
    expect(listMinutes(NOW)).toEqual([14]);
    expect(listMinutes(toScenario('moved', MOVE), [NOW])).toEqual([24]);
    expect(listMinutes(NOW, [toScenario('moved', MOVE)])).toEqual([14]);
  });

  it('that is added is there in its scenario, and unreachable in the others', () => {
    const added = toScenario('added', ADD);
    expect(listMinutes(added)).toEqual([14, 24]);
    expect(listMinutes(NOW, [added])).toEqual([14, Infinity]);
  });

  it('that two scenarios add at different places stands where each has it', () => {
    const near = toScenario('near', { ...ADD, at: at('P') });
    expect(listMinutes(near, [toScenario('added', ADD)])).toEqual([14, 14]);
    expect(listMinutes(toScenario('added', ADD), [near])).toEqual([14, 24]);
  });

  it('may be moved after it was added, and nothing else is touched', () => {
    const both = toScenario('both', ADD, { ...MOVE, plant: 'Q', at: at('P') });
    expect(listMinutes(both)).toEqual([14, 14]);
    expect(applyScenario(DATASET, both).links).toEqual(applyScenario(DATASET, NOW).links);
  });

  it.each([
    ['has an id that is taken', { ...ADD, id: 'P' }, 'id duplicate-id'],
    ['is of no group', { ...ADD, group: 'x' }, 'group unknown-id'],
    ['lies off the region', { ...ADD, at: [0, 0] }, 'at off-region'],
    ['is not known', { ...MOVE, plant: 'X' }, 'plant unknown-id'],
  ] as readonly (readonly [string, Modification, string])[])(
    'that %s is refused',
    (_, modification, problem) => {
      const act = (): unknown => applyScenario(DATASET, toScenario('bad', modification));
      expect(act).toThrow(DataError);
      try {
        act();
      } catch (error) {
        const found =
          error instanceof DataError ? error.problems.map(({ path, code }) => `${path} ${code}`) : [];
        expect(found).toEqual([`modifications[0].${problem}`]);
      }
    },
  );
});

describe('a supplier', () => {
  const SUPPLIER: Modification = {
    kind: 'add-supplier',
    id: 'X',
    title: 'X',
    keiretsu: 'g',
    tier: 1,
    at: at('S'),
  };

  it('that is added is a record of the question, at a place of its own', () => {
    const { suppliers, zones } = addWhatIfPlaces(DATASET, [NOW, toScenario('with', SUPPLIER)]);
    expect(suppliers.map(({ id, zone, keiretsu, inSet2006 }) => [id, zone, keiretsu, inSet2006])).toEqual([
      ['X', 'X-site', 'g', true],
    ]);
    expect(zones.map(({ id }) => id)).toEqual(['X-site']);
    expect(DATASET.suppliers).toEqual([]);
  });

  it('cannot be of two makers in one question', () => {
    const [one, other] = [toScenario('one', SUPPLIER), toScenario('other', { ...SUPPLIER, keiretsu: null })];
    expect(() => addWhatIfPlaces(DATASET, [one, other])).toThrow('the same in every scenario');
  });
});
