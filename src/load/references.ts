/** Checks that every id one record names another by is the id of a record, and that no id is used twice. */
import type { Claim } from '../model/claim.ts';
import type { RoadTargets } from '../model/scenario.ts';
import { checkId, checkIds, checkUnique, type IdTable, toIdTable } from './ids.ts';
import type { Report, Spot } from './report.ts';
import { type Entry, listSound, type Rows } from './rows.ts';
import type { Tables } from './tables.ts';

type Ids = Readonly<
  Record<'district' | 'group' | 'section' | 'node' | 'link' | 'tariff' | 'zone' | 'plant', IdTable>
> &
  Readonly<Record<'supplier' | 'vehicleClass' | 'scenario' | 'figure' | 'source' | 'highway', IdTable>>;

/** Tells ids used twice and references that lead nowhere. */
export function checkReferences(tables: Tables, report: Report): void {
  checkAllUnique(tables, report);
  const ids = toIds(tables);
  checkHeader(tables, ids, report);
  checkRoads(tables, ids, report);
  checkPlaces(tables, ids, report);
  checkSuppliers(tables, ids, report);
  checkTravel(tables, ids, report);
  checkScenarios(tables, ids, report);
  for (const entry of listSound(tables.claims)) checkClaim(entry, ids, report);
  checkFlowcharts(tables, ids, report);
  checkSources(tables, ids.source, report);
}

function checkAllUnique(tables: Tables, report: Report): void {
  const { districts, groups, zones, plants, suppliers } = tables;
  checkUnique(report, districts, groups, zones, plants, suppliers);
  const { contrasts, highways, sections, nodes, links, water } = tables;
  for (const rows of [contrasts, highways, sections, nodes, links, water]) checkUnique(report, rows);
  const { vehicleClasses, trafficStates, tariffs, scenarios, claims, figures, flowcharts, sources } = tables;
  for (const rows of [vehicleClasses, trafficStates, tariffs, scenarios]) checkUnique(report, rows);
  for (const rows of [claims, figures, flowcharts, sources]) checkUnique(report, rows);
  for (const rows of [tables.profiles, tables.bans]) checkUnique(report, rows);
}

function toIds(tables: Tables): Ids {
  return {
    district: toIdTable('a district', tables.districts),
    group: toIdTable('an assembler group', tables.groups),
    highway: toIdTable('a highway', tables.highways),
    section: toIdTable('a section', tables.sections),
    node: toIdTable('a node', tables.nodes),
    link: toIdTable('a link', tables.links),
    tariff: toIdTable('a tariff', tables.tariffs),
    zone: toIdTable('a zone', tables.zones),
    plant: toIdTable('a plant', tables.plants),
    supplier: toIdTable('a supplier', tables.suppliers),
    vehicleClass: toIdTable('a vehicle class', tables.vehicleClasses),
    scenario: toIdTable('a scenario', tables.scenarios),
    figure: toIdTable('a printed figure', tables.figures),
    source: toIdTable('a source', tables.sources),
  };
}

function checkHeader({ header }: Tables, ids: Ids, report: Report): void {
  for (const { spot, value } of listSound(header)) {
    checkIds(value.belt.sections, spot, ['belt', 'sections'], report, ids.section);
    checkIds(value.belt.closing, spot, ['belt', 'closing'], report, ids.section);
    for (const [index, contrast] of value.contrasts.entries()) {
      for (const key of ['base', 'build'] as const) {
        checkId(contrast[key], spot, ['contrasts', index, key], report, ids.scenario);
      }
    }
    for (const key of ['base', 'build', 'beside'] as const) {
      checkId(value.defaults[key], spot, ['defaults', key], report, ids.scenario);
    }
  }
}

function checkRoads({ links }: Tables, ids: Ids, report: Report): void {
  for (const { spot, value } of listSound(links)) {
    const { section, from, to, tariff } = value.properties;
    checkId(section, spot, ['properties', 'section'], report, ids.section);
    checkId(from, spot, ['properties', 'from'], report, ids.node);
    checkId(to, spot, ['properties', 'to'], report, ids.node);
    checkId(tariff, spot, ['properties', 'tariff'], report, ids.tariff);
  }
}

function checkPlaces({ zones, plants }: Tables, ids: Ids, report: Report): void {
  for (const { spot, value } of listSound(zones))
    checkId(value.district, spot, ['district'], report, ids.district);
  for (const { spot, value } of listSound(plants)) {
    checkId(value.district, spot, ['district'], report, ids.district);
    checkId(value.group, spot, ['group'], report, ids.group);
  }
}

function checkSuppliers({ suppliers }: Tables, ids: Ids, report: Report): void {
  for (const { spot, value } of listSound(suppliers)) {
    checkId(value.keiretsu, spot, ['keiretsu'], report, ids.group);
    checkId(value.district, spot, ['district'], report, ids.district);
    checkId(value.zone, spot, ['zone'], report, ids.zone);
    checkId(value.buyer, spot, ['buyer'], report, ids.supplier, ids.group);
    for (const [index, { group }] of value.customers.entries()) {
      checkId(group, spot, ['customers', index, 'group'], report, ids.group);
    }
  }
}

function checkTravel({ trafficStates, profiles, bans, variability }: Tables, ids: Ids, report: Report): void {
  for (const { spot, value } of [...listSound(trafficStates), ...listSound(profiles)]) {
    for (const id of Object.keys(value.byVehicleClass)) {
      checkId(id, spot, ['byVehicleClass', id], report, ids.vehicleClass);
    }
  }
  for (const { spot, value } of listSound(bans)) {
    checkIds(value.vehicleClasses, spot, ['vehicleClasses'], report, ids.vehicleClass);
    checkIds(value.highways, spot, ['highways'], report, ids.highway);
    checkIds(value.sections, spot, ['sections'], report, ids.section);
    checkIds(value.links, spot, ['links'], report, ids.link);
  }
  const states = toIdTable('a traffic state', trafficStates);
  for (const { spot, value } of listSound(variability)) {
    for (const id of Object.keys(value.coefficientOfVariation))
      checkId(id, spot, ['coefficientOfVariation', id], report, states);
  }
}

/** Ids of roads on record: those that some scenario builds are compared when it is tried on the roads. */
function checkScenarios({ scenarios }: Tables, ids: Ids, report: Report): void {
  const sound = listSound(scenarios);
  const builds = sound.flatMap(({ value }) => value.modifications.filter(({ kind }) => kind === 'build'));
  if (builds.length > 0) return;
  for (const { spot, value } of sound) {
    for (const [index, item] of value.modifications.entries()) {
      const keys = ['modifications', index];
      const { highways = [], sections = [], links = [] } = item as RoadTargets;
      checkIds(highways, spot, [...keys, 'highways'], report, ids.highway);
      checkIds(sections, spot, [...keys, 'sections'], report, ids.section);
      checkIds(links, spot, [...keys, 'links'], report, ids.link);
    }
  }
}

function checkClaim({ spot, value }: Entry<Claim>, ids: Ids, report: Report): void {
  checkId(value.from, spot, ['from'], report, ids.district, ids.zone, ids.plant);
  const ends = value.kind === 'time' ? [ids.plant, ids.group] : [ids.district, ids.plant, ids.group];
  checkId(value.to, spot, ['to'], report, ...ends);
  checkId(value.supplier, spot, ['supplier'], report, ids.supplier);
  checkIds(value.groups, spot, ['groups'], report, ids.group);
  checkId(value.scenario, spot, ['scenario'], report, ids.scenario);
}

/** Nodes, ingredients and evidence of a chart are named within the chart only. */
function checkFlowcharts({ flowcharts }: Tables, ids: Ids, report: Report): void {
  for (const { spot, value } of listSound(flowcharts)) {
    for (const key of ['nodes', 'ingredients', 'evidence'] as const)
      checkUnique(report, toOwnRows(value[key], spot, key));
    const evidence = toIdTable('a record of evidence', toOwnRows(value.evidence, spot, 'evidence'));
    for (const [index, node] of value.nodes.entries()) {
      checkIds(node.evidence, spot, ['nodes', index, 'evidence'], report, evidence);
    }
    for (const [index, { conflict }] of value.evidence.entries()) {
      checkId(conflict, spot, ['evidence', index, 'conflict'], report, ids.figure);
    }
  }
}

function toOwnRows(
  items: readonly { readonly id: string }[],
  { file, keys }: Spot,
  key: string,
): Rows<unknown> {
  const rows = items.map(({ id }, index) => ({
    spot: { file, keys: [...keys, key, index] },
    id,
    value: null,
  }));
  return { rows, complete: true };
}

/** Every `source` and `sources` of every record, wherever in it they stand. */
function checkSources(tables: Tables, source: IdTable, report: Report): void {
  const { sources: _, ...others } = tables;
  for (const rows of Object.values<Rows<unknown>>(others)) {
    for (const { spot, value } of listSound(rows)) walk(value, spot, [], source, report);
  }
}

function walk(
  value: unknown,
  spot: Spot,
  keys: readonly PropertyKey[],
  source: IdTable,
  report: Report,
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    const own = [...keys, Array.isArray(value) ? Number(key) : key];
    if (key === 'source' && typeof item === 'string') checkId(item, spot, own, report, source);
    else if (key === 'sources' && Array.isArray(item))
      checkIds(item as readonly string[], spot, own, report, source);
    else if (key !== 'coordinates') walk(item, spot, own, source, report);
  }
}
