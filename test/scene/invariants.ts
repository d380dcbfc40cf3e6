/** What must hold of any network, asked by the invariant tests of random scenes and of the shipped roads. */
import type { Cell } from '../../src/matrix/cell.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Modification, Scenario } from '../../src/model/scenario.ts';
import type { Place } from '../../src/network/connectors.ts';
import { buildNetwork } from '../../src/network/network.ts';
import type { Setting } from '../../src/network/setting.ts';
import { searchTree } from '../../src/routing/tree.ts';
import { applyScenario } from '../../src/scenario/apply.ts';

export function toScenario(date: string, ...modifications: readonly Modification[]): Scenario {
  return { id: 'asked', title: 'asked', titleZh: 'asked', date, modifications };
}

export interface Asked {
  readonly dataset: Dataset;
  readonly setting: Setting;
  readonly places: readonly Place[];
}

/** Cells between all places, without corners. */
export function listCells({ dataset, setting, places }: Asked, scenario: Scenario): readonly Cell[] {
  return skim(dataset, scenario, setting, places, places, { corners: false }).cells;
}

/** Pairs that take longer in the second list, as text. */
export function listLonger(first: readonly Cell[], second: readonly Cell[]): readonly string[] {
  return second.flatMap(({ origin, destination, timeMs }, i) => {
    const before = first[i]?.timeMs ?? NaN;
    return timeMs <= before ? [] : [`${origin}→${destination}: ${before} < ${timeMs}`];
  });
}

/** Times between all road nodes, row by row. */
export function listNodeTimes({ dataset, setting }: Asked, scenario: Scenario): readonly Float64Array[] {
  const network = buildNetwork(dataset, applyScenario(dataset, scenario), setting, []);
  return network.vertexNames.map((_, vertex) => searchTree(network.graph, vertex).cost);
}

/** Triples of vertices a, b, c with t(a, c) > t(a, b) + t(b, c): hundreds of millions on the shipped roads. */
export function countTriangleBreaks(times: readonly Float64Array[]): number {
  let breaks = 0;
  for (const fromA of times) {
    for (let b = 0; b < times.length; b += 1) {
      const fromB = times[b] as Float64Array;
      const toB = fromA[b] as number;
      for (let c = 0; c < fromB.length; c += 1)
        if (!((fromA[c] as number) <= toB + (fromB[c] as number))) breaks += 1;
    }
  }
  return breaks;
}
