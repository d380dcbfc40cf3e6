/** Links of a city under a scenario by the ids that a scenario file calls them by. */
import { toLastDay } from '../../scenario/dates.ts';
import type { LonLat } from '../../model/source.ts';
import type { City } from '../city.ts';
import { toLine } from '../line.ts';
import type { CityState } from './apply.ts';
import { findIds } from './ids.ts';
import { listBuilt } from './state.ts';

/** Ids by link: those of the network as imported, then those that the scenario builds; none of parts of a link. */
export function listLinkIds({ base }: City, state: CityState | null): readonly string[] {
  const { linkIds } = findIds(base);
  if (state === null) return linkIds;
  const built = listBuilt(state.draft, toLastDay(state.scenario.date));
  return [...linkIds, ...[...built.values()].map(({ id }) => id)];
}

/** What gives the line of a link by its id, as it is driven on the map: whole where a scenario cuts it. */
export function openLinkLines(
  { network }: City,
  linkIds: readonly string[],
): (id: string) => readonly LonLat[] {
  const placeOf = new Map(linkIds.map((id, link) => [id, link]));
  return (id) => toLine(network, placeOf.get(id) as number);
}
