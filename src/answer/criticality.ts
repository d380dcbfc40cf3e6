/**
 * Criticality: every open link of a scenario closed, one after the other, both directions together, and every named
 * section; what each closing loses. Everything else stays as it is; the plant that decides a maker's time may be another
 * one then.
 */
import { listBeltSections } from '../matrix/cell.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type {
  ClosingLoss,
  CriticalityDocument,
  CriticalLink,
  CriticalSection,
  ValueMeasure,
} from '../model/value.ts';
import type { Problem } from '../problems.ts';
import { toLoss } from '../value/loss.ts';
import { listGroupTimes, type GroupTimes } from '../value/measures.ts';
import { toCommand } from './command.ts';
import { toCriticalitySentence } from './criticality-sentence.ts';
import { startPieces, type PieceRun } from './pieces.ts';
import { toValueHead, toValueQuestion, type ValueQuestion, type ValueRequest } from './value-question.ts';

export interface CriticalityRequest extends ValueRequest {
  /** Only so many links, the most critical; left out = all. */
  readonly top?: number | undefined;
}

const CAPTION = 'Modelled times with one road closed and all else as it is: not traffic, cost or benefit.';

function checkTop({ top }: CriticalityRequest): readonly Problem[] {
  if (top === undefined || (Number.isInteger(top) && top >= 1)) return [];
  return [
    {
      ...{ file: 'request', path: 'top', expected: 'a whole number from 1', found: String(top) },
      code: 'out-of-range',
    },
  ];
}

/** Open links by feature or by section, in the order of the state. */
function groupLinks(
  links: readonly Link[],
  key: (link: Link) => string,
): ReadonlyMap<string, readonly Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(key(link));
    if (group === undefined) groups.set(key(link), [link]);
    else group.push(link);
  }
  return groups;
}

/** What is compared of two losses, the first that differs decides. */
const ORDERS: Readonly<Record<ValueMeasure, readonly ((loss: ClosingLoss) => number)[]>> = {
  minutes: [({ cutOffPairs }) => cutOffPairs, ({ lostS }) => lostS],
  passes: [({ verdicts }) => verdicts, ({ cutOffPairs }) => cutOffPairs, ({ lostS }) => lostS],
  iOut: [({ iOut }) => iOut ?? 0, ({ cutOffPairs }) => cutOffPairs, ({ lostS }) => lostS],
  i2: [({ i2 }) => i2 ?? 0, ({ cutOffPairs }) => cutOffPairs, ({ lostS }) => lostS],
};

function sortByLoss<T extends ClosingLoss>(
  rows: readonly T[],
  measure: ValueMeasure,
  toId: (row: T) => string,
): readonly T[] {
  return rows.toSorted((a, b) => {
    const read = ORDERS[measure].find((one) => one(a) !== one(b));
    return read === undefined ? (toId(a) < toId(b) ? -1 : 1) : read(b) - read(a);
  });
}

function toCriticalLink(belt: ReadonlySet<string>, [link]: readonly Link[], loss: ClosingLoss): CriticalLink {
  if (link === undefined) throw new RangeError('a feature has a link');
  const { featureId: feature, highway, section, facility, nameEn, nameZh, refNow: ref, lengthM } = link;
  const names = { feature, highway, section, facility, nameEn, nameZh, ref };
  return {
    ...names,
    ...{ belt: belt.has(section), lengthM, estimated: link.lengthBasis === 'estimated' },
    ...loss,
  };
}

function toCriticalSection(
  dataset: Dataset,
  section: string,
  links: readonly Link[],
  loss: ClosingLoss,
): CriticalSection {
  const known = dataset.sections.find(({ id }) => id === section);
  return {
    section,
    highway: links[0]?.highway ?? '',
    title: known?.titleEn ?? section,
    titleZh: known?.titleZh ?? section,
    belt: listBeltSections(dataset).has(section),
    features: new Set(links.map(({ featureId }) => featureId)).size,
    ...loss,
  };
}

interface Found {
  readonly asked: ValueQuestion;
  readonly features: ReadonlyMap<string, readonly Link[]>;
  readonly sections: ReadonlyMap<string, readonly Link[]>;
  /** In the order of the features, then of the sections. */
  readonly losses: readonly ClosingLoss[];
}

function toDocument(
  { asked, features, sections, losses }: Found,
  request: CriticalityRequest,
): CriticalityDocument {
  const { measure = 'minutes', top, ...rest } = request;
  const { dataset } = asked.closings.state;
  const belt = listBeltSections(dataset);
  const lossAt = (i: number): ClosingLoss => losses[i] as ClosingLoss;
  const links = [...features.values()].map((own, i) => toCriticalLink(belt, own, lossAt(i)));
  const all = [...sections].map(([id, own], i) =>
    toCriticalSection(dataset, id, own, lossAt(features.size + i)),
  );
  const sorted = sortByLoss(links, measure, ({ feature }) => feature);
  const body = {
    schema: 'beltway/criticality@1' as const,
    ...toValueHead(asked),
    measure,
    closed: links.length,
    idle: links.filter(({ slowed }) => slowed === 0).length,
    links: sorted.slice(0, top),
    sections: sortByLoss(all, measure, ({ section }) => section),
    caption: CAPTION,
  };
  const command = toCommand(['value'], rest, [
    ['--only', 'criticality'],
    ['--measure', request.measure],
    ['--top', top?.toString()],
  ]);
  return { ...body, sentence: toCriticalitySentence(body, sorted), command };
}

/**
 * Closes every open link and every section of a scenario, a piece each. Throws DataError with everything wrong in the
 * request.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : startCriticality(dataset, { traffic: 'peak' }).document().links[0]?.feature; // → null
 */
export function startCriticality(
  dataset: Dataset,
  request: CriticalityRequest = {},
): PieceRun<CriticalityDocument> {
  const asked = toValueQuestion(dataset, request, { check: () => checkTop(request) });
  const { travel, closings } = asked;
  const { links } = closings.state;
  const features = groupLinks(links, ({ featureId }) => featureId);
  const sections = groupLinks(links, ({ section }) => section);
  const open = listGroupTimes(travel, closings.open);
  const nothing = toLoss(travel, open, open);
  const losses: ClosingLoss[] = [];
  const toClose = [
    ...[...features.keys()].map((feature) => [feature]),
    ...[...sections.values()].map((own) => [...new Set(own.map(({ featureId }) => featureId))]),
  ];
  const close = (ids: readonly string[]): GroupTimes | null => {
    const times = closings.close(ids);
    return times === null ? null : listGroupTimes(travel, times);
  };
  const doPiece = (piece: number): void => {
    const closed = close(toClose[piece] ?? []);
    losses.push(closed === null ? nothing : toLoss(travel, open, closed));
  };
  return startPieces(toClose.length, doPiece, () =>
    toDocument({ asked, features, sections, losses }, request),
  );
}
