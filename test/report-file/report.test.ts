/** A report as a file: its form, what it holds, that everything shown is read off that, and hostile words. */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { startBuildOrder } from '../../src/answer/build-order.ts';
import { startCriticality } from '../../src/answer/criticality.ts';
import { REPORT_PARTS } from '../../src/answer/report-request.ts';
import { startSectionValues } from '../../src/answer/section-values.ts';
import { readScenario } from '../../src/load/scenario-file.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { DataError } from '../../src/problems.ts';
import { toReport } from '../../src/report-file/make.ts';
import { isReport, REPORT_FORMATS } from '../../src/report-file/read.ts';
import { renderReport } from '../../src/report-file/render.ts';
import { toScenarioFiles } from '../../src/report-file/scenario-files.ts';
import { DOCUMENT_PARTS, type ReportDocument } from '../../src/report/document/document.ts';
import { renderReportHtml } from '../../src/report/html/page.ts';
import { settle, toJsonText } from '../../src/report/json.ts';
import { ANSWER_SCHEMAS } from '../../src/report/schemas/index.ts';
import { addScenarios } from '../../src/scenario/find.ts';
import { FEW, LEAN, loadRegion, makeOwn, makePlain, OWN, REGION_DATASET } from './region-report.ts';

const blocksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<script type="application\/json" id="beltway-(\w+)">(.*)<\/script>/g)].map(
    ([, , json]) => json ?? '',
  );

describe.each([
  ['as it is', makePlain],
  ['with a scenario of the caller', makeOwn],
])('a report of the region %s', (_, make) => {
  it('has the published form', () => {
    const checked = (ANSWER_SCHEMAS['report'] as z.ZodType).safeParse(make());
    expect(checked.error?.issues ?? []).toEqual([]);
  });

  it('shows nothing but what its documents say', () => {
    const read = JSON.parse(toJsonText(make())) as ReportDocument;
    expect(read).toEqual(make());
    for (const format of REPORT_FORMATS)
      expect(renderReport(read, format)).toBe(renderReport(make(), format));
  });

  it('holds them in blocks that nothing gets out of', () => {
    const html = renderReportHtml(make());
    const blocks = blocksOf(html);
    expect(html.match(/<\/?script/g)).toHaveLength(2 * (1 + DOCUMENT_PARTS.length));
    expect(blocks.map((json) => JSON.parse(json) as unknown).slice(1)).toEqual(
      DOCUMENT_PARTS.map((part) => make()[part]),
    );
    for (const json of blocks) expect(json).not.toMatch(/[<>&`\n\r\u2028\u2029]/);
  });

  it('asks for nothing outside and runs nothing', () => {
    const html = renderReportHtml(make());
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('content="default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(html.match(/<(?:img|iframe|link|object|embed|form|base|audio|video)\b/)).toBeNull();
    const names = html.replaceAll(/="[^"]*"/g, '=');
    expect(names.match(/<[^>]*\s(?:on\w+|src|style|srcdoc)=/)).toBeNull();
    expect(html.match(/(?:@import|url\()/g) ?? []).toEqual(html.match(/url\((?=#)/g) ?? []);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^#/)]),
    );
    for (const [, to] of html.matchAll(/href="([^"]*)"/g)) expect(to).toMatch(/^(?:#|https?:\/\/)/);
  });

  it('is made of sound elements with names, and every table and drawing says what it is', () => {
    const html = renderReportHtml(make());
    expectBalanced(html);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html.match(/<table>\n<caption>[^<]+<\/caption>/g)).toHaveLength(
      html.match(/<table>/g)?.length ?? 0,
    );
    for (const [, by] of html.matchAll(/aria-labelledby="([^"]+)"/g))
      for (const id of (by ?? '').split(' ')) expect(ids).toContain(id);
    expect(html.match(/<svg [^>]*role="img"/g)?.length).toBeGreaterThan(5);
  });
});

/** Every element that begins ends, in order; data blocks aside. */
function expectBalanced(html: string): void {
  const open: string[] = [];
  const markup = html.replaceAll(/<script.*<\/script>/g, '').replaceAll(/<style>[^<]*<\/style>/g, '');
  for (const [, slash, name = ''] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (name === 'meta') continue;
    if (slash === '/') expect(open.pop()).toBe(name);
    else open.push(name);
  }
  expect(open).toEqual([]);
}

describe('hostile words', () => {
  it('stand in a report as text', () => {
    const html = renderReportHtml(makeOwn());
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<!--');
    expect(html).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('&lt;b&gt;no north&lt;/b&gt;');
    const markdown = renderReport(makeOwn(), 'markdown');
    expect(markdown.match(/^```/gm)).toHaveLength(6);
    expect(markdown).not.toMatch(/<(?!br>|small>|\/small>)/);
  });

  it('of the data do as well', () => {
    const hostile = '</title></style></script><svg/onload=alert(1)>"\'';
    const dataset = loadRegion(
      ['dataset.json', 'title', hostile],
      ['suppliers/suppliers.json', 'suppliers[0].name', hostile],
      ['sources.json', 'sources[0].title', hostile],
      ['sources.json', 'sources[0].url', 'https://example.org/a?b=1&c=2'],
    );
    const html = renderReportHtml(toReport(dataset, LEAN));
    expect(html).not.toContain('<svg/onload');
    expect(html.match(/<\/title>/g)?.length).toBe(html.match(/<title/g)?.length);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expectBalanced(html);
    expect(html).toContain('<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer">');
  });
});

describe('what a report holds', () => {
  it('is enough to save the scenarios of the caller and read them again', () => {
    const [file] = makeOwn().scenarioFiles;
    expect(readScenario(REGION_DATASET, JSON.stringify(file), 'mine.json').scenario).toEqual(OWN);
  });

  it('has files of scenarios that stand on one another, in their order', () => {
    const read = (dataset: Dataset, file: object): Scenario =>
      readScenario(dataset, JSON.stringify(file), 'file').scenario as Scenario;
    const schema = 'beltway/scenario@2';
    const first = read(REGION_DATASET, {
      ...{ schema, id: 'first', title: 'First', base: 'with-belt' },
      modifications: [{ kind: 'close', sections: ['BELT_N'] }],
    });
    const known = addScenarios(REGION_DATASET, [first]);
    const second = read(known, {
      ...{ schema, id: 'second', title: 'Second', base: 'first', dependencies: { prerequisites: ['first'] } },
      modifications: [{ kind: 'close', sections: ['BELT_E'] }],
    });
    const files = toScenarioFiles(REGION_DATASET, [first, second]);
    expect(files.map(({ base, modifications }) => [base, modifications.length])).toEqual([
      ['with-belt', 1],
      ['first', 1],
    ]);
    expect(read(known, files[1] ?? {})).toEqual(second);
  });

  it('goes without parts that are not asked for or that the data do not allow, and says why', () => {
    const report = toReport(REGION_DATASET, { draws: 0, without: ['sensitivity'], departS: 27_000 });
    expect(report).toMatchObject({ confidence: null, sensitivity: null, fixes: [] });
    expect(report).toMatchObject({ criticality: null, sectionValues: null, buildOrder: null });
    expect(report.reliability).not.toBeNull();
    const gone = [...new Set(report.leftOut.map(({ part }) => part))];
    expect(gone).toEqual(REPORT_PARTS.filter((part) => part !== 'reliability'));
    for (const { part, why } of report.leftOut)
      expect(why).toMatch(/^confidence|^sensitivity/.test(part) ? /^Not asked for/ : /no clock/);
    expect(report.command).toContain('--depart 07:30');
    const html = renderReportHtml(report);
    expect(html).toContain('What is not in this report');
    expect(html).toContain('leaving at 07:30');
  });

  it('asks what would fix what fails by the least, or what its caller names', () => {
    const { analysis, fixes } = makePlain();
    const build = analysis.scenarios.at(-1)?.id;
    const suppliers = new Set(analysis.origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id));
    const late = analysis.groups.filter(
      ({ scenario, origin, verdict }) => scenario === build && suppliers.has(origin) && verdict !== 'strict',
    );
    const least = Math.min(...late.map(({ timeS }) => timeS ?? Infinity));
    const { target, now } = fixes.at(-1) ?? expect.fail('no fix');
    expect(target.kind).toBe('pair');
    expect(now).toMatchObject({ holds: false, timeS: least });
    const named = toReport(REGION_DATASET, {
      ...{ draws: 0, without: ['sensitivity', 'values', 'build-order'] },
      fixes: [{ kind: 'share', measure: 'i2', level: 1 }],
    });
    expect(named.fixes.map((one) => one.target)).toEqual([{ kind: 'share', measure: 'i2', level: 1 }]);
    expect(named.command).toContain("--fix 'i2>=1'");
    expect(() =>
      toReport(REGION_DATASET, {
        ...LEAN,
        without: [],
        fixes: [{ kind: 'pair', origin: 'no', destination: 'way' }],
      }),
    ).toThrow(DataError);
  });

  it('says of roads what the commands say of them', () => {
    const { criticality, sectionValues, buildOrder } = makePlain();
    const top = 20;
    expect(criticality).toEqual(settle(startCriticality(REGION_DATASET, { top }).document()));
    expect(sectionValues).toEqual(settle(startSectionValues(REGION_DATASET, {}).document()));
    expect(buildOrder).toEqual(settle(startBuildOrder(REGION_DATASET, {}).document()));
    const lines = renderReport(makePlain(), 'csv').split('\r\n');
    const years = lines.filter(
      (line) => line.startsWith('build order,,best,') || line.startsWith('build order,,real,'),
    );
    expect(years).toHaveLength((buildOrder?.best.years.length ?? 0) + (buildOrder?.real?.years.length ?? 0));
  });

  it('marks every time that the ranges leave open', () => {
    const { analysis } = makePlain();
    const rough = analysis.groups.filter(({ corners }) => corners === 'some');
    expect(rough.length).toBeGreaterThan(0);
    for (const { timeS } of rough) {
      const minutes = (Number(timeS) / 60).toFixed(1);
      for (const format of ['html', 'markdown'] as const)
        expect(renderReport(makePlain(), format)).toContain(`≈${minutes}`);
    }
  });

  it('is known in every form, and nothing else is', () => {
    for (const format of REPORT_FORMATS) expect(isReport(renderReport(makePlain(), format))).toBe(true);
    for (const text of [
      '',
      '{}',
      '<!doctype html>',
      JSON.stringify(makePlain().analysis),
      '# Title\n',
      '```json\n1\n```',
    ])
      expect(isReport(text)).toBe(false);
  });
});

describe('what cannot be asked', () => {
  it.each([
    [{ draws: -1 }, 'draws'],
    [{ draws: 1e6 }, 'draws'],
    [{ seed: 0.5 }, 'seed'],
    [{ without: ['analysis'] }, 'without'],
    [{ measure: 'wealth' }, 'measure'],
    [{ base: 'nowhere' }, ''],
  ])('%j is told by its field', (request, path) => {
    const ask = () => toReport(REGION_DATASET, { ...FEW, ...request } as typeof FEW);
    expect(ask).toThrow(DataError);
    try {
      ask();
    } catch (error) {
      expect((error as DataError).problems.map((problem) => problem.path)).toEqual([path]);
    }
  });
});
