/** Scenarios over the network that is shown, kept by this browser and found again. */
import type { NamedText } from '../../src/index.ts';
import { keep, readKept, type KeepResult } from '../state/keep.ts';
import { putKeptPlan, readKeptPlans, toPlanName, type KeptPlan } from './kept-plans.ts';
import { city } from './state.ts';

export const KEPT_NAME = 'beltway:city-scenario';

/** The network by what its import said of it. */
function findNetwork(): string {
  const state = city.peek();
  if (state?.ok !== true) return '';
  const { file, title, counts } = state.label;
  return `${title} ${file} ${counts.nodes} ${counts.links}`;
}

/** Kept scenarios of the network, the newest first. */
export function listKeptPlans(): readonly KeptPlan[] {
  return readKeptPlans(readKept(KEPT_NAME)).filter(({ network }) => network === findNetwork());
}

/** Files of a kept scenario by the name of its own; null where there are none. */
export function findKeptPlan(name: string): readonly NamedText[] | null {
  return listKeptPlans().find((one) => toPlanName(one) === name)?.files ?? null;
}

/** Keeps a scenario; where there is no room for all, those that were kept longest go. */
export function keepPlan(files: readonly NamedText[]): KeepResult {
  let all = putKeptPlan(readKeptPlans(readKept(KEPT_NAME)), { network: findNetwork(), files });
  for (;;) {
    const kept = keep(KEPT_NAME, JSON.stringify(all));
    if (kept !== 'full' || all.length === 1) return kept;
    all = all.slice(0, Math.ceil(all.length / 2));
  }
}
