import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addOwnSites } from '../../src/index.ts';
import { writeFile } from '../../web/engine/files.ts';
import { FILE_KINDS, type FileKind, type SceneInput } from '../../web/engine/protocol.ts';
import { goOnReport } from '../../web/engine/report.ts';
import { listBandCutoffs } from '../../web/engine/scene.ts';
import { DEFAULT_CHOICE, toDay, toRequest, type Choice } from '../../web/state/choice.ts';
import { toArguments, toPartArguments, WORTH_PARTS, type Part } from '../../web/state/command.ts';
import { makeFolder, run, runLater } from '../cli/run.ts';
import { takeSome } from '../scene/random.ts';
import { SHIPPED as DATA } from '../data-sets.ts';

const dayOf = (id: string): string => DATA.scenarios.find((one) => one.id === id)?.date ?? toDay(id) ?? id;
const AROUND = { dayOf, isOwn: () => false, ownSites: false };

const ASKED: Choice = {
  ...DEFAULT_CHOICE,
  base: '2006-07',
  build: '2010-12-31',
  vehicleClass: 'light-truck',
  traffic: 'off-peak',
  cutoffS: 3000,
  groupChoice: { honda: 'every' },
  ofThatDate: true,
};
const PLACE = 'Z_SS_LP';
const cutoffsS = listBandCutoffs(ASKED.cutoffS);

type View = Pick<SceneInput, 'view' | 'place' | 'reach' | 'direction'>;
const LOCAL: View = { view: 'times', place: null, reach: 'overlap', direction: 'to' };
const PARTS: readonly (readonly [Part, View])[] = [
  [{ kind: 'overlap' }, { ...LOCAL, view: 'reach' }],
  [
    { kind: 'bands', place: PLACE, direction: 'from', cutoffsS },
    { view: 'reach', place: PLACE, reach: 'bands', direction: 'from' },
  ],
  [{ kind: 'fastest' }, { ...LOCAL, view: 'fastest' }],
  [{ kind: 'locate' }, { ...LOCAL, view: 'locate' }],
  [{ kind: 'trip', origin: PLACE, destination: 'TOYOTA_NS' }, LOCAL],
];

/** Places and orders have no GeoJSON, two tables no CSV; areas take seconds, so only two of their forms are made here. */
const NOT_MADE: Readonly<Partial<Record<Part['kind'], readonly FileKind[]>>> = {
  locate: ['geojson'],
  phase: ['geojson'],
  value: ['csv'],
  overlap: ['csv', 'markdown'],
  bands: ['csv', 'markdown'],
};

/** What the command line writes, told as lines only where it differs: whole answers are too long to print. */
function expectSame(own: string, args: readonly string[], { code, out, err } = run(args)): void {
  expect([code, err]).toEqual([0, '']);
  const [mine, theirs] = [own, out].map((text) => text.split('\n'));
  const at = theirs?.findIndex((line, i) => line !== mine?.[i]) ?? -1;
  expect([mine?.[at], own.length]).toEqual([theirs?.[at], out.length]);
  expect(own.length).toBeGreaterThan(200);
}

describe('an export has the bytes of the command line', () => {
  const request = toRequest(ASKED, dayOf);

  it.each(FILE_KINDS)('for the whole answer as %s', (kind) => {
    const own = writeFile(DATA, { kind, request, scene: null });
    expectSame(own, [...toArguments(ASKED, AROUND), '--format', kind]);
  });

  it('for a report, also of sites, levels and orders of the user', async () => {
    const asked: Choice = {
      ...{ ...ASKED, toleranceS: 300, criticalLevel: 0.4 },
      arrangement: {
        'hi-tech': { order: [], leaveOut: ['barriers'] },
        automobile: { order: ['independence'], leaveOut: ['innovation'] },
      },
    };
    const sitesFile = join(makeFolder(), 'own-sites.csv');
    writeFileSync(sitesFile, 'name,lon,lat,group\nMine,113.35,23.1,toyota\n');
    const { dataset } = addOwnSites(DATA, readFileSync(sitesFile, 'utf8'), sitesFile);
    if (dataset === null) expect.fail('no data set');
    const input = { request: toRequest(asked, dayOf), sitesFile, doubts: false, format: 'markdown' } as const;
    let own: string | null = null;
    for (let i = 0; own === null && i < 1000; i += 1) own = goOnReport(dataset, input).text;
    const [, ...options] = toArguments(asked, AROUND);
    const args = ['report', ...options, '--sites', sitesFile, '--draws', '0', '--without', 'sensitivity'];
    expectSame(own ?? '', args, await runLater([...args, '--format', 'markdown']));
  });

  it('for values with sites of the user', async () => {
    const sitesFile = join(makeFolder(), 'own-sites.csv');
    writeFileSync(sitesFile, 'name,lon,lat,group\nMine,113.35,23.1,toyota\n');
    const { dataset } = addOwnSites(DATA, readFileSync(sitesFile, 'utf8'), sitesFile);
    if (dataset === null) expect.fail('no data set');
    const worth = { part: 'section-values', measure: 'minutes', sitesFile } as const;
    const asked: Choice = { ...ASKED, ofThatDate: false, population: 'own' };
    const own = writeFile(dataset, { kind: 'json', request: toRequest(asked, dayOf), scene: null, worth });
    const part = { kind: worth.part, measure: worth.measure } as const;
    const args = [...toPartArguments(asked, part, AROUND), '--sites', sitesFile, '--format', 'json'];
    expectSame(own, args, await runLater(args));
  });

  describe.each(WORTH_PARTS)('for %s of the Value view', (kind) => {
    const part = { kind, measure: 'passes' } as const;
    const asked = { ...ASKED, criticalLevel: 0.4 };
    const forms = FILE_KINDS.filter((form) => !(NOT_MADE[kind] ?? []).includes(form));
    it.each(takeSome(forms, 2))('as %s', async (form) => {
      const worth = { part: kind, measure: 'passes', sitesFile: null } as const;
      const own = writeFile(DATA, { kind: form, request: toRequest(asked, dayOf), scene: null, worth });
      const args = [...toPartArguments(asked, part, AROUND), '--format', form];
      expectSame(own, args, await runLater(args));
    });
  });

  describe.each(PARTS)('for %j', (part, view) => {
    const kinds = FILE_KINDS.filter((kind) => !(NOT_MADE[part.kind] ?? []).includes(kind));
    it.each(kinds)('as %s', (kind) => {
      const trip = part.kind === 'trip' ? part : null;
      const own = writeFile(DATA, { kind, request, scene: { ...view, request }, trip });
      expectSame(own, [...toPartArguments(ASKED, part, AROUND), '--format', kind]);
    });
  });
});
