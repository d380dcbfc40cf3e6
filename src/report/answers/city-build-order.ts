/** In which order the roads of a scenario over a city are best built, as a document. */
import { toProgramme } from '../../answer/build-programme.ts';
import { toAmountText, toAmountWords, toCountWords } from '../../answer/value-words.ts';
import type { City } from '../../city/city.ts';
import type { CityLimits } from '../../city/measures.ts';
import type { RoadGame, RoadOrder, RoadPace } from '../../city/road-game.ts';
import type { Programme } from '../../model/build-order.ts';
import type { MeasureShares } from '../../model/value.ts';
import { toCityData } from './city.ts';
import { CITY_UNITS, describeRoads, type CitySectionValues } from './city-sections.ts';

export interface CityBuildOrder extends Omit<CitySectionValues, 'schema' | 'measures'> {
  readonly schema: 'beltway/city-build-order@1';
  readonly measure: MeasureShares['measure'];
  readonly unit: MeasureShares['unit'];
  /** Sections finished a year. */
  readonly perYear: number;
  /** Share by which a year counts less than the one before: of the caller. */
  readonly discountRate: number;
  readonly best: Programme;
  /** Orders of the value of the best, it included. */
  readonly ties: number;
  readonly leastValue: number;
}

function toSentence(body: Omit<CityBuildOrder, 'sentence'>): string {
  const { data, sections, best, ties, orders, leastValue, measure, discountRate } = body;
  const isOrdered = sections.some(({ standsOn }) => standsOn.length > 0);
  const among = isOrdered ? ' in which nothing comes before what it stands on' : '';
  const order = best.order.join(', then ');
  const sum = `${discountRate === 0 ? 'a sum' : 'a discounted sum'} of ${toAmountWords(body, measure, best.value)}`;
  return `Of ${toCountWords(orders, 'order')}${among}, ${ties === 1 ? 'one is' : `${ties} are`} best for ${data.scenario?.title ?? ''}: ${order}, with ${sum}; the worst makes ${toAmountText(measure, leastValue)}.`;
}

/** The document; the city is that with all roads of the game. */
export function toCityBuildOrder(
  city: City,
  game: RoadGame,
  { measure, problem, best, least, orders, leftOut }: RoadOrder,
  { perYear, rate }: RoadPace,
  { cutoffS, toleranceS }: CityLimits,
): CityBuildOrder {
  const { players, sets, suppliers, plants } = game;
  const body = {
    ...{ schema: 'beltway/city-build-order@1' as const, data: toCityData(city) },
    ...{ vehicleClass: city.vehicleClass, cutoffS, toleranceS, travellers: 'suppliers' as const },
    ...{ suppliers: suppliers.length, plants: plants.length, pairs: suppliers.length * plants.length },
    ...{ measure, unit: CITY_UNITS[measure], perYear, discountRate: rate },
    ...describeRoads(game),
    ...{ networks: sets.length, orders, leftOut, ties: best.ties, leastValue: least },
    best: toProgramme(
      problem,
      best.order,
      players.map(({ id }) => id),
    ),
  };
  return { ...body, sentence: toSentence(body) };
}
