/**
 * Changing the roads of an area on the page of an imported network, without a browser: how many it would touch, held
 * against another way of counting, and the file that is saved, which commands take and answer alike.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openAreaRoads,
  openGround,
  readNetwork,
  ROAD_STATUS,
  toLinkLine,
  type Area,
  type AreaChange,
  type Box,
  type CityGround,
  type Facility,
  type LonLat,
  type Modification,
} from '../../src/index.ts';
import { toCityArguments } from '../../web/city/command.ts';
import { addArea, listMeant, startFile, toggleRoad, type InHand } from '../../web/city/edit-rows.ts';
import { openPlan } from '../../web/city/plan.ts';
import type { CityQuestion } from '../../web/city/protocol.ts';
import { openDesk } from '../../web/city/reach.ts';
import { toOrdered } from '../../web/studio/order.ts';
import { toFileText } from '../../web/studio/text.ts';
import { DIAGONAL, importTown } from '../city/town.ts';
import { runLater } from '../cli/run.ts';
import { RULES, SHIPPED_VEHICLES } from '../import/drawn-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'beltway-city-area-'));
const town = join(folder, 'town');
const EMPTY: InHand = { file: startFile('Area', '2026-06-01', () => false), open: null };
const ALL: Box = [113, 23, 114, 24];

let ground: CityGround;

beforeAll(async () => {
  await importTown(town);
  const name = readdirSync(town).find((one) => one.endsWith('.bin')) ?? '';
  ground = openGround(readNetwork(readFileSync(join(town, name)), name), RULES, SHIPPED_VEHICLES);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const toArea = ([west, south, east, north]: Box, rule: Area['rule'] = 'touching'): Area => ({
  rule,
  ring: [[west, south], [east, south], [east, north], [west, north]], // prettier-ignore
});

const count = (change: AreaChange, area: Area, rows: readonly Modification[] = []) =>
  openAreaRoads({ ground, profile: 0 }, rows)(change, area);
const total = (area: Area, facilities: readonly Facility[] = [], rows: readonly Modification[] = []) =>
  listMeant(count('close', area, rows), facilities).links;

/** A piece cut to a box by its four sides, one after the other: whether anything of it is left. */
function isCut([x, y]: LonLat, [toX, toY]: LonLat, [west, south, east, north]: Box): boolean {
  let [low, high] = [0, 1];
  for (const [run, room] of [
    [x - toX, x - west],
    [toX - x, east - x],
    [y - toY, y - south],
    [toY - y, north - y],
  ] as const) {
    // prettier-ignore
    if (run === 0 && room < 0) return false;
    if (run < 0) low = Math.max(low, room / run);
    if (run > 0) high = Math.min(high, room / run);
  }
  return low <= high;
}

function countSlowly(box: Box, rule: Area['rule']): number {
  const { links, roads } = ground.network;
  return [...links.from.keys()].filter((link) => {
    const line = toLinkLine(ground.network, link);
    if (roads.status[links.road[link] as number] !== ROAD_STATUS.open) return false;
    if (rule === 'touching') return line.slice(1).some((to, i) => isCut(line[i] as LonLat, to, box));
    return line.every(([x, y]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
  }).length;
}

describe('the roads of an area', () => {
  it('are those that a box has, by another way of counting, touched or within', () => {
    for (let i = 0; i < 40; i += 1) {
      const [x, y] = [113.298 + 0.014 * ((i * 0.618) % 1), 23.088 + 0.012 * ((i * 0.414) % 1)];
      const box: Box = [x, y, x + 0.001 + 0.008 * ((i * 0.271) % 1), y + 0.001 + 0.008 * ((i * 0.733) % 1)];
      for (const rule of ['touching', 'within'] as const)
        expect([box, rule, total(toArea(box, rule))]).toEqual([box, rule, countSlowly(box, rule)]);
    }
  });

  it('are told by kind, and their metres are those of the network', () => {
    const { kinds } = count('close', toArea(ALL));
    const open = [...ground.network.links.from.keys()].filter(
      (link) => ground.network.roads.status[ground.network.links.road[link] as number] === ROAD_STATUS.open,
    );
    expect(kinds.reduce((sum, { links }) => sum + links, 0)).toBe(open.length);
    expect(kinds.every(({ links }) => links > 0)).toBe(true);
    const sumMm = open.reduce((sum, link) => sum + (ground.network.links.lengthMm[link] as number), 0);
    expect(listMeant({ kinds, problems: [] }, []).km).toBeCloseTo(sumMm / 1e6, 9);
    const some = kinds.map(({ facility }) => facility).filter((one) => one !== null);
    expect(some.reduce((sum, one) => sum + total(toArea(ALL), [one]), 0)).toBe(total(toArea(ALL), some));
  });

  it('are those that the rows before leave', () => {
    const rows = [{ kind: 'close', links: ['105'] }, DIAGONAL, { kind: 'close', links: ['nowhere'] }];
    expect(total(toArea(ALL), [], rows as Modification[])).toBe(total(toArea(ALL)) - 3 + 1);
  });

  it('are none where its ring is wrong, and why is said', () => {
    const bow: Area = { rule: 'touching', ring: [[113.3, 23.09], [113.31, 23.1], [113.31, 23.09], [113.3, 23.1]] }; // prettier-ignore
    expect(count('close', bow)).toMatchObject({ kinds: [], problems: [{ code: 'contradiction' }] });
    expect(count('close', toArea([113.5, 23.5, 113.6, 23.6]))).toEqual({ kinds: [], problems: [] });
  });
});

describe('an area that is finished', () => {
  const BOX: Box = [113.3015, 23.0955, 113.3095, 23.1005];

  it('is a row of its own, to which no click on a road adds', () => {
    const one = addArea(EMPTY, 'close', { ...toArea(BOX), facilities: [] });
    expect(one).toEqual({
      file: { ...EMPTY.file, modifications: [{ kind: 'close', area: toArea(BOX) }] },
      open: 0,
    });
    expect(toggleRoad(one, 'close', 'links', '106').open).toBe(1);
    const slow = addArea(one, 'set-speed-factor', { ...toArea(BOX, 'within'), facilities: ['local'] });
    expect(slow.file.modifications[1]).toEqual({ kind: 'set-speed-factor', facilities: ['local'], area: toArea(BOX, 'within'), factor: 0.5 }); // prettier-ignore
  });

  it('touches so many links as were told, and its file is taken and answered by the commands', async () => {
    const asked: CityQuestion = { vehicleClass: 'car', direction: 'from', cutoffsMin: [1], places: [[113.302, 23.0935]] }; // prettier-ignore
    let hand = addArea(EMPTY, 'set-speed-factor', { ...toArea(BOX), facilities: ['local'] });
    hand = addArea(hand, 'change', {
      ...toArea([113.2995, 23.09, 113.303, 23.097]),
      facilities: ['arterial'],
    });
    const text = toFileText(toOrdered(hand.file));
    const file = join(folder, 'area.json');
    writeFileSync(file, text);
    expect((await runLater(['scenario', 'check', file, '--data', town])).err).toBe('');
    const plan = openPlan(ground, 1, [{ name: 'area.json', text }]);
    expect(toFileText(toOrdered(plan.file))).toBe(text);
    const told = listMeant(count('set-speed-factor', toArea(BOX)), ['local']).links;
    const alone = openPlan(ground, 2, [{ name: 'area.json', text: toFileText(toOrdered({ ...hand.file, modifications: hand.file.modifications.slice(0, 1) })) }]); // prettier-ignore
    expect(alone.label.counts).toMatchObject([{ what: 'changed', links: told }]);
    expect(plan.countArea(2)('close', toArea(ALL))).toEqual(count('close', toArea(ALL)));
    const { code, out, err } = await runLater([...toCityArguments(asked, town, 'json', file)]);
    expect([code, err]).toEqual([0, '']);
    expect(openDesk(ground.network, { name: 'plan 1', openFor: plan.openFor }).write(asked, 'json')).toBe(
      out,
    );
    expect(openDesk(ground.network).write(asked, 'json') === out).toBe(false);
  });
});
