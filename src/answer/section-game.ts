/**
 * Every set of some sections of a scenario opened, the others closed, and what each makes of the trips. With none of
 * them open the network is that of a `close` of all; with all it is the scenario's own.
 */
import type { Dataset } from '../model/dataset.ts';
import type { ValueMeasure } from '../model/value.ts';
import { DataError, type Problem } from '../problems.ts';
import type { RoadState } from '../scenario/apply.ts';
import { MS_PER_SECOND } from '../units.ts';
import type { TimeBetween } from '../value/closings.ts';
import { listPlayers } from '../value/game.ts';
import { listGroupTimes, measureReach, sumMs, type GroupTimes } from '../value/measures.ts';
import { toValueQuestion, type ValueQuestion, type ValueRequest } from './value-question.ts';
import { checkSections, chooseSections } from './value-sections.ts';

export interface SectionsRequest extends ValueRequest {
  /** Up to 12 section ids; left out = those of the belt that have an open link. */
  readonly sections?: readonly string[] | undefined;
}

export interface SectionGame extends ValueQuestion {
  readonly sections: readonly string[];
  /** Sets there are. Set s has section i open where bit i of s is 1. */
  readonly sets: number;
  /** Trip times with the sections of a set open. */
  readonly timeBetween: (set: number) => TimeBetween;
}

/** What may be needed besides, and checked. */
interface Needs {
  readonly amongPlants: boolean;
  readonly check?: (state: RoadState | null) => readonly Problem[];
}

function listFeatures({ links }: RoadState, section: string): readonly string[] {
  const own = links.filter((link) => link.section === section);
  return [...new Set(own.map(({ featureId }) => featureId))];
}

/** Throws DataError for a measure of which the question has nobody to count. */
function checkMeasurable({ travel, closings }: ValueQuestion, measure: ValueMeasure | undefined): void {
  if (measure === undefined || measure === 'minutes') return;
  if (measureReach(travel, listGroupTimes(travel, closings.open), measure) !== null) return;
  const expected = `a measure of these origins: ${measure} counts suppliers, and there is none that it counts`;
  throw new DataError([
    { file: 'request', path: 'measure', expected, found: JSON.stringify(measure), code: 'contradiction' },
  ]);
}

/** The game of a request, nothing of it searched yet. Throws DataError with everything wrong in the request. */
export function toSectionGame(dataset: Dataset, request: SectionsRequest, needs: Needs): SectionGame {
  const asked = toValueQuestion(dataset, request, {
    amongPlants: needs.amongPlants,
    check: (state) => [
      ...(state === null ? [] : checkSections(state, chooseSections(dataset, state, request.sections))),
      ...(needs.check?.(state) ?? []),
    ],
  });
  const { closings } = asked;
  checkMeasurable(asked, request.measure);
  const sections = chooseSections(dataset, closings.state, request.sections);
  const features = sections.map((section) => listFeatures(closings.state, section));
  const all = 2 ** sections.length - 1;
  const timeBetween = (set: number): TimeBetween =>
    closings.close(listPlayers(all - set).flatMap((i) => features[i] ?? [])) ?? closings.open;
  return { ...asked, sections, sets: all + 1, timeBetween };
}

/** How many of the values by set make one unit of the answers: milliseconds are whole, so that sums of them are exact. */
export const PER_UNIT: Readonly<Record<ValueMeasure, number>> = {
  minutes: MS_PER_SECOND,
  passes: 1,
  iOut: 1,
  i2: 1,
};

/**
 * Values of a measure by set: milliseconds saved against none of the sections, pairs, or a share; null where there is
 * nobody to count. Milliseconds are those of the pairs that have a way without the sections.
 */
export function listSetValues(
  { travel }: SectionGame,
  times: readonly GroupTimes[],
  measure: ValueMeasure,
): readonly number[] | null {
  const [none = new Float64Array()] = times;
  if (measure !== 'minutes') {
    const values = times.map((one) => measureReach(travel, one, measure));
    return values.some((value) => value === null) ? null : values.map((value) => value ?? 0);
  }
  const counted = (pair: number): boolean => none[pair] !== Infinity;
  const before = sumMs(travel, none, counted);
  return times.map((one) => before - sumMs(travel, one, counted));
}

/** Pairs without a way where none of the sections is open. */
export function countLeftOut({ travel }: SectionGame, none: GroupTimes): number {
  const { travellers, sites, groups } = travel;
  const cutOff = (site: string): number => {
    const first = sites.indexOf(site) * groups.length;
    return none.subarray(first, first + groups.length).filter((timeMs) => timeMs === Infinity).length;
  };
  return travellers.reduce((sum, { site }) => sum + cutOff(site), 0);
}
