/** Files `suppliers/*.json`: parts makers, where they stand and whom they are documented to supply. */
import * as z from 'zod';

import type { Supplier } from '../model/place.ts';
import {
  confidence,
  coordinateGrade,
  date,
  exactly,
  flag,
  id,
  list,
  note,
  numberAbove0,
  oneOf,
  record,
  sources,
  text,
} from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report } from './report.ts';
import { type Rows, checkFiles, listSound, readList } from './rows.ts';

const customer = record('a customer', {
  group: id('an assembler group').nullable(),
  name: text('name of the customer'),
  status: oneOf('status', ['current', 'past', 'target', 'via']),
  asOf: date('when the record speaks of').nullable(),
  source: id('a source'),
  note,
});

const TIER_WORDS = 'tier of the supplier: 1 or 2';

const supplier = record('a supplier', {
  id: id('id of the supplier'),
  name: text('name in English'),
  nameZh: text('name in Chinese').nullable(),
  parent: text('parent company'),
  keiretsu: id('an assembler group').nullable(),
  tier: z.literal([1, 2], TIER_WORDS).describe(TIER_WORDS),
  part: text('part it makes'),
  district: id('a district').nullable(),
  zone: id('a zone').nullable(),
  siteGrade: coordinateGrade.nullable(),
  established: date('when it was established').nullable(),
  startOfProduction: date('start of production').nullable(),
  inSet2006: flag('documented by 2006'),
  customers: list('documented customers', customer),
  buyer: id('a supplier or group it sells to').nullable(),
  volume: numberAbove0('yearly volume', 1e9).nullable(),
  evidence: text('what it rests on'),
  confidence,
  sources,
}) satisfies z.ZodType<Supplier>;

function toFile<T extends z.ZodType>(item: T) {
  return record('a file of suppliers', {
    schema: exactly('beltway/suppliers@1'),
    suppliers: list('suppliers', item),
  });
}
export const suppliersFile = toFile(supplier);

/** Reads the suppliers. */
export function readSuppliers(folder: Folder, report: Report): Rows<Supplier> {
  checkFiles(toFile(z.unknown()), folder.suppliers, report);
  const rows = readList(supplier, folder.suppliers, ['suppliers'], report);
  for (const { spot, value } of listSound(rows)) {
    if ((value.zone === null) !== (value.siteGrade === null)) {
      const expected = value.zone === null ? 'null, as there is no zone' : 'the grade of the site';
      report.tell(spot, ['siteGrade'], 'contradiction', expected, value.siteGrade);
    }
    if (value.tier === 1 && value.buyer !== null) {
      report.tell(spot, ['buyer'], 'contradiction', 'null for tier 1', value.buyer);
    }
  }
  return rows;
}
