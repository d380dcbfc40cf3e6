/** File `bans.json`: hours at which a vehicle may not be on a road. */
import * as z from 'zod';

import type { Ban } from '../model/day.ts';
import {
  date,
  exactly,
  filledList,
  id,
  idList,
  list,
  lonLat,
  note,
  record,
  sources,
  text,
} from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report } from './report.ts';
import { type Rows, checkFiles, readList } from './rows.ts';

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function clock(what: string) {
  const words = `${what}: a time of day as HH:MM, 00:00 to 23:59`;
  return z.string(words).regex(CLOCK, words).describe(words);
}

const ban = record('a ban', {
  id: id('id of the ban'),
  nameEn: text('name in English'),
  nameZh: text('name in Chinese').nullable(),
  vehicleClasses: idList('vehicle classes', id('a vehicle class'), 1),
  highways: idList('highways', id('a highway'), 0),
  sections: idList('sections', id('a section'), 0),
  links: idList('links', id('a link'), 0),
  zone: list('ring around a zone', lonLat).nullable(),
  hours: filledList('hours, at least one', record('hours', { from: clock('beginning'), to: clock('end') })),
  from: date('first day').nullable(),
  to: date('first day no longer in force').nullable(),
  sources,
  note,
}) satisfies z.ZodType<Ban>;

function toFile<T extends z.ZodType>(item: T) {
  return record('a file of bans', {
    schema: exactly('beltway/bans@1'),
    bans: list('bans', item),
    note,
  });
}
export const bansFile = toFile(ban);

/** Reads the bans. */
export function readBans(folder: Folder, report: Report): Rows<Ban> {
  checkFiles(toFile(z.unknown()), folder.bans, report);
  return readList(ban, folder.bans, ['bans'], report);
}
