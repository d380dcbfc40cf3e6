/** Who may drive along a road, and which way: one road from a to b a row, through the whole import. */
import { describe, expect, it } from 'vitest';
import { judgeRoad, listRoads } from './one-road.ts';

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
  | customer       | both~ | both~ |
  | service        | both~ | both~ |
  | permit         | both~ | both~ |
  | license        | both~ | both~ |
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

const CARPOOL = `
  | highway  | access | motor_vehicle | hov        | hov:lanes             | hov:lanes:forward | car   | truck |
  | primary  |        |               | designated |                       |                   | both~ | no    |
  | primary  |        |               | yes        |                       |                   | both  | both  |
  | primary  |        |               | no         |                       |                   | both  | both  |
  | primary  |        |               | lane       |                       |                   | both  | both  |
  | primary  |        | yes           | designated |                       |                   | both  | both  |
  | primary  | no     |               | designated |                       |                   | no    | no    |
  | motorway | hov    |               | designated | designated!designated |                   | forw~ | no    |
  | motorway | hov    |               |            |                       |                   | forw~ | no    |
  | primary  |        |               |            | designated!designated |                   | both~ | no    |
  | primary  |        |               |            | designated!yes        |                   | both  | both  |
  | primary  |        |               | lane       | yes!designated        |                   | both  | both  |
  | primary  |        |               |            |                       | designated        | both~ | back  |
  | track    |        |               | designated |                       |                   | no    | no    |
`;

/** The heavy truck is 16.5 m long: one of those that bend. */
const ARTICULATED = `
  | hgv | hgv_articulated | hgv_articulated:conditional | car  | truck |
  |     | no              |                             | both | no    |
  |     | destination     |                             | both | both~ |
  | no  | yes             |                             | both | both  |
  | yes | no              |                             | both | no    |
  |     |                 | no @ (length>12)            | both | no    |
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
  | motorway      |            | alternating |                |                      |                 |            | forw | forw  |
  | primary       | roundabout | alternating |                |                      |                 |            | forw | forw  |
  | primary       | jughandle  |             |                |                      |                 |            | both | both  |
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
  | track         |               |          | yes    |                  |      | both | both  |
  | track         |               |          | private |                 |      | both~ | both~ |
  | track         | no            |          | yes    |                  |      | no   | no    |
  | track         | agricultural;forestry | | yes   |                  |      | no   | no    |
  | busway        |               |          | yes    |                  |      | no   | no    |
  | bus_guideway  | yes           |          |        |                  |      | no   | no    |
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

const IMPASSABLE = `
  | access | smoothness    | impassable | status     | car  | truck |
  |        | impassable    |            |            | no   | no    |
  | yes    | impassable    |            |            | no   | no    |
  |        | very_horrible |            |            | both | both  |
  |        |               | yes        |            | no   | no    |
  |        |               |            | impassable | no   | no    |
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
  | route         | access | vehicle | motor_vehicle | motorcar | hgv | foot | bicycle | oneway | car  | truck |
  | ferry         |        |         | yes           |          |     |      |         |        | both | both  |
  | ferry         |        |         |               | yes      |     |      |         |        | both | no    |
  | ferry         |        |         | yes           |          | no  |      |         |        | both | no    |
  | ferry         |        |         | no            |          |     | yes  |         |        | no   | no    |
  | ferry         |        |         |               |          |     | yes  |         |        | no   | no    |
  | ferry         |        |         |               |          |     |      | yes     |        | no   | no    |
  | ferry         |        |         |               |          |     |      |         |        | both | both  |
  | ferry         |        |         |               |          |     |      |         | yes    | forw | forw  |
  | ferry         |        |         |               | no       |     |      |         |        | no   | no    |
  | ferry         |        |         |               |          | no  |      |         |        | both | no    |
  | ferry         |        |         |               |          | yes | yes  |         |        | both | both  |
  | ferry         | yes    |         |               |          |     | yes  |         |        | both | both  |
  | ferry         | no     |         |               |          |     |      |         |        | no   | no    |
  | ferry         | no     | yes     |               |          |     |      |         |        | both | both  |
  | shuttle_train |        |         | yes           |          |     |      |         |        | both | both  |
  | shuttle_train |        |         |               |          |     |      |         |        | both | both  |
  | bus           |        |         | yes           |          |     |      |         |        | no   | no    |
`;

describe.each([
  ['the hierarchy of access keys', HIERARCHY],
  ['values of access', VALUES],
  ['trucks', TRUCKS],
  ['cars with several people aboard', CARPOOL],
  ['trucks that bend', ARTICULATED],
  ['access by direction', DIRECTED],
  ['one way', ONEWAY],
  ['classes of road', CLASSES],
  ['what nobody passes', IMPASSABLE],
  ['works', WORKS],
  ['ferries', FERRIES],
])('%s', (_, table) => {
  it.each(listRoads(table))('$name', ({ row }) => {
    expect(judgeRoad(row)).toBe(`${row['car']} ${row['truck']}`);
  });
});
