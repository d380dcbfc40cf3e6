/** How an answer names a place: the id or `lon,lat` that was asked for, its names, its coordinate. */
import type { KnownPlace } from '../answer/place.ts';
import type { LonLat } from '../model/source.ts';

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly at: LonLat;
}

/** A place as an answer names it. */
export function toNamedPlace({ origin: { id, name, nameZh }, place }: KnownPlace): NamedPlace {
  return { id, name, nameZh, at: place.at };
}
