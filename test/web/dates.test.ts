import { describe, expect, it } from 'vitest';
import {
  findOpening,
  LAST_MONTH,
  listOpenings,
  placeLabels,
  toDay,
  toDayOnSlider,
  toMonth,
} from '../../web/panels/dates-axis.ts';
import { SHIPPED as dataset } from '../data-sets.ts';

const OPENINGS = listOpenings(dataset);

describe('the months of the slider', () => {
  it('end on the last day of each', () => {
    expect([toDay(0), toDay(1), toDay(LAST_MONTH)]).toEqual(['2000-01-31', '2000-02-29', '2026-12-31']);
  });

  it('go there and back', () => {
    for (let month = 0; month <= LAST_MONTH; month += 1) expect(toMonth(toDay(month))).toBe(month);
  });

  it('hold a date of the data within the slider', () => {
    expect(['1994', '2007-02', '2031-01-01'].map(toDayOnSlider)).toEqual([
      '2000-01-01',
      '2007-02-28',
      '2026-12-31',
    ]);
  });
});

describe('the openings', () => {
  it('name every belt section on its day', () => {
    const belt = OPENINGS.flatMap(({ day, belt: ids }) => ids.map((id) => `${day} ${id}`));
    expect(belt).toEqual([
      '2001-10-26 N2R',
      '2005-12-31 HL_DC',
      '2006-12-19 W2R_N',
      '2007-12-24 W2R_S',
      '2008-12-16 E2R',
      '2010-12-31 S2R',
    ]);
  });

  it('hold every dated section of the slider once', () => {
    const ids = OPENINGS.flatMap(({ belt, others }) => [...belt, ...others]);
    const dated = dataset.sections.filter(({ opened }) => opened !== null && opened >= '2000');
    expect(ids.toSorted()).toEqual(dated.map(({ id }) => id).toSorted());
  });

  it('are reached forwards and backwards', () => {
    const before = toMonth('2006-12');
    expect(findOpening(OPENINGS, before - 1, 1)).toBe(before);
    expect(findOpening(OPENINGS, LAST_MONTH, 1)).toBeNull();
    expect(findOpening(OPENINGS, 0, -1)).toBeNull();
  });
});

describe('the labels of the ticks', () => {
  it.each([300, 380, 560, 900])('never touch on an axis of %i px', (width) => {
    const ticks = OPENINGS.filter(({ belt }) => belt.length > 0).map(({ month }) => {
      return { at: (width * month) / LAST_MONTH, width: 40 };
    });
    const boxes = placeLabels(ticks, width).map(({ row, side }, i) => {
      const { at, width: own } = ticks[i] ?? { at: 0, width: 0 };
      const from = side === 'left' ? at - 5 - own : at + 5;
      return { row, from, to: from + own };
    });
    for (const [i, a] of boxes.entries()) {
      expect(a.from).toBeGreaterThanOrEqual(0);
      expect(a.to).toBeLessThanOrEqual(width);
      for (const b of boxes.slice(i + 1)) {
        expect(a.row === b.row && a.from < b.to && b.from < a.to).toBe(false);
      }
    }
  });
});
