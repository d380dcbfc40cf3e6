/** Modifications of roads that a city has: closing, other signs, congestion, opening what is to come. */
import type {
  ChangeModification,
  CloseModification,
  SetDatesModification,
  SetSpeedFactorModification,
} from '../../model/scenario.ts';
import type { Problem } from '../../problems.ts';
import { POSTED_KMH } from '../../scenario/change.ts';
import { checkRange, toProblem } from '../../scenario/check.ts';
import { checkDates } from '../../scenario/set-dates.ts';
import { FACTOR } from '../../scenario/set-speed-factor.ts';
import { findAdded, isThere, type CityDraft } from './draft.ts';
import { findFacility } from './ground.ts';
import { checkCityTargets, listTargets } from './targets.ts';

/** A map with some links at new values. */
function setAll<T>(
  known: ReadonlyMap<number, T>,
  links: readonly number[],
  toValue: (link: number) => T,
): ReadonlyMap<number, T> {
  return new Map([...known, ...links.map((link): [number, T] => [link, toValue(link)])]);
}

/** A road that is there: vessels have no signs and no congestion. */
export const isRoad =
  (draft: CityDraft) =>
  (link: number): boolean =>
    isThere(draft, link) &&
    (findAdded(draft, link) !== null || findFacility(draft.ground.network, link) !== null);

/** The links among the targets are taken away. */
export function applyCityClose(draft: CityDraft, modification: CloseModification): CityDraft {
  return { ...draft, closed: new Set([...draft.closed, ...listTargets(draft, modification)]) };
}

/** What is wrong with other signs; a city knows no lanes and no tariffs. */
export function checkCityChange(
  draft: CityDraft,
  modification: ChangeModification,
  path: string,
): readonly Problem[] {
  const { postedKmh, lanesPerDirection, tariff } = modification;
  const refuse = (key: string, what: string, found: unknown): readonly Problem[] =>
    found === undefined
      ? []
      : [
          toProblem(
            `${path}.${key}`,
            `no such key: an imported network knows no ${what}`,
            found,
            'unsupported',
          ),
        ];
  return [
    ...checkCityTargets(draft, modification, path, isRoad(draft)),
    ...refuse('lanesPerDirection', 'lanes', lanesPerDirection),
    ...refuse('tariff', 'tariffs', tariff),
    ...(postedKmh === undefined
      ? [toProblem(path, 'something to change: postedKmh', {}, 'missing')]
      : checkRange(postedKmh, POSTED_KMH, 'km/h', `${path}.postedKmh`)),
  ];
}

/** The sign on the targets. */
export function applyCityChange(draft: CityDraft, modification: ChangeModification): CityDraft {
  const { postedKmh } = modification;
  if (postedKmh === undefined) return draft;
  const links = listTargets(draft, modification, isRoad(draft));
  return { ...draft, postedKmh: setAll(draft.postedKmh, links, () => postedKmh) };
}

/** What is wrong with congestion. */
export function checkCitySpeedFactor(
  draft: CityDraft,
  modification: SetSpeedFactorModification,
  path: string,
): readonly Problem[] {
  return [
    ...checkCityTargets(draft, modification, path, isRoad(draft)),
    ...checkRange(modification.factor, FACTOR, 'a part of the driven speed', `${path}.factor`),
  ];
}

/** Factors of several modifications multiply. */
export function applyCitySpeedFactor(draft: CityDraft, modification: SetSpeedFactorModification): CityDraft {
  const links = listTargets(draft, modification, isRoad(draft));
  const toFactor = (link: number): number => (draft.factors.get(link) ?? 1) * modification.factor;
  return { ...draft, factors: setAll(draft.factors, links, toFactor) };
}

/** Roads to come may be dated like those that are open; closed ones are gone. */
const isNotClosed =
  ({ closed }: CityDraft) =>
  (link: number): boolean =>
    !closed.has(link);

/** What is wrong with dates. */
export function checkCityDates(
  draft: CityDraft,
  modification: SetDatesModification,
  path: string,
): readonly Problem[] {
  const { sections } = modification;
  return [
    ...checkCityTargets(draft, { sections }, path, isNotClosed(draft)),
    ...checkDates(modification, path),
  ];
}

/** Links of the sections open and close on other dates than their own. */
export function applyCityDates(
  draft: CityDraft,
  { sections, opened, closed }: SetDatesModification,
): CityDraft {
  const links = listTargets(draft, { sections }, isNotClosed(draft));
  return { ...draft, dates: setAll(draft.dates, links, () => ({ opened, closed })) };
}
