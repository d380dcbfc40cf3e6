import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { analyse, toCellsCsv } from '../../src/index.ts';
import { listCopied } from '../../web/panels/table-cells.ts';
import { filterRows, gatherBySite, sortRows } from '../../web/panels/table-filter.ts';
import { listRows } from '../../web/panels/table-rows.ts';
import { DEFAULT_TABLE, ROW_KINDS, sortBy, tableChoice, type RowKind } from '../../web/panels/table-state.ts';
import { spoken } from '../../web/words/index.ts';
import { en as first } from '../../web/words/en/index.ts';
import { late } from '../../web/words/en/late.ts';
import { ask, DATASET, WITH, WITHOUT } from './answer-fixture.ts';

const en = { ...first, ...late };

beforeAll(() => {
  spoken.value = { language: 'en', words: en };
});
afterEach(() => {
  tableChoice.value = DEFAULT_TABLE;
});

const rowsAt = (cutoffS: number, kinds: readonly RowKind[] = ['supplier']) =>
  listRows(DATASET, ask({ cutoffS }), WITHOUT, WITH, kinds);

describe('the rows of the table', () => {
  it('say the minutes, the mark and the doubt of the command line', () => {
    const row = rowsAt(3600).find(({ id }) => id === 'S042');
    expect(row?.name).toBe('Ahresty Guangzhou');
    const texts = row?.groups.map(({ base, build }) => `${base.text} → ${build.text}`);
    expect(texts).toEqual(['≈73.4 ✗ → ≈64.1 ~', '≈12.2 ✓ → ≈12.2 ✓', '≈68.9 ~ → ≈52.6 ✓']);
    expect(row?.groups.map(({ difference }) => difference.text)).toEqual(['−9.3', '0.0', '−16.3']);
    expect(row?.groups[2]?.build.look).toContain('flipped');
    expect(row?.groups[0]?.build.look).not.toContain('flipped');
  });

  it('keep their identity where nothing that they show has changed', () => {
    const before = rowsAt(3600);
    expect(rowsAt(3600).every((row, i) => row === before[i])).toBe(true);
    const after = rowsAt(3660);
    const same = after.filter((row, i) => row === before[i]).length;
    expect(same).toBeGreaterThan(0);
    expect(same).toBeLessThan(after.length);
  });

  it('are words in the language spoken, not those kept from another', () => {
    const before = rowsAt(3600)[0];
    spoken.value = { language: 'zh', words: { ...en, 'table.min': '分钟' } };
    const after = rowsAt(3600)[0];
    spoken.value = { language: 'en', words: en };
    expect(after?.name).not.toBe(before?.name);
    expect(after?.groups[0]?.build.label).toContain('分钟');
  });
});

describe('filters and order', () => {
  it('keep what passes every filter', () => {
    const rows = rowsAt(3600);
    const pick = (part: Partial<typeof DEFAULT_TABLE>) => filterRows(rows, { ...DEFAULT_TABLE, ...part });
    expect(pick({})).toHaveLength(36);
    expect(pick({ attribution: 'no-to-yes' }).map(({ id }) => id)).toEqual(['S040', 'S042', 'S055']);
    expect(pick({ keiretsu: 'toyota' }).every(({ keiretsu }) => keiretsu === 'toyota')).toBe(true);
    expect(pick({ keiretsu: 'none' }).every(({ keiretsu }) => keiretsu === null)).toBe(true);
    expect(pick({ text: 'brake' }).length).toBeGreaterThan(0);
    expect(pick({ text: 'brake', district: 'zengcheng', part: 'nothing' })).toEqual([]);
    expect(rowsAt(3600, ['plant'])).toHaveLength(10);
    expect(rowsAt(3600, [])).toEqual([]);
    expect(rowsAt(3600, ROW_KINDS)).toHaveLength(ask().origins.length);
  });

  it('put the quickest first, then the slowest, then the order of the data', () => {
    const rows = filterRows(rowsAt(3600), DEFAULT_TABLE);
    const times = () =>
      sortRows(rows, tableChoice.value).map(({ groups }) => groups[0]?.base.value ?? Infinity);
    sortBy('nissan|base');
    expect(times()).toEqual(times().toSorted((a, b) => a - b));
    sortBy('nissan|base');
    expect(times()).toEqual(times().toSorted((a, b) => b - a));
    sortBy('nissan|base');
    expect(sortRows(rows, tableChoice.value)).toBe(rows);
  });

  it('gather one row a site', () => {
    const rows = filterRows(rowsAt(3600), DEFAULT_TABLE);
    const sites = gatherBySite(DATASET, rows);
    expect(sites).toHaveLength(9);
    expect(sites.find(({ place }) => place === 'Z_GZ_DQ')?.other).toMatch(/^6 suppliers: /);
  });
});

describe('the copy', () => {
  it('has the lines that the command line writes for the same pairs', () => {
    const answer = ask();
    const rows = filterRows(rowsAt(3600), { ...DEFAULT_TABLE, attribution: 'no-to-yes' });
    const places = [...answer.destinations, ...answer.origins];
    const shown = { answer, rows, base: WITHOUT, build: WITH };
    const lines = toCellsCsv(listCopied({ ...shown, mode: 'all' }), places).split('\r\n');
    const whole = analyse(DATASET);
    const said = toCellsCsv(whole.cells, [...whole.destinations, ...whole.origins]).split('\r\n');
    expect(lines[0]).toBe(said[0]);
    expect(lines.filter((line) => !said.includes(line))).toEqual([]);
    // Three suppliers, three groups, two scenarios; a title and the end of the last line.
    expect(lines).toHaveLength(3 * 3 * 2 + 2);
    expect(listCopied({ ...shown, mode: 'base' }).every(({ scenario }) => scenario === WITHOUT)).toBe(true);
  });

  it('goes to the plant that decides in the scenario of the cell', () => {
    const answer = ask({ cutoffS: 3600 });
    const decides = (scenario: string) =>
      answer.groups.filter((row) => row.scenario === scenario).map(({ plant }) => plant);
    expect(decides(WITHOUT)).not.toEqual(decides(WITH));
    const shown = { answer, rows: rowsAt(3600, ROW_KINDS), base: WITHOUT, build: WITH };
    expect(listCopied({ ...shown, mode: 'build' }).map(({ destination }) => destination)).toEqual(
      decides(WITH),
    );
    expect(listCopied({ ...shown, mode: 'base' }).map(({ destination }) => destination)).toEqual(
      decides(WITHOUT),
    );
  });
});
