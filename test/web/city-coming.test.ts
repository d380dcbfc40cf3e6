/**
 * Opening roads to come on the page of an imported network, without a browser: which road a click takes, the row that
 * comes of it, and the file that is saved, which commands take and answer alike.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openGround,
  readNetwork,
  ROAD_STATUS,
  type CityGround,
  type Modification,
  type ScenarioFile,
} from '../../src/index.ts';
import { toCityArguments } from '../../web/city/command.ts';
import { setDay, startFile, type InHand } from '../../web/city/edit-rows.ts';
import {
  findComingAt,
  isOpenedBy,
  listCalledSo,
  listSections,
  toggleComing,
} from '../../web/city/open-roads.ts';
import { openPlan } from '../../web/city/plan.ts';
import type { CityQuestion } from '../../web/city/protocol.ts';
import { openDesk } from '../../web/city/reach.ts';
import { listRoadsToCome, toComeLines, type RoadToCome } from '../../web/city/roads-to-come.ts';
import { putRow } from '../../web/studio/rows.ts';
import { toOrdered } from '../../web/studio/order.ts';
import { toFileText } from '../../web/studio/text.ts';
import { runLater } from '../cli/run.ts';
import { drawXml, RULES, SHIPPED_VEHICLES } from '../import/drawn-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'beltway-city-coming-'));
const town = join(folder, 'town');

/** Two rings of open streets; between them roads to come, with and without names. */
const XML = drawXml({
  map: `
    a----b----c----d
    |    |    |    |
    e----f----g----h
    |    |    |    |
    i----j----k----l
  `,
  ways: `
    | nodes | highway      | construction | proposed  | name  | name:en | opening_date |
    | abcd  | residential  |              |           |       |         |              |
    | ijkl  | residential  |              |           |       |         |              |
    | aei   | residential  |              |           |       |         |              |
    | dhl   | residential  |              |           |       |         |              |
    | bf    | construction | secondary    |           |       |         |              |
    | ef    | construction | secondary    |           |       |         |              |
    | gh    | construction | secondary    |           |       |         |              |
    | cg    | proposed     |              | secondary |       |         |              |
    | fj    | construction | motorway     |           | 中路  | Middle  | 2027-06      |
    | gk    | construction | motorway     |           | 中路  | Middle  | 2027-06      |
    | fg    | construction | motorway     |           | 中路  | Middle  |              |
  `,
});
const DAY = '2026-06-01';
const EMPTY: InHand = { file: startFile('Opened', DAY, () => false), open: null };

let ground: CityGround;
let roads: readonly RoadToCome[];

beforeAll(async () => {
  writeFileSync(join(folder, 'drawn.osm'), XML);
  await runLater(['import', 'osm', join(folder, 'drawn.osm'), '--country', 'CN', '--out', town]);
  const name = readdirSync(town).find((one) => one.endsWith('.bin')) ?? '';
  ground = openGround(readNetwork(readFileSync(join(town, name)), name), RULES, SHIPPED_VEHICLES);
  roads = listRoadsToCome(ground.network);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const called = (text: string): RoadToCome => listCalledSo(roads, text)[0] ?? expect.fail(`no ${text}`);
const open = (file: ScenarioFile) =>
  openPlan(ground, 1, [{ name: 'a.json', text: toFileText(toOrdered(file)) }]);

describe('roads to come', () => {
  it('are those of a name, class, state and day; without a name what hangs together', () => {
    const told = roads.map(({ ids, status, opens, names }) => [
      ids,
      names?.['name:en'] ?? null,
      status,
      opens,
    ]);
    expect(told.toSorted((a, b) => Number(a[0]?.[0]) - Number(b[0]?.[0]))).toEqual([
      [['105', '106'], null, 'construction', null],
      [['107'], null, 'construction', null],
      [['108'], null, 'proposed', null],
      [['109', '110'], 'Middle', 'construction', '2027-06'],
      [['111'], 'Middle', 'construction', null],
    ]);
    // Those with a name first, each kind from the longest down.
    expect(roads.map(({ names }) => names !== null)).toEqual([true, true, false, false, false]);
    for (const [i, { lengthM }] of roads.entries())
      if (i > 0 && i !== 2) expect(lengthM).toBeLessThanOrEqual(roads[i - 1]?.lengthM ?? 0);
    const { links, roads: table } = ground.network;
    const toCome = [...links.road].filter((road) => table.status[road] !== ROAD_STATUS.open).length;
    expect(roads.reduce((sum, one) => sum + one.links, 0)).toBe(toCome);
    expect(toComeLines(roads).features).toHaveLength(roads.length);
  });

  it('are found by a click near enough, by name in any language and by way', () => {
    const [at = [0, 0]] = called('106').lines[0] ?? [];
    expect(findComingAt(roads, at, 1)?.ids).toContain('106');
    expect(findComingAt(roads, [at[0] + 1, at[1]], 500)).toBeNull();
    expect([listCalledSo(roads, ' middle '), listCalledSo(roads, '中路')].map((list) => list.length)).toEqual(
      [2, 2],
    );
    expect(listCalledSo(roads, 'Nowhere')).toEqual([]);
  });
});

describe('a road to come that is taken', () => {
  it('begins a row, joins the open one, goes out of it, and leaves no empty row', () => {
    const one = toggleComing(EMPTY, [called('105')]);
    expect(one).toMatchObject({ open: 0, file: { modifications: [{ kind: 'set-dates', sections: ['105', '106'], opened: null, closed: null }] } }); // prettier-ignore
    const two = toggleComing(one, [called('107')]);
    expect(two.file.modifications).toMatchObject([{ sections: ['105', '106', '107'] }]);
    const elsewhere = { ...two, open: null };
    expect(toggleComing(elsewhere, [called('105')])).toMatchObject({ open: 0, file: { modifications: [{ sections: ['107'] }] } }); // prettier-ignore
    const back = toggleComing(toggleComing(two, [called('105')]), [called('107')]);
    expect(back).toEqual({ file: EMPTY.file, open: null });
    const own = toggleComing(elsewhere, [called('108')]);
    expect(own).toMatchObject({ open: 1, file: { modifications: [{}, { sections: ['108'] }] } });
  });

  it('is all of them at once: those that no row has, and out again where rows have all', () => {
    const one = { ...toggleComing(EMPTY, [called('108')]), open: null };
    const all = toggleComing(one, roads);
    expect(all.file.modifications).toHaveLength(2);
    expect(roads.every((road) => isOpenedBy(all.file, road))).toBe(true);
    const { counts } = open(all.file).label;
    expect(counts.map(({ what, links }) => [what, links])).toEqual([
      ['opened', roads.reduce((sum, { links }) => sum + links, 0)],
    ]);
    expect(toggleComing(all, roads).file.modifications).toEqual([]);
  });

  it('counts from its day on alone, and is none where its row is off', () => {
    const { file } = toggleComing(EMPTY, [called('105')]);
    const [row] = file.modifications;
    const counts = (more: object): number =>
      open({ ...file, modifications: [{ ...row, ...more }] as ScenarioFile['modifications'] }).label.counts
        .length;
    expect([counts({}), counts({ opened: '2026-06-02' }), counts({ opened: DAY }), counts({ closed: DAY }), counts({ off: true })]).toEqual([1, 0, 1, 0, 0]); // prettier-ignore
    expect(isOpenedBy({ ...file, modifications: [{ ...row, off: true }] as ScenarioFile['modifications'] }, called('105'))).toBe(false); // prettier-ignore
  });

  it('opens as the day of the scenario is moved on to its own', () => {
    const { file, open: at } = toggleComing(EMPTY, [called('109')]);
    const dated = {
      file: putRow(file, at ?? 0, { ...file.modifications[0], opened: '2027-06' } as Modification),
      open: at,
    };
    const count = (day: string): number => open(setDay(dated.file, day)).label.counts.length;
    expect([count(DAY), count('2027-05'), count('2027-06-29'), count('2027-06-30'), count('2027-06')]).toEqual([0, 0, 0, 1, 1]); // prettier-ignore
    expect(setDay(file, '2027')).toBe(file);
    expect(setDay({ ...file, base: 'another' }, '2027-06').base).toBe('another');
  });

  it('is known in a row that names it otherwise', () => {
    const row = { kind: 'set-dates', sections: ['中路', '101'], opened: null, closed: null } as const;
    const { roads: own, others } = listSections(row, roads);
    expect([own, others]).toEqual([roads.filter(({ names }) => names !== null), ['101']]);
    const named = { ...EMPTY, file: { ...EMPTY.file, modifications: [row] } };
    expect(toggleComing(named, [called('109')]).file.modifications).toMatchObject([{ sections: ['101'] }]);
  });
});

describe('the file that is saved', () => {
  it('is taken by the commands, and their answer is that of the page', async () => {
    const asked: CityQuestion = { vehicleClass: 'car', direction: 'from', cutoffsMin: [1], places: [[...(called('106').lines[0]?.[0] ?? [0, 0])]] }; // prettier-ignore
    const text = toFileText(toOrdered(toggleComing(EMPTY, [called('106'), called('109')]).file));
    const file = join(folder, 'opened.json');
    writeFileSync(file, text);
    expect((await runLater(['scenario', 'check', file, '--data', town])).err).toBe('');
    const plan = openPlan(ground, 1, [{ name: 'opened.json', text }]);
    expect(toFileText(toOrdered(plan.file))).toBe(text);
    const { code, out, err } = await runLater([...toCityArguments(asked, town, 'json', file)]);
    expect([code, err]).toEqual([0, '']);
    expect(openDesk(ground.network, { name: 'plan 1', openFor: plan.openFor }).write(asked, 'json')).toBe(
      out,
    );
    expect(openDesk(ground.network).write(asked, 'json') === out).toBe(false);
  });
});
