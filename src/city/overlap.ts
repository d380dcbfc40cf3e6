/** Roads within reach of several places at once. */
import type { ReachedPart } from './reach.ts';

/** Parts that two lists have in common; both are ordered by link and then along it, and so is the result. */
export function intersectParts(
  some: readonly ReachedPart[],
  others: readonly ReachedPart[],
): readonly ReachedPart[] {
  const common: ReachedPart[] = [];
  let [i, j] = [0, 0];
  while (i < some.length && j < others.length) {
    const [a, b] = [some[i] as ReachedPart, others[j] as ReachedPart];
    if (a.link !== b.link) {
      if (a.link < b.link) i += 1;
      else j += 1;
      continue;
    }
    const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
    if (from < to) common.push({ link: a.link, from, to });
    if (a.to < b.to) i += 1;
    else j += 1;
  }
  return common;
}
