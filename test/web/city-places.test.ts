/**
 * Suppliers and plants put on the page of an imported network, without a browser: the rows that come of it, where the
 * network has them, the times to them, and the file that is saved, which commands take and answer alike.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGround, readNetwork, type CityFirm, type CityGround, type LonLat } from '../../src/index.ts';
import { startFile, type InHand } from '../../web/city/edit-rows.ts';
import { canMove, listPlaces, movePlace, putPlace, type Placed } from '../../web/city/place-rows.ts';
import { openPlan, type Plan } from '../../web/city/plan.ts';
import type { CityQuestion } from '../../web/city/protocol.ts';
import { openDesk } from '../../web/city/reach.ts';
import { toOrdered } from '../../web/studio/order.ts';
import { switchRow } from '../../web/studio/rows.ts';
import { toFileText } from '../../web/studio/text.ts';
import { DIAGONAL, importTown, toPlan } from '../city/town.ts';
import { runLater } from '../cli/run.ts';
import { RULES, SHIPPED_VEHICLES } from '../import/drawn-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'beltway-city-places-'));
const town = join(folder, 'town');
const EMPTY: InHand = { file: startFile('Places', '2026-06-01', () => false), open: null };
const WEST: LonLat = [113.3002, 23.0985];
const EAST: LonLat = [113.3095, 23.0962];
const SOUTH: LonLat = [113.3112, 23.0893];
const A: LonLat = [113.3002, 23.0999];
const ASKED: CityQuestion = { vehicleClass: 'car', direction: 'from', cutoffsMin: [1], places: [A] };
const BELOW = toPlan('below', [
  { kind: 'add-plant', id: 'plant-1', title: 'Old plant', group: 'Alder', at: WEST },
  { kind: 'add-supplier', id: 'old', title: 'Old supplier', keiretsu: null, tier: 1, at: SOUTH },
]);

let ground: CityGround;

beforeAll(async () => {
  await importTown(town);
  const name = readdirSync(town).find((one) => one.endsWith('.bin')) ?? '';
  ground = openGround(readNetwork(readFileSync(join(town, name)), name), RULES, SHIPPED_VEHICLES);
  writeFileSync(join(folder, 'below.json'), BELOW);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const toTitle = (count: number): string => `Works ${count}`;
const put = (hand: InHand, kind: CityFirm['kind'], at: LonLat, below: readonly CityFirm[] = []) =>
  putPlace(hand, below, kind, at, toTitle);
const toText = ({ file }: InHand): string => toFileText(toOrdered(file));
const open = (hand: InHand, isOnBelow = false): Plan =>
  openPlan(ground, 1, [
    ...(isOnBelow ? [{ name: 'below.json', text: BELOW }] : []),
    { name: 'places.json', text: toText(hand) },
  ]);
const find = (hand: InHand, id: string, below: readonly CityFirm[] = []): Placed =>
  listPlaces(hand.file, below).find((one) => one.id === id) ?? expect.fail(`no ${id}`);

describe('a place that is put', () => {
  it('is a row of its own with a name and a free id, a plant of the maker that another has', () => {
    const one = put(put(put(EMPTY, 'plant', WEST), 'supplier', EAST), 'plant', SOUTH);
    expect(one).toMatchObject({ open: 2 });
    expect(one.file.modifications).toEqual([
      { kind: 'add-plant', id: 'plant-1', title: 'Works 1', group: 'maker', at: WEST },
      { kind: 'add-supplier', id: 'supplier-1', title: 'Works 1', keiretsu: null, tier: 1, at: EAST },
      { kind: 'add-plant', id: 'plant-2', title: 'Works 2', group: 'maker', at: SOUTH },
    ]);
    const below: readonly CityFirm[] = [{ id: 'plant-1', title: 'x', kind: 'plant', group: 'Alder', at: WEST }]; // prettier-ignore
    expect(put(EMPTY, 'plant', EAST, below).file.modifications).toMatchObject([
      { id: 'plant-2', group: 'Alder' },
    ]);
  });

  it('stands where the network has it, whichever rows put and move it, on or off', () => {
    let hand: InHand = { ...EMPTY, file: { ...EMPTY.file, base: 'below' } };
    const below = open(hand, true).firms;
    expect(below.map(({ id }) => id)).toEqual(['plant-1', 'old']);
    const expectSame = (): void => {
      const { firms, label } = open(hand, true);
      expect(label.firmsBelow).toEqual(below);
      const shown = listPlaces(hand.file, below);
      expect(shown).toMatchObject(firms);
      expect(shown).toHaveLength(firms.length);
    };
    hand = put(put(hand, 'plant', EAST, below), 'supplier', WEST, below);
    expectSame();
    // A row that says where it is moves it; one of a scenario below is moved by a row of its own, once.
    hand = movePlace(hand, find(hand, 'supplier-1', below), SOUTH);
    expect([hand.open, hand.file.modifications.length]).toEqual([1, 2]);
    hand = movePlace(hand, find(hand, 'plant-1', below), EAST);
    hand = movePlace(hand, find(hand, 'plant-1', below), SOUTH);
    expect(hand.file.modifications.slice(2)).toEqual([{ kind: 'move-plant', plant: 'plant-1', at: SOUTH }]);
    expectSame();
    hand = { ...hand, file: switchRow(hand.file, 2, false) };
    expect(find(hand, 'plant-1', below).at).toEqual(WEST);
    expectSame();
    hand = { ...hand, file: switchRow(hand.file, 0, false) };
    expectSame();
    // No modification moves a supplier of a scenario below.
    const old = find(hand, 'old', below);
    expect([canMove(old), movePlace(hand, old, EAST)]).toEqual([false, hand]);
  });

  it('is refused where no street is near, as by the command', () => {
    const far = put(EMPTY, 'plant', [113.5, 23.5]);
    expect(() => open(far)).toThrow(/a street|m of/);
  });
});

describe('the roads of a scenario', () => {
  it('are the same ones where places and names alone are others, and others where a row of them is', () => {
    const closed = { kind: 'close', links: ['105'] } as const;
    const first = put({ ...EMPTY, file: { ...EMPTY.file, modifications: [closed] } }, 'plant', WEST);
    const key = open(first).roadsKey;
    const same = [
      movePlace(first, find(first, 'plant-1'), EAST),
      put(first, 'supplier', SOUTH),
      { ...first, file: { ...first.file, title: 'Other', modifications: [{ ...closed, label: 'Mine' }] } },
    ];
    for (const hand of same) expect(open(hand).roadsKey).toBe(key);
    const others = [
      { ...first, file: switchRow(first.file, 0, false) },
      { ...first, file: { ...first.file, modifications: [{ ...closed, links: ['106'] }] } },
      { ...first, file: { ...first.file, base: '2026-07' } },
    ];
    for (const hand of others) expect(open(hand).roadsKey).not.toBe(key);
  });
});

describe('times to places', () => {
  it.each(['from', 'to'] as const)(
    'are those of the matrix with and without the scenario: %s',
    async (direction) => {
      const built = {
        ...EMPTY.file,
        modifications: [DIAGONAL as unknown as (typeof EMPTY.file.modifications)[number]],
      };
      const hand = [WEST, EAST, SOUTH].reduce<InHand>((all, at) => put(all, 'supplier', at), {
        ...EMPTY,
        file: built,
      });
      const plan = open(hand);
      const under = { name: 'plan 1', openFor: plan.openFor };
      const asked = { ...ASKED, direction };
      const file = join(folder, `times-${direction}.json`);
      writeFileSync(file, toText(hand));
      const ask = async (more: readonly string[]): Promise<readonly number[]> => {
        const all = [WEST, EAST, SOUTH].map((at) => at.join(',')).join(',');
        const [origins, destinations] = direction === 'from' ? [A.join(','), all] : [all, A.join(',')];
        const words = [
          'matrix',
          '--data',
          town,
          '--origins',
          origins,
          '--destinations',
          destinations,
          '--format',
          'json',
        ];
        const { code, out, err } = await runLater([...words, ...more]);
        expect([code, err]).toEqual([0, '']);
        const { cells } = JSON.parse(out) as { readonly cells: readonly { readonly timeS: number }[] };
        return cells.map(({ timeS }) => timeS);
      };
      const without = [
        ...(openDesk(ground.network).answer(asked, [], under, plan.firms).firmMs[0]?.values() ?? []),
      ];
      const withIt = [
        ...(openDesk(ground.network, under).answer(asked, [], undefined, plan.firms).firmMs[0]?.values() ??
          []),
      ];
      expect(without.map((ms) => ms / 1000)).toEqual(await ask([]));
      expect(withIt.map((ms) => ms / 1000)).toEqual(await ask(['--scenario', file]));
      expect(withIt).not.toEqual(without);
    },
  );
});

describe('the file that is saved', () => {
  it('is what a comparison of suppliers and plants takes', async () => {
    const hand = put(put(put(EMPTY, 'plant', WEST), 'supplier', EAST), 'supplier', SOUTH);
    const file = join(folder, 'places.json');
    writeFileSync(file, toText(hand));
    expect(toFileText(toOrdered(open(hand).file))).toBe(toText(hand));
    const { code, out, err } = await runLater([
      'compare',
      '--data',
      town,
      '--build',
      file,
      '--format',
      'json',
    ]);
    expect([code, err]).toEqual([0, '']);
    for (const id of ['plant-1', 'supplier-1', 'supplier-2']) expect(out).toContain(`"${id}"`);
  });
});
