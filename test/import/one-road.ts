/** One road from a to b, with the tags of a row, through the whole import: who may drive along it, and which way. */
import { CLOSED, type ImportedNetwork } from '../../src/model/imported-network.ts';
import { readTable, type Row } from '../scene/table.ts';
import { CAR, drawMap, HEAVY } from './drawn-map.ts';

const VERDICTS = ['car', 'truck'];

/** `both`, `forw`, `back` or `no`; `~` behind it where only whoever has business there may. */
function toVerdict(network: ImportedNetwork, profile: number): string {
  const times = network.times[profile];
  const [forward, backward] = [times?.forward[0] ?? CLOSED, times?.backward[0] ?? CLOSED].map(
    (ms) => ms !== CLOSED,
  );
  const limited = (times?.destinationOnly[0] ?? 0) === 0 ? '' : '~';
  if (forward === backward) return forward === true ? `both${limited}` : 'no';
  return (forward === true ? 'forw' : 'back') + limited;
}

/**
 * Draws a road with the tags of a row, beside one that is always open: a file without roads is refused. A bar inside a
 * cell would end it: lanes are written with "!" and put in afterwards.
 */
function judge(row: Row): string {
  const tags = Object.entries(row).filter(([key]) => !VERDICTS.includes(key));
  const ways = [
    `| nodes | ${tags.map(([key]) => key).join(' | ')} |`,
    `| ab    | ${tags.map(([, value]) => value).join(' | ')} |`,
  ].join('\n');
  const { network } = drawMap({
    map: 'a-b',
    ways: tags.length === 0 ? '| nodes |\n| ab |' : ways,
    edit: (xml) => xml.replaceAll('!', '|'),
  });
  return [CAR, HEAVY].map((profile) => toVerdict(network, profile)).join(' ');
}

/** What the car and the heavy truck may do on a road; a file without roads is refused, and nobody drives there. */
export function judgeRoad(row: Row): string {
  try {
    return judge(row);
  } catch (error) {
    if (error instanceof Error && /map with roads|one place is reached/.test(error.message)) return 'no no';
    throw error;
  }
}

const say = (row: Row): string =>
  Object.entries(row)
    .filter(([key]) => !VERDICTS.includes(key))
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');

/** Rows of a table with their tags as names; `car` and `truck` are what is expected. */
export function listRoads(table: string): readonly { readonly name: string; readonly row: Row }[] {
  return readTable(table).map((row) => ({ name: say(row), row }));
}
