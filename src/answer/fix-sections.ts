/** Which sections would have to be there: the smallest set of candidates, of these the fewest kilometres. */
import { isPossible, listUseful, makeCandidates, timeChosen, type Candidates } from '../fix/candidates.ts';
import { listShutSections, openSections } from '../fix/open-sections.ts';
import { findSmallestSet, type Chosen, type SmallestSet } from '../fix/smallest-set.ts';
import { timeTrips, type TripRoads } from '../fix/trips.ts';
import type { FixSections, FixSet } from '../model/fix.ts';
import type { BuildModification } from '../model/scenario.ts';
import { DataError, type Problem } from '../problems.ts';
import { MM_PER_M, roundHalfUp } from '../units.ts';
import { makeFixRoads, readAnew, toFixReading, type FixQuestion } from './fix-question.ts';
import type { FixRequest } from './fix-request.ts';
import { toFixScenario } from './fix-scenario.ts';
import type { FixStep } from './fix-speeds.ts';
import { collect, toProblem } from './request-checks.ts';

/** What is chosen from. */
interface Choice {
  readonly sections: readonly string[];
  readonly builds: readonly BuildModification[];
}

/** Drawn roads alone where there are any and no section is asked for. */
function toChoice({ question, scenario }: FixQuestion, { sections, builds = [] }: FixRequest): Choice {
  const shut = listShutSections(question.dataset, scenario);
  return { builds, sections: sections ?? (builds.length > 0 ? [] : shut) };
}

/** What is wrong with the candidates asked for: sections that are open or not on record, one said twice. */
export function checkCandidates(fix: FixQuestion, request: FixRequest): readonly Problem[] {
  const { question, scenario } = fix;
  const { sections, builds } = toChoice(fix, request);
  const shut = listShutSections(question.dataset, scenario);
  const expected = `a section that is not open in ${scenario.id}: ${shut.join(', ')}`;
  const ids = [...sections, ...builds.map(({ id }) => id)];
  return [
    ...sections.filter((id) => !shut.includes(id)).map((id) => toProblem('sections', expected, id)),
    ...ids
      .filter((id, i) => ids.indexOf(id) !== i)
      .map((id) => toProblem('sections', 'every candidate once', id)),
  ];
}

/** The candidates as a network that has all of them. Throws DataError where drawn roads cannot all be built. */
function prepare(fix: FixQuestion, request: FixRequest): Candidates {
  const { sections, builds } = toChoice(fix, request);
  const problems: Problem[] = [];
  const made = collect(problems, () => makeCandidates(fix.question.dataset, fix.scenario, sections, builds));
  if (made === null) throw new DataError(problems.map((one) => ({ ...one, file: 'candidates' })));
  return made;
}

/** A set as a scenario that was built anew, with what each of its members does. */
function toSet(
  fix: FixQuestion,
  roads: TripRoads,
  candidates: Candidates,
  request: FixRequest,
  places: readonly number[],
): FixSet {
  const { question, scenario, goal } = fix;
  const members = places.map((place) => candidates.list[place] as Candidates['list'][number]);
  const ids = members.map(({ id }) => id);
  const sections = members.filter(({ kind }) => kind === 'section').map(({ id }) => id);
  const added = (request.builds ?? []).filter(({ id }) => ids.includes(id));
  const opened = openSections(question.dataset, scenario, sections);
  const own = scenario.modifications;
  const { scenario: fixed, file } = toFixScenario(
    question.dataset,
    scenario,
    { words: ids, title: members.map(({ title }) => title).join(', ') },
    opened.isEdited
      ? { edited: opened.modifications, added }
      : { added: [...opened.modifications.slice(own.length), ...added] },
  );
  const set = new Set(places);
  const without = places.map((left) => ({
    id: candidates.list[left]?.id ?? '',
    reading: toFixReading(goal.read(timeChosen(roads, candidates, (i) => i !== left && set.has(i)))),
  }));
  const lengthM = members.reduce((sum, one) => sum + one.lengthM, 0);
  return { ids, lengthM, reading: readAnew(fix, fixed), without, scenario: file };
}

/** The search over sets of the useful candidates. */
function* search(
  fix: FixQuestion,
  roads: TripRoads,
  candidates: Candidates,
  useful: readonly number[],
): Generator<FixStep, { readonly best: SmallestSet | null; readonly tried: number }> {
  const { goal, question } = fix;
  const spread = (chosen: Chosen): ReadonlySet<number> =>
    new Set(useful.filter((_, i) => chosen[i] === true));
  let tried = 0;
  const steps = findSmallestSet({
    weights: useful.map((place) => roundHalfUp((candidates.list[place]?.lengthM ?? 0) * MM_PER_M)),
    holds: (chosen) => {
      tried += 1;
      const set = spread(chosen);
      return goal.isMet(timeChosen(roads, candidates, (i) => set.has(i)));
    },
    isPossible: (chosen) => {
      const set = spread(chosen);
      return isPossible(
        question.dataset,
        candidates,
        candidates.list.map((_, i) => set.has(i)),
      );
    },
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { best: step.value, tried };
    yield { done: tried, asked: null };
  }
}

/** The smallest set of candidates that does. */
export function* findSections(fix: FixQuestion, request: FixRequest): Generator<FixStep, FixSections> {
  yield { done: 0, asked: null };
  const candidates = prepare(fix, request);
  const roads = makeFixRoads(fix, candidates.state);
  const all = fix.goal.read(timeTrips(roads));
  const { list, leftOut } = candidates;
  const useful = listUseful(roads, candidates, fix.goal);
  const head = { candidates: list, leftOut, all: toFixReading(all), useful: useful.length };
  if (!all.holds) return { ...head, found: null, tried: 1 };
  const { best, tried } = yield* search(fix, roads, candidates, useful);
  const places = best?.set.map((i) => useful[i] ?? -1) ?? null;
  const found = places === null ? null : toSet(fix, roads, candidates, request, places);
  return { ...head, found, tried };
}
