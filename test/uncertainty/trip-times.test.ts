/** Times of a draw against the skim of the same values: equal to the millisecond, wherever the places are moved. */
import { describe, expect, it } from 'vitest';
import { skim } from '../../src/matrix/skim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Link } from '../../src/model/road.ts';
import type { LonLat } from '../../src/model/source.ts';
import { createPlane, listVertexShares } from '../../src/network/local-plane.ts';
import { toRoads } from '../../src/network/road-pieces.ts';
import { toSetting } from '../../src/network/setting.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { listDimensions, type Drawn } from '../../src/uncertainty/dimensions.ts';
import { drawStrata } from '../../src/uncertainty/hypercube.ts';
import { drawRoads, findMovedConnectors, searchTimesTo } from '../../src/uncertainty/trip-times.ts';
import { listLengthsM } from '../../src/uncertainty/lengths.ts';
import { findRoadPoints, listPointsInUse } from '../../src/uncertainty/road-points.ts';
import { createMover } from '../../src/uncertainty/shifts.ts';
import { readAt, readMiddle, toValues, type Values } from '../../src/uncertainty/values.ts';
import { SHIPPED } from '../data-sets.ts';

const PLACES = [...SHIPPED.zones, ...SHIPPED.plants].map(({ id, name, at, grade }) => ({
  id,
  name,
  at,
  grade,
}));

function toDrawn(vehicleClass: string, trafficState: string): Drawn {
  const setting = toSetting(SHIPPED, { vehicleClass, trafficState });
  const states = ['2010-with-belt', '2010-without-belt'].map((id) =>
    applyScenario(SHIPPED, findScenario(SHIPPED, id)),
  );
  const points = listPointsInUse(SHIPPED, states);
  return { dataset: SHIPPED, setting, states, places: PLACES, points, suppliers: SHIPPED.suppliers };
}

/** Degrees by which a draw moves a node. */
function listMoves({ at }: Values): (node: string) => LonLat {
  const { points, numbers, first, second, part } = findRoadPoints(SHIPPED);
  const move = (point: number | undefined): LonLat => {
    const { id, at: from } = points[point ?? -1] ?? expect.fail('no point');
    const to = at.get(id) ?? from;
    return [to[0] - from[0], to[1] - from[1]];
  };
  return (node) => {
    const number = numbers.get(node) ?? -1;
    const [a, b, own] = [move(first[number]), move(second[number]), part[number] ?? NaN];
    return [own * a[0] + (1 - own) * b[0], own * a[1] + (1 - own) * b[1]];
  };
}

/** Nearly every road is drawn from end to end; a point between goes with its part of the way. */
function moveEnds({ geometry, from, to }: Link, moveOf: (node: string) => LonLat): readonly LonLat[] {
  const [tail, head] = [moveOf(from), moveOf(to)];
  const shares = listVertexShares(createPlane(geometry[0] as LonLat), geometry);
  return geometry.map(([lon, lat], i) => {
    const share = shares[i] ?? NaN;
    return [lon + tail[0] + share * (head[0] - tail[0]), lat + tail[1] + share * (head[1] - tail[1])];
  });
}

/** The data set that a draw speaks of, as if it had been loaded so. */
function toEdited(values: Values, state: ReturnType<typeof applyScenario>): Dataset {
  const lengths = listLengthsM(state, values);
  const lengthOf = new Map(state.links.map(({ id }, i) => [id, lengths[i]]));
  const moveOf = listMoves(values);
  return {
    ...values.dataset,
    links: SHIPPED.links.map((link) => ({
      ...link,
      lengthM: lengthOf.get(link.id) ?? link.lengthM,
      geometry: moveEnds(link, moveOf),
    })),
  };
}

function compare(values: Values, scenarioId: string, targets: readonly string[]): number {
  const scenario = findScenario(SHIPPED, scenarioId);
  const state = applyScenario(SHIPPED, scenario);
  const edited = toEdited(values, state);
  const move = createMover(values);
  const connectors = new Map(
    PLACES.map((place) => [place.id, findMovedConnectors(state, place, values.at.get(place.id), move)]),
  );
  // What is off the map has no cell in a skim, and no way in a draw.
  const moved = PLACES.map(({ id, at }) => ({ id, at: values.at.get(id) ?? at }));
  const onMap = moved.filter(({ id }) => connectors.get(id) !== null);
  const ends = onMap.filter(({ id }) => targets.includes(id));
  const table = skim(edited, scenario, values.setting, onMap, ends, { corners: false });
  const roads = drawRoads(toRoads(state), values);
  let compared = 0;
  for (const target of targets) {
    const timesTo = searchTimesTo(roads, connectors.get(target) ?? null);
    for (const { id } of PLACES) {
      const isOn = [id, target].every((one) => onMap.some((place) => place.id === one));
      const wanted = isOn ? table.find(id, target).timeMs : Infinity;
      expect(timesTo(connectors.get(id) ?? null), `${id} → ${target}`).toBe(wanted);
      compared += 1;
    }
  }
  return compared;
}

describe('times of a draw', () => {
  it.each([
    ['car', 'free', '2010-with-belt'],
    ['heavy-truck', 'peak', '2010-without-belt'],
  ])('%s, %s, %s: the middle values give the skim', (vehicle, traffic, scenario) => {
    const drawn = toDrawn(vehicle, traffic);
    const values = toValues(drawn, listDimensions(drawn), readMiddle);
    expect(values.at.size).toBe(0);
    expect(values.untagged.size).toBe(0);
    expect(
      compare(
        values,
        scenario,
        PLACES.map(({ id }) => id),
      ),
    ).toBe(PLACES.length ** 2);
  });

  it.each([0, 1, 2, 3])('draw %i gives the skim of a data set with its values, places moved', (draw) => {
    const drawn = toDrawn(draw % 2 === 0 ? 'car' : 'light-truck', draw < 2 ? 'peak' : 'off-peak');
    const dimensions = listDimensions(drawn);
    const strata = new Map(dimensions.map(({ id }) => [id, drawStrata(id, 4, 99)]));
    const values = toValues(drawn, dimensions, (one) => readAt(one, strata.get(one.id)?.[draw] ?? NaN));
    expect(values.at.size).toBeGreaterThan(300);
    const targets = ['NISSAN_HD1', 'TOYOTA_NS', 'HONDA_ZC', 'Z_SS_LP'];
    expect(compare(values, '2010-with-belt', targets)).toBe(4 * PLACES.length);
  });

  it('has a dimension for everything with a range, each with a source and a grade', () => {
    const drawn = toDrawn('car', 'peak');
    const dimensions = listDimensions(drawn);
    const ids = dimensions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { source, grade, unit, drawn: how } of dimensions)
      for (const text of [source, grade, unit, how]) expect(text).not.toBe('');
    const sources = new Set(SHIPPED.sources.map(({ id }) => id));
    for (const { source } of dimensions) expect(sources).toContain(source);
    for (const start of ['factor:', 'traffic:', 'lengths:', 'radius:', 'angle:', 'tag:'])
      expect(ids.some((id) => id.startsWith(start))).toBe(true);
    expect(listDimensions(toDrawn('car', 'free')).some(({ id }) => id.startsWith('traffic:'))).toBe(false);
  });
});
