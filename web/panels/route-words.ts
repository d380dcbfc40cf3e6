/** Words for the parts of a trip: places, roads, ramps, verdicts. */
import type { AnswerGroup, TripExplanation, TripLeg, TripRoad, TripSide } from '../../src/index.ts';
import { dataset } from '../state/answers.ts';
import { DASH, kilometres, minutes, number } from '../words/format.ts';
import { spoken, t, type WordKey } from '../words/index.ts';
import { groupName, nameOf } from '../words/names.ts';

interface RoadName {
  readonly nameEn: string;
  readonly nameZh: string | null;
}

/** A road, node or junction in the reader's language. */
export function roadName({ nameEn, nameZh }: RoadName): string {
  return nameOf({ name: nameEn, nameZh });
}

/** A leg: the road, or which ramps. */
export function legName(leg: TripLeg): string {
  if (leg.facility !== 'ramp') return roadName(leg);
  return t('route.ramp', { from: roadName(leg.from), to: roadName(leg.to) });
}

/** Roads in order with the kilometres driven on each. */
export function roadList(roads: readonly TripRoad[]): string {
  if (roads.length === 0) return DASH;
  const names = roads.map((road) => {
    const name = t('route.roadKm', { road: roadName(road), n: kilometres(road.lengthM) });
    return `${road.belt ? '◆ ' : ''}${name}`;
  });
  return new Intl.ListFormat(spoken.value?.language ?? 'en', { type: 'conjunction' }).format(names);
}

/** Where the trip ends: the group asked for, or the place. */
export function targetName({ group, base, build, asked }: TripExplanation): string {
  const data = dataset.value;
  if (group !== null && data !== null) return groupName(data, group);
  const place = build.to ?? base.to;
  return place === null ? asked.destination : nameOf(place);
}

export const VERDICT_MARKS: Readonly<Record<AnswerGroup['verdict'], string>> = {
  strict: '✓',
  tolerant: '~',
  no: '✗',
  unreachable: '✗',
};

/** A verdict in words, with its limits in minutes. */
export function verdictText({ verdict }: TripSide, { cutoffS, toleranceS }: TripExplanation): string {
  const T = number(cutoffS / 60, 1);
  const T2 = number((cutoffS + toleranceS) / 60, 1);
  return t(`route.verdict.${verdict}`, { T, T2 });
}

/** The change of the time in words. */
export function changeText({ change, base, build }: TripExplanation): string {
  if (base.route === null && build.route !== null) return t('route.newly');
  if (base.route !== null && build.route === null) return t('route.cutOff');
  const { changeS } = change;
  if (changeS === null || changeS === 0) return t('route.same');
  return t(changeS < 0 ? 'route.faster' : 'route.slower', { n: minutes(Math.abs(changeS)) });
}

/** Yuan with two decimals: prices line up. */
export function yuan(cny: number | null): string {
  if (cny === null) return DASH;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(spoken.value?.language ?? 'en', digits).format(cny);
}

/** A facility in words; one that the dictionary does not know by its id. */
export function facilityName(facility: string): string {
  const key = `route.facility.${facility}`;
  const text = t(key as WordKey);
  return text === key ? facility : text;
}
