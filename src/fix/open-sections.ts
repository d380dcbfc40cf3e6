/**
 * Opening sections of the data set that a scenario has not: they are struck off the lists of what it closes, and where
 * they are not yet there (or not any more) they open with what they had on their first day.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { CloseModification, Modification, Scenario } from '../model/scenario.ts';
import { applyScenario } from '../scenario/apply.ts';
import { ALWAYS, isOpenOn, toLastDay } from '../scenario/dates.ts';

/** Main lines: what a section is, where it has any. */
export function isMain({ facility }: Pick<Link, 'facility'>): boolean {
  return facility !== 'ramp';
}

/** Ids of the sections with a main line on record of which nothing is open, in the order of the data set. */
export function listShutSections(dataset: Dataset, scenario: Scenario): readonly string[] {
  const open = new Set(
    applyScenario(dataset, scenario)
      .links.filter(isMain)
      .map(({ section }) => section),
  );
  const onRecord = new Set(dataset.links.filter(isMain).map(({ section }) => section));
  return dataset.sections.map(({ id }) => id).filter((id) => onRecord.has(id) && !open.has(id));
}

/** What remains of a closing once some sections are struck off it; nothing where it named no others. */
function strikeOff(modification: CloseModification, ids: ReadonlySet<string>): readonly Modification[] {
  const { sections, ...rest } = modification;
  if (sections === undefined || !sections.some((id) => ids.has(id))) return [modification];
  const left = sections.filter((id) => !ids.has(id));
  if (left.length > 0) return [{ ...rest, sections: left }];
  return rest.highways === undefined && rest.links === undefined ? [] : [rest];
}

/** First day of a main line of a section. */
function findFirstDay(dataset: Dataset, id: string): string {
  const days = dataset.links
    .filter((link) => link.section === id && isMain(link))
    .map(({ opened }) => (opened === null ? ALWAYS : toLastDay(opened)));
  return days.toSorted()[0] ?? ALWAYS;
}

/** Features that a section did not have on its first day, and has not in the scenario. */
function listLaterFeatures(
  dataset: Dataset,
  id: string,
  isThere: (link: Link) => boolean,
): readonly string[] {
  const firstDay = findFirstDay(dataset, id);
  const later = dataset.links.filter(
    (link) => link.section === id && !isOpenOn(link.opened, link.closed, firstDay) && !isThere(link),
  );
  return [...new Set(later.map(({ featureId }) => featureId))];
}

/** Modifications of a scenario in which sections are open that it had not. */
export interface Opened {
  readonly modifications: readonly Modification[];
  /** The scenario's own modifications are among them, struck off: they cannot be added to it. */
  readonly isEdited: boolean;
}

/** The modifications of a scenario with some sections open; whether all of them then are is for the caller to see. */
export function openSections(dataset: Dataset, scenario: Scenario, sections: readonly string[]): Opened {
  if (sections.length === 0) return { modifications: scenario.modifications, isEdited: false };
  const ids = new Set(sections);
  const struck = scenario.modifications.flatMap((one) =>
    one.kind === 'close' && one.off !== true ? strikeOff(one, ids) : [one],
  );
  const isEdited =
    struck.some((one, i) => one !== scenario.modifications[i]) ||
    struck.length < scenario.modifications.length;
  const uncovered = { ...scenario, modifications: struck };
  const shut = new Set(listShutSections(dataset, uncovered));
  const toDate = sections.filter((id) => shut.has(id));
  if (toDate.length === 0) return { modifications: struck, isEdited };
  const open = new Set(applyScenario(dataset, uncovered).links.map(({ id }) => id));
  const later = toDate.flatMap((id) => listLaterFeatures(dataset, id, (link) => open.has(link.id)));
  return {
    isEdited,
    modifications: [
      ...struck,
      { kind: 'set-dates', sections: toDate, opened: null, closed: null },
      ...(later.length === 0 ? [] : [{ kind: 'close', links: later } as const]),
    ],
  };
}
