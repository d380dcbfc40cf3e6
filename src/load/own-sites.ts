/**
 * A user's own sites from a CSV: suppliers of their own population, each at a zone of its own, added to a data set
 * that is otherwise the same. Nothing of the records shipped changes, and what is added is marked `own`.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Supplier, Zone } from '../model/place.ts';
import type { LonLat, Source } from '../model/source.ts';
import { findConnectors } from '../network/connectors.ts';
import { DataError, type Problem, type ProblemCode } from '../problems.ts';
import { toDigest } from './digest.ts';
import { deepFreeze } from './freeze.ts';
import { checkName, createTell, readGroup, readPoint, readVolume, type Tell } from './own-cells.ts';
import { readCsv, type CsvTable } from './own-csv.ts';
import { createReport, type Report } from './report.ts';

/** What the user's records name as their source, district and population. */
const OWN = 'own';
/** More are a data set of their own. */
const MAX_SITES = 500;

export interface OwnSites {
  /** The data set with the sites; null where anything is wrong. */
  readonly dataset: Dataset | null;
  readonly problems: readonly Problem[];
  /** Sites read. */
  readonly sites: number;
  /** Columns of the file that mean nothing here. */
  readonly ignored: readonly string[];
}

interface Site {
  readonly id: string;
  readonly name: string;
  readonly at: LonLat;
  readonly group: string | null;
  readonly volume: number | null;
}

/** A place as far from any road as a data set's own places may not be either. */
function checkRoad(dataset: Dataset, id: string, at: LonLat, tell: Tell): void {
  try {
    findConnectors(dataset, { id: toZoneId(id), at });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    for (const { expected, code } of error.problems) tell(null, expected, at.join(', '), code);
  }
}

function readSites(dataset: Dataset, table: CsvTable, file: string, report: Report): readonly Site[] {
  const rowOf = new Map<string, number>();
  return table.rows.flatMap((one, i): readonly Site[] => {
    const { row, cells } = one;
    const tell = createTell(file, row, report);
    const id = `${OWN}-${i + 1}`;
    checkName(cells.name, rowOf, row, tell);
    const at = readPoint(dataset.header.region, one, table, tell);
    const group = readGroup(dataset, cells.group, tell);
    const volume = readVolume(cells.volume, tell);
    if (at === null || group === undefined) return [];
    checkRoad(dataset, id, at, tell);
    return [{ id, name: cells.name, at, group, volume }];
  });
}

function toZoneId(site: string): string {
  return `${site}-site`;
}

function toZone({ id, name, at }: Site): Zone {
  const kind = 'zone';
  return { id: toZoneId(id), kind, name, nameZh: name, district: OWN, at, grade: 'A', sources: [OWN] };
}

function toSupplier({ id, name, group, volume }: Site): Supplier {
  return {
    ...{ id, name, nameZh: null, parent: name, keiretsu: group, tier: 1, part: 'not stated', district: OWN },
    ...{ zone: toZoneId(id), siteGrade: 'A', established: null, startOfProduction: null, inSet2006: false },
    ...{ customers: [], buyer: null, volume, evidence: 'Given by the user.', confidence: 'low' },
    sources: [OWN],
  };
}

const SOURCE: Source = {
  id: OWN,
  title: 'Own sites',
  author: 'the user',
  year: null,
  licence: 'not stated',
  url: null,
  read: null,
  done: 'Taken as given: only the form of the records and the distance from a road were checked.',
};

const DISTRICT = { id: OWN, name: 'Own sites', nameZh: '自有地点', city: 'not stated' };

/** The data set with sites: roads, water and parameters are the same values, so that what is known of them holds. */
function extend(dataset: Dataset, sites: readonly Site[]): Dataset {
  const { header } = dataset;
  return deepFreeze({
    ...dataset,
    header: { ...header, districts: [...header.districts, DISTRICT] },
    zones: [...dataset.zones, ...sites.map(toZone)],
    suppliers: [...dataset.suppliers, ...sites.map(toSupplier)],
    sources: [...dataset.sources, SOURCE],
    digest: toDigest([
      { file: 'dataset', value: dataset.digest },
      { file: 'own-sites', value: sites },
    ]),
  });
}

/** Refuses what the whole file is: too many sites, none, or a data set that has sites of its user already. */
function checkWhole(dataset: Dataset, { rows }: CsvTable, file: string, report: Report): void {
  const taken = [...dataset.sources, ...dataset.header.districts].some(({ id }) => id === OWN);
  const tell = (expected: string, found: string, code: ProblemCode): void =>
    report.add({ file, path: '', expected, found, code });
  if (taken) tell('a data set without own sites', dataset.header.id, 'duplicate-id');
  if (rows.length === 0) tell('at least one site below the header', 'none', 'missing');
  if (rows.length > MAX_SITES) tell(`at most ${MAX_SITES} sites`, `${rows.length}`, 'too-large');
}

/**
 * Adds the sites of a CSV with the columns `name`, `lon`, `lat` (WGS84 degrees) and, if given, `group` (id or
 * name of an assembler group; empty = independent) and `volume` a year. Whatever the text is, it returns: a new
 * data set with another digest, or every problem with its row and column. Other columns are named in `ignored`.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? 0 : addOwnSites(dataset, 'name,lon,lat\nGate,113.2,23.2', 'sites.csv').sites; // → 0
 */
export function addOwnSites(dataset: Dataset, csvText: string, fileName: string): OwnSites {
  const report = createReport();
  const table = readCsv(csvText, fileName, report);
  if (report.count() === 0) checkWhole(dataset, table, fileName, report);
  const readable = table.rows.length <= MAX_SITES;
  const sites = readable ? readSites(dataset, table, fileName, report) : [];
  const problems = report.list();
  const { ignored } = table;
  if (problems.length > 0) return { dataset: null, problems, sites: table.rows.length, ignored };
  return { dataset: extend(dataset, sites), problems: [], sites: sites.length, ignored };
}
