/** Dating: the links of named sections take other opening and closing dates than their own. */
import type { SetDatesModification } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { checkDate, toProblem } from './check.ts';
import { toLastDay } from './dates.ts';
import type { Draft } from './draft.ts';
import { changeTargets, checkTargets } from './targets.ts';

/** What is wrong with dates at a path: not of the calendar, or closed before opened. */
export function checkDates(
  { opened, closed }: Pick<SetDatesModification, 'opened' | 'closed'>,
  path: string,
): readonly Problem[] {
  const wrong = [...checkDate(opened, `${path}.opened`), ...checkDate(closed, `${path}.closed`)];
  if (wrong.length > 0 || opened === null || closed === null) return wrong;
  if (toLastDay(opened) <= toLastDay(closed)) return [];
  return [toProblem(`${path}.closed`, `a date not before it opens (${opened})`, closed, 'contradiction')];
}

/** What is wrong with the modification at a path such as `modifications[0]`; nothing is applied. */
export function checkSetDates(
  draft: Draft,
  modification: SetDatesModification,
  path: string,
): readonly Problem[] {
  const { sections } = modification;
  return [...checkTargets(draft, { sections }, path), ...checkDates(modification, path)];
}

/** New link values where the dates change, the same ones elsewhere. */
export function applySetDates(draft: Draft, { sections, opened, closed }: SetDatesModification): Draft {
  return changeTargets(draft, { sections }, (link) => ({ ...link, opened, closed }));
}
