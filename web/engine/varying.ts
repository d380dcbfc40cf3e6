/** A trip over the day and from one day to the next: what `beltway day` and `beltway reliability` say of it. */
import { listDay, toReliability, type Dataset } from '../../src/index.ts';
import { toPlain } from './plain.ts';
import type { TripInput, Varying } from './protocol.ts';

/** Both answers for one trip, in base and build; the hour that the page is set to plays no part. */
export function toVarying(dataset: Dataset, { request, origin, destination }: TripInput): Varying {
  const isGroup = dataset.header.groups.some(({ id }) => id === destination);
  const target = isGroup ? { group: destination } : { destinations: [destination] };
  const asked = { ...toPlain(request), origins: [origin], ...target };
  const spread = dataset.variability?.coefficientOfVariation[request.traffic ?? 'free'];
  const { traffic: _, ...ofDay } = asked;
  return {
    origin,
    destination,
    day: dataset.profiles.length === 0 ? null : listDay(dataset, ofDay),
    reliability: spread === undefined ? null : toReliability(dataset, asked),
  };
}
