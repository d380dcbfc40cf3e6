/** Files of reports held against the data: accepted as they were written, refused with the place once anything is off. */
import { describe, expect, it } from 'vitest';
import { REPORT_FORMATS } from '../../src/report-file/read.ts';
import { renderReport } from '../../src/report-file/render.ts';
import { toReport } from '../../src/report-file/make.ts';
import type { DocumentPart, ReportDocument } from '../../src/report/document/document.ts';
import { toEmbeddedJson } from '../../src/report/document/embed.ts';
import { toCount } from '../scene/random.ts';
import {
  change,
  check,
  LEAN,
  loadRegion,
  makeLean,
  makeOwn,
  makePlain,
  refusals,
  REGION_DATASET,
} from './region-report.ts';

const HTML = renderReport(makeLean(), 'html');

/** The file with one document put in place of another. */
function withDocument(part: string, value: unknown, html = HTML): string {
  return html.replace(
    new RegExp(`(id="beltway-${part}">).*(</script>)`),
    (_, before: string, after: string) => {
      return before + toEmbeddedJson(value) + after;
    },
  );
}

describe('a report as it was written', () => {
  it.each(REPORT_FORMATS)('is accepted as %s', (format) => {
    const { ok, problems, statement } = check(renderReport(makePlain(), format));
    expect({ ok, problems }).toEqual({ ok: true, problems: [] });
    expect(statement).toMatch(
      /^\d+ values of the main answer derived again by an engine of its own; all 8 answers/,
    );
  });

  it('is accepted with the scenarios that it brings along', () => {
    expect(refusals(renderReport(makeOwn(), 'html'))).toEqual([]);
  });

  it('is accepted by the hour, which no second engine derives', () => {
    const byHour = toReport(REGION_DATASET, { ...LEAN, departS: 27_000 });
    const { problems, statement } = check(renderReport(byHour, 'html'));
    expect(problems).toEqual([]);
    expect(statement).toMatch(/^Times by the hour are not derived/);
  });
});

describe('a changed digit', () => {
  it.each(REPORT_FORMATS)('anywhere in %s is refused with its place', (format) => {
    const text = renderReport(makeLean(), format);
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
    const times = toCount(3, 60);
    for (let i = 0; i < times; i += 1) {
      const at = digits[Math.floor(((i + 0.5) / times) * digits.length)] ?? 0;
      const forged = text.slice(0, at) + String((Number(text[at]) + 1) % 10) + text.slice(at + 1);
      const { ok, problems } = check(forged);
      expect(ok).toBe(false);
      expect(problems[0]?.path).toMatch(/^(?:line \d+, column \d+|[a-zA-Z]+(?:[.[]|$))/);
      expect(problems[0]?.expected).not.toBe(problems[0]?.found);
    }
  });

  it('in the text names the section it stands in', () => {
    const [, minutes = ''] = /≈(\d+\.\d) /.exec(HTML) ?? [];
    expect(refusals(change(HTML, `≈${minutes} `, '≈1.0 '))).toEqual([
      expect.stringMatching(/^line \d+, column \d+ \(Minutes from each site/),
    ]);
  });

  it('in a document names the value, and the text that no longer follows from it', () => {
    const { analysis } = makeLean();
    const cells = analysis.cells.with(0, {
      ...analysis.cells[0],
      timeS: 1,
    } as (typeof analysis.cells)[number]);
    const { problems } = check(withDocument('analysis', { ...analysis, cells }));
    expect(problems).toEqual([
      {
        ...{ file: 'file', path: 'analysis.cells[0].timeS', found: '1', code: 'contradiction' },
        expected: String(analysis.cells[0]?.timeS),
      },
    ]);
  });
});

describe('a changed worth', () => {
  it('of a section, a road or a year is refused with its place', () => {
    const { sectionValues, criticality, buildOrder } = structuredClone(makePlain());
    const [share] = sectionValues?.measures[0]?.shares ?? [];
    const [link] = criticality?.links ?? [];
    const [year] = buildOrder?.real?.years ?? [];
    Object.assign(share ?? {}, { value: 1.5 });
    Object.assign(link ?? {}, { lostS: 1.5 });
    Object.assign(year ?? {}, { gain: 1.5 });
    const forged = Object.entries({ sectionValues, criticality, buildOrder }).reduce(
      (html, [part, value]) => withDocument(part, value, html),
      renderReport(makePlain(), 'html'),
    );
    expect(refusals(forged)).toEqual([
      'criticality.links[0].lostS',
      'sectionValues.measures[0].shares[0].value',
      'buildOrder.real.years[0].gain',
    ]);
  });
});

describe('a forged report', () => {
  it.each(['leftOut', 'map', 'analysis'] satisfies readonly DocumentPart[])(
    'without its %s is refused',
    (part) => {
      const [path, ...others] = refusals(
        HTML.replace(new RegExp(`<script[^>]*id="beltway-${part}">.*</script>\n`), ''),
      );
      expect(path).toMatch(new RegExp(`^${part}`));
      expect(others.length).toBeLessThan(25);
    },
  );

  it('that answers another question than it says is refused at every answer', () => {
    const { request } = makeLean();
    const head = { ...makeLean(), request: { ...request, cutoffS: 1800 } };
    const { schema, data, command } = head;
    const paths = refusals(withDocument('report', { schema, data, request: head.request, command }));
    expect(paths).toContain('head.command');
    expect(paths).toContain('analysis.cutoffS');
    expect(paths.length).toBeLessThan(150);
  });

  it.each<[string, (report: ReportDocument) => object, RegExp]>([
    ['of other data', ({ data }) => ({ data: { ...data, digest: 'x'.repeat(64) } }), /^data\.digest$/],
    ['with a key more', () => ({ extra: 1 }), /^extra$/],
    [
      'with an unknown part',
      ({ request }) => ({ request: { ...request, without: ['x'] } }),
      /^request\.without\[0\]$/,
    ],
    ['with draws beyond all bounds', ({ request }) => ({ request: { ...request, draws: 1e9 } }), /^draws$/],
    [
      'with a scenario that is none',
      ({ request }) => ({ request: { ...request, scenarios: [{}] } }),
      /^request\.scenarios\[0\]/,
    ],
    [
      'with a day of traffic that is none',
      ({ request }) => ({ request: { ...request, departS: 0, profile: {} } }),
      /^request\.profile/,
    ],
  ])('%s is refused', (_, toChange, path) => {
    const { schema, data, request, command } = makeLean();
    const head = { schema, data, request, command, ...toChange(makeLean()) };
    const paths = refusals(withDocument('report', head));
    expect(paths).not.toEqual([]);
    for (const one of paths) expect(one).toMatch(path);
  });

  it('that hides a scenario of the data behind one of its own is refused', () => {
    const { schema, data, request, command } = makeOwn();
    const scenarios = [{ ...request.scenarios?.[0], id: 'with-belt' }];
    const head = { schema, data, command, request: { ...request, build: 'with-belt', scenarios } };
    expect(refusals(withDocument('report', head))).toEqual(['request.scenarios[0].id']);
  });

  it('is refused where it is cut, turned or no report at all', () => {
    for (const text of [
      HTML.slice(0, 5000),
      HTML.slice(0, -9),
      `${HTML} `,
      HTML.replace('\n', '\r\n'),
      '{}',
      '',
    ])
      expect(check(text).ok).toBe(false);
    const scripts = withDocument('report', 1).replace('>1<', '>{"schema":<');
    expect(check(scripts).ok).toBe(false);
  });

  it('is not accepted on other data of the same name', () => {
    const other = loadRegion(['dataset.json', 'note', 'Another note.']);
    expect(refusals(HTML, other)).toEqual(['data.digest']);
  });
});
