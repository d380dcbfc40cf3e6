/** A parameter is drawn exactly where some open road's time moves with it. */
import { describe, expect, it } from 'vitest';
import { listLinkTimes } from '../../src/network/link-times.ts';
import { toSetting } from '../../src/network/setting.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { listDimensions, listOrdered, type Dimension, type Drawn } from '../../src/uncertainty/dimensions.ts';
import { listLengthsM } from '../../src/uncertainty/lengths.ts';
import { readMiddle, toValues } from '../../src/uncertainty/values.ts';
import { SHIPPED } from '../data-sets.ts';

function toDrawn(scenarios: readonly string[], trafficState: string): Drawn {
  const setting = toSetting(SHIPPED, { vehicleClass: 'car', trafficState });
  const states = scenarios.map((id) => applyScenario(SHIPPED, findScenario(SHIPPED, id)));
  return { dataset: SHIPPED, setting, states, places: [], points: [], suppliers: [] };
}

/** Times of all links with one dimension away from the middle. */
function timesWith(drawn: Drawn, moved: Dimension | null, at: number): readonly number[] {
  const dimensions = moved === null ? [] : [moved];
  const values = toValues(drawn, dimensions, (one) => (one === moved ? at : readMiddle(one)));
  return drawn.states.flatMap((state) => [
    ...listLinkTimes(values.dataset, state, values.setting, listLengthsM(state, values)),
  ]);
}

describe.each([
  [['2010-without-belt', '2010-with-belt'], 'peak'],
  [['2025-12'], 'free'],
] as const)('roads of %j, %s', (scenarios, traffic) => {
  const drawn = toDrawn(scenarios, traffic);
  const used = listOrdered(drawn);
  const middle = timesWith(drawn, null, 0);

  it('move with every parameter that is listed', () => {
    for (const one of used.filter(({ id }) => id !== 'connectorSpeedKmh')) {
      const at = one.target.kind === 'lengths' ? one.low : 0.7 * one.value;
      expect(timesWith(drawn, one, at), one.id).not.toEqual(middle);
    }
  });

  it('do not move with one that is left out', () => {
    // Every road of every day: what these use and those do not.
    const all = listOrdered(toDrawn(['2001-01', '2010-with-belt', '2025-12'], 'peak'));
    const idle = all.filter(({ id }) => !used.some((one) => one.id === id));
    for (const one of idle) expect(timesWith(drawn, one, 0.7 * one.value), one.id).toEqual(middle);
    expect(idle.length).toBeGreaterThan(0);
  });
});

it('gantries are drawn once they stand, plazas before', () => {
  const listIds = (scenario: string): readonly string[] =>
    listDimensions(toDrawn([scenario], 'peak')).map(({ id }) => id);
  expect(listIds('2010-with-belt')).toContain('plazaEntryS');
  expect(listIds('2010-with-belt')).not.toContain('gantryPassS');
  expect(listIds('2025-12')).toContain('gantryPassS');
  expect(listIds('2025-12')).not.toContain('plazaEntryS');
});

it('a state without a range is swept all the same, and not drawn', () => {
  const drawn = toDrawn(['2010-with-belt'], 'free');
  expect(listOrdered(drawn).map(({ id }) => id)).toContain('traffic:expressway');
  expect(listDimensions(drawn).map(({ id }) => id)).not.toContain('traffic:expressway');
});
