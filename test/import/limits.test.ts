/** Limits: one road from a to b a row, driven at its limit, through the whole import. */
import { describe, expect, it } from 'vitest';
import { readTable, type Row } from '../scene/table.ts';
import { CAR, drawMap, HEAVY, speedsOf } from './drawn-map.ts';

const VERDICTS = ['car', 'truck', 'country', 'told'];

/** `50`, or `50/30` where the directions differ; 60 mph is 96.6. */
function toText([forward, backward]: readonly [number, number]): string {
  const [there, back] = [forward, backward].map((kmh) => String(Math.round(kmh * 10) / 10));
  return there === back ? `${there}` : `${there}/${back}`;
}

interface Found {
  readonly car: string;
  readonly truck: string;
  /** What the import could not use, as `kind value`. */
  readonly told: string;
}

/** A bar inside a cell would end it: lanes are written with "!" in the tables and put in afterwards. */
function judge(row: Row): Found {
  const tags = Object.entries(row).filter(([key]) => !VERDICTS.includes(key));
  const list = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const ways = [
    list(['nodes', ...tags.map(([key]) => key)]),
    list(['ab', ...tags.map(([, value]) => value)]),
  ].join('\n');
  const { network } = drawMap({
    map: 'a---------b',
    ways,
    country: row['country'] ?? null,
    edit: (xml) => xml.replaceAll('!', '|'),
  });
  return {
    car: toText(speedsOf(network, CAR)),
    truck: toText(speedsOf(network, HEAVY)),
    told: network.notes.left.map(({ kind, value }) => `${kind} ${value}`).join(', '),
  };
}

const SIGNS = `
  | highway     | maxspeed   | car  | truck | told |
  | primary     | 60         | 60   | 60    |      |
  | primary     | 60 km/h    | 60   | 60    |      |
  | primary     | 60kph      | 60   | 60    |      |
  | primary     | 30 mph     | 48.3 | 48.3  |      |
  | primary     | 30mph      | 48.3 | 48.3  |      |
  | primary     | 30 mp/h    | 48.3 | 48.3  |      |
  | primary     | 10 knots   | 18.5 | 18.5  |      |
  | primary     | 52.5       | 52.5 | 52.5  |      |
  | primary     | 100        | 100  | 70    |      |
  | motorway    | 120        | 120/0 | 80/0 |      |
  | residential | walk       | 7    | 7     |      |
  | residential | 80;50      | 50   | 50    |      |
  | trunk       | none       | 100  | 80    |      |
  | primary     | none       | 60   | 60    | maxspeed maxspeed=none |
  | primary     | signals    | 60   | 60    | maxspeed maxspeed=signals |
  | primary     | variable   | 60   | 60    | maxspeed maxspeed=variable |
  | primary     | fast       | 60   | 60    | maxspeed maxspeed=fast |
  | primary     | 0          | 60   | 60    | maxspeed maxspeed=0 |
  | primary     | 500        | 60   | 60    | maxspeed maxspeed=500 |
  | primary     | -50        | 60   | 60    | maxspeed maxspeed=-50 |
  | primary     | XX:urban   | 60   | 60    | maxspeed maxspeed=XX:urban |
  | primary     | CN:flying  | 60   | 60    | maxspeed maxspeed=CN:flying |
  | primary     | 120!120!80 | 120  | 70    |      |
`;

const ZONES = `
  | highway  | maxspeed       | country | car  | truck |
  | trunk    | CN:urban       |         | 50   | 50    |
  | trunk    | CN:rural       |         | 70   | 70    |
  | trunk    | FR:urban       |         | 50   | 50    |
  | trunk    | CH:rural       |         | 80   | 80    |
  | trunk    | CH:trunk       |         | 100  | 80    |
  | trunk    | DE:rural       |         | 100  | 60    |
  | primary  | GB:nsl_single  | GB      | 96.6 | 80.5  |
  | trunk    | GB:nsl_dual    | GB      | 112.6 | 96.6 |
  | primary  | UK:nsl_single  | GB      | 96.6 | 80.5  |
  | primary  | de:living_street |       | 7    | 7     |
  | primary  | DE:zone30      |         | 30   | 30    |
  | primary  | DE:zone:20     |         | 20   | 20    |
  | primary  | DE:30          |         | 30   | 30    |
  | primary  | zone:30        |         | 30   | 30    |
  | primary  | urban          | CN      | 50   | 50    |
  | primary  | rural          | PT      | 90   | 80    |
  | motorway | none           | DE      | 130/0 | 80/0 |
`;

const PARTICULAR = `
  | highway  | maxspeed | maxspeed:forward | maxspeed:backward | maxspeed:hgv | maxspeed:hgv:backward | maxspeed:motorcar | maxspeed:lanes | car   | truck |
  | primary  |          | 60               |                   |              |                       |                   |                | 60    | 60    |
  | primary  | 15       | 60               |                   |              |                       |                   |                | 60/15 | 60/15 |
  | primary  | 15       |                  | 60                |              |                       |                   |                | 15/60 | 15/60 |
  | primary  | 15       | 30               | 60                |              |                       |                   |                | 30/60 | 30/60 |
  | primary  | 70       |                  |                   | 50           |                       |                   |                | 70    | 50    |
  | primary  | 50       |                  |                   | 70           |                       |                   |                | 50    | 50    |
  | primary  | 70       |                  |                   | 60           | 40                    |                   |                | 70    | 60/40 |
  | primary  | 70       |                  |                   |              |                       | 40                |                | 40    | 70    |
  | primary  |          |                  |                   |              |                       |                   | 60!40          | 60    | 60    |
`;

const CONTEXT = `
  | highway | maxspeed | maxspeed:type | source:maxspeed | zone:maxspeed | zone:traffic | maxspeed:conditional  | car | truck | told |
  | primary |          | CN:urban      |                 |               |              |                       | 50  | 50    |      |
  | primary |          |               | FR:rural        |               |              |                       | 80  | 60    |      |
  | primary |          |               |                 | DE:30         |              |                       | 30  | 30    |      |
  | primary |          |               |                 |               | DE:urban     |                       | 50  | 50    |      |
  | primary |          | sign          |                 |               |              |                       | 60  | 60    |      |
  | primary | 40       | CN:urban      |                 |               |              |                       | 40  | 40    |      |
  | primary |          |               | 40              |               |              |                       | 60  | 60    |      |
  | primary | 60       |               |                 |               |              | 30 @ (22:00-06:00)    | 60  | 60    | conditional maxspeed:conditional |
  | primary | 60       |               |                 |               |              | 40 @ (weight>7.5)     | 60  | 40    |      |
  | primary | 60       |               |                 |               |              | 40 @ (weight>7.5); 30 @ (22:00-06:00) | 60 | 40 | conditional maxspeed:conditional |
`;

/** Without a sign: what is assumed for the class, or the general limit of the country. */
const DEFAULTS = `
  | highway       | motorroad | country | car   | truck |
  | motorway      |           |         | 100/0 | 80/0  |
  | motorway      |           | PT      | 120/0 | 90/0  |
  | motorway      |           | CN      | 120/0 | 100/0 |
  | motorway_link |           | PT      | 60    | 60    |
  | trunk         |           | PT      | 100   | 80    |
  | trunk         | yes       | PT      | 100   | 80    |
  | primary       | yes       | PT      | 100   | 80    |
  | primary       |           | PT      | 60    | 60    |
  | primary       |           | MC      | 50    | 50    |
  | secondary     |           | CN      | 60    | 60    |
  | tertiary      |           | CN      | 50    | 50    |
  | residential   |           | US      | 40.2  | 40.2  |
  | residential   |           | JP      | 60    | 60    |
  | living_street |           | DE      | 7     | 7     |
  | service       |           |         | 20    | 20    |
`;

describe.each([
  ['signs', SIGNS],
  ['general limits a sign names', ZONES],
  ['one direction, one vehicle, lanes', PARTICULAR],
  ['where a limit comes from, and limits by the hour', CONTEXT],
  ['without a sign', DEFAULTS],
])('%s', (_, table) => {
  const cases = readTable(table).map((row) => {
    const tags = Object.entries(row).filter(([key]) => !['car', 'truck', 'told'].includes(key));
    return { name: tags.map(([key, value]) => `${key}=${value}`).join(' '), row };
  });
  it.each(cases)('$name', ({ row }) => {
    const found = judge(row);
    expect({ car: found.car, truck: found.truck }).toEqual({ car: row['car'], truck: row['truck'] });
    if (table.includes('| told |')) expect(found.told).toBe(row['told'] ?? '');
  });
});

describe('what a limit rests on', () => {
  const share = (ways: string, country: string | null = null) =>
    drawMap({ map: 'a---b---c---d', ways, country }).network.notes.counts;

  it('is counted by length', () => {
    const counts = share('| nodes | maxspeed | \n| ab | 50 |\n| bc | CN:urban |\n| cd | |');
    expect(counts.km).toBeCloseTo(1.2, 2);
    expect([counts.signedKm, counts.generalKm, counts.assumedKm].map((km) => km.toFixed(2))).toEqual([
      '0.40',
      '0.40',
      '0.40',
    ]);
  });

  it('is told where no country is named', () => {
    const ways = '| nodes |\n| ab |';
    expect(drawMap({ map: 'a-b', ways }).network.notes.warnings.join()).toContain('No country');
    expect(drawMap({ map: 'a-b', ways, country: 'CN' }).network.notes.warnings).toEqual([]);
    expect(() => drawMap({ map: 'a-b', ways, country: 'XX' })).toThrow('a country of the road rules: AD, AT');
  });
});
