/** How sure the answer is: the draws made so far, the sweeps, whether drawing goes on, and how a trip varies. */
import { computed, signal } from '@preact/signals';
import type { ConfidenceDocument, DrawVerdict, SensitivityDocument } from '../../src/index.ts';
import type { Varying } from '../engine/protocol.ts';
import { dataset, type Held } from './answers.ts';
import { look } from './look.ts';

const nothing = { state: 'waiting', value: null, problems: [] } as const;

export const confidence = signal<Held<ConfidenceDocument>>(nothing);
export const sweeps = signal<Held<SensitivityDocument>>(nothing);
/** The trip that is open, over the day and from day to day. */
export const varying = signal<Held<Varying>>(nothing);
/** The reader stopped the draws; a new question begins them again. */
export const isStopped = signal(false);
/** Whose reach the map's marks are of: one maker, or `all` of them. */
export const confidenceOf = computed(() => look.value.maker ?? dataset.value?.header.groups[0]?.id ?? 'all');

/** Verdict on all makers: surely reaches when all surely are reached, surely not when one surely is not. */
function joinVerdicts(verdicts: readonly DrawVerdict[]): DrawVerdict {
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.every((one) => one === 'holds') ? 'holds' : 'cannot-tell';
}

/** By supplier, what the draws say of its reach in a scenario. */
export function listVerdicts(
  document: ConfidenceDocument | null,
  scenario: string,
  of: string,
): ReadonlyMap<string, DrawVerdict> {
  const found = new Map<string, DrawVerdict[]>();
  for (const { scenario: own, origin, group, verdict } of document?.pairs ?? []) {
    if (own !== scenario || (of !== 'all' && of !== group)) continue;
    found.set(origin, [...(found.get(origin) ?? []), verdict]);
  }
  return new Map([...found].map(([origin, verdicts]) => [origin, joinVerdicts(verdicts)]));
}
