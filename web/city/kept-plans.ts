/**
 * Scenarios over imported networks as a browser keeps them: one text for all, the newest first, each name of a network
 * once. What nobody here wrote is read as nothing.
 */
import type { NamedText } from '../../src/index.ts';
import { readChain } from './plan-files.ts';

export interface KeptPlan {
  /** What tells a network apart from others that this browser has seen. */
  readonly network: string;
  /** The lowest first. */
  readonly files: readonly NamedText[];
}

/** More than anybody comes back to. */
const MOST = 20;

/** The scenario's own file is called so. */
export function toPlanName({ files }: Pick<KeptPlan, 'files'>): string {
  return files.at(-1)?.name ?? '';
}

function toKept(value: unknown): readonly KeptPlan[] {
  if (typeof value !== 'object' || value === null || !('network' in value) || !('files' in value)) return [];
  const files = readChain(JSON.stringify(value.files));
  return typeof value.network === 'string' && files !== null ? [{ network: value.network, files }] : [];
}

export function readKeptPlans(text: string | null): readonly KeptPlan[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.flatMap(toKept) : [];
  } catch {
    return [];
  }
}

/** All with one more, in the place of the one of its name. */
export function putKeptPlan(all: readonly KeptPlan[], plan: KeptPlan): readonly KeptPlan[] {
  const isSame = (one: KeptPlan): boolean =>
    one.network === plan.network && toPlanName(one) === toPlanName(plan);
  return [plan, ...all.filter((one) => !isSame(one))].slice(0, MOST);
}
