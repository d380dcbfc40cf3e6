/** What roads of a network are called in the reader's language. */
import type { RoadNames } from '../../src/index.ts';
import { look } from '../state/look.ts';

/** The name in the language of the page, else the map's own, else its number; null for a road without any. */
export function nameRoad(names: RoadNames): string | null {
  return names[`name:${look.value.language}`] ?? names['name'] ?? names['ref'] ?? null;
}

/** Names of several roads, each once; null where none has one. */
export function nameRoads(all: readonly RoadNames[]): string | null {
  const names = new Set(all.flatMap((one) => nameRoad(one) ?? []));
  return names.size === 0 ? null : [...names].join(' / ');
}
