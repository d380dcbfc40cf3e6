/**
 * Changing a scenario on the page of an imported network, without a browser: the road that a click picks, the row that
 * comes of it, and the file that is saved, which commands take and answer alike.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findNearestOnRoads,
  measureGeodesicM,
  openCityRoads,
  openGround,
  readNetwork,
  ROAD_STATUS,
  toLinkLine,
  toUsualKmh,
  type Box,
  type BuildModification,
  type CityGround,
  type Facility,
  type LonLat,
  type ScenarioFile,
} from '../../src/index.ts';
import { toCityArguments } from '../../web/city/command.ts';
import {
  boxAround,
  DEFAULT_FACILITY,
  startFile,
  toggleRoad,
  withEnds,
  type InHand,
} from '../../web/city/edit-rows.ts';
import { putKeptPlan, readKeptPlans, toPlanName } from '../../web/city/kept-plans.ts';
import { meetRoads } from '../../web/city/meet-roads.ts';
import { openPlan } from '../../web/city/plan.ts';
import type { CityQuestion } from '../../web/city/protocol.ts';
import { openDesk } from '../../web/city/reach.ts';
import { drawRoad } from '../../web/studio/line-edit.ts';
import { connect } from '../../web/studio/meetings.ts';
import { toOrdered } from '../../web/studio/order.ts';
import { startRoad, toFacility } from '../../web/studio/road-kind.ts';
import { toFileText } from '../../web/studio/text.ts';
import { DIAGONAL, importTown } from '../city/town.ts';
import { runLater } from '../cli/run.ts';
import { RULES, SHIPPED_VEHICLES } from '../import/drawn-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'beltway-city-edit-'));
const town = join(folder, 'town');
const EMPTY: InHand = { file: startFile('My scenario', '2026-06-01', () => false), open: null };
const ASKED: CityQuestion = {
  ...{ vehicleClass: 'car', direction: 'from', cutoffsMin: [1], places: [[113.302, 23.0999]] },
};
const ALL: Box = [113, 23, 114, 24];
const REACH_M = 60;

let ground: CityGround;

beforeAll(async () => {
  await importTown(town);
  const name = readdirSync(town).find((one) => one.endsWith('.bin')) ?? '';
  ground = openGround(readNetwork(readFileSync(join(town, name)), name), RULES, SHIPPED_VEHICLES);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const listRoads = (modifications: ScenarioFile['modifications'], boxes: readonly Box[]) =>
  openCityRoads({ ground, profile: 0 }, modifications)(boxes);

/** What a click at a point takes with a file in hand. */
function pick({ file }: InHand, at: LonLat) {
  const { links } = listRoads(file.modifications, [boxAround(at, REACH_M)]);
  const near = findNearestOnRoads(links, at, REACH_M);
  return links.find(({ featureId }) => featureId === near?.featureId) ?? null;
}

function click(hand: InHand, kind: 'close' | 'change' | 'set-speed-factor', at: LonLat): InHand {
  const road = pick(hand, at) ?? expect.fail('no road');
  return toggleRoad(hand, kind, 'links', road.featureId, road);
}

describe('the roads near a place', () => {
  it('are those whose boxes meet its box and that are there, with the ends that an interchange may name', () => {
    const { links, roads, nodes } = ground.network;
    const box = boxAround([113.304, 23.0964], 100);
    const expected = [...links.from.keys()].filter((link) => {
      const line = toLinkLine(ground.network, link);
      const [lons, lats] = [line.map(([lon]) => lon), line.map(([, lat]) => lat)];
      const meets =
        Math.min(...lons) <= box[2] &&
        Math.max(...lons) >= box[0] &&
        Math.min(...lats) <= box[3] &&
        Math.max(...lats) >= box[1];
      return meets && roads.status[links.road[link] as number] === ROAD_STATUS.open;
    });
    const near = listRoads([], [box]);
    expect(near.links.map(({ geometry }) => geometry)).toEqual(
      expected.map((link) => toLinkLine(ground.network, link)),
    );
    expect(near.links.map(({ from, to }) => [from, to])).toEqual(
      expected.map((link) =>
        [links.from[link], links.to[link]].map((node) => String(nodes.id[node as number])),
      ),
    );
    expect(near.nodes.map(({ id }) => id)).toContain('6');
    const first = near.links.find(({ featureId }) => featureId === '101');
    expect([first?.names?.['name:en'], first?.postedKmh, first?.facility]).toEqual([
      'Liberation Avenue',
      60,
      'arterial',
    ]);
  });

  it('are those that the rows before leave: without what is closed, with what is built', () => {
    const ids = (rows: ScenarioFile['modifications']) =>
      listRoads(rows, [ALL]).links.map(({ featureId }) => featureId);
    const built = DIAGONAL as unknown as ScenarioFile['modifications'][number];
    const before = ids([]);
    expect(before).toContain('105.1');
    expect(before).not.toContain('111');
    const after = ids([{ kind: 'close', links: ['105'] }, built, { kind: 'close', links: ['nowhere'] }]);
    expect(after.filter((id) => !before.includes(id))).toEqual(['LINK.1']);
    expect(before.filter((id) => !after.includes(id))).toEqual(['105.1', '105.2', '105.3']);
  });
});

describe('a click on the map', () => {
  it('picks the nearest road, of all that there are', () => {
    const { links } = listRoads([], [ALL]);
    for (let i = 0; i < 60; i += 1) {
      const at: LonLat = [113.299 + 0.014 * ((i * 0.618) % 1), 23.0885 + 0.0125 * ((i * 0.414) % 1)];
      const away = links.map(({ featureId, geometry }) => {
        const foot = findNearestOnRoads([{ featureId, geometry }], at, 1e6);
        return { featureId, farM: foot === null ? Infinity : measureGeodesicM(at, foot.at) };
      });
      const least = Math.min(...away.map(({ farM }) => farM));
      const picked = pick(EMPTY, at);
      const farM = away.find(({ featureId }) => featureId === picked?.featureId)?.farM ?? Infinity;
      expect(farM).toBeCloseTo(least <= REACH_M ? least : Infinity, 6);
    }
  });

  it('begins a row, adds to the open one, takes out again, and leaves no empty row', () => {
    const [a, b]: [LonLat, LonLat] = [[113.302, 23.1], [113.306, 23.1]]; // prettier-ignore
    const one = click(EMPTY, 'close', a);
    expect(one).toMatchObject({ open: 0, file: { modifications: [{ kind: 'close', links: ['105.1'] }] } });
    const two = click(one, 'close', b);
    expect(two.file.modifications).toEqual([{ kind: 'close', links: ['105.1', '105.2'] }]);
    const back = toggleRoad(toggleRoad(two, 'close', 'links', '105.2'), 'close', 'links', '105.1');
    expect(back).toEqual({ file: EMPTY.file, open: null });
    const other = click(two, 'set-speed-factor', [113.302, 23.0964]);
    expect(other).toMatchObject({ open: 1 });
    expect(other.file.modifications[1]).toEqual({ kind: 'set-speed-factor', links: ['101'], factor: 0.5 });
    expect(click(other, 'change', [113.302, 23.0964]).file.modifications[2]).toEqual({
      ...{ kind: 'change', links: ['101'], postedKmh: 60 },
    });
    // A road that an earlier row has closed is not there to be changed.
    expect(pick(other, a)?.featureId).not.toBe('105.1');
  });
});

/** A road from the north-east corner of the town to nowhere beyond its south, across three streets. */
const ACROSS: readonly LonLat[] = [[113.308, 23.1], [113.306, 23.085]]; // prettier-ignore

const usualKmh = (facility: Facility): number => toUsualKmh(ground)[facility];

function draw(line: readonly LonLat[]): BuildModification {
  const road = startRoad('road-1', 'New road 1', DEFAULT_FACILITY, usualKmh);
  const near = listRoads([], [ALL]);
  return withEnds(drawRoad(road, line.map(([lon, lat]) => [lon, lat] as const), near)); // prettier-ignore
}

const meet = (road: BuildModification) => meetRoads((boxes) => listRoads([], boxes), road);

describe('a drawn road', () => {
  it('begins as the import would take a road without a sign, and its sign follows its kind', () => {
    expect(toUsualKmh(ground)).toEqual({
      ...{ expressway: 120, 'urban-expressway': 80, arterial: 60, local: 50, ramp: 60 },
    });
    const road = draw(ACROSS);
    expect([road.facility, road.postedKmh]).toEqual(['arterial', 60]);
    expect(toFacility(road, 'expressway', usualKmh).postedKmh).toBe(120);
    expect(toFacility({ ...road, postedKmh: 42 }, 'expressway', usualKmh).postedKmh).toBe(42);
  });

  it('connects at an end that is on a junction or a road, and has a node of its own at one that is not', () => {
    expect(draw(ACROSS).interchanges).toEqual([
      { vertex: 0, node: '3' },
      { vertex: 1, newNode: 'road-1-end' },
    ]);
    const [one] = draw([ACROSS[1] as LonLat, [113.302, 23.0964]]).interchanges.slice(1);
    expect(one).toMatchObject({ vertex: 1, link: '101' });
    expect(one?.share).toBeCloseTo(0.5, 3);
  });

  it('passes over all that it crosses until it is said to connect there', () => {
    const road = draw(ACROSS);
    const met = meet(road);
    expect(met.map(({ names, connected }) => [names[0]?.['name'], connected])).toEqual([
      ['北街', true],
      ['解放大道', false],
      ['南街', false],
      ['河堤路', false],
    ]);
    const crossing = met[2] ?? expect.fail('no crossing');
    const joined = connect(road, crossing);
    expect(joined.line).toHaveLength(3);
    expect(meet(joined).map(({ connected }) => connected)).toEqual([true, false, true, false]);
    const open = (row: BuildModification): number =>
      openPlan(ground, 1, [{ name: 'a.json', text: toFileText({ ...EMPTY.file, modifications: [row] }) }])
        .label.effects[0]?.added ?? 0;
    // Two directions of one stretch, and of two.
    expect([open(road), open(joined)]).toEqual([2, 4]);
  });

  it('is met by what an earlier row has built, and not by what it has closed', () => {
    const first = draw(ACROSS);
    const rows = [{ kind: 'close', links: ['106'] } as const, first];
    const second = withEnds({ ...first, id: 'road-2', line: [[113.304, 23.095], [113.31, 23.088]], interchanges: [] }); // prettier-ignore
    const names = meetRoads((boxes) => listRoads(rows, boxes), second).flatMap((one) =>
      one.names.map(({ name }) => name),
    );
    expect(names).toContain('New road 1');
    expect(names).not.toContain('南街');
    expect(meet(second).flatMap((one) => one.names.map(({ name }) => name))).toContain('南街');
  });
});

describe('the file that is saved', () => {
  it('is taken by the commands, and their answer is that of the page', async () => {
    let hand = click(EMPTY, 'close', [113.302, 23.1]);
    hand = click(hand, 'change', [113.302, 23.0964]);
    hand = toggleRoad(hand, 'set-speed-factor', 'highways', '南街');
    const text = toFileText(toOrdered(hand.file));
    const file = join(folder, 'my-scenario.json');
    writeFileSync(file, text);
    const checked = await runLater(['scenario', 'check', file, '--data', town]);
    expect([checked.code, checked.err]).toEqual([0, '']);
    const plan = openPlan(ground, 1, [{ name: 'my-scenario.json', text }]);
    expect(toFileText(toOrdered(plan.file))).toBe(text);
    expect([plan.label.names.get('105.1')?.['name'], plan.label.effects.length]).toEqual(['北街', 3]);
    const desk = openDesk(ground.network, { name: 'plan 1', openFor: plan.openFor });
    const { code, out, err } = await runLater([...toCityArguments(ASKED, town, 'json', file)]);
    expect([code, err]).toEqual([0, '']);
    expect(desk.write(ASKED, 'json') === out).toBe(true);
    expect(openDesk(ground.network).write(ASKED, 'json') === out).toBe(false);
  });
});

describe('what the browser keeps', () => {
  const plan = (network: string, name: string, text = '{}') => ({ network, files: [{ name, text }] });

  it('is one scenario a name and network, the newest first, and never more than anybody comes back to', () => {
    let all = putKeptPlan([], plan('porto', 'a.json', 'old'));
    for (const one of [plan('town', 'a.json'), plan('porto', 'b.json'), plan('porto', 'a.json', 'new')])
      all = putKeptPlan(all, one);
    const told = (list: typeof all) => list.map((one) => [one.network, toPlanName(one), one.files[0]?.text]);
    expect(told(all)).toEqual([
      ['porto', 'a.json', 'new'],
      ['porto', 'b.json', '{}'],
      ['town', 'a.json', '{}'],
    ]);
    expect(readKeptPlans(JSON.stringify(all))).toEqual(all);
    for (let i = 0; i < 100; i += 1) all = putKeptPlan(all, plan('porto', `${i}.json`));
    expect(told(all).slice(0, 2)).toEqual([
      ['porto', '99.json', '{}'],
      ['porto', '98.json', '{}'],
    ]);
    expect(all.length).toBeLessThan(50);
  });

  it.each([
    ...[null, '', '{', '{}', 'null', '[null]', '[1]', '["x"]', '[{"network":1,"files":[]}]'],
    ...[
      '[{"network":"x","files":[]}]',
      '[{"network":"x","files":[{"name":"a"}]}]',
      '[{"name":"a","text":"b"}]',
    ],
  ])('is nothing where nobody here wrote it: %s', (text) => {
    expect(readKeptPlans(text)).toEqual([]);
  });

  it('leaves the name of a new scenario to one that is kept', () => {
    expect(startFile('My scenario', '2026-06', (id) => id === 'my-scenario')).toMatchObject({
      ...{ id: 'my-scenario-2', title: 'My scenario (2)' },
    });
    expect(startFile('我的方案', '2026-06', (id) => id === 'scenario').id).toBe('scenario-2');
  });
});
