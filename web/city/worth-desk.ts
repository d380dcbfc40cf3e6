/**
 * What every road is worth to the trips between the suppliers and plants of a scenario: the closings are prepared here, done
 * by others, and told as the command tells them. Those who ask hand back what the closings lose.
 */
import {
  CITY_TOLERANCE_S,
  countClosingWorkers,
  joinFirms,
  listLinkIds,
  openLinkLines,
  planLinkClosings,
  SECONDS_PER_MINUTE,
  shareClosings,
  shareColumns,
  toCityCriticalityCsv,
  toCityCriticalityDocument,
  toCityCriticalityGeoJson,
  toJsonText,
  type City,
  type CityFirm,
  type CityLimits,
  type CityState,
} from '../../src/index.ts';
import type { CityFileKind } from './protocol.ts';
import type { ClosingWork, WorthAnswer, WorthFound } from './worth-protocol.ts';

/** The machine as the page has it. */
export interface Machine {
  /** Workers see one memory. */
  readonly isShared: boolean;
  readonly processors: number;
}

/** Each holds trees of its own, tens of megabytes of a great city, and no wait is left that more would shorten. */
const MOST_WORKERS = 8;
/** Closings between two words on how far it is: some hundredths of a second. */
const CLOSINGS_A_TASK = 100;

export interface WorthDesk {
  /** `asked`: so many workers; null = as many as pay. Where they see no common memory there is one. */
  readonly plan: (cutoffMin: number, asked: number | null, machine: Machine) => ClosingWork;
  readonly answer: (found: WorthFound) => WorthAnswer;
  /** The bytes of the command. */
  readonly write: (found: WorthFound, kind: CityFileKind) => string;
}

const toLimits = (cutoffMin: number): CityLimits => ({
  cutoffS: cutoffMin * SECONDS_PER_MINUTE,
  toleranceS: CITY_TOLERANCE_S,
});

/** Opens the question for a city; `state` is null where it is as imported. Throws DataError for a firm off the streets. */
export function openWorth(city: City, state: CityState | null, firms: readonly CityFirm[]): WorthDesk {
  const ends = joinFirms(city, firms);
  const linkIds = listLinkIds(city, state);
  const toLine = openLinkLines(city, linkIds);
  const toDocument = ({ losses, cutoffMin, measure }: WorthFound) =>
    toCityCriticalityDocument(city, ends, linkIds, losses, { measure, top: null, ...toLimits(cutoffMin) });
  return {
    plan: (cutoffMin, asked, { isShared, processors }) => {
      const plan = planLinkClosings(city, ends.suppliers, ends.plants);
      const job = { kind: 'closings', plan, limits: toLimits(cutoffMin) } as const;
      const paid = countClosingWorkers(plan, Math.min(processors, MOST_WORKERS));
      const workers = isShared ? (asked ?? paid) : 1;
      const tasks = shareClosings(plan, workers, CLOSINGS_A_TASK);
      return { job: isShared ? shareColumns(job) : job, tasks, workers };
    },
    answer: (found) => {
      const document = toDocument(found);
      return { document, lines: document.links.map(({ link }) => toLine(link)) };
    },
    write: (found, kind) => {
      const document = toDocument(found);
      if (kind === 'json') return toJsonText(document);
      return kind === 'csv' ? toCityCriticalityCsv(document) : toCityCriticalityGeoJson(document, toLine);
    },
  };
}
