/**
 * The user's own scenarios as the page holds them, and what each is when it stands on what it stands on. They are asked
 * for by id like those of the data; editing them is `studio.ts`, which comes later.
 */
import { computed, signal } from '@preact/signals';
import { standOn, type AnalysisRequest, type Scenario, type ScenarioFile } from '../../src/index.ts';
import { listKept, type KeptScenario } from '../studio/kept.ts';
import { dataset } from './answers.ts';
import { choice } from './choice.ts';

/** As they are now, the one being drawn in included; `version` is that of the browser's storage, 0 = not kept there. */
export const ownScenarios = signal<readonly KeptScenario[]>([]);

/** The file of one of the user's scenarios; undefined where the id is another's. */
export function findFile(id: string): ScenarioFile | undefined {
  return ownScenarios.value.find(({ file }) => file.id === id)?.file;
}

/** Whether an id is that of one of the user's scenarios. */
export function isOwnScenario(id: string): boolean {
  return findFile(id) !== undefined;
}

function chainAll(others: readonly Scenario[]): ReadonlyMap<string, Scenario> {
  const done = new Map<string, Scenario>();
  const under = new Set<string>();
  const find = (id: string): Scenario | undefined => {
    const file = ownScenarios.value.find((one) => one.file.id === id)?.file;
    if (file === undefined) return others.find((one) => one.id === id);
    // One that stands on itself stands on nothing.
    if (done.has(id) || under.has(id)) return done.get(id);
    under.add(id);
    const scenario = standOn(file, find);
    if (scenario !== null) done.set(id, scenario);
    return scenario ?? undefined;
  };
  for (const { file } of ownScenarios.value) find(file.id);
  return done;
}

const NONE: readonly Scenario[] = [];
/** Those of the data: the same list while more of the data comes, so that nothing is asked anew for it. */
const shipped = computed(() => dataset.value?.scenarios ?? NONE);

/** By id; one that stands on what is no longer there is missing. */
const standing = computed(() => chainAll(shipped.value));

/** A scenario of the user that can be asked for. */
export function findOwnScenario(id: string): Scenario | undefined {
  return standing.value.get(id);
}

/** A scenario by id, the user's or the data's; undefined for a day. */
export function findNamedScenario(id: string): Scenario | undefined {
  return findOwnScenario(id) ?? shipped.value.find((one) => one.id === id);
}

const NO_SCENARIOS: Pick<AnalysisRequest, 'scenarios'> = {};
let lastAsked = NO_SCENARIOS;

/** The user's scenarios among base and build: what a request carries of them. The same value while they are. */
export const askedScenarios = computed(() => {
  const { base, build } = choice.value;
  const scenarios = [...new Set([base, build])].flatMap((id) => findOwnScenario(id) ?? []);
  const now = scenarios.length === 0 ? NO_SCENARIOS : { scenarios };
  if (JSON.stringify(now) !== JSON.stringify(lastAsked)) lastAsked = now;
  return lastAsked;
});

/** Plants and suppliers that the user's scenarios add. */
export function isAddedPlace(id: string): boolean {
  return ownScenarios.value.some(({ file }) =>
    file.modifications.some(
      (row) => (row.kind === 'add-plant' || row.kind === 'add-supplier') && row.id === id,
    ),
  );
}

/** The browser's storage; null where it is blocked. */
export function findStore(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Takes in what this browser kept, before the first question. Gives the ids of entries that it could not read. */
export function restoreScenarios(): readonly string[] {
  const store = findStore();
  if (store === null) return [];
  const { scenarios, unreadable } = listKept(store) ?? { scenarios: [], unreadable: [] };
  ownScenarios.value = scenarios;
  return unreadable;
}
