/**
 * What would make a verdict hold that does not: the least speed of a road or of one feature, the smallest set of
 * sections, the shortest new road. Each is sought on graphs that are searched again at other costs, and what is found is
 * applied as a scenario and timed anew.
 */
import type { Dataset } from '../model/dataset.ts';
import { FIX_PARTS, type FixDocument, type FixPart, type FixTarget } from '../model/fix.ts';
import { DataError } from '../problems.ts';
import { MS_PER_SECOND } from '../units.ts';
import { toCommand } from './command.ts';
import { findLink } from './fix-new-link.ts';
import { toFixQuestion, toFixReading, type FixQuestion } from './fix-question.ts';
import { toLinkInputs, type FixRequest } from './fix-request.ts';
import { checkRoads } from './fix-roads.ts';
import { checkCandidates, findSections } from './fix-sections.ts';
import { findLinks, findRoads, type FixStep } from './fix-speeds.ts';
import { toFixSentence, toFixTitle } from './fix-words.ts';

/** What is being sought, and how far it is. */
export interface FixProgress {
  /** Null = not begun, or everything is done. */
  readonly part: FixPart | null;
  readonly isDone: boolean;
  readonly done: number;
  /** Null = not known beforehand. */
  readonly asked: number | null;
}

/** A search that goes on piece by piece, with the same result in any number of steps. */
export interface FixRun {
  readonly progress: () => FixProgress;
  /** Does so many more pieces, of at most about a tenth of a second on the shipped network, or as many as are left. */
  readonly advance: (count: number) => void;
  /** The answer; what is left to do is done first. */
  readonly document: () => FixDocument;
}

type Found = { -readonly [K in 'roads' | 'links' | 'sections' | 'newLink']: FixDocument[K] };

/** One part after another. */
function* seek(fix: FixQuestion, request: FixRequest, found: Found): Generator<FixProgress> {
  const parts = request.parts ?? FIX_PARTS;
  const name = function* <T>(part: FixPart, steps: Generator<FixStep, T>): Generator<FixProgress, T> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      yield { part, isDone: false, ...step.value };
    }
  };
  if (parts.includes('roads')) found.roads = yield* name('roads', findRoads(fix, request.roads));
  if (parts.includes('links')) found.links = yield* name('links', findLinks(fix));
  if (parts.includes('sections')) found.sections = yield* name('sections', findSections(fix, request));
  if (parts.includes('new-link'))
    found.newLink = yield* name('new-link', findLink(fix, toLinkInputs(request)));
}

function toMargin({ goal, now, target }: FixQuestion): number | null {
  if (now.share !== null && 'level' in target) return now.share.value - target.level;
  const margin = (goal.cutoffMs - now.timeMs) / MS_PER_SECOND;
  return Number.isFinite(margin) ? margin : null;
}

/** The places of a target as words of the command. */
function toWords(target: FixTarget): readonly string[] {
  if (target.kind === 'pair') return [target.origin, target.destination];
  return target.kind === 'origin' ? [target.origin] : [];
}

function toFixCommand(request: FixRequest): string {
  const { target, parts, roads, sections, builds, newLink = {} } = request;
  const has = (part: FixPart): boolean => parts?.includes(part) === true;
  const list = (ids: readonly string[] | undefined): string => ids?.join(',') ?? '';
  const group = target.kind === 'group' ? `${target.group}>=${target.level}` : null;
  return toCommand(['fix', ...toWords(target)], request, [
    ['--reach', target.kind === 'origin' && target.reach === 'all' ? 'all' : null],
    ['--share', target.kind === 'share' ? `${target.measure}>=${target.level}` : group],
    ['--road', has('roads') || roads !== undefined ? list(roads) : null],
    ['--links', has('links') ? '' : null],
    // Drawn roads come from a file of the caller's.
    ['--sections', has('sections') && builds === undefined ? list(sections) : (sections?.join(',') ?? null)],
    ['--new-link', has('new-link') ? '' : null],
    ['--speed', newLink.speedKmh?.toString()],
    ['--detour', newLink.detour?.toString()],
    ['--budget', newLink.budgetKm?.toString()],
  ]);
}

function toDocument(fix: FixQuestion, request: FixRequest, found: Found): FixDocument {
  const { question, scenario, target, origins, now } = fix;
  const { dataset, setting, groups, cutoffS } = question;
  const body = {
    schema: 'beltway/fix@1' as const,
    data: { id: dataset.header.id, title: dataset.header.title, digest: dataset.digest },
    scenario: { id: scenario.id, title: scenario.title, date: scenario.date },
    ...{ vehicleClass: setting.vehicleClass.id, traffic: setting.trafficState.id, cutoffS },
    groupChoice: Object.fromEntries(groups.map(({ group, choice }) => [group, choice])),
    ...{ target, question: toFixTitle(fix) },
    origins: origins.map(({ id, name, kind, site }) => ({ id, name, kind, site })),
    ...{ now: toFixReading(now), margin: toMargin(fix), ...found },
  };
  return { ...body, sentence: toFixSentence(body), command: toFixCommand(request) };
}

/**
 * A fix of a request, not begun: `advance` seeks it, `document` gives it. Where the target holds already nothing is
 * sought. Throws DataError with everything wrong in the request.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * const target = { kind: 'share', measure: 'iOut', level: 0.5 } as const;
 * dataset === null ? null : startFix(dataset, { target }).document().now.holds; // → null
 */
export function startFix(dataset: Dataset, request: FixRequest): FixRun {
  const fix = toFixQuestion(dataset, request);
  const wrong = [...checkRoads(fix, request.roads ?? []), ...checkCandidates(fix, request)];
  if (wrong.length > 0) throw new DataError(wrong);
  const found: Found = { roads: null, links: null, sections: null, newLink: null };
  const steps = fix.now.holds ? null : seek(fix, request, found);
  const finished: FixProgress = { part: null, isDone: true, done: 0, asked: 0 };
  let progress: FixProgress = { ...finished, isDone: steps === null };
  /** One piece more; false where nothing was left. */
  const step = (): boolean => {
    const next = steps?.next();
    const isLast = next === undefined || next.done === true;
    progress = isLast ? finished : next.value;
    return !isLast;
  };
  return {
    progress: () => progress,
    advance: (count) => {
      let left = count;
      while (left > 0 && step()) left -= 1;
    },
    document: () => {
      let isOn = true;
      while (isOn) isOn = step();
      return toDocument(fix, request, found);
    },
  };
}
