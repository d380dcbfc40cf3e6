/** Dating: the links of named sections take other opening and closing dates than their own. */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { SetDatesModification } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { checkSectionIds, checkTouches } from './check.ts';
import { isDate } from './dates.ts';

function checkDate(date: string | null, path: string): readonly Problem[] {
  if (date === null || isDate(date)) return [];
  const expected = 'a date YYYY, YYYY-MM or YYYY-MM-DD of the calendar, or null';
  return [{ file: '', path, expected, found: JSON.stringify(date), code: 'out-of-range' }];
}

/** What is wrong with the modification at a path such as `modifications[0]`; nothing is applied. */
export function checkSetDates(
  dataset: Dataset,
  modification: SetDatesModification,
  path: string,
): readonly Problem[] {
  const { sections, opened, closed } = modification;
  const wrong = [
    ...checkSectionIds(dataset, sections, `${path}.sections`),
    ...checkDate(opened, `${path}.opened`),
    ...checkDate(closed, `${path}.closed`),
  ];
  return wrong.length > 0 ? wrong : checkTouches(dataset, (link) => sections.includes(link.section), path);
}

/** New link values where the dates change, the same ones elsewhere. */
export function applySetDates(links: readonly Link[], modification: SetDatesModification): readonly Link[] {
  const { sections, opened, closed } = modification;
  return links.map((link) => (sections.includes(link.section) ? { ...link, opened, closed } : link));
}
