/** What kind of road a way is, and whether it is there yet. */
import { ROAD_STATUS } from '../../model/imported-network.ts';
import type { RoadClass, RoadRules } from '../../model/road-rules.ts';
import type { Tags } from '../osm/element.ts';
import type { Tally } from './tally.ts';

export interface FoundClass {
  readonly index: number;
  readonly roadClass: RoadClass;
  readonly status: number;
  /** Day, month or year in which it opens, where it is not there yet and the map says so. */
  readonly opens: string | null;
}

/** Classes by id, and what is known to be no road. */
export interface ClassTable {
  readonly byId: ReadonlyMap<string, { readonly index: number; readonly roadClass: RoadClass }>;
  readonly notRoads: ReadonlySet<string>;
}

/** The table of a set of rules. */
export function toClassTable({ classes, notRoads }: RoadRules): ClassTable {
  return {
    byId: new Map(classes.map((roadClass, index) => [roadClass.id, { index, roadClass }])),
    notRoads: new Set(notRoads),
  };
}

const VESSELS: ReadonlySet<string> = new Set(['ferry', 'shuttle_train']);

/** Whether `route` is that of a ferry or of a train that carries cars. */
export function isVessel(tags: Tags): boolean {
  return VESSELS.has(tags.get('route') ?? '');
}

/** A road stays open while it is widened. */
const HARMLESS_WORKS: ReadonlySet<string> = new Set(['no', 'minor', 'widening', 'completed']);
const STAGES: ReadonlyMap<string, number> = new Map([
  ['construction', ROAD_STATUS.construction],
  ['proposed', ROAD_STATUS.proposed],
  ['planned', ROAD_STATUS.proposed],
]);

/** Passable for nobody, whatever may be allowed. */
function isImpassable(tags: Tags): boolean {
  const isSaid = tags.get('impassable') === 'yes' || tags.get('status') === 'impassable';
  return isSaid || tags.get('smoothness') === 'impassable';
}

/** The class of a way; null where it is no road. Values that are not understood are tallied. */
export function findRoadClass(tags: Tags, table: ClassTable, tally: Tally, id: number): FoundClass | null {
  const highway = tags.get('highway');
  if (isImpassable(tags)) return null;
  if (highway === undefined) {
    const stage = [...STAGES.keys()].find((one) => tags.has(`${one}:highway`));
    if (stage !== undefined) return findFuture(tags, stage, tags.get(`${stage}:highway`), table, tally, id);
    return isVessel(tags) ? toOpen('ferry', table) : null;
  }
  if (STAGES.has(highway)) {
    const value = tags.get(highway) ?? tags.get(`${highway}:highway`);
    return findFuture(tags, highway, value, table, tally, id);
  }
  // A crossing by water is one whatever road it is a part of.
  const found = toOpen(isVessel(tags) && table.byId.has(highway) ? 'ferry' : highway, table);
  if (found === null) {
    if (!table.notRoads.has(highway)) tally.add('highway', highway, id);
    return null;
  }
  if (tags.get('area') === 'yes') {
    if (found.roadClass.openByDefault) tally.add('area', highway, id);
    return null;
  }
  const works = tags.get('construction');
  if (works === undefined || HARMLESS_WORKS.has(works)) return found;
  return { ...found, status: ROAD_STATUS.construction, opens: readOpening(tags, tally, id) };
}

function toOpen(id: string, { byId }: ClassTable): FoundClass | null {
  const found = byId.get(id);
  return found === undefined ? null : { ...found, status: ROAD_STATUS.open, opens: null };
}

/** A road that is built or planned; one whose class the map does not say is tallied. */
function findFuture(
  tags: Tags,
  stage: string,
  value: string | undefined,
  table: ClassTable,
  tally: Tally,
  id: number,
): FoundClass | null {
  const found = value === undefined ? null : toOpen(value, table);
  if (found === null) {
    if (value === undefined || !table.notRoads.has(value))
      tally.add('construction', `${stage}=${value ?? ''}`, id);
    return null;
  }
  if (!found.roadClass.openByDefault) return null;
  return { ...found, status: STAGES.get(stage) ?? ROAD_STATUS.proposed, opens: readOpening(tags, tally, id) };
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A date of the calendar as it stands, or null; anything else is tallied. */
function readOpening(tags: Tags, tally: Tally, id: number): string | null {
  const text = tags.get('opening_date')?.trim();
  if (text === undefined) return null;
  const [, year, month = '01', day = '01'] = DATE.exec(text) ?? [];
  if (year !== undefined) {
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    if (date.toISOString().startsWith(`${year}-${month}-${day}`)) return text;
  }
  tally.add('opening-date', text, id);
  return null;
}
