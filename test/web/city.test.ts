/** The page of an imported network without a browser: its files against the command, its address, its block of roads. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNetwork, ROAD_STATUS, type ImportedNetwork } from '../../src/index.ts';
import { PALETTES } from '../../web/flavor/colours.ts';
import { chainLinks } from '../../web/city/chains.ts';
import { readCityAddress, readCutoff, readPoint, toCityAddress } from '../../web/city/address.ts';
import { toCityArguments, toCityCommand } from '../../web/city/command.ts';
import { toChangeColours } from '../../web/city/change-colours.ts';
import { toReachColours, toRoadLook } from '../../web/city/look.ts';
import { toLabel } from '../../web/city/network-label.ts';
import { toOwnColumns, OWN_WORDS } from '../../web/city/own-columns.ts';
import type { CityQuestion } from '../../web/city/protocol.ts';
import { openDesk, type ReachDesk } from '../../web/city/reach.ts';
import { LINK_BASE, RANKS, STRETCH_WORDS, toMercator, toRoadColumns } from '../../web/city/road-columns.ts';
import { toWidth } from '../../web/city/road-layer.ts';
import { findLeast, toTable } from '../../web/city/road-times.ts';
import { toRoadNames } from '../../web/city/road-names.ts';
import { NO_WAY_S } from '../../web/city/shaders.ts';
import { keepPoints } from '../../web/city/simplify.ts';
import { DEFAULT_CITY, toCutoffs } from '../../web/city/state.ts';
import { importTown } from '../city/town.ts';
import { runLater } from '../cli/run.ts';
import { createRandom } from '../scene/random.ts';
import { measureContrast, measureSeen, SIGHT_NAMES } from './flavor-math.ts';

const folder = mkdtempSync(join(tmpdir(), 'beltway-city-page-'));
const town = join(folder, 'town');
let network: ImportedNetwork;
let desk: ReachDesk;

beforeAll(async () => {
  await importTown(town);
  const name = readdirSync(town).find((one) => one.endsWith('.bin')) ?? '';
  network = readNetwork(readFileSync(join(town, name)), name);
  desk = openDesk(network);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const A = [113.302, 23.098] as const;
const B = [113.306, 23.093] as const;
const ASKED: CityQuestion = { vehicleClass: 'car', direction: 'from', cutoffsMin: [1, 2], places: [A] };

describe('files of the page', () => {
  it.each([
    ['one place', ASKED],
    ['one place by truck, driven to', { ...ASKED, vehicleClass: 'heavy-truck', direction: 'to' as const }],
    ['two places', { ...ASKED, cutoffsMin: [1], places: [A, B] }],
  ])('are the bytes of the command: %s', async (_, asked) => {
    for (const kind of ['geojson', 'json', 'csv'] as const) {
      const { code, out, err } = await runLater([...toCityArguments(asked, town, kind)]);
      expect([code, err]).toEqual([0, '']);
      expect(desk.write(asked, kind) === out).toBe(true);
    }
  });

  it('name a place that looks like an option so that the command takes it', () => {
    const asked = { ...ASKED, places: [[-8.61, 41.15] as const] };
    expect(toCityCommand(asked, null, 'json')).toBe(
      'npx beltway isochrone --data FOLDER --direction from --cutoff 1,2 --format json -- -8.61,41.15',
    );
    const two = { ...asked, places: [...asked.places, [-8.6, 41.1] as const] };
    expect(toCityCommand(two, '/my maps', 'json')).toContain("'/my maps'");
    expect(toCityArguments(two, null, 'json').at(-1)).toBe('--origins=-8.61,41.15,-8.6,41.1');
  });
});

describe('an answer', () => {
  it('gives times that the page does not have, and a place off the roads its limit', () => {
    const { sides, reach, overlap } = desk.answer(ASKED, []);
    const [side] = sides;
    expect(side?.seconds).toHaveLength(4 * network.links.from.length);
    expect([reach?.bands.length, overlap]).toEqual([2, null]);
    expect(desk.answer(ASKED, [side?.key ?? '']).sides[0]?.seconds).toBeNull();
    const off = desk.answer({ ...ASKED, places: [A, [110, 20]] }, []);
    expect(off.off).toEqual([null, { limitM: network.notes.connectors.limitM }]);
    expect([off.reach, off.overlap, off.sides[1]]).toEqual([null, null, null]);
    expect(off.sides[0]).not.toBeNull();
  });
});

describe('the address', () => {
  it('says the question and is read back', () => {
    const choice = {
      ...DEFAULT_CITY,
      ...{ vehicleClass: 'heavy-truck', direction: 'to' as const, cutoffMin: 25 },
      ...{ first: A, second: B, folder: '/my maps/porto' },
    };
    expect(readCityAddress(toCityAddress(choice))).toEqual(choice);
    expect(readCityAddress('city')).toEqual(DEFAULT_CITY);
    expect(readCityAddress('city&1&cutoff=0&first=500,3&direction=up&second=%E0%A4%A')).toEqual(DEFAULT_CITY);
  });

  it.each([
    ['113.26, 23.13', [113.26, 23.13]],
    [' -8.6100001;41.15 ', [-8.61, 41.15]],
    ['181,0', null],
    ['113.26', null],
    ['north', null],
  ])('reads %s', (text, point) => expect(readPoint(text)).toEqual(point));

  it('reads whole minutes of the slider alone', () => {
    expect(['1', '60', '61', '0', '2.5', '', 'x'].map(readCutoff)).toEqual([
      1,
      60,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([1, 2, 3, 10, 60].map(toCutoffs)).toEqual([[1], [1, 2], [1, 2, 3], [3, 7, 10], [20, 40, 60]]);
  });
});

describe('the block of roads', () => {
  it('holds every open road in each level, the greater ones last', () => {
    const { stretches, levels, links } = toRoadColumns(network);
    const { road } = network.links;
    const isOpen = (link: number): boolean => network.roads.status[road[link] ?? 0] === ROAD_STATUS.open;
    const open = [...road.keys()].filter(isOpen);
    expect([links, open.length < links]).toEqual([road.length, true]);
    expect(levels.map(({ upTo }) => upTo)).toEqual([11.25, 13.5, Infinity]);
    const all = levels.flatMap(({ runs }) => runs);
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(stretches.length / STRETCH_WORDS);
    for (const { runs } of levels) {
      const ranks = runs.map(({ rank }) => RANKS.indexOf(rank));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      const drawn = new Map<number, number>();
      for (const { from, count } of runs) {
        for (let i = from; i < from + count; i += 1) {
          const [start = -1, end = -1, high = 0, low = 0] = stretches.subarray(STRETCH_WORDS * i + 4);
          const link = high * LINK_BASE + low;
          // Stretches of a link follow each other without a gap.
          expect(start).toBe(drawn.get(link) ?? 0);
          drawn.set(link, end);
        }
      }
      expect([...drawn.keys()].toSorted((a, b) => a - b)).toEqual(open);
      expect([...drawn.values()].every((end) => end === 1)).toBe(true);
    }
  });

  it('leaves out points that are nearer to the line than the tolerance', () => {
    const random = createRandom(3);
    for (let tried = 0; tried < 50; tried += 1) {
      const length = random.int(2, 30);
      const [xs, ys] = [new Float64Array(length), new Float64Array(length)];
      for (let i = 0; i < length; i += 1) [xs[i], ys[i]] = [i * 10, random.int(-20, 20)];
      const kept = keepPoints(xs, ys, 8);
      expect([kept[0], kept.at(-1)]).toEqual([0, length - 1]);
      for (let i = 0; i < length; i += 1) {
        const after = kept.find((one) => one >= i) ?? length - 1;
        const before = kept.findLast((one) => one <= i) ?? 0;
        const part = after === before ? 0 : (i - before) / (after - before);
        const between = (ys[before] ?? 0) + part * ((ys[after] ?? 0) - (ys[before] ?? 0));
        // The distance to the line is no more than that straight up or down, which is little more here.
        expect(Math.abs((ys[i] ?? 0) - between)).toBeLessThanOrEqual(8 * Math.hypot(1, 4));
      }
      expect(keepPoints(xs, ys, 1e9)).toEqual([0, length - 1]);
    }
  });

  it('names the greater roads in the languages that the map has', () => {
    const { features } = toRoadNames(network);
    const avenue = features.find(({ properties }) => properties?.['en'] === 'Liberation Avenue');
    expect(avenue?.properties).toMatchObject({ zh: '解放大道', rank: RANKS.indexOf('arterial') });
    expect(features.some(({ properties }) => properties?.['en'] === 'North Street')).toBe(false);
  });

  it('chains links that meet end to end, each in one chain', () => {
    const random = createRandom(9);
    for (let tried = 0; tried < 40; tried += 1) {
      const count = random.int(1, 25);
      const nodes = (): number[] => Array.from({ length: count }, () => random.int(0, 9));
      const ends = { from: nodes(), to: nodes() };
      const chains = chainLinks([...ends.from.keys()], ends);
      const links = chains.flat().map(({ link }) => link);
      expect(links.toSorted((a, b) => a - b)).toEqual([...ends.from.keys()]);
      for (const chain of chains) {
        const passed = chain.map(({ link, isTurned }) => {
          const [from, to] = [ends.from[link], ends.to[link]];
          return isTurned ? [to, from] : [from, to];
        });
        for (const [i, [start]] of passed.slice(1).entries()) expect(start).toBe(passed[i]?.[1]);
      }
    }
    // One street of three links, one of them drawn the other way, is one chain.
    expect(chainLinks([0, 1, 2], { from: [5, 7, 7], to: [6, 6, 8] })).toHaveLength(1);
  });

  it('cuts what a place joins itself with the seconds at its ends', () => {
    const { sides } = desk.answer(ASKED, []);
    const own = toOwnColumns([null, sides[0] ?? null], toMercator(...A));
    expect(own.length % OWN_WORDS).toBe(0);
    expect(own.length).toBeGreaterThan(0);
    // It is the second place: the first has no way along its stretches.
    const times = own.subarray(STRETCH_WORDS, OWN_WORDS);
    expect([...times.subarray(0, 2)]).toEqual([NO_WAY_S, NO_WAY_S]);
    expect(Math.max(...times.subarray(2))).toBeLessThan(600);
  });

  it('knows how near a run of roads is', () => {
    const { stretches, levels } = toRoadColumns(network);
    const seconds = desk.answer(ASKED, []).sides[0]?.seconds ?? expect.fail('no times');
    const links = [...network.links.from.keys()].filter(
      (link) => network.roads.status[network.links.road[link] ?? 0] === ROAD_STATUS.open,
    );
    const all = links.flatMap((link) => [...seconds.subarray(4 * link, 4 * link + 4)]);
    for (const { runs } of levels) {
      const nearest = runs.map((run) => findLeast(run, stretches, seconds));
      expect(Math.min(...nearest)).toBe(Math.min(...all));
    }
  });

  it('writes no way as a number beyond every cutoff', () => {
    const table = toTable(Float32Array.of(5, 7, Infinity, Infinity), 1);
    expect([...table]).toEqual([5, 7, NO_WAY_S, NO_WAY_S]);
    expect([...toTable(null, 2)]).toEqual(Array.from({ length: 8 }, () => NO_WAY_S));
  });
});

describe('the look', () => {
  it('grows with the zoom, and greater roads are wider', () => {
    for (const zoom of [3, 9, 10.4, 12, 15, 18, 22]) {
      const widths = RANKS.map((rank) => toWidth(rank, zoom));
      expect(widths).toEqual(widths.toSorted((a, b) => a - b));
      expect(toWidth('local', zoom + 1)).toBeGreaterThanOrEqual(toWidth('local', zoom));
    }
  });

  it.each(['light', 'dark'] as const)('sets what is reached off the land in %s', (theme) => {
    const { byTime, both, first, second } = toReachColours(PALETTES[theme]);
    for (const colour of [...byTime, both, first, second])
      expect(measureContrast(colour, PALETTES[theme].land), colour).toBeGreaterThanOrEqual(3);
  });

  it.each(['light', 'dark'] as const)('tells minutes won and lost apart in every sight in %s', (theme) => {
    const colours = toChangeColours(theme);
    const palette = PALETTES[theme];
    const apart = (one: string, other: string): number =>
      Math.min(...SIGHT_NAMES.map((sight) => measureSeen(one, other, sight)));
    expect(colours).toHaveLength(9);
    for (const [i, colour] of colours.entries()) {
      expect(measureContrast(colour, palette.land), colour).toBeGreaterThanOrEqual(3);
      expect(apart(colour, palette.belt), colour).toBeGreaterThanOrEqual(8);
      for (const other of colours.slice(i + 1, 7))
        expect(apart(colour, other), `${colour} ${other}`).toBeGreaterThan(8);
    }
    for (const i of [0, 1, 2])
      expect(apart(colours[i] ?? '', colours[6 - i] ?? '')).toBeGreaterThanOrEqual(20);
    expect(toRoadLook(theme, ASKED, 'difference').changes).toHaveLength(9);
    expect(toRoadLook(theme, ASKED, 'with').changes).toBeNull();
  });

  it('shades one place by thirds of the time, and two by whose they are', () => {
    const look = toRoadLook('light', { ...ASKED, cutoffsMin: [3, 7, 10] });
    expect([look.shadesS, look.cutoffS, look.isTwo]).toEqual([[180, 420], 600, false]);
    expect(toRoadLook('light', { ...ASKED, cutoffsMin: [1] }).shadesS).toEqual([60, 60]);
    expect(toRoadLook('light', { ...ASKED, cutoffsMin: [1, 2] }).shadesS).toEqual([60, 120]);
    expect(toRoadLook('light', { ...ASKED, places: [A, B] }).isTwo).toBe(true);
    expect(toRoadLook('light', null).cutoffS).toBeLessThan(0);
  });
});

describe('the label', () => {
  it('says whose roads they are, and begins on one of them', () => {
    const { home, attribution, vehicles } = toLabel(network);
    expect(attribution).toContain('OpenStreetMap');
    expect(vehicles).toContain('car');
    expect(desk.answer({ ...ASKED, places: [home] }, []).off).toEqual([null]);
  });
});
