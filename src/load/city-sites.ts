/**
 * A user's own sites in a city from a CSV: the columns are those of own sites, and `kind` says which of them are plants.
 * Groups are whatever the user calls them.
 */
import { findCityConnectors } from '../city/connectors.ts';
import type { CityFirm, CityTrial } from '../city/scenario/draft.ts';
import type { ImportedNetwork } from '../model/imported-network.ts';
import type { LonLat } from '../model/source.ts';
import { DataError, type Problem } from '../problems.ts';
import { isPlain } from './fields.ts';
import { checkName, createTell, readPoint, readVolume, type Tell } from './own-cells.ts';
import { CITY_COLUMNS, readCsv, type CsvTable } from './own-csv.ts';
import { createReport, type Report } from './report.ts';

/** Of a city: lines that a spreadsheet still shows, and trees that are searched in seconds. */
const MAX_SITES = 10_000;
const MAX_GROUP = 100;
/** At least so many metres lie in a degree of latitude: a place may join a street from outside the map. */
const M_PER_DEGREE = 110_000;
/** Bounds are told to some ten metres. */
const GRAIN = 10_000;

export interface CitySites {
  readonly firms: readonly CityFirm[];
  readonly problems: readonly Problem[];
  /** Columns of the file that mean nothing here. */
  readonly ignored: readonly string[];
}

/** Bounds of a network and the way that a place may be from it; wider to the east, where degrees are shorter. */
function toRegion({ notes }: ImportedNetwork): readonly [number, number, number, number] {
  const [west, south, east, north] = notes.bounds;
  const lat = notes.connectors.limitM / M_PER_DEGREE;
  const lon = lat / Math.max(0.01, Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180));
  const [low, high] = [
    (value: number) => Math.floor(value * GRAIN) / GRAIN,
    (value: number) => Math.ceil(value * GRAIN) / GRAIN,
  ];
  return [low(west - lon), low(south - lat), high(east + lon), high(north + lat)];
}

function checkJoins({ ground, profile }: CityTrial, id: string, at: LonLat, tell: Tell): void {
  try {
    findCityConnectors(ground.network, profile, { id, at });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    for (const { expected, code } of error.problems) tell(null, expected, at.join(', '), code);
  }
}

function readKind(text: string, tell: Tell): CityFirm['kind'] {
  const word = text.toLowerCase();
  if (word === 'plant') return 'plant';
  if (word !== '' && word !== 'supplier')
    tell('kind', 'supplier or plant, or nothing for a supplier', text, 'out-of-range');
  return 'supplier';
}

function readGroup(text: string, tell: Tell): string | null {
  if (text.length > MAX_GROUP || !isPlain(text))
    tell('group', `a group of at most ${MAX_GROUP} characters, or nothing`, text, 'out-of-range');
  return text === '' ? null : text;
}

function readFirms(trial: CityTrial, table: CsvTable, file: string, report: Report): readonly CityFirm[] {
  const rowOf = new Map<string, number>();
  const region = toRegion(trial.ground.network);
  return table.rows.flatMap((one, i): readonly CityFirm[] => {
    const { row, cells } = one;
    const tell = createTell(file, row, report);
    const id = `own-${i + 1}`;
    checkName(cells.name, rowOf, row, tell);
    const at = readPoint(region, one, table, tell);
    const [kind, group] = [readKind(cells.kind, tell), readGroup(cells.group, tell)];
    readVolume(cells.volume, tell);
    if (at === null) return [];
    checkJoins(trial, id, at, tell);
    return [{ id, title: cells.name, kind, group, at }];
  });
}

/**
 * Reads the sites of a CSV with the columns `name`, `lon`, `lat` and, if given, `kind` (`supplier`, which is meant where
 * nothing stands, or `plant`) and `group`. Whatever the text is, it returns; every problem has its row and column.
 */
export function readCitySites(trial: CityTrial, csvText: string, file: string): CitySites {
  const report = createReport();
  const table = readCsv(csvText, file, report, CITY_COLUMNS);
  const tell = (expected: string, found: string, code: 'missing' | 'too-large'): void =>
    report.add({ file, path: '', expected, found, code });
  if (report.count() === 0 && table.rows.length === 0)
    tell('at least one site below the header', 'none', 'missing');
  if (table.rows.length > MAX_SITES) tell(`at most ${MAX_SITES} sites`, `${table.rows.length}`, 'too-large');
  const firms = report.count() === 0 ? readFirms(trial, table, file, report) : [];
  const problems = report.list();
  return { firms: problems.length > 0 ? [] : firms, problems, ignored: table.ignored };
}
