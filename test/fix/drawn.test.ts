/** Fixes on drawn networks, worked out by head: a car drives at the sign here, and a place joins at 30 km/h. */
import { describe, expect, it } from 'vitest';
import { startFix } from '../../src/answer/fix.ts';
import type { FixRequest } from '../../src/answer/fix-request.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { FixDocument, FixPart } from '../../src/model/fix.ts';
import type { BuildModification } from '../../src/model/scenario.ts';
import { toJsonText } from '../../src/report/index.ts';
import { drawScene, type Scene } from '../scene/scene.ts';
import { addPlaces } from './places.ts';

const toDataset = (scene: Scene): Dataset =>
  addPlaces(scene.dataset, [...scene.sites.values()], { m: ['T'] });

function ask(
  dataset: Dataset,
  minutes: number,
  parts: readonly FixPart[],
  more: Partial<FixRequest> = {},
): FixDocument {
  const target = { kind: 'pair', origin: 'S', destination: 'T' } as const;
  return startFix(dataset, { target, cutoffS: minutes * 60, parts, ...more }).document();
}

/** 2 min to the road, 10 km, 10 km, 2 min from it. */
const ROAD = toDataset(
  drawScene({
    stepM: 1000,
    map: `
      a---------b---------c
      S                   T
    `,
    roads: `
      | nodes | id | facility | km | kmh |
      | ab    | ab | arterial | 10 | 60  |
      | bc    | bc | arterial | 10 | 60  |
    `,
  }),
);

describe('a speed', () => {
  it('of the whole road: 20 km in 16 min', () => {
    const { now, roads } = ask(ROAD, 20, ['roads']);
    expect(now.timeS ?? NaN).toBeCloseTo(24 * 60, 0);
    const [road] = roads?.found ?? [];
    expect(road).toMatchObject({ id: 'drawn', lengthM: 20_000, nowKmh: 60, limitKmh: 60, legalKmh: 120 });
    expect(road?.kmh).toBeCloseTo(75, 0);
    expect([road?.law, road?.reading.holds, road?.less.holds]).toEqual(['above-limits', true, false]);
    // 75.0x km/h needs the next whole sign.
    expect(road?.sign?.postedKmh).toBe(Math.ceil(road?.kmh ?? NaN));
    expect(road?.sign?.reading.holds).toBe(true);
    expect(road?.sign?.scenario.modifications).toEqual([
      { kind: 'change', highways: ['drawn'], facilities: ['arterial'], postedKmh: road?.sign?.postedKmh },
    ]);
  });

  it('of one link: 10 km in 6 min, on either', () => {
    const { links } = ask(ROAD, 20, ['links']);
    expect(links?.found.map(({ id, kmh }) => [id, Math.round(kmh)])).toEqual([
      ['ab', 100],
      ['bc', 100],
    ]);
  });

  it('is called unlawful above what any sign may say: 20 km in 8 min', () => {
    const { roads, links, sentence } = ask(ROAD, 12, ['roads', 'links']);
    expect(roads?.found[0]).toMatchObject({ law: 'unlawful', sign: null });
    expect(Math.round(roads?.found[0]?.kmh ?? NaN)).toBe(150);
    // 10 km in no time leave 10 min, and 4 for the ends.
    expect(links?.found).toEqual([]);
    expect(sentence).toMatch(/drawn at 15\d(\.\d+)? km\/h would need an unlawful speed: 120 is allowed/);
  });

  it('does not help where the ends alone take too long', () => {
    const { roads } = ask(ROAD, 3, ['roads']);
    expect(roads?.found).toEqual([]);
    expect(roads?.never[0]).toMatchObject({ id: 'drawn', reading: null });
  });

  it('is driven: a truck takes half of what the sign says', () => {
    const { roads } = ask(ROAD, 34, ['roads'], { vehicleClass: 'truck' });
    // 20 km in 30 min: 40 km/h driven, a sign of 80.
    expect(Math.round(roads?.found[0]?.kmh ?? NaN)).toBe(40);
    expect(roads?.found[0]?.nowKmh).toBe(30);
    expect(roads?.found[0]?.sign?.postedKmh).toBe(Math.ceil(2 * (roads?.found[0]?.kmh ?? NaN)));
    // Within the limit of 60 as it is.
    expect(roads?.found[0]?.law).toBe('within-limits');
  });
});

/** The road below is 20 min; three that are not there yet lead over x, y and z in 10 each way. */
const SHORTCUTS = toDataset(
  drawScene({
    stepM: 1000,
    map: `
      x---------y
      |         |
      |         |
      |         |
      a---------b
      S         T
    `,
    roads: `
      | nodes | id | km | kmh | section | opened |
      | ab    | ab | 20 | 60  | MAIN    |        |
      | ax    | ax | 3  | 60  | AX      | 2012   |
      | xy    | xy | 4  | 60  | XY      | 2013   |
      | yb    | yb | 3  | 60  | YB      | 2014   |
    `,
  }),
);

describe('a set of sections', () => {
  it('is all three of a way around, and each is needed', () => {
    const { now, sections } = ask(SHORTCUTS, 15, ['sections']);
    expect(Math.round((now.timeS ?? NaN) / 60)).toBe(24);
    expect(sections?.candidates.map(({ id }) => id).toSorted()).toEqual(['AX', 'XY', 'YB']);
    expect(sections?.found).toMatchObject({ lengthM: 10_000, reading: { holds: true } });
    expect(sections?.found?.ids.toSorted()).toEqual(['AX', 'XY', 'YB']);
    expect(sections?.found?.without.map(({ reading }) => reading.holds)).toEqual([false, false, false]);
    expect(sections?.found?.scenario.base).toBe('now');
  });

  it('is nothing where all of them do not do', () => {
    const { sections, sentence } = ask(SHORTCUTS, 13, ['sections']);
    expect(sections).toMatchObject({ found: null, all: { holds: false } });
    expect(sentence).toMatch(/Nothing that was tried makes it hold: not all candidate sections together/);
  });

  it('takes one drawn road before two, and of two ways the shorter', () => {
    const at = (node: string) => SHORTCUTS.nodes.find(({ id }) => id === node)?.at ?? [NaN, NaN];
    const build = (id: string, postedKmh: number, from: string, to: string): BuildModification => ({
      ...{ kind: 'build', id, title: id, facility: 'expressway', postedKmh, line: [at(from), at(to)] },
      interchanges: [
        { vertex: 0, node: from },
        { vertex: 1, node: to },
      ],
    });
    // Straight from a to b in 10 km: at 100 km/h 6 min. The way over x at 120 needs all three.
    const builds = [
      build('ax', 120, 'a', 'x'),
      build('straight', 100, 'a', 'b'),
      build('fast', 120, 'a', 'b'),
    ];
    const { sections } = ask(SHORTCUTS, 11, ['sections'], { builds });
    expect(sections?.found).toMatchObject({ ids: ['straight'], reading: { holds: true } });
    expect(sections?.candidates).toHaveLength(3);
    const faster = ask(SHORTCUTS, 9.5, ['sections'], { builds });
    expect(faster.sections?.found?.ids).toEqual(['fast']);
  });
});

/** Two roads 4 km apart that nothing joins. */
const APART = toDataset(
  drawScene({
    stepM: 1000,
    map: `
      a---------b
       S


      c---------d
              T
    `,
    roads: `
      | nodes |
      | ab    |
      | cd    |
    `,
  }),
);

describe('a new road', () => {
  it.each([
    // a–c and b–d are both 4.8 km at 100 km/h; over a–c: 2 + 1 + 2.88 + 8 + 2 min, over b–d 2 + 9 + 2.88 + 2 + 2.
    [18, 'a', 'c', 4.8],
    [16, 'a', 'c', 4.8],
    // a–d is √116 × 1.2 km: 2 + 1 + 7.75 + 2 + 2 min.
    [15, 'a', 'd', 12.92],
  ])('within %d min runs from %s to %s', (minutes, from, to, km) => {
    const { now, newLink, margin } = ask(APART, minutes, ['new-link']);
    expect([now.timeS, margin]).toEqual([null, null]);
    const found = newLink?.found;
    expect([found?.from.id, found?.to.id]).toEqual([from, to]);
    expect(found?.reading.holds).toBe(true);
    expect((found?.lengthM ?? NaN) / 1000).toBeCloseTo(km, 1);
    expect((found?.lengthM ?? NaN) / (found?.geodesicM ?? NaN)).toBeCloseTo(1.2, 6);
    expect(newLink).toMatchObject({ nodes: 4, pairs: 6, drivenKmh: 100 });
  });

  it('is driven both ways', () => {
    const target = { kind: 'pair', origin: 'T', destination: 'S' } as const;
    const { newLink } = ask(APART, 15, ['new-link'], { target });
    expect([newLink?.found?.from.id, newLink?.found?.to.id]).toEqual(['a', 'd']);
  });

  it('is not found where none is fast enough, nor beyond the budget', () => {
    expect(ask(APART, 14, ['new-link']).newLink?.found).toBeNull();
    const newLink = { budgetKm: 12 };
    expect(ask(APART, 15, ['new-link'], { newLink }).newLink?.found).toBeNull();
    expect(ask(APART, 16, ['new-link'], { newLink }).newLink?.found).not.toBeNull();
  });

  it('is as fast and as long as is said', () => {
    // At 60 km/h and no detour a–d takes 10.77 min: 17.77 in all. a–c takes 4: 17 in all.
    const newLink = { speedKmh: 60, detour: 1 };
    const { newLink: answer } = ask(APART, 17.1, ['new-link'], { newLink });
    expect(answer?.found).toMatchObject({ from: { id: 'a' }, to: { id: 'c' } });
    expect(answer?.found?.timeS ?? NaN).toBeCloseTo(4 * 60, 0);
    expect(answer?.inputs.speedKmh).toMatchObject({ value: 60, grade: 'assumed', unit: 'km/h' });
  });
});

describe('what holds already', () => {
  it('is said with its margin, and nothing is sought', () => {
    const answer = ask(ROAD, 30, ['roads', 'links', 'sections', 'new-link']);
    expect(answer.margin ?? NaN).toBeCloseTo(6 * 60, 0);
    expect([answer.roads, answer.links, answer.sections, answer.newLink]).toEqual([null, null, null, null]);
    expect(answer.sentence).toBe('It holds already. Now 24.0 min: 6.0 min within the 30.');
  });
});

describe('a run', () => {
  it('is the same in one step and in many, and says how far it is', () => {
    const target = { kind: 'pair', origin: 'S', destination: 'T' } as const;
    const request = { target, cutoffS: 15 * 60 };
    const whole = toJsonText(startFix(SHORTCUTS, request).document());
    const run = startFix(SHORTCUTS, request);
    expect(run.progress()).toMatchObject({ part: null, isDone: false });
    const parts = new Set<string | null>();
    while (!run.progress().isDone) {
      run.advance(1);
      const { part, done, asked } = run.progress();
      parts.add(part);
      if (asked !== null) expect(done).toBeLessThanOrEqual(asked);
    }
    expect([...parts]).toEqual(['roads', 'links', 'sections', 'new-link', null]);
    expect(toJsonText(run.document())).toBe(whole);
    const halves = startFix(SHORTCUTS, request);
    halves.advance(5);
    expect(toJsonText(halves.document())).toBe(whole);
  });
});
