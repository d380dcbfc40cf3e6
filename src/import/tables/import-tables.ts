/**
 * A network from a table of nodes and one of links: the General Modeling Network Specification, or plain CSV. Rows stay
 * what they are: nodes and links keep their order, nothing is joined or left out but links of an unknown class.
 */
import { CLOSED, ROAD_FLAGS, type ImportedNetwork, type LinkTimes } from '../../model/imported-network.ts';
import type { RoadRules } from '../../model/road-rules.ts';
import type { VehicleClass } from '../../model/travel.ts';
import { moveFromGcj02 } from '../coordinates.ts';
import { keepNetwork, toRoadColumns, type Columns } from '../graph/assemble.ts';
import { measureM } from '../graph/distance.ts';
import { toDriveMs } from '../../network/driven-speed.ts';
import { toLengthMm } from '../link-length.ts';
import { checkCountry, pickVehicles } from '../options.ts';
import { createTally } from '../roads/tally.ts';
import { createInterpreter, readTraits, type Traits } from '../roads/traits.ts';
import { toRuleNotes } from '../rule-notes.ts';
import type { LinePoint } from './line.ts';
import { readTableLinks, type TableLink } from './links.ts';
import { readTableNodes } from './nodes.ts';
import { listShiftWarnings, type TableOptions } from './options.ts';
import { readTable } from './table.ts';
import { PLAIN_UNITS, readUnits } from './units.ts';

/** A file of a table. */
export interface TableText {
  readonly name: string;
  readonly text: string;
}

export interface TableTexts {
  readonly form: 'gmns' | 'csv';
  readonly nodes: TableText;
  readonly links: TableText;
  /** `config.csv` with the units; null = metres and kilometres an hour. */
  readonly config: TableText | null;
}

interface Road {
  readonly link: TableLink;
  readonly traits: Traits;
}

/** Whole millimetres of a link: given, or along its line. */
function findLengthMm(
  { id, lengthMm, from, to, inner }: TableLink,
  { lonE7, latE7 }: Columns['nodes'],
  file: string,
): number {
  if (lengthMm !== null) return lengthMm;
  const at = (node: number): LinePoint => [lonE7[node] as number, latE7[node] as number];
  const line = [at(from), ...inner, at(to)];
  const lengthM = line.slice(1).reduce((sum, point, i) => {
    return sum + measureM(...(line[i] as LinePoint), ...point);
  }, 0);
  return toLengthMm(lengthM, file, `link ${id}`);
}

function toTimes(roads: readonly Road[], lengthMm: Uint32Array, profile: number): LinkTimes {
  const read = (side: 'forward' | 'backward', place: 0 | 1): Uint32Array =>
    Uint32Array.from(roads, ({ link, traits }, i) => {
      const given = link.givenMs?.[profile]?.[place];
      if (given !== undefined) return given < 0 ? CLOSED : given;
      const speed = traits.drives[profile]?.[side].speed ?? 0;
      return speed === 0 ? CLOSED : toDriveMs(lengthMm[i] as number, speed);
    });
  const destinationOnly = new Uint8Array(roads.length);
  return { forward: read('forward', 0), backward: read('backward', 1), destinationOnly };
}

/** Traits of a link whose times are given: no limit was looked at. */
function toGiven(traits: Traits): Traits {
  const { assumedLimit, generalLimit, givenTime } = ROAD_FLAGS;
  const flags = (traits.flags & ~(assumedLimit | generalLimit)) | givenTime;
  const { classIndex, status, limits, names } = traits;
  return { ...traits, flags, key: JSON.stringify([classIndex, status, flags, limits, names]) };
}

/** Traits once each, and which each link has. */
function shareTraits(roads: readonly Road[]): {
  readonly traits: readonly Traits[];
  readonly of: Uint32Array;
} {
  const places = new Map<string, number>();
  const traits: Traits[] = [];
  const of = Uint32Array.from(roads, ({ link, traits: read }) => {
    const one = link.givenMs === null ? read : toGiven(read);
    const known = places.get(one.key);
    if (known !== undefined) return known;
    places.set(one.key, traits.length);
    traits.push(one);
    return traits.length - 1;
  });
  return { traits, of };
}

function toColumns(nodes: Columns['nodes'], roads: readonly Road[], rules: RoadRules, file: string): Columns {
  const { traits, of } = shareTraits(roads);
  const lengthMm = Uint32Array.from(roads, ({ link }) => findLengthMm(link, nodes, file));
  const shapeStart = new Uint32Array(roads.length + 1);
  for (const [i, { link }] of roads.entries())
    shapeStart[i + 1] = (shapeStart[i] as number) + link.inner.length;
  const inner = roads.flatMap(({ link }) => link.inner);
  return {
    nodes,
    links: {
      from: Uint32Array.from(roads, ({ link }) => link.from),
      to: Uint32Array.from(roads, ({ link }) => link.to),
      ...{ lengthMm, road: of, shapeStart },
      id: Float64Array.from(roads, ({ link }) => link.id),
    },
    shape: { lonE7: Int32Array.from(inner, ([lon]) => lon), latE7: Int32Array.from(inner, ([, lat]) => lat) },
    times: rules.profiles.map((_, profile) => toTimes(roads, lengthMm, profile)),
    ...toRoadColumns(traits, ['']),
    bans: { start: Uint32Array.of(0), steps: new Uint32Array(0), profiles: new Uint8Array(0) },
  };
}

/** Turns nodes in place, and the points of roads between them, into WGS84. */
function moveRoads(nodes: Columns['nodes'], roads: readonly Road[]): readonly Road[] {
  moveFromGcj02(nodes.lonE7, nodes.latE7);
  return roads.map(({ link, traits }) => {
    const lonE7 = Int32Array.from(link.inner, ([lon]) => lon);
    const latE7 = Int32Array.from(link.inner, ([, lat]) => lat);
    moveFromGcj02(lonE7, latE7);
    const inner = Array.from(lonE7, (lon, i): LinePoint => [lon, latE7[i] as number]);
    return { link: { ...link, inner }, traits };
  });
}

const NO_UNITS = 'No file of units is named: lengths are taken as metres, speeds as km/h.';

/**
 * The network of two tables. Throws DataError with everything that is wrong with them: a column that is missing, a value
 * that is none, a node that is not there, and for a link longer than any road.
 */
export function importTables(
  { form, nodes, links, config }: TableTexts,
  rules: RoadRules,
  vehicleClasses: readonly VehicleClass[],
  options: TableOptions,
): ImportedNetwork {
  checkCountry(rules, options.country);
  const tally = createTally();
  const interpreter = createInterpreter(rules, pickVehicles(rules, vehicleClasses), options.country, tally);
  const units = config === null ? PLAIN_UNITS : readUnits(readTable(config.text, config.name));
  const table = readTableNodes(readTable(nodes.text, nodes.name));
  const rows = readTableLinks(readTable(links.text, links.name), table, units, rules);
  const read = rows.flatMap((link): readonly Road[] => {
    const traits = readTraits(link.tags, link.id, interpreter);
    return traits === null ? [] : [{ link, traits }];
  });
  const roads = options.coordinates === 'GCJ-02' ? moveRoads(table.nodes, read) : read;
  const { title, file, attribution, licence, coordinates } = options;
  return keepNetwork(
    toColumns(table.nodes, roads, rules, links.name),
    {
      schema: 'beltway/network@1',
      title,
      source: { file, form, writer: null, asOf: null, asOfBasis: null },
      ...{ attribution, licence, sourceCoordinates: coordinates },
      ...toRuleNotes(rules, options.country),
      openingDates: [''],
      left: tally.list(),
      warnings: [...(form === 'gmns' && config === null ? [NO_UNITS] : []), ...listShiftWarnings(options)],
    },
    { ways: rows.length, wayNodes: table.nodes.id.length },
  );
}
