/** Links that meet end to end, as long lines: names are written along them, and a short one has no room for any. */

/** A link as it is passed: from its beginning to its end, or turned. */
export interface Passed {
  readonly link: number;
  readonly isTurned: boolean;
}

interface Ends {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** Chains of some links, each link in one of them; a chain goes on as long as an unused link meets its end. */
export function chainLinks(links: readonly number[], { from, to }: Ends): readonly (readonly Passed[])[] {
  const at = new Map<number, number[]>();
  const meet = (node: number, link: number): void => void at.set(node, [...(at.get(node) ?? []), link]);
  for (const link of links) {
    meet(from[link] as number, link);
    meet(to[link] as number, link);
  }
  const used = new Set<number>();
  const goOn = (node: number): Passed[] => {
    const passed: Passed[] = [];
    let here = node;
    for (;;) {
      const link = (at.get(here) ?? []).find((one) => !used.has(one));
      if (link === undefined) return passed;
      used.add(link);
      const isTurned = from[link] !== here;
      passed.push({ link, isTurned });
      here = (isTurned ? from : to)[link] as number;
    }
  };
  return links.flatMap((link) => {
    if (used.has(link)) return [];
    used.add(link);
    const after = goOn(to[link] as number);
    // What comes before is found from the link's beginning outward, and passed the other way.
    const before = goOn(from[link] as number)
      .toReversed()
      .map((one) => ({ ...one, isTurned: !one.isTurned }));
    return [[...before, { link, isTurned: false }, ...after]];
  });
}
