/** File `tariffs.json`: what is charged, by toll class and period. */
import * as z from 'zod';

import type { Tariff, TariffPeriod } from '../model/travel.ts';
import { day, exactly, filledList, flag, id, list, note, numberIn, record, sources, text } from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report, Spot } from './report.ts';
import { type Rows, checkFiles, listSound, readList } from './rows.ts';

function rates(what: string, most: number) {
  return z.record(id('a toll class'), numberIn(what, 0, most), what).describe(`${what}, by toll class`);
}

const period = record('a period', {
  from: day('first day charged').nullable(),
  to: day('first day no longer charged').nullable(),
  perKmCny: rates('a rate in CNY per km', 100),
  perPassCny: rates('a charge in CNY per pass', 100_000),
  estimated: flag('the rates are estimated'),
});

const tariff = record('a tariff', {
  id: id('id of the tariff'),
  name: text('name'),
  periods: filledList('periods in order, at least one', period),
  sources,
  note,
}) satisfies z.ZodType<Tariff>;

function toFile<T extends z.ZodType>(item: T) {
  return record('a file of tariffs', {
    schema: exactly('beltway/tariffs@1'),
    tariffs: list('tariffs', item),
  });
}
export const tariffsFile = toFile(tariff);

/** Reads the tariffs. */
export function readTariffs(folder: Folder, report: Report): Rows<Tariff> {
  checkFiles(toFile(z.unknown()), folder.tariffs, report);
  const rows = readList(tariff, folder.tariffs, ['tariffs'], report);
  for (const { spot, value } of listSound(rows)) checkPeriods(value.periods, spot, report);
  return rows;
}

function checkPeriods(periods: readonly TariffPeriod[], spot: Spot, report: Report): void {
  for (const [index, { from, to }] of periods.entries()) {
    if (from !== null && to !== null && to <= from) {
      report.tell(
        spot,
        ['periods', index, 'to'],
        'contradiction',
        `a day after ${from}, the first day charged`,
        to,
      );
    }
    const before = periods[index - 1];
    if (before !== undefined && (before.to === null || from === null || from < before.to)) {
      const end = before.to === null ? 'the end of the period before, which has none' : before.to;
      report.tell(spot, ['periods', index, 'from'], 'contradiction', `a day not before ${end}`, from);
    }
  }
}
