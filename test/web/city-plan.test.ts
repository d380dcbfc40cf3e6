/** Scenarios on the page of an imported network without a browser: read, answered and written as by the command. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DataError,
  openGround,
  readNetwork,
  toJsonText,
  toSentence,
  type CityChangeDocument,
  type CityGround,
} from '../../src/index.ts';
import { readCityAddress, toCityAddress } from '../../web/city/address.ts';
import { toCityArguments } from '../../web/city/command.ts';
import { compareAnswers, toChange } from '../../web/city/compare.ts';
import { toOwnColumns, OWN_WORDS } from '../../web/city/own-columns.ts';
import { orderFiles, readChain } from '../../web/city/plan-files.ts';
import { openChanges } from '../../web/city/change.ts';
import { openPlan, type Plan } from '../../web/city/plan.ts';
import type { CityQuestion, SideTimes } from '../../web/city/protocol.ts';
import { openDesk, type ReachDesk } from '../../web/city/reach.ts';
import { joinColumns, LINK_BASE, STRETCH_WORDS, toRoadColumns } from '../../web/city/road-columns.ts';
import { listRoadsToCome } from '../../web/city/roads-to-come.ts';
import { CLASS_BASE, NO_WAY_S } from '../../web/city/shaders.ts';
import { DEFAULT_CITY } from '../../web/city/state.ts';
import { DIAGONAL, importTown, toPlan } from '../city/town.ts';
import { runLater } from '../cli/run.ts';
import { RULES, SHIPPED_VEHICLES } from '../import/drawn-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'beltway-city-plan-'));
const town = join(folder, 'town');
const A = [113.302, 23.098] as const;
const B = [113.306, 23.093] as const;
const ASKED: CityQuestion = { vehicleClass: 'car', direction: 'from', cutoffsMin: [1, 2], places: [A] };

/** A road that leaves a street between its ends, so that the street is cut. */
const CUTTING = {
  ...DIAGONAL,
  id: 'CUT',
  line: [
    [113.302, 23.0964],
    [113.312, 23.0892],
  ],
  interchanges: [
    { vertex: 0, link: '101', share: 0.5 },
    { vertex: 1, node: '16' },
  ],
};
const BASE = {
  name: 'below.json',
  text: toPlan('below', [{ kind: 'change', links: ['105'], postedKmh: 20 }]),
};
const TOP = { name: 'plan.json', text: toPlan('plan', [CUTTING], { base: 'below' }) };

let ground: CityGround;
let desk: ReachDesk;
let plan: Plan;
let under: ReachDesk;
const toUnder = ({ number, openFor }: Plan) => ({ name: `plan ${number}`, openFor });

beforeAll(async () => {
  await importTown(town);
  const name = readdirSync(town).find((one) => one.endsWith('.bin')) ?? '';
  const network = readNetwork(readFileSync(join(town, name)), name);
  ground = openGround(network, RULES, SHIPPED_VEHICLES);
  desk = openDesk(network);
  mkdirSync(join(folder, 'alone'));
  for (const { name: file, text } of [BASE, TOP]) writeFileSync(join(folder, file), text);
  plan = openPlan(ground, 1, [BASE, TOP]);
  under = openDesk(network, toUnder(plan));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files of the page under a scenario', () => {
  it.each([
    ['one place', ASKED],
    ['one place by truck, driven to', { ...ASKED, vehicleClass: 'heavy-truck', direction: 'to' as const }],
    ['two places', { ...ASKED, cutoffsMin: [1], places: [A, B] }],
  ])('are the bytes of the command: %s', async (_, asked) => {
    const file = join(folder, TOP.name);
    for (const kind of ['geojson', 'json', 'csv'] as const) {
      const { code, out, err } = await runLater([...toCityArguments(asked, town, kind, file)]);
      expect([code, err]).toEqual([0, '']);
      expect(under.write(asked, kind) === out).toBe(true);
      expect(desk.write(asked, kind) === out).toBe(false);
      const difference = await runLater([...toCityArguments(asked, town, kind, file, true)]);
      expect([difference.code, difference.err]).toEqual([0, '']);
      expect(openChanges(desk, under).write(asked, kind) === difference.out).toBe(true);
    }
  });
});

describe('a scenario on the page', () => {
  it('is told with its day, what it does, and the roads that differ', () => {
    expect([plan.label.id, plan.label.day, plan.label.effects.length]).toEqual(['plan', '2026-06-30', 2]);
    expect(plan.label.counts.map(({ what, links }) => [what, links])).toEqual([
      ['built', 1],
      ['changed', 3],
    ]);
    const drawn = plan.changed.features.map(({ properties, geometry }) => [
      String(properties?.['what']),
      geometry.type === 'MultiLineString' ? geometry.coordinates.length : 0,
    ]);
    expect(drawn).toEqual([
      ['built', 1],
      ['opened', 0],
      ['closed', 0],
      ['changed', 3],
    ]);
  });

  it('adds its own roads to those of the network, and none else', () => {
    const { network } = ground;
    const base = toRoadColumns(network);
    const more = toRoadColumns(plan.state.network, network);
    const { stretches, levels, links } = joinColumns(base, more);
    expect(links).toBe(plan.state.network.links.from.length);
    expect(joinColumns(base, toRoadColumns(network, network))).toBe(base);
    for (const { runs } of levels) {
      const found = new Map<boolean, Set<number>>([
        [true, new Set()],
        [false, new Set()],
      ]);
      for (const { from, count, isNew } of runs)
        for (let i = from; i < from + count; i += 1) {
          const [high = 0, low = 0] = stretches.subarray(STRETCH_WORDS * i + 6);
          found.get(isNew)?.add(high * LINK_BASE + low);
        }
      const first = network.links.from.length;
      const added = Array.from({ length: links - first }, (_, i) => first + i);
      expect([...(found.get(true) ?? [])].toSorted((a, b) => a - b)).toEqual(added);
      expect(Math.max(...(found.get(false) ?? []))).toBeLessThan(first);
    }
  });

  it('tells times without it of the parts of a cut link, at the very same points', () => {
    const seconds = (side: SideTimes | null | undefined) => side?.seconds ?? expect.fail('no times');
    const own = seconds(desk.answer(ASKED, []).sides[0]);
    const moved = seconds(desk.answer(ASKED, [], toUnder(plan)).sides[0]);
    const { pieces, partsOf } = plan.openFor('car').cuts;
    const { length } = ground.network.links.from;
    expect([partsOf.size, moved.length]).toEqual([1, 4 * plan.state.network.links.from.length]);
    for (let link = 0; link < length; link += 1) {
      const told = [...moved.subarray(4 * link, 4 * link + 4)];
      if (partsOf.has(link)) expect(told).toEqual([Infinity, Infinity, Infinity, Infinity]);
      else expect(told).toEqual([...own.subarray(4 * link, 4 * link + 4)]);
    }
    for (let link = length; link < plan.state.network.links.from.length; link += 1) {
      const piece = pieces.get(link);
      const [a = 0, b = 0, c = 0, d = 0] = own.subarray(4 * (piece?.of ?? 0), 4 * (piece?.of ?? 0) + 4);
      const at = (from: number, to: number, share: number): number => from + share * (to - from);
      const [low, high] = [piece?.from ?? 0, piece?.to ?? 0];
      const told = moved.subarray(4 * link, 4 * link + 4);
      const expected =
        piece === undefined
          ? [Infinity, Infinity, Infinity, Infinity]
          : [at(a, b, low), at(a, b, high), at(c, d, low), at(c, d, high)];
      for (const [i, value] of expected.entries())
        if (value === Infinity) expect(told[i]).toBe(Infinity);
        else expect(told[i]).toBeCloseTo(value, 3);
    }
  });

  it('joins a place to the same stretches in both, whose seconds stand side by side', () => {
    // On the street that is cut.
    const at = { ...ASKED, places: [[113.3015, 23.0965] as const] };
    const without = desk.answer(at, [], toUnder(plan)).sides[0] ?? null;
    const withIt = under.answer(at, []).sides[0] ?? null;
    const single = toOwnColumns([withIt], [0, 0]);
    const both = toOwnColumns([withIt, without], [0, 0]);
    expect(single.length).toBeGreaterThan(0);
    let shared = 0;
    for (let i = 0; i < both.length; i += OWN_WORDS) {
      const [first = NO_WAY_S, , second = NO_WAY_S] = both.subarray(i + STRETCH_WORDS, i + OWN_WORDS);
      if (first < NO_WAY_S && second < NO_WAY_S) shared += 1;
    }
    // What is reached with it is reached without it: nothing is closed at the place.
    expect(shared).toBe(single.length / OWN_WORDS);
  });

  it('is compared by the roads that there are in each', () => {
    const [without, withIt] = [desk.answer(ASKED, [], toUnder(plan)), under.answer(ASKED, [])];
    const compared =
      compareAnswers({ without, with: withIt, change: null, plan: 1 }) ?? expect.fail('nothing');
    expect(compared.roadKm).toEqual([without.reach?.bands[1]?.roadKm, withIt.reach?.bands[1]?.roadKm]);
    const [before, after] = compared.roadKm;
    expect(compared.share[0]).toBeCloseTo((100 * before) / without.openKm, 9);
    expect(withIt.openKm - without.openKm).toBeCloseTo(plan.label.counts[0]?.km ?? 0, 3);
    expect(after).toBeGreaterThan(before);
    expect(compareAnswers({ without, with: null, change: null, plan: null })).toBeNull();
    expect([toChange([1, 2.5], 1), toChange([2, 1.04], 1), toChange([1, 1.01], 1)]).toEqual([
      ...['+1.5', '−1.0', '0.0'],
    ]);
  });

  it('draws and counts the same difference as it writes, and none off the roads', () => {
    const changes = openChanges(desk, under);
    const answer = changes.answer(ASKED, []) ?? expect.fail('nothing');
    const written = JSON.parse(changes.write(ASKED, 'json')) as CityChangeDocument;
    expect(JSON.parse(toJsonText(answer.classes))).toEqual(written.classes);
    const table = answer.side.seconds ?? expect.fail('no times');
    const drawn: string[] = [];
    for (let link = 0; link < table.length / 4; link += 1) {
      const [seconds = NaN, found = NaN, ...rest] = table.subarray(4 * link, 4 * link + 4);
      expect(rest).toEqual([Infinity, Infinity]);
      if (seconds <= answer.cutoffS) drawn.push(written.classes[found - CLASS_BASE]?.kind ?? '');
    }
    expect(drawn.toSorted()).toEqual(written.roads.map(({ kind }) => kind).toSorted());
    expect(new Set(drawn)).toEqual(new Set(['lost', 'only-with', 'same']));
    expect(changes.answer(ASKED, [answer.side.key])?.side).toEqual({ ...answer.side, seconds: null });
    expect(changes.answer({ ...ASKED, places: [A, [110, 20]] }, [])).toBeNull();
  });

  it('leaves roads to come where they are, by status', () => {
    expect(listRoadsToCome(ground.network)).toMatchObject([
      { status: 'construction', links: 1, ids: ['111'], opens: '2027-06', roadClass: 'motorway' },
    ]);
  });
});

describe('a scenario file that is wrong', () => {
  const list = (text: string): readonly string[] => {
    try {
      openPlan(ground, 2, [{ name: 'wrong.json', text }]);
      return [];
    } catch (error) {
      if (error instanceof DataError) return error.problems.map(toSentence);
      throw error;
    }
  };

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a null', 'null'],
    ['another form', '{"schema":"beltway/place@1"}'],
    ['a base that is not there', toPlan('plan', [], { base: 'elsewhere' })],
    ['itself as base', toPlan('plan', [], { base: 'plan' })],
    [
      'several wrong modifications',
      toPlan('plan', [
        { ...DIAGONAL, tariff: 'x' },
        { kind: 'close', links: ['9'] },
      ]),
    ],
    ['a kind that is none', toPlan('plan', [{ kind: 'paint' }])],
    ['numbers beyond all', toPlan('plan', [{ kind: 'change', links: ['105'], postedKmh: 1e300 }])],
    ['a name of code', toPlan('__proto__', [{ kind: 'close', links: ['constructor'] }])],
    ['deep brackets', '['.repeat(100_000)],
  ])('with %s is told as by the command', async (_, text) => {
    // Nothing stands beside it.
    const file = join(folder, 'alone', 'wrong.json');
    writeFileSync(file, text);
    const { code, err } = await runLater(['scenario', 'check', file, '--data', town]);
    const problems = list(text);
    expect([code, problems.length > 0]).toEqual([3, true]);
    const told = err.replaceAll(`${join(folder, 'alone')}/`, '').replaceAll(/\s+/g, ' ');
    for (const problem of problems) expect(told).toContain(problem.replaceAll(/\s+/g, ' '));
  });

  it('is none where files are not one scenario and what it stands on', () => {
    const other = { name: 'other.json', text: toPlan('other', []) };
    expect(orderFiles([TOP, BASE])).toEqual({ chain: [BASE, TOP] });
    expect(orderFiles([TOP])).toEqual({ chain: [TOP] });
    expect(orderFiles([TOP, BASE, other])).toMatchObject({
      problem: { expected: expect.stringContaining('one scenario') as string },
    });
    const [one, two] = ['one', 'two'].map((id, i) => ({
      name: `${id}.json`,
      text: toPlan(id, [], { base: i === 0 ? 'two' : 'one' }),
    }));
    if (one === undefined || two === undefined) expect.fail('two files');
    expect(orderFiles([one, two])).toEqual({ chain: [two, one] });
  });

  it('is not taken from what a browser kept or a server gave in another form', () => {
    expect(readChain(JSON.stringify([BASE, TOP]))).toEqual([BASE, TOP]);
    for (const text of [null, '', '{', '[]', '[null]', '[{"name":1,"text":"x"}]', '{"length":1}'])
      expect(readChain(text)).toBeNull();
  });
});

describe('the address', () => {
  it('says the scenario, where it is from, and what is looked at', () => {
    const choice = {
      ...DEFAULT_CITY,
      scenario: { name: '/my plans/Ring & more.json', from: 'served' as const },
      view: 'difference' as const,
    };
    expect(readCityAddress(toCityAddress(choice))).toEqual(choice);
    const opened = { ...choice, scenario: { name: 'plan.json', from: 'opened' as const } };
    expect(readCityAddress(toCityAddress(opened))).toEqual(opened);
    expect(readCityAddress('city&view=upside').view).toBe('with');
    expect(toCityAddress({ ...DEFAULT_CITY, view: 'without' })).not.toContain('view');
  });
});
