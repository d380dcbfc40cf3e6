import { describe, expect, it } from 'vitest';
import { isDate, isOpenOn, toLastDay } from '../../src/scenario/dates.ts';

describe('toLastDay', () => {
  it('agrees with the calendar of the platform for every month of four centuries', () => {
    for (let year = 1900; year < 2300; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const text = `${year}-${String(month).padStart(2, '0')}`;
        const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
        expect(toLastDay(text)).toBe(last);
        expect(toLastDay(last)).toBe(last);
      }
    }
  });

  it('reads a year as its last day', () => {
    expect(toLastDay('2010')).toBe('2010-12-31');
  });

  it.each([
    '2007-13',
    '2007-00',
    '2007-02-29',
    '2007-04-31',
    '2007-01-00',
    '07-01',
    '2007-1',
    '',
    ' 2007',
    '2007-01-01T00',
  ])('refuses %j', (text) => {
    expect(isDate(text)).toBe(false);
    expect(() => toLastDay(text)).toThrow('expected a date');
  });
});

describe('isOpenOn', () => {
  it('is open from the opening day to the day before closing', () => {
    const days = ['2005-12-30', '2005-12-31', '2007-09-20', '2007-09-21'];
    expect(days.map((day) => isOpenOn('2005-12', '2007-09-21', day))).toEqual([false, true, true, false]);
  });

  it('has always been open without an opening date, and still is without a closing date', () => {
    expect(isOpenOn(null, null, '0001-01-01')).toBe(true);
    expect(isOpenOn(null, '2000', '2000-12-30')).toBe(true);
    expect(isOpenOn(null, '2000', '2000-12-31')).toBe(false);
  });
});
