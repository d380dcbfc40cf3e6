/** What each road of a scenario over a city is worth, as a document: values sum to the whole as they are written. */
import { roundPlaces, roundToSum } from '../../answer/round-to-sum.ts';
import { toMeasureText } from '../../answer/section-values-sentence.ts';
import { toCountWords } from '../../answer/value-words.ts';
import type { City } from '../../city/city.ts';
import type { CityLimits } from '../../city/measures.ts';
import type { MeasureWorth, RoadGame, RoadWorth } from '../../city/road-game.ts';
import type { RoadPlayer } from '../../city/scenario/players.ts';
import type { MeasureShares } from '../../model/value.ts';
import { M_PER_KM } from '../../units.ts';
import { toModificationText } from '../scenario.ts';
import { toCityData, type CityData } from './city.ts';

/** A road or a row of a scenario, or several of one name. */
export interface CityValuedSection {
  /** Label, id of a road that is built, name of a road to come, or `row-3`. */
  readonly id: string;
  readonly title: string;
  /** Its rows, by their place in the list of modifications, from 1. */
  readonly rows: readonly number[];
  /** What has to be there before it, without what these stand on themselves. */
  readonly standsOn: readonly string[];
  /** Links that it builds, closes or gives other values, both directions once, and their kilometres. */
  readonly links: number;
  readonly km: number;
}

export interface CitySectionValues {
  readonly schema: 'beltway/city-section-values@1';
  readonly data: CityData;
  readonly vehicleClass: string;
  readonly cutoffS: number;
  readonly toleranceS: number;
  readonly travellers: 'suppliers';
  readonly suppliers: number;
  readonly plants: number;
  /** Suppliers × plants. */
  readonly pairs: number;
  readonly sections: readonly CityValuedSection[];
  /** Rows that are there whatever else is, from 1: of places, and those not asked about. */
  readonly given: readonly number[];
  /** Networks that were searched: one a set in which nothing is without what it stands on. */
  readonly networks: number;
  /** Orders in which nothing comes before what it stands on. */
  readonly orders: number;
  /** Pairs without a way in one of the networks: their time is in no sum. */
  readonly leftOut: number;
  readonly measures: readonly MeasureShares[];
  readonly sentence: string;
}

/** The unit that a measure is given in. */
export const CITY_UNITS = { minutes: 's', passes: 'pairs', iOut: 'share', i2: 'share' } as const;

const listMembers = (ids: readonly string[], set: number): readonly string[] =>
  ids.filter((_, i) => ((set >>> i) & 1) === 1);

function toMeasureShares(ids: readonly string[], worth: MeasureWorth): MeasureShares {
  const { measure, values, first, last, together } = worth;
  const [none, all] = [roundPlaces(worth.none), roundPlaces(worth.all)];
  const shares = roundToSum(values, all - none);
  const interactions = together
    .map(({ players, dividend }) => {
      return { sections: listMembers(ids, players), dividend: roundPlaces(dividend) };
    })
    .filter(({ dividend }) => dividend !== 0)
    .toSorted((a, b) => Math.abs(b.dividend) - Math.abs(a.dividend) || a.sections.length - b.sections.length);
  return {
    ...{ measure, unit: CITY_UNITS[measure], none, all, interactions },
    shares: ids.map((section, i) => ({
      ...{ section, value: shares[i] ?? 0 },
      ...{ alone: roundPlaces(first[i] ?? 0), last: roundPlaces(last[i] ?? 0) },
    })),
  };
}

/** What a section is called: by its name where it has one, else by what its row does. */
function toTitle({ id, rows }: RoadPlayer): string {
  const [first] = rows;
  if (first === undefined || first.modification.label === id) return id;
  const { modification } = first;
  if (modification.kind === 'build') return modification.title;
  const isNamed = modification.kind === 'set-dates' && modification.sections.includes(id);
  return isNamed ? id : toModificationText(modification);
}

const toNumbers = (rows: readonly { readonly place: number }[]): readonly number[] => [
  ...new Set(rows.map(({ place }) => place + 1)),
];

function toSentence(body: Omit<CitySectionValues, 'sentence'>): string {
  const { sections, data, leftOut, measures } = body;
  const each = sections.length === 1 ? 'The section' : `Each of ${sections.length} sections`;
  const isOrdered = sections.some(({ standsOn }) => standsOn.length > 0);
  const orders = isOrdered ? 'the orders in which nothing comes before what it stands on' : 'all orders';
  const head = `${each} of ${data.scenario?.title ?? ''} is credited with the mean of what it adds over ${orders}.`;
  const have = leftOut === 1 ? 'has' : 'have';
  const left = `${toCountWords(leftOut, 'pair')} ${have} no way in one of the networks: no sum of time counts them.`;
  return [head, ...measures.map((one) => toMeasureText(body, one)), ...(leftOut === 0 ? [] : [left])].join(
    ' ',
  );
}

/** The sections of a game, and the rows that are there whatever else is. */
export function describeRoads({
  players,
  direct,
  given,
}: RoadGame): Pick<CitySectionValues, 'sections' | 'given'> {
  const ids = players.map(({ id }) => id);
  const sections = players.map((player, i): CityValuedSection => {
    const { id, rows, links } = player;
    const km = [...links.values()].reduce((sum, lengthM) => sum + lengthM, 0) / M_PER_KM;
    const standsOn = listMembers(ids, direct[i] ?? 0);
    return { id, title: toTitle(player), rows: toNumbers(rows), standsOn, links: links.size, km };
  });
  return { sections, given: toNumbers(given) };
}

/** The document; the city is that with all roads of the game. */
export function toCitySectionValues(
  city: City,
  game: RoadGame,
  { orders, leftOut, measures }: RoadWorth,
  { cutoffS, toleranceS }: CityLimits,
): CitySectionValues {
  const { players, sets, suppliers, plants } = game;
  const ids = players.map(({ id }) => id);
  const body = {
    ...{ schema: 'beltway/city-section-values@1' as const, data: toCityData(city) },
    ...{ vehicleClass: city.vehicleClass, cutoffS, toleranceS, travellers: 'suppliers' as const },
    ...{ suppliers: suppliers.length, plants: plants.length, pairs: suppliers.length * plants.length },
    ...describeRoads(game),
    ...{ networks: sets.length, orders, leftOut },
    measures: measures.map((one) => toMeasureShares(ids, one)),
  };
  return { ...body, sentence: toSentence(body) };
}
