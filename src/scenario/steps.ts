/**
 * The modifications of a scenario, tried one after the other on the draft of a road state or of a city: each is checked
 * against what those before it leave, and what is wrong with one leaves it out, so that those after it are tried as well.
 */
import {
  MODIFICATION_KINDS,
  type Modification,
  type ModificationKind,
  type ModificationOf,
  type Scenario,
} from '../model/scenario.ts';
import { DataError, type Problem } from '../problems.ts';
import { toProblem } from './check.ts';

interface Kind<D, M> {
  readonly check: (draft: D, modification: M, path: string) => readonly Problem[];
  readonly apply: (draft: D, modification: M) => D;
}

/** How each kind of modification is checked and applied on a sort of draft. */
export type Kinds<D> = { readonly [K in ModificationKind]: Kind<D, ModificationOf<K>> };

/** One modification tried on what those before it leave. */
export interface Step<D> {
  readonly modification: Modification;
  readonly before: D;
  /** The same draft where it is switched off or something is wrong with it. */
  readonly after: D;
  /** Each at a path such as `modifications[2].line`. */
  readonly problems: readonly Problem[];
}

/** Undefined for a value that no compiler has seen. */
function findKind<D>(kinds: Kinds<D>, { kind }: Modification): Kind<D, Modification> | undefined {
  return Object.hasOwn(kinds, kind) ? (kinds[kind] as Kind<D, Modification>) : undefined;
}

/** Reached by values that no compiler has seen, such as a scenario made by hand. */
function toUnknownKind({ kind }: { readonly kind: unknown }, path: string): Problem {
  const expected = `a kind of modification: ${MODIFICATION_KINDS.join(', ')}`;
  return toProblem(`${path}.kind`, expected, kind, 'unknown-id');
}

function tryModification<D>(before: D, kinds: Kinds<D>, modification: Modification, i: number): Step<D> {
  const left = { modification, before, after: before };
  if (modification.off === true) return { ...left, problems: [] };
  const kind = findKind(kinds, modification);
  const path = `modifications[${i}]`;
  if (kind === undefined) return { ...left, problems: [toUnknownKind(modification, path)] };
  const problems = kind.check(before, modification, path);
  return problems.length > 0
    ? { ...left, problems }
    : { ...left, after: kind.apply(before, modification), problems };
}

/** Every modification with what it is tried on and what it leaves. */
export function listSteps<D>(
  start: D,
  kinds: Kinds<D>,
  modifications: readonly Modification[],
): readonly Step<D>[] {
  const steps: Step<D>[] = [];
  for (const [i, modification] of modifications.entries()) {
    steps.push(tryModification(steps.at(-1)?.after ?? start, kinds, modification, i));
  }
  return steps;
}

/** Throws DataError with everything wrong in a scenario. */
export function expectNone({ id }: Scenario, problems: readonly Problem[]): void {
  const file = `scenario ${id}`;
  if (problems.length > 0) throw new DataError(problems.map((problem) => ({ ...problem, file })));
}
