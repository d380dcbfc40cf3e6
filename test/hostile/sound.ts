/**
 * What must hold of any data set the loader lets through, written against the model and not against the
 * loader: its own loops, its own calendar, distances on a sphere, speeds tried one by one.
 */
import type { Dataset } from '../../src/model/dataset.ts';
import type { Link } from '../../src/model/road.ts';
import type { LonLat, Parameter } from '../../src/model/source.ts';
import type { VehicleClass } from '../../src/model/travel.ts';

type Fault = string;

/** Everything wrong with a data set, in words; empty where it is sound. */
export function listFaults(dataset: Dataset): readonly Fault[] {
  return [
    ...listValueFaults(dataset, 'dataset'),
    ...listIdFaults(dataset),
    ...listReferenceFaults(dataset),
    ...dataset.links.flatMap((link) => listLinkFaults(link, dataset)),
    ...listRegionFaults(dataset),
    ...listSpeedFaults(dataset),
    ...listTariffFaults(dataset),
    ...listTimeFaults(dataset),
  ];
}

/** Walks every value: numbers are finite, texts fit for a screen, ranges in order, dates on the calendar. */
function listValueFaults(value: unknown, path: string): readonly Fault[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is not finite`];
  if (typeof value === 'string')
    return /[\p{Cc}\p{Cs}]/u.test(value) || value === '' ? [`${path} is no text`] : [];
  if (typeof value !== 'object') return typeof value === 'boolean' ? [] : [`${path} is ${typeof value}`];
  if (value === null) return [];
  const faults = Object.entries(value).flatMap(([key, item]) => listValueFaults(item, `${path}.${key}`));
  const { low, value: mid, high } = value as Partial<Parameter>;
  if (typeof low === 'number' && typeof high === 'number' && !(low <= (mid ?? NaN) && (mid ?? NaN) <= high)) {
    faults.push(`${path} is outside its range`);
  }
  const dates = [
    'opened',
    'closed',
    'startOfProduction',
    'established',
    'asOf',
    'date',
    'plantDate',
    'gantryFrom',
    'read',
  ];
  for (const key of dates) {
    const date = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof date === 'string' && !isOnCalendar(date)) faults.push(`${path}.${key} is no date`);
  }
  if (!Object.isFrozen(value)) faults.push(`${path} is not frozen`);
  return faults;
}

function isOnCalendar(date: string): boolean {
  const full =
    `${date}-01-01`.slice(0, date.length === 4 ? 10 : 0) || (date.length === 7 ? `${date}-01` : date);
  const time = Date.parse(`${full}T00:00:00Z`);
  return (
    /^\d{4}(-\d\d){0,2}$/.test(date) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(full)
  );
}

function listIdFaults(dataset: Dataset): readonly Fault[] {
  const { header, sections, nodes, links, water, zones, plants, suppliers, vehicleClasses, trafficStates } =
    dataset;
  const places = [...header.districts, ...header.groups, ...zones, ...plants, ...suppliers];
  const { tariffs, scenarios, claims, figures, flowcharts, sources, highways } = dataset;
  const lists = [
    places,
    highways,
    sections,
    nodes,
    links,
    water,
    vehicleClasses,
    trafficStates,
    tariffs,
    scenarios,
  ];
  return [...lists, claims, figures, flowcharts, sources, header.contrasts].flatMap((list) => {
    const ids = list.map(({ id }) => id);
    const wrong = ids.filter((id, index) => ids.indexOf(id) !== index || !/^[\w.~-]+$/.test(id) || id in {});
    return wrong.map((id) => `id ${id} is used twice or no id`);
  });
}

function listReferenceFaults(dataset: Dataset): readonly Fault[] {
  const faults: Fault[] = [];
  const check = (
    id: string | null,
    what: string,
    ...lists: readonly (readonly { readonly id: string }[])[]
  ): void => {
    if (id !== null && !lists.flat().some((record) => record.id === id)) faults.push(`no ${what} ${id}`);
  };
  const { header, sections, nodes, zones, plants, suppliers, scenarios, figures, highways } = dataset;
  const { groups, districts } = header;
  for (const id of [...header.belt.sections, ...header.belt.closing]) check(id, 'section', sections);
  for (const { base, build } of header.contrasts)
    for (const id of [base, build]) check(id, 'scenario', scenarios);
  for (const id of [header.defaults.base, header.defaults.build, header.defaults.beside])
    check(id, 'scenario', scenarios);
  for (const { highway } of sections) check(highway, 'highway', highways);
  for (const link of dataset.links) {
    check(link.section, 'section', sections);
    check(link.from, 'node', nodes);
    check(link.to, 'node', nodes);
    check(link.tariff, 'tariff', dataset.tariffs);
  }
  for (const { district } of [...zones, ...plants, ...suppliers]) check(district, 'district', districts);
  for (const { group } of plants) check(group, 'group', groups);
  for (const { keiretsu, zone, buyer, customers } of suppliers) {
    check(keiretsu, 'group', groups);
    check(zone, 'zone', zones);
    check(buyer, 'buyer', suppliers, groups);
    for (const { group } of customers) check(group, 'group', groups);
  }
  for (const { modifications } of scenarios) {
    for (const modification of modifications) {
      if (!('sections' in modification)) continue;
      for (const id of modification.sections ?? []) check(id, 'section', sections);
      const links = dataset.links.map(({ featureId }) => ({ id: featureId }));
      if (modification.kind === 'close') for (const id of modification.links ?? []) check(id, 'link', links);
    }
  }
  for (const claim of dataset.claims) {
    check(claim.from, 'origin', districts, zones, plants);
    check(claim.scenario, 'scenario', scenarios);
    check(claim.supplier, 'supplier', suppliers);
    for (const id of claim.groups) check(id, 'group', groups);
  }
  for (const chart of dataset.flowcharts) {
    for (const { conflict } of chart.evidence) check(conflict, 'figure', figures);
    for (const node of chart.nodes) for (const id of node.evidence) check(id, 'evidence', chart.evidence);
  }
  for (const id of listSources(dataset)) check(id, 'source', dataset.sources);
  return faults;
}

/** Every source id, found in the text of the whole. */
function listSources(dataset: Dataset): readonly string[] {
  const text = JSON.stringify({ ...dataset, sources: null });
  const single = [...text.matchAll(/"source":"([^"]*)"/g)].map(([, id]) => id ?? '');
  const several = [...text.matchAll(/"sources":\[([^\]]*)\]/g)].flatMap(([, ids]) => (ids ?? '').split(','));
  return [...single, ...several.map((id) => id.replaceAll('"', ''))];
}

function listLinkFaults(link: Link, dataset: Dataset): readonly Fault[] {
  const [from, to] = [link.from, link.to].map(
    (id) => dataset.nodes.find((node) => node.id === id)?.at ?? [0, 0],
  );
  const [first, last] = [link.geometry[0] ?? [0, 0], link.geometry.at(-1) ?? [0, 0]];
  const isStreet = ['arterial', 'local'].includes(link.facility);
  const crowM = measureSphereM(first as LonLat, last as LonLat);
  const rules: Readonly<Record<string, boolean>> = {
    'ends at its nodes': String(first) === String(from) && String(last) === String(to),
    'has a length': link.lengthM > 0 && link.lengthM <= 200_000,
    'has a range': link.lengthLowM <= link.lengthM && link.lengthM <= link.lengthHighM && link.lengthLowM > 0,
    'has no range unless estimated': link.lengthBasis === 'estimated' || link.lengthLowM === link.lengthHighM,
    'is not shorter than the crow flies': link.conflict !== null || link.lengthM > crowM * 0.99,
    'is accessible only as a street': !link.accessible || (isStreet && !link.bridge),
    'is directed as a ramp': link.facility !== 'ramp' || link.directed,
    'has a tariff with a plaza': link.plaza === null || link.tariff !== null,
    'has a partner unless directed':
      link.directed !== dataset.links.some(({ id }) => id === `${link.featureId}~r`),
    'opens before it closes':
      link.opened === null || link.closed === null || link.opened.slice(0, 4) <= link.closed.slice(0, 4),
    'has signals': link.signals >= 0 && link.signals <= 500,
    'has a source': link.sources.length > 0,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`link ${link.id}: not "${rule}"`]));
}

/** Haversine on a sphere of the mean radius: within 0.6 % of the ellipsoid. */
function measureSphereM([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const toRad = Math.PI / 180;
  const [dLat, dLon] = [(lat2 - lat1) * toRad, (lon2 - lon1) * toRad];
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * toRad) * Math.cos(lat2 * toRad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}

function listRegionFaults({ header, nodes, links, water, zones, plants }: Dataset): readonly Fault[] {
  const [west, south, east, north] = header.region;
  const points = [
    ...[...nodes, ...zones, ...plants].map(({ at }) => at),
    ...links.flatMap(({ geometry }) => geometry),
    ...water.flatMap(({ lines }) => lines.flat()),
  ];
  const outside = points.filter(
    ([lon, lat]) => !(lon >= west && lon <= east && lat >= south && lat <= north),
  );
  return outside.map((point) => `${String(point)} is off the region`);
}

const CORNERS = [
  ['value', 'value'],
  ['high', 'low'],
  ['low', 'high'],
] as const;

/** Tries every limit from 10 to 150 km/h in every state: no bigger class is faster. */
function listSpeedFaults({ vehicleClasses, trafficStates }: Dataset): readonly Fault[] {
  const faults = new Set<Fault>();
  const pairs = vehicleClasses.flatMap((one) => vehicleClasses.map((other) => [one, other] as const));
  for (const [big, small] of pairs.filter(([one, other]) => one.size > other.size)) {
    for (const facility of Object.keys(big.facilities) as (keyof VehicleClass['facilities'])[]) {
      for (const state of trafficStates) {
        for (const [fast, slow] of CORNERS) {
          const speed = ({ id, facilities }: VehicleClass, limit: number): number => {
            const { legalKmh, factor, capKmh } = facilities[facility];
            const row = state.byVehicleClass[id]?.[facility] ?? state.factors[facility];
            return Math.min(capKmh ?? 999, factor[fast] * Math.min(limit, legalKmh ?? 999)) / row[slow];
          };
          for (let limit = 10; limit <= 150; limit += 5) {
            if (speed(big, limit) > speed(small, limit) + 1e-6)
              faults.add(`${big.id} is faster on ${facility}`);
          }
        }
      }
    }
  }
  return [...faults];
}

function listTariffFaults({ tariffs, vehicleClasses }: Dataset): readonly Fault[] {
  return tariffs.flatMap(({ id, periods }) => {
    const days = periods.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
    const doubled = days.filter((day) => {
      return periods.filter(({ from, to }) => (from ?? '') <= day && day < (to ?? '9999')).length > 1;
    });
    const classes = vehicleClasses.map(({ tollClass }) => tollClass);
    const unpaid = periods.flatMap((period) =>
      classes.filter((name) => !((period.perKmCny[name] ?? -1) >= 0 && (period.perPassCny[name] ?? -1) >= 0)),
    );
    return [
      ...doubled.map((day) => `${id} is charged twice on ${day}`),
      ...unpaid.map((name) => `${id} lacks class ${name}`),
    ];
  });
}

/** The slowest time of every link stays within 32 bits of milliseconds, and the parameters within reason. */
function listTimeFaults({ links, vehicleClasses, trafficStates, parameters }: Dataset): readonly Fault[] {
  const all = Object.entries(parameters);
  const odd = all.filter(
    ([id, { low, unit }]) => low < 0 || (id.endsWith('Kmh') && (unit !== 'km/h' || low < 1)),
  );
  const slowest = Math.max(
    ...trafficStates.flatMap(({ factors }) => Object.values(factors).map(({ high }) => high)),
  );
  const least = Math.min(
    ...vehicleClasses.flatMap(({ facilities }) => Object.values(facilities).map(({ factor }) => factor.low)),
  );
  const long = links.filter(({ lengthHighM, signals }) => {
    const runningS = (lengthHighM / ((10 * least) / 3.6)) * slowest;
    return !((runningS + signals * parameters.signalDelayS.high + 3600) * 1000 < 2 ** 31);
  });
  return [...odd.map(([id]) => `${id} is odd`), ...long.map(({ id }) => `link ${id} takes too long`)];
}
