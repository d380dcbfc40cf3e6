/** Drawing roads: what a point near a road belongs to, where a line meets the roads, and what becomes of its connections. */
import { describe, expect, it } from 'vitest';
import {
  applyScenario,
  listCrossings,
  measureGeodesicM,
  tryModifications,
  type BuildModification,
  type LonLat,
  type Scenario,
  type ScenarioFile,
} from '../../src/index.ts';
import { changeLine, drawRoad } from '../../web/studio/line-edit.ts';
import { connect, listMeetings, passOver, setNewNode } from '../../web/studio/meetings.ts';
import { findRoadsBefore, toRoads } from '../../web/studio/roads.ts';
import { findSnap } from '../../web/studio/snap.ts';
import {
  A,
  ACROSS,
  B,
  between,
  build,
  C,
  D,
  MID_AB,
  MID_CD,
  SCENE,
  toScenario,
} from '../scenario/drawn-build.ts';
import { findTimeMs } from '../scene/times.ts';
import { DATASET, WITH } from './answer-fixture.ts';

const { dataset } = SCENE;
const ROADS = toRoads(dataset, toScenario());
const NEW = build([], []);
const beside = (at: LonLat, north = 0.0002): LonLat => [at[0], at[1] + north];
const timeOf = (road: BuildModification, from: string, to: string): number =>
  findTimeMs(SCENE, from, to, { scenario: toScenario(road) });

/** It joins both roads at their middle. */
function expectAcross({ interchanges }: BuildModification): void {
  expect(interchanges.map(({ vertex, link }) => [vertex, link])).toEqual([[0, 'ab'], [1, 'cd']]); // prettier-ignore
  for (const { share } of interchanges) expect(share).toBeCloseTo(0.5, 4);
}

describe('a point that is drawn', () => {
  it('belongs to the node near it, else to the road, else to nothing', () => {
    expect(findSnap(ROADS, beside(A), 50)).toEqual({ at: A, node: 'a' });
    const onRoad = findSnap(ROADS, beside(MID_AB), 50);
    expect(onRoad).toMatchObject({ link: 'ab', share: 0.5 });
    expect(measureGeodesicM(onRoad?.at ?? A, MID_AB)).toBeLessThan(0.5);
    expect(findSnap(ROADS, beside(MID_AB), 10)).toBeNull();
    expect(findSnap({ links: [], nodes: [] }, A, 1000)).toBeNull();
  });

  it('has no more decimals than a file may have', () => {
    const snap = findSnap(ROADS, beside(between(A, B, 1 / 3)), 50);
    if (snap === null || !('link' in snap)) throw new Error('no road');
    for (const value of [...snap.at, snap.share]) expect(Math.round(value * 1e6) / 1e6).toBe(value);
  });
});

describe('a road that is drawn', () => {
  it('connects at its ends and passes over everything else, a vertex on a road included', () => {
    const beyond = between(MID_AB, MID_CD, 1.4);
    const road = drawRoad(NEW, [A, MID_CD, beyond], ROADS);
    expect(road.interchanges).toEqual([{ vertex: 0, node: 'a' }]);
    const meetings = listMeetings(ROADS, road);
    expect(meetings.map(({ node, link, connected, vertex }) => [node ?? link, connected, vertex])).toEqual([
      ['a', true, 0],
      ['cd', false, 1],
    ]);
    expect(timeOf(road, 'a', 'c')).toBe(Infinity);
    expectAcross(drawRoad(NEW, [MID_AB, MID_CD], ROADS));
  });

  it('connects where that is chosen, with a vertex there, and passes over again', () => {
    const north: LonLat = beside(MID_AB, 0.02);
    const road = drawRoad(NEW, [north, between(MID_AB, MID_CD, 0.3), MID_CD], ROADS);
    const [first, last] = listMeetings(ROADS, road);
    expect([first?.connected, first?.vertex, last?.connected]).toEqual([false, null, true]);
    if (first === undefined) throw new Error('no crossing');
    const joined = connect(road, first);
    expect(joined.line).toHaveLength(4);
    expect(joined.interchanges.map(({ vertex }) => vertex)).toEqual([1, 3]);
    expect(tryModifications(dataset, toScenario(joined)).modifications[0]?.problems).toEqual([]);
    expect(timeOf(joined, 'a', 'c')).toBeLessThan(Infinity);
    const [again] = listMeetings(ROADS, joined);
    expect(again).toMatchObject({ connected: true, vertex: 1, link: 'ab' });
    const over = again === undefined ? joined : passOver(joined, again);
    expect(over.interchanges.map(({ vertex }) => vertex)).toEqual([3]);
    expect(listMeetings(ROADS, over).map(({ connected }) => connected)).toEqual([false, true]);
  });

  it('meets a node where it crosses near one, once for all roads there', () => {
    const near: LonLat = [A[0] + 0.0001, A[1]];
    const road = drawRoad(NEW, [beside(near, 0.01), beside(near, -0.01)], ROADS);
    const meetings = listMeetings(ROADS, road);
    expect(meetings.map(({ node }) => node)).toEqual(['a']);
    const joined = meetings[0] === undefined ? road : connect(road, meetings[0]);
    expect(tryModifications(dataset, toScenario(joined)).modifications[0]?.problems).toEqual([]);
  });

  it('offers a node of its own to later roads', () => {
    const half = between(A, C, 0.5);
    const road = setNewNode(drawRoad(NEW, [A, half], ROADS), 1, 'half');
    expect(road.interchanges).toEqual([{ vertex: 0, node: 'a' }, { vertex: 1, newNode: 'half' }]); // prettier-ignore
    const after = toRoads(dataset, toScenario(road));
    expect(findSnap(after, beside(half, 0.0001), 50)).toMatchObject({ node: 'half' });
    expect(setNewNode(road, 1, null).interchanges).toHaveLength(1);
  });
});

describe('a road whose line is changed', () => {
  const road = drawRoad(NEW, [MID_AB, between(MID_AB, MID_CD, 0.5), MID_CD], ROADS);

  it('keeps its connections where vertices come, go and move between them', () => {
    const [first, , last] = road.line as [LonLat, LonLat, LonLat];
    const more = changeLine(road, [first, between(first, last, 0.2), beside(last, 0.01), last], ROADS);
    expect(more.interchanges.map(({ vertex, link }) => [vertex, link])).toEqual([[0, 'ab'], [3, 'cd']]); // prettier-ignore
    const less = changeLine(more, [first, last], ROADS);
    expectAcross(less);
  });

  it('connects an end, or a vertex that connected, to what it is moved to, and to nothing off the roads', () => {
    const [first, middle] = road.line as [LonLat, LonLat];
    const moved = changeLine(road, [first, middle, D], ROADS);
    expect(moved.interchanges.at(-1)).toEqual({ vertex: 2, node: 'd' });
    const loose = changeLine(
      moved,
      [first, middle, between(MID_CD, D, 0.5).map((x) => x + 0.01) as unknown as LonLat],
      ROADS,
    );
    expect(loose.interchanges.map(({ vertex }) => vertex)).toEqual([0]);
    const longer = changeLine(road, [...road.line, D], ROADS);
    expect(longer.interchanges.map(({ vertex }) => vertex)).toEqual([0, 2, 3]);
  });

  it('is the same road where nothing changes', () => {
    expect(JSON.stringify(changeLine(road, road.line, ROADS))).toBe(JSON.stringify(road));
  });
});

describe('the roads of a row', () => {
  it('are those that the rows before it leave, what is wrong passed over', () => {
    const file: ScenarioFile = {
      ...{ schema: 'beltway/scenario@2', id: 'mine', title: 'Mine', base: toScenario().date },
      modifications: [ACROSS, build([A], [], { id: 'bad' }), { kind: 'close', links: ['ab'] }],
    };
    const before = (at: number): readonly string[] =>
      findRoadsBefore(dataset, file, at, () => undefined)
        .links.map(({ featureId }) => featureId)
        .toSorted();
    expect(before(0)).toEqual(['ab', 'cd']);
    expect(before(1)).toEqual(['ab', 'cd', 'x.1']);
    expect(before(3)).toEqual(['cd', 'x.1']);
    expect(findRoadsBefore(dataset, { ...file, base: 'gone' }, 1, () => undefined).links).toEqual([]);
  });

  it('of the shipped network are each open stretch once, without ramps', () => {
    const scenario = DATASET.scenarios.find(({ id }) => id === WITH) as Scenario;
    const roads = toRoads(DATASET, scenario);
    const open = applyScenario(DATASET, scenario).links.filter(({ facility }) => facility !== 'ramp');
    const features = roads.links.map(({ featureId }) => featureId);
    expect(new Set(features).size).toBe(features.length);
    expect(new Set(features)).toEqual(new Set(open.map(({ featureId }) => featureId)));
    const line: readonly LonLat[] = [[113.01893, 23.26411], [113.35, 23.05], [113.6, 22.8]]; // prettier-ignore
    const road = drawRoad({ ...NEW, id: 'shipped' }, line, roads);
    const meetings = listMeetings(roads, road);
    expect(meetings.length).toBeGreaterThan(10);
    expect(meetings.length).toBeLessThanOrEqual(listCrossings(roads.links, line).length + line.length);
    const all = meetings.toReversed().reduce(connect, road);
    const tried = tryModifications(DATASET, { ...scenario, id: 'all', modifications: [all] });
    expect(tried.modifications[0]?.problems).toEqual([]);
    expect(all.interchanges.length).toBe(meetings.length);
  });
});
