/** The file of road rules: how tags of a map become roads for each vehicle. It belongs to no data set. */
import * as z from 'zod';

import { LIMIT_ZONES, type RoadRules } from '../model/road-rules.ts';
import type { Problem } from '../problems.ts';
import {
  exactly,
  filledList,
  flag,
  id,
  idList,
  list,
  note,
  numberIn,
  oneOf,
  record,
  sources,
  text,
} from './fields.ts';
import { toTextProblem } from './json-problem.ts';
import { JsonTextError, readJson } from './json.ts';
import { parameter, RATIO } from './parameters.ts';
import { createReport, type Report, type Spot } from './report.ts';
import { readRow } from './rows.ts';
import { source } from './sources.ts';

const kmh = (what: string) => numberIn(`${what} in km/h`, 1, 200);
const FACILITIES = ['expressway', 'urban-expressway', 'arterial', 'local', 'ramp'] as const;

const roadClass = record('a class of road', {
  id: id('a value of highway, or ferry'),
  facility: oneOf('facility', FACILITIES).nullable(),
  openByDefault: flag('whether motor vehicles may use it where no tag says so'),
  isForAll: flag(
    'whether access alone speaks of motor vehicles though it is not open by default',
  ).exactOptional(),
  limitOf: oneOf('the general limit that holds', LIMIT_ZONES),
  assumedKmh: kmh('assumed speed').nullable(),
});

const keys = (what: string) => list(what, text('a tag'));

const profile = record('a vehicle on the map', {
  vehicleClass: id('a vehicle class'),
  access: filledList('keys of access, the most general first', text('a key')),
  oneway: filledList('keys of oneway, the most general first', text('a key')),
  maxspeed: keys('suffixes of maxspeed, the most particular first'),
  restriction: filledList('words of except that mean it', text('a word')),
  legal: oneOf('whose general limits hold', ['car', 'hgv']),
  weightT: numberIn('weight in t', 0.1, 200),
  axleLoadT: numberIn('load of an axle in t', 0.1, 50),
  heightM: numberIn('height in m', 0.5, 6),
  widthM: numberIn('width in m', 0.5, 5),
  lengthM: numberIn('length in m', 1, 60),
});

const zoneLimits = record('general limits', {
  urban: kmh('limit in town'),
  rural: kmh('limit elsewhere'),
  trunk: kmh('limit on expressways'),
  motorway: kmh('limit on motorways'),
  livingStreet: kmh('limit in living streets'),
});

const FIGURES = LIMIT_ZONES.flatMap((zone) => [`car.${zone}`, `hgv.${zone}`]);

const country = record('limits of a country', {
  name: text('name in English'),
  car: zoneLimits,
  hgv: zoneLimits,
  grade: oneOf('grade', ['measured', 'official', 'literature', 'assumed']),
  sources,
  assumed: list('figures that no source gives', oneOf('a figure', FIGURES)),
  note,
});

const values = (what: string) => list(what, text('a value'));
const table = <T extends z.ZodType>(what: string, value: T) =>
  z.record(text('a value'), value, what).describe(what);

export const roadRulesFile = record('road rules', {
  schema: exactly('beltway/road-rules@1'),
  note,
  classes: filledList('classes of road, the most important first', roadClass),
  notRoads: values('values of highway that carry no motor vehicles'),
  services: table('values of service', oneOf('who may use it', ['open', 'closed'])),
  access: record('values of access keys', {
    open: values('open to all'),
    destination: values('open to whoever has business there'),
    closed: values('closed'),
  }),
  barriers: record('values of barrier', { open: values('that let pass'), closed: values('that do not') }),
  openBollards: values('values of bollard that let pass'),
  parameters: record('parameters', {
    assumedShare: parameter('range of assumed speeds', RATIO, 0.1, 3),
    signalDelayS: parameter('delay at a signal', 's', 0, 600),
    signalClusterM: parameter('stretch between two signals that count once', 'm', 0, 500),
    tollBoothS: parameter('delay at a toll booth', 's', 0, 3600),
    ferryKmh: parameter('speed of a ferry', 'km/h', 1, 100),
    walkKmh: parameter('walking speed', 'km/h', 1, 20),
    connectorLinks: parameter('nearest links that a place joins', 'links', 1, 100),
    connectorLimitM: parameter('farthest that a place may be from them', 'm', 1, 50_000),
    connectorKmh: parameter('speed between a place and a link', 'km/h', 1, 150),
  }),
  kmhFrom: kmh('least speed of a sign'),
  kmhTo: kmh('greatest speed of a sign'),
  world: country,
  countries: table('limits by ISO 3166-1 code', country),
  zoneWords: table('words behind a country code', oneOf('general limit', LIMIT_ZONES)),
  profiles: filledList('vehicles, at most 8', profile).max(8, 'vehicles, at most 8'),
  sources: list('the sources', source),
}) satisfies z.ZodType<RoadRules>;

/** Either rules and no problem, or no rules and at least one. */
export interface ReadRoadRules {
  readonly rules: RoadRules | null;
  readonly problems: readonly Problem[];
}

function checkIds(rules: RoadRules, spot: Spot, report: Report): void {
  const unique = idList('ids', id('an id'), 1);
  const lists = {
    classes: rules.classes.map((one) => one.id),
    profiles: rules.profiles.map((one) => one.vehicleClass),
  };
  for (const [key, ids] of Object.entries(lists)) {
    if (!unique.safeParse(ids).success) report.tell(spot, [key], 'duplicate-id', 'ids, none twice', ids);
  }
  if (!rules.classes.some((one) => one.id === 'ferry')) {
    report.tell(spot, ['classes'], 'missing', 'a class ferry', lists.classes);
  }
  const known = new Set(rules.sources.map((one) => one.id));
  const named = [rules.world, ...Object.values(rules.countries)].flatMap((one) => one.sources);
  for (const name of named.filter((one) => !known.has(one))) {
    report.tell(spot, ['sources'], 'unknown-id', `a source of the file: ${[...known].join(', ')}`, name);
  }
}

/**
 * Rules from the text of a file, or everything that is wrong with it.
 *
 * @example
 * readRoadRules('{}', 'rules.json').rules; // → null
 */
export function readRoadRules(textOfFile: string, file: string): ReadRoadRules {
  const report = createReport();
  const spot = { file, keys: [] };
  try {
    const { value } = readJson(textOfFile);
    const rules = readRow(roadRulesFile, value, spot, report).value;
    if (rules !== null) checkIds(rules, spot, report);
    return report.count() === 0 ? { rules, problems: [] } : { rules: null, problems: report.list() };
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    return { rules: null, problems: [toTextProblem(file, textOfFile, error)] };
  }
}
