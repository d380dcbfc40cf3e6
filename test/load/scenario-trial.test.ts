/** What each modification of a scenario does, and what is wrong with it, on a drawn network. */
import { describe, expect, it } from 'vitest';
import { tryModifications } from '../../src/load/scenario-trial.ts';
import type { Modification } from '../../src/model/scenario.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { A, ACROSS, build, MID_AB, SCENE, toScenario } from '../scenario/drawn-build.ts';

const { dataset } = SCENE;

function tell(...modifications: readonly Modification[]) {
  const tried = tryModifications(dataset, toScenario(...modifications));
  const told = tried.modifications.map(({ problems, features }) =>
    problems.length > 0 ? problems.map(({ path, code }) => `${path} ${code}`) : features,
  );
  return { told, off: tried.sound.modifications.map(({ off }) => off === true), tried };
}

const NO_ROAD = build([MID_AB, A], [], { id: 'free' });
const FAR: Modification = {
  ...{ kind: 'add-supplier', id: 'far', title: 'Far', keiretsu: null, tier: 1 },
  at: [A[0] + 0.3, A[1] + 0.3],
};

describe('the modifications of a scenario', () => {
  it('say which roads they touch and how much they build', () => {
    const { told, off, tried } = tell(ACROSS, { kind: 'close', links: ['ab'] }, { kind: 'change', links: ['cd', 'x.1'], postedKmh: 80 }); // prettier-ignore
    expect(told).toEqual([['x.1'], ['ab'], ['cd', 'x.1']]);
    expect(off).toEqual([false, false, false]);
    expect(tried.modifications.map(({ builtM }) => Math.round(builtM))).toEqual([4000, 0, 0]);
  });

  it('are the very scenario where nothing is wrong', () => {
    const scenario = toScenario(ACROSS);
    expect(tryModifications(dataset, scenario).sound).toBe(scenario);
    const off = toScenario({ ...NO_ROAD, off: true });
    expect(tryModifications(dataset, off).sound).toBe(off);
  });

  it('are switched off one by one where they are wrong, and those after them are tried without them', () => {
    const on = { ...ACROSS, id: 'y', interchanges: [{ vertex: 0, node: 'free-n0' }] };
    const { told, off, tried } = tell(NO_ROAD, ACROSS, { kind: 'close', sections: ['free', 'x'] }, on);
    expect(told).toEqual([
      ['interchanges missing'],
      ['x.1'],
      ['sections[0] unknown-id'],
      ['interchanges[0].node unknown-id'],
    ]);
    expect(off).toEqual([true, false, true, true]);
    const sound = applyScenario(dataset, tried.sound);
    expect(sound.links).toEqual(applyScenario(dataset, toScenario(ACROSS)).links);
  });

  it('tell a day that is none of the scenario as a whole', () => {
    const tried = tryModifications(dataset, { ...toScenario(ACROSS), date: '2010-13' });
    expect(tried.problems.map(({ path }) => path)).toEqual(['date']);
  });

  it('tell a place out of reach of the roads', () => {
    const { told, off, tried } = tell(FAR);
    expect(told).toEqual([['at off-region']]);
    expect(tried.modifications[0]?.problems[0]?.expected).toContain('an accessible road');
    expect(off).toEqual([true]);
  });
});
