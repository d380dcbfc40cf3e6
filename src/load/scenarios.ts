/** Files `scenarios/<id>.json`: a day, and what is changed on the road records for it. */
import * as z from 'zod';

import type { Modification, Scenario } from '../model/scenario.ts';
import { isAfter, isDate, toLastDayOf } from './dates.ts';
import { date, exactly, id, idList, list, note, record, text } from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report, Spot } from './report.ts';
import { type Rows, listSound, readSingles } from './rows.ts';

const close = record('a modification that closes roads', {
  kind: exactly('close'),
  sections: idList('ids of sections', id('a section'), 1).exactOptional(),
  links: idList('ids of links as drawn', id('a link'), 1).exactOptional(),
});

const setDates = record('a modification that sets dates', {
  kind: exactly('set-dates'),
  sections: idList('ids of sections', id('a section'), 1),
  opened: date('when it opens').nullable(),
  closed: date('when it closes').nullable(),
});

const modification = z.union(
  [close, setDates],
  'a modification of kind close or set-dates',
) satisfies z.ZodType<Modification>;

export const scenario = record('a scenario', {
  id: id('id of the scenario'),
  title: text('title in English'),
  titleZh: text('title in Chinese'),
  date: date('the day whose roads stand, or the month (its last day)'),
  modifications: list('modifications in order', modification),
  note,
}) satisfies z.ZodType<Scenario>;

export const scenarioFile = record('a scenario', {
  schema: exactly('beltway/scenario@1'),
  ...scenario.shape,
});
export type ScenarioFile = z.output<typeof scenarioFile>;

/** Reads the scenarios. */
export function readScenarios(folder: Folder, report: Report): Rows<ScenarioFile> {
  const rows = readSingles(scenarioFile, folder, 'scenarios', report);
  for (const { spot, value } of listSound(rows)) {
    if (isDate(value.id) && toLastDayOf(value.id) !== toLastDayOf(value.date)) {
      report.tell(spot, ['date'], 'contradiction', `${value.id}, the date its id says`, value.date);
    }
    for (const [index, item] of value.modifications.entries()) checkModification(item, index, spot, report);
  }
  return rows;
}

function checkModification(item: Modification, index: number, spot: Spot, report: Report): void {
  const keys = ['modifications', index];
  if (item.kind === 'close' && item.sections === undefined && item.links === undefined) {
    report.tell(spot, keys, 'missing', 'sections or links to close', item);
  }
  if (item.kind === 'set-dates' && isAfter(item.opened, item.closed)) {
    const expected = `a date not before it opens (${item.opened ?? ''})`;
    report.tell(spot, [...keys, 'closed'], 'contradiction', expected, item.closed);
  }
}
