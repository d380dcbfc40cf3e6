/** Who may drive along a road, and which way: one road from a to b a row, through the whole import. */
import { describe, expect, it } from 'vitest';
import { readTable, type Row } from '../scene/table.ts';
import { CAR, drawMap, HEAVY } from './drawn-map.ts';
import { CLOSED, type ImportedNetwork } from '../../src/model/imported-network.ts';

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

/** Draws a road with the tags of a row, beside one that is always open: a file without roads is refused. */
function judge(row: Row): string {
  const tags = Object.entries(row).filter(([key]) => !VERDICTS.includes(key));
  const ways = [
    `| nodes | ${tags.map(([key]) => key).join(' | ')} |`,
    `| ab    | ${tags.map(([, value]) => value).join(' | ')} |`,
  ].join('\n');
  const { network } = drawMap({ map: 'a-b', ways: tags.length === 0 ? '| nodes |\n| ab |' : ways });
  return [CAR, HEAVY].map((profile) => toVerdict(network, profile)).join(' ');
}

function judgeOrNone(row: Row): string {
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

function listCases(table: string): readonly { readonly name: string; readonly row: Row }[] {
  return readTable(table).map((row) => ({ name: say(row), row }));
}

const HIERARCHY = `
  | access | vehicle | motor_vehicle | motorcar | hgv | car  | truck |
  |        |         |               |          |     | both | both  |
  | yes    |         |               |          |     | both | both  |
  | no     |         |               |          |     | no   | no    |
  |        | no      |               |          |     | no   | no    |
  |        |         | no            |          |     | no   | no    |
  |        |         |               | no       |     | no   | both  |
  |        |         |               |          | no  | both | no    |
  | no     | yes     |               |          |     | both | both  |
  | no     |         | yes           |          |     | both | both  |
  | no     |         |               | yes      |     | both | no    |
  | no     |         |               |          | yes | no   | both  |
  | yes    | no      |               |          |     | no   | no    |
  |        | no      | yes           |          |     | both | both  |
  |        | yes     | no            |          |     | no   | no    |
  |        |         | no            | yes      |     | both | no    |
  |        |         | yes           |          | no  | both | no    |
  |        |         | no            |          | designated | no | both |
`;

const VALUES = `
  | access         | car   | truck |
  | permissive     | both  | both  |
  | designated     | both  | both  |
  | destination    | both~ | both~ |
  | customers      | both~ | both~ |
  | delivery       | both~ | both~ |
  | private        | both~ | both~ |
  | agricultural   | no    | no    |
  | forestry       | no    | no    |
  | agricultural;forestry | no | no |
  | no;destination | both~ | both~ |
  | psv            | no    | no    |
  | emergency      | no    | no    |
  | unknown        | both  | both  |
  | some_tag       | both  | both  |
`;

const TRUCKS = `
  | hgv         | motor_vehicle | car   | truck |
  | destination |               | both  | both~ |
  | delivery    |               | both  | both~ |
  | designated  |               | both  | both  |
  | no          | destination   | both~ | no    |
  | unsuitable  |               | both  | both  |
`;

const DIRECTED = `
  | access | access:forward | access:backward | motorcar | motorcar:forward | motorcar:backward | car  | truck |
  | yes    | no             |                 |          |                  |                   | back | back  |
  | yes    |                | no              |          |                  |                   | forw | forw  |
  | no     | yes            |                 |          |                  |                   | forw | forw  |
  | no     | no             |                 | yes      |                  |                   | both | no    |
  | no     | no             |                 | no       | yes              |                   | forw | no    |
  |        | no             |                 |          |                  | no                | no   | back  |
  |        | no             |                 |          | yes              |                   | both | back  |
  | yes    | yes            |                 | yes      | no               |                   | back | both  |
`;

const ONEWAY = `
  | highway       | junction   | oneway      | oneway:vehicle | oneway:motor_vehicle | oneway:motorcar | oneway:hgv | car  | truck |
  | primary       |            | yes         |                |                      |                 |            | forw | forw  |
  | primary       |            | true        |                |                      |                 |            | forw | forw  |
  | primary       |            | 1           |                |                      |                 |            | forw | forw  |
  | primary       |            | -1          |                |                      |                 |            | back | back  |
  | primary       |            | reverse     |                |                      |                 |            | back | back  |
  | primary       |            | no          |                |                      |                 |            | both | both  |
  | primary       |            | reversible  |                |                      |                 |            | no   | no    |
  | primary       |            | alternating |                |                      |                 |            | both | both  |
  | primary       |            | somehow     |                |                      |                 |            | both | both  |
  | primary       |            |             |                |                      | yes             |            | forw | both  |
  | primary       |            |             |                |                      |                 | yes        | both | forw  |
  | primary       |            | yes         |                | no                   |                 |            | both | both  |
  | primary       |            | no          | yes            |                      |                 |            | forw | forw  |
  | primary       |            |             | no             | yes                  |                 |            | forw | forw  |
  | primary       |            |             |                | yes                  | no              |            | both | forw  |
  | motorway      |            |             |                |                      |                 |            | forw | forw  |
  | motorway      |            | no          |                |                      |                 |            | both | both  |
  | motorway_link |            |             |                |                      |                 |            | both | both  |
  | motorway_link |            | yes         |                |                      |                 |            | forw | forw  |
  | trunk         |            |             |                |                      |                 |            | both | both  |
  | primary       | roundabout |             |                |                      |                 |            | forw | forw  |
  | primary       | circular   |             |                |                      |                 |            | forw | forw  |
  | primary       | roundabout | -1          |                |                      |                 |            | back | back  |
  | primary       | approach   |             |                |                      |                 |            | both | both  |
`;

const CLASSES = `
  | highway       | motor_vehicle | motorcar | access | service          | area | car  | truck |
  | trunk_link    |               |          |        |                  |      | both | both  |
  | secondary     |               |          |        |                  |      | both | both  |
  | tertiary_link |               |          |        |                  |      | both | both  |
  | unclassified  |               |          |        |                  |      | both | both  |
  | living_street |               |          |        |                  |      | both | both  |
  | road          |               |          |        |                  |      | both | both  |
  | service       |               |          |        |                  |      | both | both  |
  | service       |               |          |        | parking_aisle    |      | both | both  |
  | service       |               |          |        | driveway         |      | both | both  |
  | service       |               |          |        | emergency_access |      | no   | no    |
  | service       |               |          | yes    | emergency_access |      | both | both  |
  | track         |               |          |        |                  |      | no   | no    |
  | track         | yes           |          |        |                  |      | both | both  |
  | track         |               |          | yes    |                  |      | no   | no    |
  | pedestrian    |               |          |        |                  |      | no   | no    |
  | pedestrian    | destination   |          |        |                  |      | both~ | both~ |
  | footway       |               |          | yes    |                  |      | no   | no    |
  | cycleway      | designated    |          |        |                  |      | both | both  |
  | path          |               | yes      |        |                  |      | both | no    |
  | steps         | yes           |          |        |                  |      | no   | no    |
  | raceway       |               |          |        |                  |      | no   | no    |
  | bus_stop      |               |          |        |                  |      | no   | no    |
  | primary;secondary |           |          |        |                  |      | no   | no    |
  | service       |               |          |        |                  | yes  | no   | no    |
  | pedestrian    | yes           |          |        |                  | yes  | no   | no    |
`;

const SIZES = `
  | maxweight | maxheight | maxheight:physical | maxwidth | maxlength | maxaxleload | maxweightrating | maxheight:forward | car  | truck |
  | 3.5       |           |                    |          |           |             |                 |                   | both | no    |
  | 3,5 t     |           |                    |          |           |             |                 |                   | both | no    |
  | 7500 kg   |           |                    |          |           |             |                 |                   | both | no    |
  | 60        |           |                    |          |           |             |                 |                   | both | both  |
  | 60 st     |           |                    |          |           |             |                 |                   | both | both  |
  | 40000 lbs |           |                    |          |           |             |                 |                   | both | no    |
  | none      |           |                    |          |           |             |                 |                   | both | both  |
  | 1         |           |                    |          |           |             |                 |                   | no   | no    |
  | heavy     |           |                    |          |           |             |                 |                   | both | both  |
  |           | 3.8       |                    |          |           |             |                 |                   | both | no    |
  |           | 4         |                    |          |           |             |                 |                   | both | both  |
  |           | 13'1"     |                    |          |           |             |                 |                   | both | no    |
  |           | 13'2"     |                    |          |           |             |                 |                   | both | both  |
  |           | 14 ft     |                    |          |           |             |                 |                   | both | both  |
  |           | default   |                    |          |           |             |                 |                   | both | both  |
  |           | 1.5       |                    |          |           |             |                 |                   | no   | no    |
  |           |           | 3.9                |          |           |             |                 |                   | both | no    |
  |           |           |                    | 2.3      |           |             |                 |                   | both | no    |
  |           |           |                    | 1.5 m    |           |             |                 |                   | no   | no    |
  |           |           |                    |          | 12        |             |                 |                   | both | no    |
  |           |           |                    |          |           | 8           |                 |                   | both | no    |
  |           |           |                    |          |           |             | 7.5             |                   | both | no    |
  |           |           |                    |          |           |             |                 | 3.5               | both | back  |
`;

const WORKS = `
  | highway  | construction | proposed | car  | truck |
  | primary  | yes          |          | both | both  |
  | primary  | no           |          | both | both  |
  | primary  | minor        |          | both | both  |
  | primary  | widening     |          | both | both  |
  | primary  |              | yes      | both | both  |
  | construction |          |          | no   | no    |
  | proposed |              |          | no   | no    |
  | proposed |              | footway  | no   | no    |
`;

const FERRIES = `
  | route         | motor_vehicle | motorcar | hgv | foot | car  | truck |
  | ferry         | yes           |          |     |      | both | both  |
  | ferry         |               | yes      |     |      | both | no    |
  | ferry         | yes           |          | no  |      | both | no    |
  | ferry         | no            |          |     | yes  | no   | no    |
  | ferry         |               |          |     | yes  | no   | no    |
  | ferry         |               |          |     |      | no   | no    |
  | shuttle_train | yes           |          |     |      | both | both  |
  | bus           | yes           |          |     |      | no   | no    |
`;

describe.each([
  ['the hierarchy of access keys', HIERARCHY],
  ['values of access', VALUES],
  ['trucks', TRUCKS],
  ['access by direction', DIRECTED],
  ['one way', ONEWAY],
  ['classes of road', CLASSES],
  ['limits of size and weight', SIZES],
  ['works', WORKS],
  ['ferries', FERRIES],
])('%s', (_, table) => {
  it.each(listCases(table))('$name', ({ row }) => {
    expect(judgeOrNone(row)).toBe(`${row['car']} ${row['truck']}`);
  });
});
