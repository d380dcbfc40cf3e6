/** The made-up town as an imported network, for tests of the command line and of the page; and plans for it. */
import { join } from 'node:path';
import { ROOT, runLater } from '../cli/run.ts';

/** Its map: a few streets, a motorway, bans, a road to come. */
const TOWN_MAP = join(ROOT, 'test', 'region', 'town.osm');

/** Imports it into a folder. */
export function importTown(folder: string) {
  return runLater(['import', 'osm', TOWN_MAP, '--country', 'CN', '--out', folder]);
}

/** A road from one corner of the town to the other. */
export const DIAGONAL = {
  ...{ kind: 'build', id: 'LINK', title: 'Diagonal', facility: 'expressway', postedKmh: 100 },
  line: [
    [113.3, 23.1],
    [113.312, 23.0892],
  ],
  interchanges: [
    { vertex: 0, node: '1' },
    { vertex: 1, node: '16' },
  ],
};

/** The text of a scenario file for the town. */
export function toPlan(id: string, modifications: readonly object[], more: object = {}): string {
  const head = { schema: 'beltway/scenario@2', id, title: `Plan ${id}`, base: '2026-06' };
  return JSON.stringify({ ...head, modifications, ...more });
}
