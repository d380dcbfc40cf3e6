/** Limits of size and weight, and the conditions on them: one road from a to b a row, through the whole import. */
import { describe, expect, it } from 'vitest';
import { drawMap } from './drawn-map.ts';
import { judgeRoad, listRoads } from './one-road.ts';

const SIZES = `
  | maxweight | maxheight | maxheight:physical | maxwidth | maxlength | maxaxleload | maxweightrating | maxheight:forward | width | car  | truck |
  | 3.5       |           |                    |          |           |             |                 |                   |       | both | no    |
  | 3,5 t     |           |                    |          |           |             |                 |                   |       | both | no    |
  | 7500 kg   |           |                    |          |           |             |                 |                   |       | both | no    |
  | 60        |           |                    |          |           |             |                 |                   |       | both | both  |
  | 60 st     |           |                    |          |           |             |                 |                   |       | both | both  |
  | 40000 lbs |           |                    |          |           |             |                 |                   |       | both | no    |
  | 12 tonnes |           |                    |          |           |             |                 |                   |       | both | no    |
  | 12ton     |           |                    |          |           |             |                 |                   |       | both | no    |
  | 12 T mgw  |           |                    |          |           |             |                 |                   |       | both | no    |
  | 39 lt     |           |                    |          |           |             |                 |                   |       | both | no    |
  | 40 lt     |           |                    |          |           |             |                 |                   |       | both | both  |
  | none      |           |                    |          |           |             |                 |                   |       | both | both  |
  | 1         |           |                    |          |           |             |                 |                   |       | no   | no    |
  | 0         |           |                    |          |           |             |                 |                   |       | both | both  |
  | heavy     |           |                    |          |           |             |                 |                   |       | both | both  |
  | at most 2 t |         |                    |          |           |             |                 |                   |       | both | both  |
  |           | 3.8       |                    |          |           |             |                 |                   |       | both | no    |
  |           | 4         |                    |          |           |             |                 |                   |       | both | both  |
  |           | 13'1"     |                    |          |           |             |                 |                   |       | both | no    |
  |           | 13'2"     |                    |          |           |             |                 |                   |       | both | both  |
  |           | 13 ft 1 in |                   |          |           |             |                 |                   |       | both | no    |
  |           | 13ft2in   |                    |          |           |             |                 |                   |       | both | both  |
  |           | 13'2      |                    |          |           |             |                 |                   |       | both | both  |
  |           | 157 in    |                    |          |           |             |                 |                   |       | both | no    |
  |           | 158"      |                    |          |           |             |                 |                   |       | both | both  |
  |           | 14 ft     |                    |          |           |             |                 |                   |       | both | both  |
  |           | 14 feet   |                    |          |           |             |                 |                   |       | both | both  |
  |           | 3.8 meters |                   |          |           |             |                 |                   |       | both | no    |
  |           | 380cm     |                    |          |           |             |                 |                   |       | both | no    |
  |           | 3.8 m.    |                    |          |           |             |                 |                   |       | both | no    |
  |           | ~3.8      |                    |          |           |             |                 |                   |       | both | no    |
  |           | 3.8 m approx |                 |          |           |             |                 |                   |       | both | no    |
  |           | default   |                    |          |           |             |                 |                   |       | both | both  |
  |           | below_default |                    |          |           |             |                 |                   |       | both | both  |
  |           | 1.5       |                    |          |           |             |                 |                   |       | no   | no    |
  |           |           | 3.9                |          |           |             |                 |                   |       | both | no    |
  |           |           |                    | 2.3      |           |             |                 |                   |       | both | no    |
  |           |           |                    | 1.5 m    |           |             |                 |                   |       | no   | no    |
  |           |           |                    |          | 12        |             |                 |                   |       | both | no    |
  |           |           |                    |          |           | 8           |                 |                   |       | both | no    |
  |           |           |                    |          |           |             | 7.5             |                   |       | both | no    |
  |           |           |                    |          |           |             |                 | 3.5               |       | both | back  |
  |           |           |                    |          |           |             |                 |                   | 2.4   | both | no    |
  |           |           |                    |          |           |             |                 |                   | 6'    | no   | no    |
  |           |           |                    |          |           |             |                 |                   | narrow | both | both |
`;

/** Limits of one kind of vehicle. */
const OWN_SIZES = `
  | maxweight | maxweight:hgv | maxlength:hgv | maxgcweight | est_width | car  | truck |
  |           | 7.5           |               |             |           | both | no    |
  | 7.5       | 60            |               |             |           | both | both  |
  |           |               | 12            |             |           | both | no    |
  |           |               |               | 20          |           | both | no    |
  |           |               |               |             | 1.5       | no   | no    |
`;

/** Business lifts a limit; what is above the limit is named once more as access. */
const CONDITIONS = `
  | hgv | hgv:conditional           | access | access:conditional    | maxweight | maxweight:conditional  | car   | truck |
  |     | no @ (weight>7.5)         |        |                       |           |                        | both  | no    |
  |     | no @ weight > 7.5 t       |        |                       |           |                        | both  | no    |
  |     | no @ (weightrating>7.5)   |        |                       |           |                        | both  | no    |
  |     | no @ (weight>50)          |        |                       |           |                        | both  | both  |
  |     | no @ (weight<3.5)         |        |                       |           |                        | both  | both  |
  |     | no @ (length>=16.5 AND weight>7.5) | |                     |           |                        | both  | no    |
  |     | no @ (length>20 AND weight>7.5) |  |                       |           |                        | both  | both  |
  |     | destination @ (weight>7.5) |       |                       |           |                        | both  | both~ |
  |     | no @ (22:00-06:00)        |        |                       |           |                        | both  | both  |
  |     | no @ (weight>7.5; 22:00-06:00) |   |                       |           |                        | both  | both  |
  |     | no @ (weight>7.5 AND 22:00-06:00) | |                      |           |                        | both  | both  |
  |     | no @ (hazmat)             |        |                       |           |                        | both  | both  |
  |     | no                        |        |                       |           |                        | both  | both  |
  | no  | yes @ (weight<=40)        |        |                       |           |                        | both  | both  |
  | no  | yes @ destination         |        |                       |           |                        | both  | both~ |
  | no  | no @ delivery             |        |                       |           |                        | both  | no    |
  | no  | yes @ (22:00-06:00)       |        |                       |           |                        | both  | no    |
  |     | no @ (weight>7.5); delivery @ (weight>20) | |              |           |                        | both  | both~ |
  |     |                           | no     | yes @ delivery        |           |                        | both~ | both~ |
  |     |                           | no     | yes @ (height<2)      |           |                        | both  | no    |
  |     |                           |        | no @ (width>2.3)      |           |                        | both  | no    |
  |     |                           |        |                       | 7.5       | none @ destination     | both  | both~ |
  |     |                           |        |                       | 7.5       | no @delivery           | both  | both~ |
  |     |                           |        |                       | 7.5       | 50 @ (delivery)        | both  | both~ |
  |     |                           |        |                       | 7.5       | 12 @ (delivery)        | both  | no    |
  |     |                           |        |                       | 7.5       | none @ (06:00-10:00)   | both  | no    |
  |     | delivery @ (weight>7.5)   |        |                       | 7.5       |                        | both  | both~ |
  |     | delivery @ (weight>12)    |        |                       | 7.5       |                        | both  | no    |
`;

describe.each([
  ['limits of size and weight', SIZES],
  ['limits of one kind of vehicle', OWN_SIZES],
  ['conditions of size and business', CONDITIONS],
])('%s', (_, table) => {
  it.each(listRoads(table))('$name', ({ row }) => {
    expect(judgeRoad(row)).toBe(`${row['car']} ${row['truck']}`);
  });
});

describe('a limit that cannot be held against a vehicle', () => {
  it.each([
    ['maxweight', 'heavy', 1],
    ['maxheight', 'below_default', 1],
    ['width', 'narrow', 1],
    ['maxaxles', '3', 1],
    ['maxbogieweight:forward', '8', 1],
    ['maxunladenweight', '3.5', 1],
    ['maxweight', '60', 0],
    ['maxstay', '2 h', 0],
  ])('is told: %s=%s', (key, value, count) => {
    const { network } = drawMap({ map: 'a-b', ways: `| nodes | ${key} |\n| ab | ${value} |` });
    const told = { kind: 'size', value: `${key}=${value}`, count, examples: [101] };
    expect(network.notes.left).toEqual(count === 0 ? [] : [told]);
  });
});
