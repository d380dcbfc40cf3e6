/** A trip over the day and from one day to the next: what `beltway day` and `beltway reliability` say of it. */
import {
  listDay,
  toReliability,
  type AnalysisRequest,
  type Dataset,
  type DayDocument,
  type DayRequest,
} from '../../src/index.ts';
import { toPlain } from './plain.ts';
import type { TripInput, Varying } from './protocol.ts';

/** The hours of the trip asked for last: while an hour is chosen they stay the same. */
let kept: { readonly dataset: Dataset; readonly key: string; readonly day: DayDocument } | null = null;

function findDay(dataset: Dataset, request: DayRequest): DayDocument {
  const key = JSON.stringify(request);
  if (kept === null || kept.dataset !== dataset || kept.key !== key)
    kept = { dataset, key, day: listDay(dataset, request) };
  return kept.day;
}

/** Whether the data say how much times vary at what is asked: in a traffic state, or at an hour between some. */
function isVarying(
  { variability }: Dataset,
  { traffic = 'free', departS, arriveByS }: AnalysisRequest,
): boolean {
  const known = variability?.coefficientOfVariation ?? {};
  const byHour = departS !== undefined || arriveByS !== undefined;
  return byHour ? Object.keys(known).length > 0 : known[traffic] !== undefined;
}

/** Both answers for one trip, in base and build; the hours of the day are all of them, whatever hour is chosen. */
export function toVarying(dataset: Dataset, { request, origin, destination }: TripInput): Varying {
  const isGroup = dataset.header.groups.some(({ id }) => id === destination);
  const target = isGroup ? { group: destination } : { destinations: [destination] };
  const { traffic, ...plain } = toPlain(request);
  const asked = { ...plain, origins: [origin], ...target };
  const { departS, arriveByS } = request;
  const when = departS === undefined && arriveByS === undefined ? { traffic } : { departS, arriveByS };
  return {
    origin,
    destination,
    day: dataset.profiles.length === 0 ? null : findDay(dataset, asked),
    reliability: isVarying(dataset, request) ? toReliability(dataset, { ...asked, ...when }) : null,
  };
}
