/** The curves of an answer as series: outside the own keiretsu, each group, and all groups at once. */
import type { QuickAnalysis } from '../../src/index.ts';
import type { StepPoint } from '../charts/step-point.ts';
import { listGroups } from './answer-counts.ts';

/** Group id under which the engine's curve of all groups stands. */
export const ALL_GROUPS = 'all';
/** Series of suppliers that reach a group outside their keiretsu. */
export const OUTSIDE = 'outside';

export interface Series {
  /** Group id, `all` or `outside`. */
  readonly id: string;
  readonly points: readonly StepPoint[];
  /** Level that the share must reach; null = none. */
  readonly level: number | null;
}

/** Series with at least one point, the flowchart's index first. */
export function listSeries(answer: QuickAnalysis, base: string, build: string): readonly Series[] {
  const curves = new Map<string, Map<number, number>>();
  for (const { scenario, group, cutoffMin, share } of answer.curve) {
    const key = `${scenario}|${group}`;
    const curve = curves.get(key) ?? new Map<number, number>();
    curve.set(cutoffMin, share);
    curves.set(key, curve);
  }
  const byGroup = [...listGroups(answer), ALL_GROUPS].map((group): Series => {
    const [before, after] = [base, build].map((scenario) => curves.get(`${scenario}|${group}`));
    const points = [...(after ?? [])].map(([minute, share]) => ({
      minute,
      base: before?.get(minute) ?? share,
      build: share,
    }));
    return { id: group, points, level: null };
  });
  return [toOutside(answer, base, build), ...byGroup].filter(({ points }) => points.length > 0);
}

function toOutside({ verdictMaps }: QuickAnalysis, base: string, build: string): Series {
  const [before, after] = [base, build].map((id) => verdictMaps.find(({ scenario }) => scenario === id));
  const points = (after?.cutoffsMin ?? []).flatMap((minute, i) => {
    const share = after?.shares[i] ?? null;
    return share === null ? [] : [{ minute, base: before?.shares[i] ?? share, build: share }];
  });
  return { id: OUTSIDE, points, level: after?.level ?? null };
}
