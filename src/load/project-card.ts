/**
 * A ProjectCard as a scenario file: roads that it deletes, changes and adds. Links and nodes go by number
 * (`scenario/numbers.ts`), links by name as well; what a card may say and a scenario cannot is a problem, never passed over.
 */
import { FACILITY_TYPES } from '../model/facility-types.ts';
import type { Dataset } from '../model/dataset.ts';
import { CARD_DATA, CARD_DIGITS, type CardLinks } from '../model/project-card.ts';
import { FACILITIES, type Facility, type Link } from '../model/road.ts';
import type { Modification, ScenarioFile } from '../model/scenario.ts';
import type { LonLat } from '../model/source.ts';
import type { Problem } from '../problems.ts';
import { numberRecords } from '../scenario/numbers.ts';
import { checkRecord } from './issues.ts';
import { toTextProblem } from './json-problem.ts';
import { JsonTextError, readJson } from './json.ts';
import { card, type Card, type Change } from './project-card-form.ts';
import { createReport, type Report, type Spot } from './report.ts';

/** Either a scenario file and no problem, or none and at least one. */
export interface ImportedCard {
  readonly file: ScenarioFile | null;
  readonly problems: readonly Problem[];
}

/** What the numbers of a card stand for. */
interface Records {
  readonly links: ReadonlyMap<number, Link>;
  readonly nodes: ReadonlyMap<number, { readonly id: string; readonly at: LonLat }>;
  readonly all: readonly Link[];
}

function toRecords(dataset: Dataset): Records {
  const numbers = numberRecords(dataset);
  const links = dataset.links.map((link): [number, Link] => [numbers.links.get(link.id) ?? 0, link]);
  const nodes = dataset.nodes.map(({ id: node, at }): [number, { id: string; at: LonLat }] => {
    return [numbers.nodes.get(node) ?? 0, { id: node, at }];
  });
  return { links: new Map(links), nodes: new Map(nodes), all: dataset.links };
}

/** An id out of a name: letters, digits, dots, hyphens and underscores stay. */
function toId(name: string): string {
  return (
    name
      .trim()
      .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60) || 'card'
  );
}

interface Told {
  readonly spot: Spot;
  readonly report: Report;
}

/** Features that a selection means; a road of which one direction alone is meant is told. */
function findFeatures(records: Records, selection: CardLinks, { spot, report }: Told): readonly string[] {
  const { model_link_id: numbers = [], name = [], ref = [] } = selection;
  for (const [i, one] of numbers.entries())
    if (!records.links.has(one))
      report.tell(
        spot,
        ['links', 'model_link_id', i],
        'unknown-id',
        `a link of the data set, 1 to ${records.links.size}`,
        one,
      );
  const named = records.all.filter(
    ({ nameEn, refNow, refOld }) =>
      name.includes(nameEn) || [refNow, refOld].some((own) => own !== null && ref.includes(own)),
  );
  const meant = new Set([...numbers.flatMap((one) => records.links.get(one) ?? []), ...named]);
  for (const { id: link, featureId } of meant) {
    const ways = records.all.filter((other) => other.featureId === featureId);
    if (ways.some((way) => !meant.has(way)))
      report.tell(spot, ['links'], 'contradiction', `both directions of ${featureId}`, link);
  }
  if (meant.size === 0)
    report.tell(spot, ['links'], 'contradiction', 'at least one link of the data set', selection);
  return [...new Set([...meant].map(({ featureId }) => featureId))].toSorted();
}

/** Properties that a scenario can set, by their names in a card. */
const PROPERTIES: Readonly<Record<string, 'lanesPerDirection' | 'postedKmh' | 'tariff'>> = {
  lanes: 'lanesPerDirection',
  postedKmh: 'postedKmh',
  tariff: 'tariff',
};

function readProperties(
  changes: Readonly<Record<string, { readonly set: unknown }>>,
  { spot, report }: Told,
): object {
  return Object.fromEntries(
    Object.entries(changes).flatMap(([name, { set: value }]) => {
      const own = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
      if (own !== undefined) return [[own, value]];
      const expected = `a property that a scenario can set: ${Object.keys(PROPERTIES).join(', ')}`;
      report.tell(spot, ['property_changes', name], 'unknown-key', expected, name);
      return [];
    }),
  );
}

function toFacility(roadway: string): Facility {
  return FACILITIES.find((facility) => FACILITY_TYPES[facility] === roadway) ?? 'arterial';
}

type CardAddition = NonNullable<Change['roadway_addition']>;
type AddedLink = NonNullable<CardAddition['links']>[number];

/** The other direction of the same road. */
function isReturn(a: AddedLink, b: AddedLink): boolean {
  return (
    a.A === b.B && a.B === b.A && a.name === b.name && a.postedKmh === b.postedKmh && a.lanes === b.lanes
  );
}

/** Roads of an addition: links that run to and fro are one road. */
function pairLinks(
  links: readonly AddedLink[],
): readonly { readonly link: AddedLink; readonly oneWay: boolean }[] {
  const done = new Set<AddedLink>();
  return links.flatMap((link) => {
    if (done.has(link)) return [];
    const back = links.find((other) => other !== link && !done.has(other) && isReturn(link, other));
    done.add(link);
    if (back !== undefined) done.add(back);
    return [{ link, oneWay: back === undefined }];
  });
}

/** Builds of an addition. A node that is new is made by the first road that meets it. */
function toBuilds(
  records: Records,
  { nodes = [], links = [] }: CardAddition,
  prefix: string,
  told: Told,
): readonly Modification[] {
  const added = new Map(nodes.map(({ model_node_id: one, X, Y }) => [one, [X, Y] as LonLat]));
  const made = new Set<number>();
  const meet = (one: number, vertex: number, at: LonLat | undefined): object => {
    const known = records.nodes.get(one);
    if (known !== undefined && !added.has(one)) return { vertex, node: known.id };
    if (at === undefined)
      told.report.tell(told.spot, ['links'], 'unknown-id', 'a node of the data set or of the card', one);
    const first = !made.has(one);
    made.add(one);
    return first ? { vertex, newNode: `${prefix}-${one}` } : { vertex, node: `${prefix}-${one}` };
  };
  return pairLinks(links).map(({ link, oneWay }) => {
    const [from, to] = [link.A, link.B].map((one) => added.get(one) ?? records.nodes.get(one)?.at);
    const line = link.line ?? [from ?? [NaN, NaN], to ?? [NaN, NaN]];
    const interchanges = [meet(link.A, 0, from), meet(link.B, line.length - 1, to)];
    return {
      ...{ kind: 'build', id: `${prefix}-${link.model_link_id}`, title: link.name, line },
      ...{
        facility: toFacility(link.roadway),
        postedKmh: link.postedKmh,
        lanesPerDirection: link.lanes,
        oneWay,
      },
      ...{ tariff: link.tariff ?? null, interchanges },
    } as Modification;
  });
}

function toModifications(records: Records, one: Change, prefix: string, told: Told): readonly Modification[] {
  const { roadway_deletion: gone, roadway_addition: added, roadway_property_change: changed } = one;
  const at = (key: string): Told => ({ ...told, spot: { ...told.spot, keys: [...told.spot.keys, key] } });
  return [
    ...(gone === undefined
      ? []
      : [
          {
            kind: 'close' as const,
            links: findFeatures(records, gone.links, at('roadway_deletion')),
          },
        ]),
    ...(changed === undefined
      ? []
      : [
          {
            kind: 'change' as const,
            links: findFeatures(records, changed.facility.links, at('roadway_property_change')),
            ...readProperties(changed.property_changes, at('roadway_property_change')),
          },
        ]),
    ...(added === undefined ? [] : toBuilds(records, added, prefix, at('roadway_addition'))),
  ];
}

/** A card of ours says of which data its numbers are. */
function checkData({ digest }: Dataset, { tags = [] }: Card, { spot, report }: Told): void {
  const wrong = tags.find(
    (tag) => tag.startsWith(CARD_DATA) && !digest.startsWith(tag.slice(CARD_DATA.length)),
  );
  if (wrong === undefined) return;
  const expected = `numbers of this data set (${CARD_DATA}${digest.slice(0, CARD_DIGITS)})`;
  report.tell(spot, ['tags'], 'contradiction', expected, wrong);
}

function toDependencies({ dependencies }: Card): Pick<ScenarioFile, 'dependencies'> {
  const { prerequisites = [], corequisites = [], conflicts = [] } = dependencies ?? {};
  const said = Object.entries({ prerequisites, corequisites, conflicts }).filter(
    ([, names]) => names.length > 0,
  );
  if (said.length === 0) return {};
  return { dependencies: Object.fromEntries(said.map(([key, names]) => [key, names.map(toId)])) };
}

function toFile(dataset: Dataset, read: Card, base: string, told: Told): ScenarioFile {
  checkData(dataset, read, told);
  const records = toRecords(dataset);
  const { changes = [], project, notes } = read;
  const { roadway_deletion, roadway_addition, roadway_property_change } = read;
  const single = { roadway_deletion, roadway_addition, roadway_property_change } as Change;
  const prefix = toId(project);
  const all = [
    ...toModifications(records, single, prefix, told),
    ...changes.flatMap((one, i) =>
      toModifications(records, one, prefix, { ...told, spot: { ...told.spot, keys: ['changes', i] } }),
    ),
  ];
  return {
    ...{ schema: 'beltway/scenario@2', id: prefix, title: project, base, ...toDependencies(read) },
    modifications: all,
    ...(notes === undefined ? {} : { note: notes }),
  };
}

/**
 * The scenario file of a card that stands on a scenario or day. What is wrong with its roads is told by `readScenario`.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : importProjectCard(dataset, '{}', 'card.json', '2010-12').file; // → null
 */
export function importProjectCard(
  dataset: Dataset,
  cardText: string,
  file: string,
  base: string,
): ImportedCard {
  const report = createReport();
  const spot: Spot = { file, keys: [] };
  let read: Card | null = null;
  try {
    read = checkRecord(card, readJson(cardText).value, spot, report);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    report.add(toTextProblem(file, cardText, error));
  }
  const made = read === null ? null : toFile(dataset, read, base, { spot, report });
  return report.count() > 0 ? { file: null, problems: report.list() } : { file: made, problems: [] };
}
